import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import type { QuizSlot } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import type { ClosedQuiz, QuizAnswer, QuizQuestion, QuizStatus, RunningQuiz } from "@/lib/quiz/exchange";
import { toQuizQuestion } from "@/lib/quiz/question";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";
import { toQuizResponse } from "@/lib/quiz/response";
import type { Slot } from "@/lib/quiz/attempt";
import type { DatabaseClock } from "./database-clock";
import { holdAttempt, type Held } from "./quiz-hold";
import { statusOf } from "./quiz-status";
import type { Viewer } from "./viewer";

/** The question of a slot as it may be shown before the end. */
export const questionOf = ({ item, position, optionIds }: Pick<QuizSlot, "item" | "position" | "optionIds">): QuizQuestion =>
  toQuizQuestion(getFactBase(), item as unknown as Item, position, optionIds);

const answerOf = ({ sequence, response, certainty, isFlagged, isFinal }: Slot, { position, optionIds }: QuizSlot): QuizAnswer => ({
  position,
  sequence,
  response: response && toQuizResponse(response, optionIds),
  certainty,
  isFlagged,
  isFinal,
});

function stateOf({ row, slots, attempt, now }: Held, leaseId?: string): RunningQuiz | ClosedQuiz {
  const status = statusOf(row, attempt, leaseId, now);
  if (attempt.state !== "in_progress") return { ...status, isOpen: false, closed: attempt.state };
  const { timer, layout, isLockIn, marking, count } = row.setup as unknown as QuizSetup;
  return {
    ...status,
    attemptId: row.id,
    setup: { timer, layout, isLockIn, marking, count },
    questions: slots.map((slot) => (slot.openedAt === null ? null : questionOf(slot))),
    answers: slots.map((slot, i) => answerOf(attempt.slots[i]!, slot)),
  };
}

/** The quiz as its page gets it first: no tab holds it by that. Throws NOT_FOUND for another's. */
export const runningQuiz = (viewer: Viewer, attemptId: string, clock: DatabaseClock): Promise<RunningQuiz | ClosedQuiz> =>
  holdAttempt(viewer, attemptId, clock, async (held) => ({ value: stateOf(held) }));

/** Makes a tab the one that goes on with the quiz, and gives it all that is kept. Throws NOT_FOUND for another's. */
export function takeLease(viewer: Viewer, attemptId: string, leaseId: string, clock: DatabaseClock): Promise<RunningQuiz | ClosedQuiz> {
  return holdAttempt(viewer, attemptId, clock, async (held) => {
    if (held.attempt.state !== "in_progress") return { value: stateOf(held, leaseId) };
    await held.tx.quizAttempt.update({ where: { id: attemptId }, data: { leaseId }, select: { id: true } });
    return { value: stateOf({ ...held, row: { ...held.row, leaseId } }, leaseId) };
  });
}

/** How the quiz stands for a tab. Throws NOT_FOUND for another's. */
export const quizStatus = (viewer: Viewer, attemptId: string, leaseId: string | undefined, clock: DatabaseClock): Promise<QuizStatus> =>
  holdAttempt(viewer, attemptId, clock, async ({ row, attempt, now }) => ({ value: statusOf(row, attempt, leaseId, now) }));
