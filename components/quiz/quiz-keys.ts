import type { Draft } from "@/components/answer/draft";
import { draftOfKey, positionOf } from "@/components/answer/draft-keys";
import type { QuizQuestion } from "@/lib/quiz/exchange";

/** What a key does; `draft` and `choose` only where the answer can be changed. */
export type QuizKeyMove = { do: "next" | "previous" | "flag" | "help" } | { do: "choose"; option: number } | { do: "draft"; draft: Draft };

const moves: Partial<Record<string, "next" | "previous" | "help">> = { n: "next", p: "previous", ArrowRight: "next", ArrowLeft: "previous", Enter: "next", "?": "help" };

/** With six options the letter f is the sixth of them; the capital letter always flags. */
const isFlagKey = (key: string, optionCount: number) => key === "F" || (key === "f" && optionCount < 6);

/** The move a key stands for at a question; null for keys that mean nothing there. `draft`: of an answer in several steps. */
export function moveOfQuizKey(key: string, { kind, options }: Pick<QuizQuestion, "kind" | "options">, draft: Draft | null): QuizKeyMove | null {
  const move = moves[key.length === 1 ? key.toLowerCase() : key];
  if (move) return { do: move };
  if (isFlagKey(key, options.length)) return { do: "flag" };
  if (draft) {
    const next = draftOfKey(key, draft, options.length);
    return next && { do: "draft", draft: next };
  }
  const option = kind === "choice" ? positionOf(key, options.length) : null;
  return option === null ? null : { do: "choose", option };
}

