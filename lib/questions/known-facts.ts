import { mayShareContext } from "@/lib/facts/context";
import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue } from "@/lib/facts/model";
import { compareValues } from "@/lib/facts/values";

/** Whether a fact counts as knowledge: neither withdrawn nor disputed. */
export const isSettled = (fact: Fact) => fact.rank !== "deprecated" && fact.assurance !== "disputed";

const narrowingKey = (base: FactBase, fact: Fact) =>
  Object.entries(fact.qualifiers)
    .filter(([id]) => base.qualifiers.get(id)?.narrows ?? true)
    .map(([id, value]) => `${id}=${value}`)
    .sort()
    .concat(fact.asOf ?? "", fact.scope ?? "")
    .join("|");

/** All facts that answer the same question as this one: same subject, predicate, narrowing qualifiers, date and scope; itself included. */
export function claimsOnTheSame(base: FactBase, fact: Fact): Fact[] {
  const key = narrowingKey(base, fact);
  return factsOf(base, fact.subject, fact.predicate).filter((other) => narrowingKey(base, other) === key);
}

/** Those of `claimsOnTheSame` that are settled. */
export const factsAnsweringTheSame = (base: FactBase, fact: Fact): Fact[] => claimsOnTheSame(base, fact).filter(isSettled);

/** Whether two values are the same in what they store, whatever the order of their fields. */
export function isSameValue(a: FactValue, b: FactValue): boolean {
  // Most pairs differ at first sight, and the engine compares them by the hundred thousand.
  if (a.kind !== b.kind) return false;
  if (a.kind === "entity" && b.kind === "entity") return a.entity === b.entity;
  if (a.kind === "date" && b.kind === "date" && a.edtf !== b.edtf) return false;
  if (a.kind === "quantity" && b.kind === "quantity" && a.amount !== b.amount) return false;
  if (a.kind === "entity" || b.kind === "entity") return a.kind === "entity" && b.kind === "entity" && a.entity === b.entity;
  const fields = (value: FactValue) => Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
  return JSON.stringify(fields(a)) === JSON.stringify(fields(b));
}

const areInverse = (base: FactBase, a: Fact["predicate"], b: Fact["predicate"]) =>
  base.predicates.get(a)?.inverse === b || base.predicates.get(b)?.inverse === a;

const sameByBase = new WeakMap<FactBase, Map<Fact, readonly Fact["id"][]>>();

function findSame(base: FactBase, fact: Fact): Fact["id"][] {
  const { value } = fact;
  const same = factsOf(base, fact.subject, fact.predicate).filter((other) => isSameValue(other.value, value));
  const inverted = (value.kind === "entity" ? (base.factsBySubject.get(value.entity) ?? []) : []).filter(
    (other) => other.value.kind === "entity" && other.value.entity === fact.subject && areInverse(base, fact.predicate, other.predicate),
  );
  return [...new Set([fact, ...same, ...inverted].flatMap((other) => [other.id, ...other.formerIds]))];
}

/** The ids of all facts, folded ones included, that say of this subject and predicate (or of the inverse predicate) what the fact says. */
export function factsSayingTheSame(base: FactBase, fact: Fact): readonly Fact["id"][] {
  let known = sameByBase.get(base);
  if (!known) sameByBase.set(base, (known = new Map()));
  let ids = known.get(fact);
  if (!ids) known.set(fact, (ids = findSame(base, fact)));
  return ids;
}

/** The facts that state less, or more, than what narrows this one and might be meant by its question too, with another value; disputed ones count. */
export function otherReadings(base: FactBase, fact: Fact): Fact[] {
  const predicate = base.predicates.get(fact.predicate)!;
  const alike = new Set(claimsOnTheSame(base, fact));
  return factsOf(base, fact.subject, fact.predicate).filter(
    (other) => other.rank !== "deprecated" && !alike.has(other) && mayShareContext(base, predicate, fact, other) && compareValues(base, predicate, fact.value, other.value) === "different",
  );
}
