import "server-only";
import { z } from "zod";
import type { Assignment } from "@/lib/db/generated/client";
import { assignedQuizSchema } from "@/lib/quiz/assigned-quiz";
import { quizScopeSchema, type QuizScope } from "@/lib/quiz/quiz-setup";

/** A goal of studying: the share of the facts that are to be recalled, as foretold, when it is due. */
const studyGoalSchema = z.strictObject({
  kind: z.literal("study"),
  scope: quizScopeSchema.refine(({ kind }) => kind !== "mistakes", "A class has no mistakes in common."),
  goal: z.number().min(0.5).max(0.95),
});

/** What an assignment asks for, as it is stored and as it comes from outside. */
export const assignmentPlanSchema = z.discriminatedUnion("kind", [studyGoalSchema, assignedQuizSchema]);
export type AssignmentPlan = z.infer<typeof assignmentPlanSchema>;

/** The plan was checked before it was stored. */
export const planOf = ({ plan }: Pick<Assignment, "plan">): AssignmentPlan => plan as unknown as AssignmentPlan;

export const scopeOfPlan = (plan: AssignmentPlan): QuizScope => (plan.kind === "study" ? plan.scope : plan.setup.scope);

export const setOfPlan = (plan: AssignmentPlan): string | null => {
  const scope = scopeOfPlan(plan);
  return scope.kind === "set" ? scope.id : null;
};
