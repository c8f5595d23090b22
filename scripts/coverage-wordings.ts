import type { FactBase } from "@/lib/facts/fact-base";
import type { Predicate } from "@/lib/facts/model";

/** A predicate with so many facts has wordings made by hand. */
const leastFacts = 3;

function missingOf({ wording, functional, valueKind }: Predicate): string[] {
  return [
    ...(wording.forward.en.length < 2 ? ["a second question"] : []),
    ...(wording.inverse.en.length === 0 ? ["a question for the subject"] : []),
    ...(wording.restatements.en.length === 0 ? ["another sentence"] : []),
    ...(!functional && valueKind === "entity" && wording.all.en.length === 0 ? ["a question for all values"] : []),
  ];
}

/** The predicates with three facts or more that lack wordings, the most frequent first, with what they lack. */
export function wordingGaps(base: FactBase): string[] {
  const gaps = [...base.predicates.values()].flatMap((predicate) => {
    const facts = base.factsByPredicate.get(predicate.id)?.length ?? 0;
    const missing = predicate.notAsked === undefined && facts >= leastFacts ? missingOf(predicate) : [];
    return missing.length > 0 ? [{ id: predicate.id, facts, missing }] : [];
  });
  return gaps.sort((a, b) => b.facts - a.facts || (a.id < b.id ? -1 : 1)).map(({ id, facts, missing }) => `  ${id} (${facts} facts): ${missing.join(", ")}`);
}
