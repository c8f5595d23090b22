import "server-only";
import type { AssignedWork, ClassMember } from "@/lib/db/generated/client";
import type { Transaction } from "./transaction";

type Move = { guestId: string; accountId: string };

const earlier = (a: Date | null, b: Date | null) => (a !== null && b !== null ? (a < b ? a : b) : (a ?? b));

/** The more of both that a teacher has granted. */
const moreTime = (a: ClassMember, b: ClassMember) => ({
  timeMultiplier: Math.max(a.timeMultiplier, b.timeMultiplier),
  extraMinutes: Math.max(a.extraMinutes, b.extraMinutes),
  hasNoTimeLimit: a.hasNoTimeLimit || b.hasNoTimeLimit,
  extraAttempts: Math.max(a.extraAttempts, b.extraAttempts),
});

/** Where both are in a class, it goes on calling the account what it did, from when the first of them joined. */
async function moveMemberships(tx: Transaction, { guestId, accountId }: Move): Promise<void> {
  const guests = await tx.classMember.findMany({ where: { userId: guestId } });
  const both = await tx.classMember.findMany({ where: { userId: accountId, classId: { in: guests.map(({ classId }) => classId) } } });
  for (const account of both) {
    const { classId } = account;
    const guest = guests.find((member) => member.classId === classId)!;
    const data = { joinedAt: earlier(account.joinedAt, guest.joinedAt)!, ...moreTime(account, guest) };
    await tx.classMember.update({ where: { classId_userId: { classId, userId: accountId } }, data, select: { userId: true } });
  }
  await tx.classMember.updateMany({ where: { userId: guestId, classId: { notIn: both.map(({ classId }) => classId) } }, data: { userId: accountId } });
}

/** What a teacher decided about either holds; about both, what was decided about the account. */
async function mergeWork(tx: Transaction, { assignmentId, userId, ...account }: AssignedWork, guest: AssignedWork): Promise<void> {
  const isAccounts = account.score !== null || guest.score === null;
  await tx.assignedWork.update({
    where: { assignmentId_userId: { assignmentId, userId } },
    data: {
      isChosen: account.isChosen || guest.isChosen,
      isExcused: account.isExcused || guest.isExcused,
      score: account.score ?? guest.score,
      note: isAccounts ? account.note || guest.note : guest.note || account.note,
      reachedAt: earlier(account.reachedAt, guest.reachedAt),
    },
    select: { userId: true },
  });
}

async function moveWork(tx: Transaction, { guestId, accountId }: Move): Promise<void> {
  const guests = await tx.assignedWork.findMany({ where: { userId: guestId } });
  const both = await tx.assignedWork.findMany({ where: { userId: accountId, assignmentId: { in: guests.map(({ assignmentId }) => assignmentId) } } });
  for (const work of both) await mergeWork(tx, work, guests.find(({ assignmentId }) => assignmentId === work.assignmentId)!);
  await tx.assignedWork.updateMany({ where: { userId: guestId, assignmentId: { notIn: both.map(({ assignmentId }) => assignmentId) } }, data: { userId: accountId } });
}

/** Nobody has two open attempts at one assignment: the account's stays the class's, and the guest's goes on as a quiz of one's own. */
async function freeSecondAttempts(tx: Transaction, { guestId, accountId }: Move): Promise<void> {
  const open = await tx.quizAttempt.findMany({ where: { userId: accountId, state: "in_progress", assignmentId: { not: null } }, select: { assignmentId: true } });
  await tx.quizAttempt.updateMany({ where: { userId: guestId, state: "in_progress", assignmentId: { in: open.map(({ assignmentId }) => assignmentId!) } }, data: { assignmentId: null, paperRevision: null } });
}

/** Moves what a guest is to classes, and what teachers decided about their work, into an account; before the attempts themselves move. */
export async function moveClasses(tx: Transaction, move: Move): Promise<void> {
  const { guestId, accountId } = move;
  await moveMemberships(tx, move);
  await moveWork(tx, move);
  await freeSecondAttempts(tx, move);
  await tx.classChange.updateMany({ where: { actorId: guestId }, data: { actorId: accountId } });
  await tx.classChange.updateMany({ where: { subjectId: guestId }, data: { subjectId: accountId } });
}
