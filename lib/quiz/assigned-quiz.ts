import { z } from "zod";
import { quizSetupSchema } from "./quiz-setup";

/** When a pupil is shown what was right: as soon as it is handed in, once nobody can take the quiz any more, or never (points only). */
export const answerPolicies = ["at-once", "when-closed", "never"] as const;
export type AnswerPolicy = (typeof answerPolicies)[number];

export const attemptLimits = { least: 1, most: 10 } as const;

/** A quiz that a class is given. `attempts` for each pupil; null for as many as they like. `isShuffled`: questions and options stand in an order of each attempt's own. */
export const assignedQuizSchema = z.strictObject({
  kind: z.literal("quiz"),
  setup: quizSetupSchema.refine(({ scope }) => scope.kind !== "mistakes", "A class has no mistakes in common."),
  attempts: z.int().min(attemptLimits.least).max(attemptLimits.most).nullable(),
  counted: z.enum(["best", "last", "first"]),
  isShuffled: z.boolean(),
  shows: z.enum(answerPolicies),
});
export type AssignedQuiz = z.infer<typeof assignedQuizSchema>;

/** Whether the answers may be shown now. */
export function mayShowAnswers(policy: AnswerPolicy, closesAtMs: number | null, nowMs: number): boolean {
  if (policy === "at-once") return true;
  return policy === "when-closed" && closesAtMs !== null && nowMs >= closesAtMs;
}
