import { isOfType, type FactBase } from "@/lib/facts/fact-base";
import type { EntityId } from "@/lib/shared/ids";
import type { Question } from "./question";

/** How often an entity stands in the key's place: in all facts of the predicate, and by the leaf type of what stands on the other side. */
type Count = { total: number; byType: Map<string, number> };

const countsOfBase = new WeakMap<FactBase, Map<string, Map<EntityId, Count>>>();

const leafOf = (base: FactBase, id: EntityId) => base.entities.get(id)!.type;

function countAll({ base, predicate, direction }: Question): Map<EntityId, Count> {
  const counts = new Map<EntityId, Count>();
  for (const { subject, value } of base.factsByPredicate.get(predicate.id) ?? []) {
    if (direction === "forward" && value.kind !== "entity") continue;
    const id = value.kind === "entity" && direction === "forward" ? value.entity : subject;
    const type = leafOf(base, subject);
    const count = counts.get(id) ?? { total: 0, byType: new Map<string, number>() };
    count.total++;
    count.byType.set(type, (count.byType.get(type) ?? 0) + 1);
    counts.set(id, count);
  }
  return counts;
}

/** Entities that stand in the key's place elsewhere: values of the predicate (or subjects, when the subject is asked for). */
function countsOf(question: Question): Map<EntityId, Count> {
  const { base, predicate, direction } = question;
  let known = countsOfBase.get(base);
  if (!known) countsOfBase.set(base, (known = new Map()));
  const name = `${direction} ${predicate.id}`;
  let counts = known.get(name);
  if (!counts) known.set(name, (counts = countAll(question)));
  return counts;
}

/** What stands in the stem already, and so cannot be an option. */
const isNamedInStem = ({ fact, direction }: Question, id: EntityId) =>
  direction === "forward" ? id === fact.subject : fact.value.kind === "entity" && id === fact.value.entity;

/**
 * Lists of candidates, each of one kind, best first. A value that occurs again and again has rivals that do so too, at first for subjects of the
 * same type: a site abroad that was used once is no rival for a site of every year. Then come all of the key's leaf type, that type with
 * entities never met in this place, its sibling types, and all of these.
 */
export function rivalLists(question: Question): EntityId[][] {
  const { base, predicate, direction, answer, fact } = question;
  const leaf = leafOf(base, answer.entity!);
  const parent = base.types.get(leaf)?.parent ?? null;
  const isOpen = (id: EntityId) => id !== answer.entity && !isNamedInStem(question, id);
  const counts = countsOf(question);
  const peers = [...counts.keys()].filter(isOpen);
  const sameLeaf = peers.filter((id) => leafOf(base, id) === leaf);
  const isKeyFrequent = direction === "forward" && (counts.get(answer.entity!)?.total ?? 0) > 1;
  const frequent = isKeyFrequent ? sameLeaf.filter((id) => counts.get(id)!.total > 1) : [];
  const subjectType = leafOf(base, fact.subject);
  const places = direction === "forward" ? predicate.range : predicate.domain;
  const strangers = (base.entitiesByType.get(leaf) ?? [])
    .filter((entity) => isOpen(entity.id) && places.some((type) => isOfType(base, entity.type, type)))
    .map((entity) => entity.id);
  const siblings = parent === null ? [] : peers.filter((id) => base.types.get(leafOf(base, id))?.parent === parent);
  return [
    frequent.filter((id) => (counts.get(id)!.byType.get(subjectType) ?? 0) > 1),
    frequent,
    sameLeaf,
    [...new Set([...sameLeaf, ...strangers])],
    [...new Set([...sameLeaf, ...siblings])],
    [...new Set([...sameLeaf, ...strangers, ...siblings])],
  ];
}
