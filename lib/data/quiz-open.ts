import "server-only";
import { open } from "@/lib/quiz/attempt";
import type { QuizQuestion, QuizStatus } from "@/lib/quiz/exchange";
import { AppError } from "@/lib/shared/app-error";
import type { DatabaseClock } from "./database-clock";
import { holdAttempt } from "./quiz-hold";
import { heldElsewhere, refused } from "./quiz-refusal";
import { questionOf } from "./quiz-running";
import { statusOf } from "./quiz-status";
import type { Viewer } from "./viewer";

export type OpenedQuestion = QuizStatus & { question: QuizQuestion };

/**
 * Hands out a question; where questions have their own time, it runs from now on. Throws NOT_FOUND for another's quiz, and CONFLICT where it is not its turn yet, the
 * quiz is over, or another tab goes on with it.
 */
export async function openQuestion(viewer: Viewer, attemptId: string, { leaseId, position }: { leaseId: string; position: number }, clock: DatabaseClock): Promise<OpenedQuestion> {
  const outcome = await holdAttempt<OpenedQuestion | AppError>(viewer, attemptId, clock, async ({ row, slots, attempt, now }) => {
    const opened = open(attempt, position, now.getTime());
    if (!opened.ok) return { value: refused(opened.error, position) };
    if (row.leaseId !== leaseId) return { value: heldElsewhere() };
    const after = opened.value;
    return { value: { ...statusOf(row, after, leaseId, now), question: questionOf(slots[position]!) }, after };
  });
  // Thrown only now, so that an attempt whose time was up stays closed.
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}
