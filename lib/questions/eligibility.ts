import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { claimsOnTheSame } from "./known-facts";

const hasDisputedRival = (base: FactBase, fact: Fact) => claimsOnTheSame(base, fact).some((other) => other.assurance === "disputed");

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
