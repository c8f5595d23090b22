import "server-only";
import type { QuizAttempt, QuizSlot } from "@/lib/db/generated/client";
import { expire, type Attempt } from "@/lib/quiz/attempt";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import type { DatabaseClock } from "./database-clock";
import { dateOf, toAttempt, toSlot } from "./quiz-attempt-rows";
import { inTransaction, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** An attempt that no other transaction can change, as it is at `now`. */
export type Held = { tx: Transaction; row: QuizAttempt; slots: QuizSlot[]; attempt: Attempt; now: Date };

export const noSuchQuiz = () => new AppError("NOT_FOUND", "There is no such quiz.");

/** What is no id names no quiz: NOT_FOUND. */
export function demandId(attemptId: string): void {
  if (!isUuid(attemptId)) throw noSuchQuiz();
}

/** Lets one transaction at a time work on an attempt. Throws NOT_FOUND for one that is not the viewer's. */
async function lockAttempt(tx: Transaction, { userId }: Viewer, attemptId: string): Promise<void> {
  demandId(attemptId);
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "QuizAttempt" WHERE "id" = ${attemptId}::uuid AND "userId" = ${userId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw noSuchQuiz();
}

/** Writes what the state machine changed, besides what was saved: that the attempt was closed, and questions that were opened or are over. */
export async function writeChanges(tx: Transaction, attemptId: string, before: Attempt, after: Attempt): Promise<void> {
  if (after.state !== before.state) {
    await tx.quizAttempt.update({ where: { id: attemptId }, data: { state: after.state, closedAt: dateOf(after.closedAtMs) }, select: { id: true } });
  }
  for (const [position, { openedAtMs, isFinal }] of after.slots.entries()) {
    const slot = before.slots[position]!;
    if (openedAtMs === slot.openedAtMs && isFinal === slot.isFinal) continue;
    await tx.quizSlot.update({ where: { attemptId_position: { attemptId, position } }, data: { openedAt: dateOf(openedAtMs), isFinal }, select: { position: true } });
  }
}

/** The same as `holdAttempt`, within a transaction that holds more. */
export async function holdWithin<T>(tx: Transaction, viewer: Viewer, attemptId: string, clock: DatabaseClock, work: (held: Held) => Promise<{ value: T; after?: Attempt }>): Promise<T> {
  await lockAttempt(tx, viewer, attemptId);
  const now = await clock(tx);
  const { slots, ...row } = await tx.quizAttempt.findUniqueOrThrow({ where: { id: attemptId }, include: { slots: { orderBy: { position: "asc" } } } });
  const stored = toAttempt(row, slots.map(toSlot));
  const attempt = expire(stored, now.getTime());
  const { value, after = attempt } = await work({ tx, row, slots, attempt, now });
  await writeChanges(tx, attemptId, stored, after);
  return value;
}

/**
 * Works on the viewer's attempt while nobody else does; one whose time is up is closed first. `work` may give the attempt as it shall be from now on.
 * Throws NOT_FOUND for another's.
 */
export const holdAttempt = <T>(viewer: Viewer, attemptId: string, clock: DatabaseClock, work: (held: Held) => Promise<{ value: T; after?: Attempt }>): Promise<T> =>
  inTransaction((tx) => holdWithin(tx, viewer, attemptId, clock, work));
