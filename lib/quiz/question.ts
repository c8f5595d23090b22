import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "@/lib/questions/item";
import { faceOf } from "@/lib/questions/present";
import { answerKindOf } from "@/lib/questions/study-card";
import type { OptionId, QuizQuestion } from "./exchange";

/**
 * An item as the browser gets it before the end of a quiz; `optionIds` name its options, in their order. Throws for a flashcard, which no quiz has, and for another
 * number of ids. It says the same when the content has changed since.
 */
export function toQuizQuestion(base: FactBase, item: Item, position: number, optionIds: readonly OptionId[]): QuizQuestion {
  const { options, ...face } = faceOf(base, item);
  const kind = answerKindOf({ ...face, options });
  if (kind === "rating" || optionIds.length !== options.length) throw new Error(`Not a question for a quiz: ${item.id}`);
  return { position, kind, ...face, options: options.map((text, i) => ({ id: optionIds[i]!, text })) };
}
