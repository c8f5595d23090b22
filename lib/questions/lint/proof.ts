import type { FactBase } from "@/lib/facts/fact-base";
import { factsOf } from "@/lib/facts/fact-base";
import type { Fact, FactValue, Predicate } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";
import { areKin, areNamesakes } from "./kinship";
import { meetingOf } from "./meeting";
import { isFirm } from "./reading";
import { isOneSetting } from "./setting";

export type Ground = "functional" | "complete" | "inverse-functional" | "value-disjoint";

/** That `value` holds of `subject`, in the setting of the fact `like`. */
type Claim = { predicate: Predicate; subject: EntityId; value: FactValue; like: Fact };

/** Every ground on which a claim is false, or why it may be true. */
export type Refutation = { grounds: Ground[] } | { open: string };

/** What makes the question itself unfit for proofs. */
function unfit(predicate: Predicate | undefined, fact: Fact): string | undefined {
  if (!predicate) return "its predicate is unknown";
  if (!isFirm(fact)) return "the fact is withdrawn or disputed";
  return predicate.timeVarying && fact.asOf === undefined ? "the fact has no date" : undefined;
}

function isListComplete({ predicate, like }: Claim, facts: readonly Fact[]): boolean {
  const isThen = (asOf: string | undefined) => !predicate.timeVarying || asOf === like.asOf;
  if (predicate.complete && isThen(predicate.complete.asOf)) return true;
  return facts.some((fact) => fact.complete && isFirm(fact) && isThen(fact.asOf));
}

function groundsOf(base: FactBase, claim: Claim, facts: readonly Fact[]): Ground[] {
  const { predicate, value, like } = claim;
  const grounds: Ground[] = [];
  const isLike = (fact: Fact) => isFirm(fact) && isOneSetting(base, predicate, fact, like);
  if (predicate.functional && facts.some(isLike)) grounds.push(value.kind === "entity" ? "functional" : "value-disjoint");
  if (isListComplete(claim, facts)) grounds.push("complete");
  if (predicate.inverseFunctional && !predicate.granular) {
    const owners = (base.factsByPredicate.get(predicate.id) ?? []).filter((fact) => fact.subject !== claim.subject && isLike(fact));
    if (owners.some((fact) => meetingOf(base, predicate, fact.value, value) === "same")) grounds.push("inverse-functional");
  }
  return grounds;
}

function refute(base: FactBase, claim: Claim): Refutation {
  const { predicate, subject, value } = claim;
  if (value.kind !== predicate.valueKind) return { open: "it is not a value of the predicate's kind" };
  const mentioned = value.kind === "entity" ? [subject, value.entity] : [subject];
  if (mentioned.some((id) => !base.entities.has(id))) return { open: "it names an unknown entity" };
  const facts = factsOf(base, subject, predicate.id);
  const threat = facts.find((fact) => fact.rank !== "deprecated" && meetingOf(base, predicate, fact.value, value) !== "apart");
  if (threat) return { open: `${threat.id} says that it is or may be true` };
  const grounds = groundsOf(base, claim, facts);
  return grounds.length > 0 ? { grounds } : { open: "no declaration excludes it" };
}

/** Whether `value` is provably not the value that `fact` is asked for. */
export function refuteValue(base: FactBase, fact: Fact, value: FactValue): Refutation {
  const predicate = base.predicates.get(fact.predicate);
  const problem = unfit(predicate, fact);
  if (problem !== undefined) return { open: problem };
  if (meetingOf(base, predicate!, fact.value, value) !== "apart") return { open: "it is, or is too near to, the fact's own value" };
  return refute(base, { predicate: predicate!, subject: fact.subject, value, like: fact });
}

/** Whether `subject` is provably none of those of which the value of `fact` is true, nor a whole, a part or a namesake of one. */
export function refuteSubject(base: FactBase, fact: Fact, subject: EntityId): Refutation {
  const predicate = base.predicates.get(fact.predicate);
  const problem = unfit(predicate, fact);
  if (problem !== undefined) return { open: problem };
  const holders = (base.factsByPredicate.get(fact.predicate) ?? []).filter(
    (known) => known === fact || (known.rank !== "deprecated" && meetingOf(base, predicate!, known.value, fact.value) !== "apart"),
  );
  const holder = holders.find((known) => known.subject === subject || areKin(base, known.subject, subject) || areNamesakes(base, known.subject, subject));
  if (holder) return { open: `it is, or is too near to, the subject of ${holder.id}` };
  return refute(base, { predicate: predicate!, subject, value: fact.value, like: fact });
}
