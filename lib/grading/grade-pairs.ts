import type { Item } from "@/lib/questions/item";
import { err, ok, type Result } from "@/lib/shared/result";
import { areDistinctPositions, textsAt } from "./grade-choices";
import type { Grade } from "./grade";

/** The right side in words: "Tianhe – Long March 5B, Wentian – …". */
const answerOfPairs = (item: Item, key: readonly number[]) => (item.prompts ?? []).map(({ text }, i) => `${text} – ${textsAt(item, [key[i]!])}`).join(", ");

type Pairs = readonly (number | null)[];

function noteOf(item: Item, key: readonly number[], pairs: Pairs): Grade["note"] {
  const right = pairs.filter((option, i) => option === key[i]).length;
  const wrongAt = pairs.findIndex((option, i) => option !== null && option !== key[i]);
  const values = { right: String(right), total: String(key.length), answer: answerOfPairs(item, key) };
  if (wrongAt === -1) return { key: "pairsSome", values };
  return { key: "pairsWrong", values: { ...values, prompt: item.prompts![wrongAt]!.text, option: textsAt(item, [pairs[wrongAt]!]) } };
}

/**
 * Grades a matching by the share of prompts that have their own option; null leaves one open, which costs as much as a wrong one, since the answer was not known.
 * Wrong pairs cost nothing more: an option that stands wrong has already cost the prompt it belongs to. A fact counts as recalled if its own pair is right.
 * INVALID for another type of item, another number of pairs, and an option that is not there or used twice.
 */
export function gradePairs(item: Item, pairs: Pairs): Result<Grade, "INVALID"> {
  const { key, prompts } = item;
  const chosen = pairs.filter((option) => option !== null);
  if (item.type !== "matching" || !Array.isArray(key) || !prompts || pairs.length !== prompts.length || !areDistinctPositions(chosen, item.options.length)) return err("INVALID");
  const right = pairs.filter((option, i) => option === key[i]).length;
  if (right === key.length) return ok({ verdict: "exact", score: 1, note: { key: "exact", values: { answer: answerOfPairs(item, key) } } });
  if (chosen.length === 0) return ok({ verdict: "wrong", score: 0, note: { key: "empty", values: { answer: answerOfPairs(item, key) } } });
  const own = prompts.findIndex(({ fact }) => fact === item.tests[0]);
  return ok({ verdict: right > 0 ? "partial" : "wrong", score: right / key.length, note: noteOf(item, key, pairs), isRecalled: own !== -1 && pairs[own] === key[own] });
}
