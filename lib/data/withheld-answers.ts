import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { mayShowAnswers, type AnswerPolicy } from "@/lib/quiz/assigned-quiz";
import { planOf } from "./assignment-plan";
import type { Transaction } from "./transaction";

/** Why the answers of a quiz are not told yet: `until` the assignment closes, as things stand; null for no such day. */
export type Withheld = { until: Date | null };

/** Whether the answers of an attempt must still be kept from whoever took it; null where they may be told, as for a quiz of one's own. */
export async function findWithheld(tx: Transaction, assignmentId: string | null, now: Date): Promise<Withheld | null> {
  const assignment = assignmentId === null ? null : await tx.assignment.findUnique({ where: { id: assignmentId }, select: { plan: true, closesAt: true } });
  if (!assignment) return null;
  const plan = planOf(assignment);
  if (plan.kind !== "quiz" || mayShowAnswers(plan.shows, assignment.closesAt?.getTime() ?? null, now.getTime())) return null;
  return { until: plan.shows === "when-closed" ? assignment.closesAt : null };
}

const atOnce: AnswerPolicy = "at-once";
const whenClosed: AnswerPolicy = "when-closed";

/**
 * As SQL: the ids of the learner's answers in the review log that were given in quizzes of a class whose answers must not be told yet. The memory knows of them at once;
 * what tells a learner of single answers leaves them out until then.
 */
export function withheldEvents(userId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT q."eventId" FROM "QuizAttempt" a JOIN "Assignment" w ON w."id" = a."assignmentId" JOIN "QuizSlot" q ON q."attemptId" = a."id"
    WHERE a."userId" = ${userId}::uuid AND a."state" = 'graded' AND q."eventId" IS NOT NULL
      AND w."plan"->>'shows' <> ${atOnce} AND NOT (w."plan"->>'shows' = ${whenClosed} AND w."closesAt" IS NOT NULL AND w."closesAt" <= clock_timestamp())`;
}
