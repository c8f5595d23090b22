import type { FactBase } from "@/lib/facts/fact-base";
import { nameOf } from "@/lib/facts/render";
import type { EntityId } from "@/lib/shared/ids";
import type { Grade } from "./grade";
import { readingsOf, type NameForm } from "./name-form";
import { closestName, equalNames, nameIndexOf, nameRanks, similarNames, type Match, type Name } from "./names";
import { spellingNote } from "./spelling-note";

/** The closest name of another entity, or null. An equal name cannot be beaten, so the search among similar ones is spared. */
function findRival(base: FactBase, entity: EntityId, readings: readonly NameForm[], own: Match | null): Match | null {
  const index = nameIndexOf(base);
  const ofOthers = (names: readonly Name[]) => names.filter((name) => name.entity !== entity);
  const equal = closestName(readings, ofOthers(equalNames(index, readings)));
  if (equal || own?.distance === 0) return equal;
  return closestName(readings, ofOthers(similarNames(index, readings)), own?.distance);
}

/** Another entity takes the answer away if it is no farther; a name that the base gives to the asked entity itself is safe. */
function isVetoed(own: Match, rival: Match | null): rival is Match {
  if (!rival || rival.distance > own.distance) return false;
  return own.distance > 0 || (own.name.rank === nameRanks.derived && rival.name.rank < nameRanks.derived);
}

const labelOf = (base: FactBase, entity: EntityId) => base.entities.get(entity)?.labels.en ?? entity;

function rightGrade(base: FactBase, name: Name): Grade {
  const verdict = name.rank === nameRanks.label ? "exact" : "alias";
  return { verdict, score: 1, note: { key: verdict, values: { answer: labelOf(base, name.entity) } } };
}

/**
 * Grades a typed name against an entity (questions.md §7): every name of the entity counts, numbers and variants must agree exactly,
 * letters may be mistyped as far as the length allows, unless another entity of the base is at least as close.
 */
export function gradeName(base: FactBase, entity: EntityId, typed: string): Grade {
  const answer = labelOf(base, entity);
  const readings = readingsOf(typed);
  const own = closestName(readings, nameIndexOf(base).ofEntity.get(entity) ?? []);
  const rival = findRival(base, entity, readings, own);
  if (own && !isVetoed(own, rival)) {
    if (own.distance === 0) return rightGrade(base, own.name);
    return { verdict: "typo", score: 1, note: spellingNote(typed, own.name.text, answer) };
  }
  if (rival) return { verdict: "other-entity", score: 0, note: { key: "otherEntity", values: { other: nameOf(base, rival.name.entity), answer } } };
  return { verdict: "wrong", score: 0, note: { key: "wrong", values: { answer } } };
}
