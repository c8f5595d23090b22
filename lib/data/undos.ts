import "server-only";
import type { Presentation } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { findLearner, refoldLearner, type Learner } from "./learner";
import { openKeyOf } from "./study";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

export type GivenUndo = {
  /** Made by the client: the same undo sent again has the same id. */
  eventId: string;
  presentationId: string;
  /** The id of the answer that is taken back. */
  undoes: string;
};

/** Nobody changes their mind so often about one question, and nobody may fill the database. */
export const mostUndos = 20;

/** Whether there is nothing to do: the undo is there already. Throws CONFLICT for an id that stands for something else. */
async function isRecorded(tx: Transaction, { userId }: Viewer, { eventId, presentationId, undoes }: GivenUndo): Promise<boolean> {
  const same = await tx.undoEvent.findUnique({ where: { id: eventId } });
  if (same && (same.userId !== userId || same.presentationId !== presentationId || same.undoes !== undoes)) {
    throw new AppError("CONFLICT", "This id has been used for taking back another answer.");
  }
  return same !== null || (await tx.undoEvent.findFirst({ where: { userId, presentationId, undoes }, select: { id: true } })) !== null;
}

/** The question can be answered again, unless another one on its fact is open. */
async function reopen(tx: Transaction, { id, userId, factId }: Presentation): Promise<void> {
  const openKey = openKeyOf(userId, factId);
  if ((await tx.presentation.findUnique({ where: { openKey }, select: { id: true } })) === null) await tx.presentation.update({ where: { id, userId }, data: { openKey } });
}

/** Folds the log without the answer. Where the learner then last answered to another value, values are to be compared again. */
async function takeBack(tx: Transaction, learner: Learner, { factId }: Presentation): Promise<void> {
  const valueNow = async () => JSON.stringify((await tx.memoryState.findUnique({ where: { userId_factId: { userId: learner.id, factId } }, select: { factValue: true } }))?.factValue);
  const before = await valueNow();
  await refoldLearner(tx, learner);
  if ((await valueNow()) !== before) await tx.user.update({ where: { id: learner.id }, data: { contentVersion: null } });
}

async function undoInside(tx: Transaction, viewer: Viewer, given: GivenUndo, now: Date): Promise<void> {
  const learner = await findLearner(tx, viewer.userId);
  const { eventId, presentationId, undoes } = given;
  const shown = await tx.presentation.findFirst({ where: { id: presentationId, userId: learner.id }, include: { reviews: { select: { id: true } } } });
  if (!shown) throw new AppError("NOT_FOUND", "There is no such question.");
  if (await isRecorded(tx, viewer, given)) return;
  if ((await tx.undoEvent.count({ where: { presentationId } })) >= mostUndos) throw new AppError("RATE_LIMITED", "This question has been taken back too often. Please go on with the next one.");
  await tx.undoEvent.create({ data: { id: eventId, userId: learner.id, presentationId, undoes, undoneAt: now } });
  if (!shown.reviews.some(({ id }) => id === undoes)) return;
  const { reviews: _, ...presentation } = shown;
  await takeBack(tx, learner, presentation);
  await reopen(tx, presentation);
}

/**
 * Takes an answer back: its question is open again, and the memory is as if it had never been given. May come before the answer, again and
 * again, or for an answer that was never recorded. The log keeps both.
 */
export async function undoAnswer(viewer: Viewer, given: GivenUndo, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await lockUser(tx, viewer.userId);
    await undoInside(tx, viewer, given, now);
  });
}
