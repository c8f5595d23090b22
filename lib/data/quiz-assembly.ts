import "server-only";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import { mayBePut } from "@/lib/own-facts/items-to-put";
import type { Item } from "@/lib/questions/item";
import { assembleFrom } from "@/lib/quiz/assemble-quiz";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";
import type { FactId, ItemId } from "@/lib/shared/ids";
import type { Result } from "@/lib/shared/result";

type Drawing = { seed: number; quarantined: ReadonlySet<ItemId> };

/** A paper on facts of the content, of sets, or of both. Of own facts only questions that keep every rule are put. */
export function assembleFacts(bases: FactBases, facts: readonly Fact[], setup: QuizSetup, { seed, quarantined }: Drawing): Result<Item[], "NO_QUESTION"> {
  const factsOf = new Map<FactBase, Set<FactId>>();
  for (const { id } of facts) {
    const base = bases.of(id);
    factsOf.set(base, (factsOf.get(base) ?? new Set()).add(id));
  }
  const parts = [...factsOf].map(([base, ids]) => ({ base, facts: ids }));
  return assembleFrom(parts, setup, { seed, isAllowed: (item) => !quarantined.has(item.id) && mayBePut(bases.of(item.tests[0]!), item) });
}
