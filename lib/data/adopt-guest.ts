import "server-only";
import { Prisma, type FactChoice, type User } from "@/lib/db/generated/client";
import { moveClasses } from "./adopt-guest-classes";
import { findLearner, refoldLearner } from "./learner";
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

const longestNote = 1000;

const joinNotes = (notes: readonly string[]) => [...new Set(notes.filter((note) => note !== ""))].join("\n").slice(0, longestNote);

/** What either put aside is put aside; notes are kept one below the other. */
async function mergeChoice(tx: Transaction, { userId, factId, mnemonic, changedFrom, suspendedAt, buriedUntil }: FactChoice, guests: FactChoice): Promise<void> {
  const json = (changedFrom ?? guests.changedFrom) as Prisma.InputJsonValue | null;
  await tx.factChoice.update({
    where: { userId_factId: { userId, factId } },
    data: {
      suspendedAt: suspendedAt ?? guests.suspendedAt,
      buriedUntil: buriedUntil ?? guests.buriedUntil,
      mnemonic: joinNotes([mnemonic, guests.mnemonic]),
      changedFrom: json ?? Prisma.DbNull,
    },
  });
}

async function moveChoices(tx: Transaction, { guestId, accountId }: Move): Promise<void> {
  const guests = await tx.factChoice.findMany({ where: { userId: guestId } });
  const both = await tx.factChoice.findMany({ where: { userId: accountId, factId: { in: guests.map(({ factId }) => factId) } } });
  for (const choice of both) await mergeChoice(tx, choice, guests.find(({ factId }) => factId === choice.factId)!);
  await tx.factChoice.updateMany({ where: { userId: guestId, factId: { notIn: both.map(({ factId }) => factId) } }, data: { userId: accountId } });
}

/** A plan for a set that both have one for stays the account's. */
async function moveSets(tx: Transaction, { guestId, accountId }: Move): Promise<void> {
  await tx.factSet.updateMany({ where: { ownerId: guestId }, data: { ownerId: accountId } });
  await tx.ownPicture.updateMany({ where: { ownerId: guestId }, data: { ownerId: accountId } });
  const planned = await tx.examPlan.findMany({ where: { userId: accountId }, select: { setId: true } });
  await tx.examPlan.updateMany({ where: { userId: guestId, setId: { notIn: planned.map(({ setId }) => setId) } }, data: { userId: accountId } });
}

/** The account goes on with parameters of its own; with the guest's, if it has none. */
async function moveParameters(tx: Transaction, { guestId, accountId }: Move, guest: Pick<User, "parametersId">): Promise<void> {
  await tx.parameterTrial.updateMany({ where: { userId: guestId }, data: { userId: accountId } });
  if (guest.parametersId !== null) await tx.user.updateMany({ where: { id: accountId, parametersId: null }, data: { parametersId: guest.parametersId } });
}

async function moveLog(tx: Transaction, { guestId, accountId }: Move): Promise<void> {
  const [where, data] = [{ userId: guestId }, { userId: accountId }];
  await tx.reviewEvent.updateMany({ where, data });
  await tx.undoEvent.updateMany({ where, data });
  await tx.presentation.updateMany({ where, data });
  await tx.questionReport.updateMany({ where, data });
  // One that is under way goes on, with the time that it has.
  await tx.quizAttempt.updateMany({ where, data });
}

/** Moves all that a guest did into an account, folds the joined log anew and removes the guest. Done a second time it does nothing. */
export async function adoptGuest(move: Move): Promise<void> {
  const { guestId, accountId } = move;
  if (guestId === accountId) return;
  await inTransaction(async (tx) => {
    for (const id of [guestId, accountId].sort()) await lockUser(tx, id);
    const guest = await tx.user.findFirst({ where: { id: guestId, userName: null }, select: { parametersId: true } });
    const account = await tx.user.findUnique({ where: { id: accountId }, select: { id: true } });
    if (!guest || !account) return;
    await moveOpenQuestions(tx, move);
    await moveClasses(tx, move);
    await moveLog(tx, move);
    await moveChoices(tx, move);
    await moveSets(tx, move);
    await moveParameters(tx, move, guest);
    await tx.user.delete({ where: { id: guestId } });
    // Values that the guest learnt may be others than the account's were compared with.
    await tx.user.update({ where: { id: accountId }, data: { contentVersion: null } });
    await refoldLearner(tx, await findLearner(tx, accountId));
  });
}
