import { answerDifficulty } from "@/lib/facts/answer-difficulty";
import type { Difficulty } from "./item";
import type { Question } from "./question";

/** How hard an answer is to recall without options, as `answerDifficulty` has it; medium where it is no value. */
export function recallDifficulty({ base, answer: { entity, value } }: Pick<Question, "base" | "answer">): Difficulty {
  if (entity !== undefined) return answerDifficulty(base, { kind: "entity", entity });
  return value ? answerDifficulty(base, value) : "medium";
}
