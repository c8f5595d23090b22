import "server-only";
import type { FactSet } from "@/lib/db/generated/client";
import { factQuerySchema, factsIn, mayBeAsked } from "@/lib/facts/fact-query";
import type { Fact } from "@/lib/facts/model";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import { setOfOwnFact } from "@/lib/own-facts/own-ids";

/** What the set asks for of the facts that there are now, then those that it names of other sets' own, then all of its own in the order in which they were written, as far as `bases` has them. */
export function factsOfSet({ main, own }: Pick<FactBases, "main" | "own">, { id, query: stored }: Pick<FactSet, "id" | "query">): Fact[] {
  const query = factQuerySchema.parse(stored);
  const named = query.facts.flatMap((factId) => {
    const setId = setOfOwnFact(factId);
    return (setId === undefined || setId === id ? undefined : own.get(setId)?.base.facts.get(factId)) ?? [];
  });
  return [...factsIn(main, query), ...[...named, ...(own.get(id)?.facts ?? [])].filter(mayBeAsked)];
}

/** The facts with these ids that may be asked, in the order of their ids, each once; what no base knows is passed over. */
export function factsNamed(bases: FactBases, factIds: readonly string[]): Fact[] {
  const facts = new Set(factIds.flatMap((factId) => bases.fact(factId) ?? []));
  return [...facts].filter(mayBeAsked).sort((a, b) => (a.id < b.id ? -1 : 1));
}
