import "server-only";
import { memoryModel } from "@/lib/scheduling/learner-memory";
import { AppError } from "@/lib/shared/app-error";
import { findLearner, type Learner } from "./learner";
import { inSnapshot, inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/**
 * Reads a learner's log and memory as they were at one moment; nobody waits for it. A memory of an older model is folded anew first.
 * Throws UNAUTHENTICATED without a user.
 */
export async function inLearnerSnapshot<T>({ userId }: Viewer, read: (tx: Transaction, learner: Learner) => Promise<T>): Promise<T> {
  for (;;) {
    const done = await inSnapshot(async (tx) => {
      const learner = await tx.user.findUnique({ where: { id: userId }, include: { parameters: true } });
      if (!learner) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
      return learner.memoryModel === memoryModel ? { read: await read(tx, learner) } : null;
    });
    if (done) return done.read;
    await inTransaction(async (tx) => {
      await lockUser(tx, userId);
      await findLearner(tx, userId);
    });
  }
}
