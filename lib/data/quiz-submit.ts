import "server-only";
import { submit, type AttemptState } from "@/lib/quiz/attempt";
import type { DatabaseClock } from "./database-clock";
import { gradeAttempt } from "./quiz-grade";
import { holdAttempt } from "./quiz-hold";
import { heldElsewhere } from "./quiz-refusal";
import type { Viewer } from "./viewer";

/**
 * Hands a quiz in and grades it; one that is closed already stays as it is. Throws NOT_FOUND for another's, and CONFLICT where another tab goes on with it. If the grading
 * fails, the quiz is handed in all the same, and graded by whoever looks at it next.
 */
export async function submitQuiz(viewer: Viewer, attemptId: string, leaseId: string, clock: DatabaseClock): Promise<{ state: AttemptState }> {
  await holdAttempt(viewer, attemptId, clock, async ({ row, attempt, now }) => {
    if (attempt.state === "in_progress" && row.leaseId !== null && row.leaseId !== leaseId) throw heldElsewhere();
    return { value: undefined, after: submit(attempt, now.getTime()) };
  });
  return { state: await gradeAttempt(viewer, attemptId, clock) };
}
