import type { FactBase } from "@/lib/facts/fact-base";
import { nameOf } from "@/lib/facts/render";
import type { EntityId } from "@/lib/shared/ids";
import type { Grade } from "./grade";
import { withoutKind } from "./kind-words";
import { readingsOf, type NameForm } from "./name-form";
import { closestName, equalNames, nameIndexOf, nameRanks, similarNames, type Match, type Name } from "./names";
import { spellingNote } from "./spelling-note";
import { toneKey } from "./tones";

/** The closest name of another entity, or null. An equal name cannot be beaten, so the search among similar ones is spared. */
function findRival(base: FactBase, entity: EntityId, readings: readonly NameForm[], own: Match | null): Match | null {
  const index = nameIndexOf(base);
  const ofOthers = (names: readonly Name[]) => names.filter((name) => name.entity !== entity);
  const equal = closestName(readings, ofOthers(equalNames(index, readings)));
  if (equal || own?.distance === 0) return equal;
  return closestName(readings, ofOthers(similarNames(index, readings)), { atLeast: own?.distance ?? 0 });
}

/** Another entity takes the answer away if it is no farther; a name that the base gives to the asked entity itself is safe. */
function isVetoed(own: Match, rival: Match | null): rival is Match {
  if (!rival || rival.distance > own.distance) return false;
  return own.distance > 0 || (own.name.rank === nameRanks.derived && rival.name.rank < nameRanks.derived);
}

const labelOf = (base: FactBase, entity: EntityId) => base.entities.get(entity)?.labels.en ?? entity;

function rightGrade(base: FactBase, entity: EntityId, verdict: "exact" | "alias"): Grade {
  return { verdict, score: 1, note: { key: verdict, values: { answer: labelOf(base, entity) } } };
}

function otherGrade(base: FactBase, entity: EntityId, other: EntityId): Grade {
  return { verdict: "other-entity", score: 0, note: { key: "otherEntity", values: { other: nameOf(base, other), answer: labelOf(base, entity) } }, named: other };
}

/** What tones decide: who writes its tones has said more than the letters (Shǎnxī is Shaanxi, Shānxī is Shanxi). Nothing where no name has these tones. */
function gradeByTones(base: FactBase, entity: EntityId, typed: string): Grade | null {
  const key = toneKey(typed);
  const [first, ...rest] = key === null ? [] : (nameIndexOf(base).byTones.get(key) ?? []);
  if (first === undefined) return null;
  return [first, ...rest].includes(entity) ? rightGrade(base, entity, "alias") : otherGrade(base, entity, first);
}

function gradeLetters(base: FactBase, entity: EntityId, typed: string): Grade {
  const readings = readingsOf(typed);
  const own = closestName(readings, nameIndexOf(base).ofEntity.get(entity) ?? []);
  const rival = findRival(base, entity, readings, own);
  if (own && !isVetoed(own, rival)) {
    if (own.distance === 0) return rightGrade(base, entity, own.name.rank === nameRanks.label ? "exact" : "alias");
    return { verdict: "typo", score: 1, note: spellingNote(typed, own.name.text, labelOf(base, entity)) };
  }
  if (rival) return otherGrade(base, entity, rival.name.entity);
  return { verdict: "wrong", score: 0, note: { key: "wrong", values: { answer: labelOf(base, entity) } } };
}

/**
 * Grades a typed name against an entity (questions.md §7): every name of the entity counts, with the word for its kind or without; numbers and variants must
 * agree exactly, letters may be mistyped as far as the length allows, unless another entity of the base is at least as close.
 */
export function gradeName(base: FactBase, entity: EntityId, typed: string): Grade {
  const whole = gradeByTones(base, entity, typed) ?? gradeLetters(base, entity, typed);
  if (whole.verdict !== "wrong") return whole;
  const type = base.entities.get(entity)?.type;
  const name = type === undefined ? null : withoutKind(base, type, typed);
  return name === null ? whole : gradeLetters(base, entity, name);
}
