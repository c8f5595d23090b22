import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { claimsOnTheSame } from "./known-facts";
import type { NoItemCode } from "./no-item";

const hasDisputedRival = (base: FactBase, fact: Fact) => claimsOnTheSame(base, fact).some((other) => other.assurance === "disputed");

/** Why a fact is not asked at all; nothing if it may be. */
export function reasonNotToAsk(base: FactBase, fact: Fact): NoItemCode | undefined {
  const predicate = base.predicates.get(fact.predicate);
  if (!predicate) return "unknown-predicate";
  if (fact.ask !== true) return "for-the-record";
  if (fact.rank === "deprecated") return "withdrawn";
  if (fact.assurance === "disputed") return "disputed";
  if (predicate.notAsked !== undefined) return "predicate-not-asked";
  if (predicate.timeVarying && fact.asOf === undefined) return "undated";
  if (predicate.functional && hasDisputedRival(base, fact)) return "disputed-rival";
  return undefined;
}
