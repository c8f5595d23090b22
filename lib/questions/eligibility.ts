import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";

/** Why a fact is not asked at all, in words; nothing if it may be. */
export function reasonNotToAsk(base: FactBase, fact: Fact): string | undefined {
  const predicate = base.predicates.get(fact.predicate);
  if (!predicate) return "unknown predicate";
  if (fact.ask !== true) return "kept for the record";
  if (fact.rank === "deprecated") return "withdrawn";
  if (fact.assurance === "disputed") return "sources differ";
  if (predicate.notAsked !== undefined) return "its predicate is not asked";
  if (predicate.timeVarying && fact.asOf === undefined) return "changes with time, and the fact has no date";
  if (predicate.functional && hasDisputedRival(base, fact)) return "another source gives another value";
  return undefined;
}

function hasDisputedRival(base: FactBase, fact: Fact): boolean {
  const context = JSON.stringify([fact.qualifiers, fact.asOf]);
  return factsOf(base, fact.subject, fact.predicate).some(
    (other) => other.id !== fact.id && other.assurance === "disputed" && JSON.stringify([other.qualifiers, other.asOf]) === context,
  );
}
