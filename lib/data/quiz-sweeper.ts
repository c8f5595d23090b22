import "server-only";
import { getDatabase } from "@/lib/db/database";
import { expire } from "@/lib/quiz/attempt";
import { shuffled } from "@/lib/shared/random";
import type { DatabaseClock } from "./database-clock";
import { toAttempt, toSlot } from "./quiz-attempt-rows";
import { gradeAttempt } from "./quiz-grade";
import { writeChanges } from "./quiz-hold";
import { createRetries, type Retries } from "./quiz-retries";
import { inTransaction, type Transaction } from "./transaction";

/** Few, so that nobody waits long for an attempt that is being closed. */
const closedAtOnce = 20;

/** Attempts that another process is closing, or whose learner is just saving, are passed over: they are looked at the next time. */
async function lockExpired(tx: Transaction, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "QuizAttempt" WHERE "state" = 'in_progress' AND "closesAt" < ${now}::timestamptz ORDER BY "closesAt" LIMIT ${closedAtOnce} FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}

async function closeSome(clock: DatabaseClock): Promise<number> {
  return inTransaction(async (tx) => {
    const now = await clock(tx);
    const ids = await lockExpired(tx, now);
    const rows = await tx.quizAttempt.findMany({ where: { id: { in: ids } }, include: { slots: { orderBy: { position: "asc" } } } });
    for (const { slots, ...row } of rows) {
      const attempt = toAttempt(row, slots.map(toSlot));
      await writeChanges(tx, row.id, attempt, expire(attempt, now.getTime()));
    }
    return ids.length;
  });
}

/** More are graded the next time. */
const gradedAtOnce = 500;

const sharedRetries = createRetries();

/**
 * What was handed in and not graded: the server stopped in between, or the sweeper closed it. One that cannot be graded does not keep others from it, and is tried less
 * and less often. Gives the faults that are new.
 */
async function gradeHandedIn(clock: DatabaseClock, retries: Retries): Promise<unknown[]> {
  const database = await getDatabase();
  const nowMs = (await clock(database)).getTime();
  const where = { state: "submitted", id: { notIn: retries.waitingAt(nowMs) } };
  const rows = await database.quizAttempt.findMany({ where, orderBy: { closedAt: "desc" }, take: gradedAtOnce, select: { id: true, userId: true } });
  const faults: unknown[] = [];
  const failed = new Set<string>();
  // Two processes that went through the same list in the same order would wait for each other at each attempt.
  for (const { id, userId } of shuffled(Math.random, rows)) {
    await gradeAttempt({ userId }, id, clock).catch((fault: unknown) => {
      failed.add(id);
      if (retries.failed(id, nowMs)) faults.push(fault);
    });
  }
  retries.settle(failed, nowMs);
  return faults;
}

/**
 * Closes the attempts whose time is up though nobody looks at them, with what was saved, and grades what is closed. Any number of processes may do it at once. Throws an
 * AggregateError of what could not be graded, after all else; what fails again is not named again.
 */
export async function sweepAttempts(clock: DatabaseClock, retries = sharedRetries): Promise<void> {
  while ((await closeSome(clock)) === closedAtOnce);
  const faults = await gradeHandedIn(clock, retries);
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} quizzes could not be graded.`);
}
