import type { EntityId, FactId } from "@/lib/shared/ids";
import { factsOf, type FactBase } from "./fact-base";
import { mayBeAsked } from "./fact-query";
import type { Fact } from "./model";
import { compareValues } from "./values";

/** Predicates whose value is a family of like things, whose members people mix up. */
const familyPredicates: readonly string[] = ["series", "variant_of"];

const confusersByBase = new WeakMap<FactBase, ReadonlyMap<EntityId, ReadonlySet<EntityId>>>();

/** Declared on either side, it holds both ways. */
function declaredConfusers(base: FactBase): ReadonlyMap<EntityId, ReadonlySet<EntityId>> {
  const known = confusersByBase.get(base);
  if (known) return known;
  const confusers = new Map<EntityId, Set<EntityId>>();
  const note = (one: EntityId, other: EntityId) => confusers.set(one, (confusers.get(one) ?? new Set()).add(other));
  for (const { id, notToBeConfusedWith } of base.entities.values()) {
    for (const other of notToBeConfusedWith) {
      note(id, other);
      note(other, id);
    }
  }
  confusersByBase.set(base, confusers);
  return confusers;
}

function familyOf(base: FactBase, id: EntityId): EntityId[] {
  const families = (base.factsBySubject.get(id) ?? []).flatMap(({ predicate, value, rank }) =>
    rank !== "deprecated" && value.kind === "entity" && familyPredicates.includes(predicate) ? [value.entity] : [],
  );
  const members = families.flatMap((family) => (base.factsByValue.get(family) ?? []).filter(({ predicate }) => familyPredicates.includes(predicate)));
  return members.map(({ subject }) => subject);
}

function findConfusable(base: FactBase, fact: Fact): FactId[] {
  const subjects = [...(declaredConfusers(base).get(fact.subject) ?? []), fact.subject, ...familyOf(base, fact.subject)];
  const predicate = base.predicates.get(fact.predicate);
  const others = [...new Set(subjects)].flatMap((subject) => factsOf(base, subject, fact.predicate)).filter((other) => other !== fact && mayBeAsked(other));
  return others.filter(({ value }) => predicate !== undefined && compareValues(base, predicate, fact.value, value) !== "same").map(({ id }) => id);
}

const confusableByBase = new WeakMap<FactBase, Map<FactId, readonly FactId[]>>();

/**
 * The ids of facts that are easily taken for this one, likeliest first: those of the same predicate with another value about entities that either is declared
 * not to be confused with, about the same subject (one of several values), and about other members of its series or family of variants.
 * Symmetric, without the fact itself and without facts that may not be asked; none for an id that the base does not know.
 */
export function confusableWith(base: FactBase, id: FactId): readonly FactId[] {
  const fact = base.facts.get(id);
  if (!fact) return [];
  let known = confusableByBase.get(base);
  if (!known) confusableByBase.set(base, (known = new Map()));
  let ids = known.get(fact.id);
  if (!ids) known.set(fact.id, (ids = findConfusable(base, fact)));
  return ids;
}
