import { beginDraft, type Draft } from "@/components/answer/draft";
import type { QuizQuestion } from "@/lib/quiz/exchange";
import type { GivenAnswer } from "./quiz-state";

export const textsOf = ({ options }: Pick<QuizQuestion, "options">): string[] => options.map(({ text }) => text);

/** What was given, or nothing yet, as an answer of several steps; null where one step answers. `at`: the row in hand or the prompt that is next, where one was chosen. */
export function quizDraft(question: QuizQuestion, { response }: Pick<GivenAnswer, "response">, at: number | null): Draft | null {
  const begun = beginDraft({ form: question.form, options: textsOf(question), ...(question.prompts && { prompts: question.prompts }) });
  if (!begun) return null;
  const given = response?.kind === begun.response.kind ? (response as Draft["response"]) : begun.response;
  const nextPrompt = given.kind === "pairs" ? Math.max(0, given.pairs.indexOf(null)) : null;
  return { response: given, at: at ?? nextPrompt };
}
