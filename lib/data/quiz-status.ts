import "server-only";
import type { QuizAttempt } from "@/lib/db/generated/client";
import type { Attempt } from "@/lib/quiz/attempt";
import type { QuizClock, QuizStatus } from "@/lib/quiz/exchange";
import { questionDeadline } from "@/lib/quiz/time-limit";

const left = (deadlineMs: number | null, now: Date) => (deadlineMs === null ? null : Math.max(0, deadlineMs - now.getTime()));

/** The question whose time runs: the last that was opened, until it is answered for good. */
function questionClock({ timer, accommodation, slots }: Attempt, now: Date): QuizClock["question"] {
  if (timer.kind !== "question") return null;
  const position = slots.findLastIndex(({ openedAtMs }) => openedAtMs !== null);
  const slot = slots[position];
  if (!slot || slot.openedAtMs === null || slot.isFinal) return null;
  const deadline = questionDeadline(slot.openedAtMs, timer, accommodation, slots.length);
  return { position, leftMs: left(deadline, now), limitMs: deadline === null ? null : deadline - slot.openedAtMs };
}

const paperClock = ({ deadlineAtMs, startedAtMs }: Pick<Attempt, "deadlineAtMs" | "startedAtMs">, now: Date) => ({
  leftMs: left(deadlineAtMs, now),
  limitMs: deadlineAtMs === null ? null : deadlineAtMs - startedAtMs,
});

/** Without a lease nobody is the holder. */
const isHolder = (row: Pick<QuizAttempt, "leaseId">, leaseId: string | undefined) => leaseId !== undefined && row.leaseId === leaseId;

export const statusOf = (row: Pick<QuizAttempt, "leaseId">, attempt: Attempt, leaseId: string | undefined, now: Date): QuizStatus => ({
  isOpen: attempt.state === "in_progress",
  isHolder: isHolder(row, leaseId),
  clock: { ...paperClock(attempt, now), question: questionClock(attempt, now) },
});

export type RunningRow = Pick<QuizAttempt, "leaseId" | "startedAt" | "deadlineAt">;

/** Of an attempt in progress whose questions have no time of their own. */
export const runningStatus = (row: RunningRow, leaseId: string | undefined, now: Date): QuizStatus => ({
  isOpen: true,
  isHolder: isHolder(row, leaseId),
  clock: { ...paperClock({ startedAtMs: row.startedAt.getTime(), deadlineAtMs: row.deadlineAt?.getTime() ?? null }, now), question: null },
});
