import "server-only";
import type { User } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { closesAtMs } from "@/lib/quiz/attempt";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";
import { paperDeadline, type Accommodation } from "@/lib/quiz/time-limit";
import { AppError } from "@/lib/shared/app-error";
import { dateOf } from "./quiz-attempt-rows";
import { writePaper } from "./quiz-paper";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `count` may be less than was asked for, where the facts do not give so many questions. */
export type StartedQuiz = { attemptId: string; count: number };

/** The work of a class that an attempt is done for; `closesAt`: when nothing of it is taken any more. */
export type AssignedTo = { assignmentId: string; paperRevision: number; closesAt: Date | null };

export type NewAttempt = {
  attemptId: string; userId: string; setup: QuizSetup; timeZone: string; accommodation: Accommodation;
  items: readonly Item[]; scopeName: string | null; contentVersion: string; startedAt: Date; assignedTo: AssignedTo | null;
};

/** The viewer's attempt of that id; undefined where there is none. Throws CONFLICT for an id that is another's. */
export async function findStarted(tx: Transaction, { userId }: Viewer, attemptId: string): Promise<(StartedQuiz & { assignmentId: string | null }) | undefined> {
  const known = await tx.quizAttempt.findUnique({ where: { id: attemptId }, select: { userId: true, assignmentId: true, _count: { select: { slots: true } } } });
  if (known && known.userId !== userId) throw new AppError("CONFLICT", "This quiz could not be started. Please start it again.");
  return known ? { attemptId, count: known._count.slots, assignmentId: known.assignmentId } : undefined;
}

/** Whoever takes the quiz. Throws UNAUTHENTICATED where they are gone. */
export async function findTaker(tx: Transaction, { userId }: Viewer): Promise<User> {
  const user = await tx.user.findUnique({ where: { id: userId } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  return user;
}

/** Writes an attempt that begins at `startedAt`, with its paper frozen. */
export async function createAttempt(tx: Transaction, made: NewAttempt): Promise<StartedQuiz> {
  const { attemptId, userId, setup, timeZone, accommodation, items, scopeName, contentVersion, startedAt, assignedTo } = made;
  const startedAtMs = startedAt.getTime();
  const deadlineAtMs = paperDeadline(startedAtMs, setup.timer, accommodation, assignedTo?.closesAt?.getTime() ?? null);
  await tx.quizAttempt.create({
    data: {
      id: attemptId,
      userId,
      setup,
      scopeName: scopeName?.slice(0, 200) ?? null,
      assignmentId: assignedTo?.assignmentId ?? null,
      paperRevision: assignedTo?.paperRevision ?? null,
      contentVersion,
      timeZone,
      startedAt,
      deadlineAt: dateOf(deadlineAtMs),
      closesAt: new Date(closesAtMs({ startedAtMs, deadlineAtMs })),
      timeMultiplier: accommodation.multiplier,
      extraMs: accommodation.extraMs,
      isUnlimited: accommodation.isUnlimited,
    },
    select: { id: true },
  });
  await writePaper(tx, attemptId, items, setup.timer.kind === "question" ? null : startedAt);
  return { attemptId, count: items.length };
}
