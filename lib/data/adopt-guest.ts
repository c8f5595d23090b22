import "server-only";
import { refoldFact } from "./review-log";
import { openKeyOf } from "./study";
import { inTransaction, lockUser, type Transaction } from "./transaction";

type Move = { guestId: string; accountId: string };

/** Open questions move too, for answers that are still on their way; where both have one for a fact, the account's stays the open one. */
async function moveOpenQuestions(tx: Transaction, { guestId, accountId }: Move): Promise<void> {
  const open = await tx.presentation.findMany({ where: { userId: guestId, openKey: { not: null } }, select: { id: true, factId: true } });
  const taken = await tx.presentation.findMany({
    where: { userId: accountId, openKey: { in: open.map(({ factId }) => openKeyOf(accountId, factId)) } },
    select: { factId: true },
  });
  const takenFacts = new Set(taken.map(({ factId }) => factId));
  for (const { id, factId } of open) {
    const openKey = takenFacts.has(factId) ? null : openKeyOf(accountId, factId);
    await tx.presentation.update({ where: { id, userId: guestId }, data: { openKey } });
  }
}

/** Moves a guest's log into an account, folds the touched facts anew and removes the guest. Done a second time it does nothing. */
export async function adoptGuest(move: Move): Promise<void> {
  const { guestId, accountId } = move;
  if (guestId === accountId) return;
  await inTransaction(async (tx) => {
    for (const id of [guestId, accountId].sort()) await lockUser(tx, id);
    const guest = await tx.user.findFirst({ where: { id: guestId, userName: null }, select: { id: true } });
    const account = await tx.user.findUnique({ where: { id: accountId } });
    if (!guest || !account) return;
    const touched = await tx.reviewEvent.findMany({ where: { userId: guestId }, distinct: ["factId"], select: { factId: true } });
    await moveOpenQuestions(tx, move);
    await tx.reviewEvent.updateMany({ where: { userId: guestId }, data: { userId: accountId } });
    await tx.presentation.updateMany({ where: { userId: guestId }, data: { userId: accountId } });
    await tx.questionReport.updateMany({ where: { userId: guestId }, data: { userId: accountId } });
    for (const { factId } of touched) await refoldFact(tx, account, factId);
    await tx.user.delete({ where: { id: guestId } });
  });
}
