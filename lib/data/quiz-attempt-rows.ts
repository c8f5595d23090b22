import "server-only";
import type { QuizAttempt, QuizSlot } from "@/lib/db/generated/client";
import type { Response } from "@/lib/grading/grade";
import type { Attempt, AttemptState, Certainty, Slot } from "@/lib/quiz/attempt";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";

type SlotRow = Pick<QuizSlot, "openedAt" | "response" | "certainty" | "isFlagged" | "isFinal" | "sequence" | "elapsedMs" | "savedAt">;

export const toSlot = ({ openedAt, response, certainty, isFlagged, isFinal, sequence, elapsedMs, savedAt }: SlotRow): Slot => ({
  openedAtMs: openedAt?.getTime() ?? null,
  response: response as Response | null,
  certainty: certainty as Certainty | null,
  isFlagged,
  isFinal,
  sequence,
  elapsedMs,
  savedAtMs: savedAt?.getTime() ?? null,
});

type AttemptRow = Pick<QuizAttempt, "state" | "setup" | "timeMultiplier" | "extraMs" | "isUnlimited" | "startedAt" | "deadlineAt" | "closedAt">;

export function toAttempt(row: AttemptRow, slots: readonly Slot[]): Attempt {
  const { timer, isLockIn } = row.setup as unknown as QuizSetup;
  return {
    state: row.state as AttemptState,
    timer,
    isLockIn,
    accommodation: { multiplier: row.timeMultiplier, extraMs: row.extraMs, isUnlimited: row.isUnlimited },
    startedAtMs: row.startedAt.getTime(),
    deadlineAtMs: row.deadlineAt?.getTime() ?? null,
    closedAtMs: row.closedAt?.getTime() ?? null,
    slots,
  };
}

export const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
