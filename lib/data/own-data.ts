import "server-only";
import { getDatabase } from "@/lib/db/database";
import { AppError } from "@/lib/shared/app-error";
import { inSnapshot, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";
import { findWithheld } from "./withheld-answers";

const account = {
  id: true, userName: true, createdAt: true, timeZone: true, dayStartHour: true, desiredRetention: true, newFactsPerDay: true, dailyBudget: true, dailyBudgetUnit: true,
  timeMultiplier: true, extraMinutes: true, hasNoTimeLimit: true, hasShortcuts: true, calibrationMu: true, calibrationVariance: true,
} as const;

type AttemptRow = {
  id: string; assignmentId: string | null; setup: unknown; scopeName: string | null; state: string; timeZone: string; startedAt: Date; deadlineAt: Date | null; closedAt: Date | null;
  timeMultiplier: number; extraMs: number; isUnlimited: boolean; points: number | null; mostPoints: number | null;
};

type AnswerRow = { attemptId: string; position: number; factId: string; question: string; response: unknown; certainty: number | null; elapsedMs: number; savedAt: Date | null; verdict: string | null; points: number | null; mostPoints: number | null; isLeftOut: boolean };

/** What was answered in quizzes that are graded: of a quiz under way no question is told that was not come to. */
const readAnswers = (tx: Transaction, userId: string) => tx.$queryRaw<AnswerRow[]>`
  SELECT s."attemptId", s."position", s."factId", s."item"->>'stem' AS "question", s."response", s."certainty", s."elapsedMs", s."savedAt", s."verdict", s."points", s."mostPoints", s."isLeftOut"
  FROM "QuizSlot" s JOIN "QuizAttempt" a ON a."id" = s."attemptId" WHERE a."userId" = ${userId}::uuid AND a."state" = 'graded' ORDER BY s."attemptId", s."position"`;

/** Where a class keeps the answers of a quiz for now, they come without what was right. */
async function attemptsOf(tx: Transaction, { userId }: Viewer, now: Date) {
  const attempts: AttemptRow[] = await tx.quizAttempt.findMany({
    where: { userId },
    orderBy: { startedAt: "asc" },
    select: { id: true, assignmentId: true, setup: true, scopeName: true, state: true, timeZone: true, startedAt: true, deadlineAt: true, closedAt: true, timeMultiplier: true, extraMs: true, isUnlimited: true, points: true, mostPoints: true },
  });
  const answers = new Map<string, Omit<AnswerRow, "attemptId">[]>();
  for (const { attemptId, ...answer } of await readAnswers(tx, userId)) answers.set(attemptId, [...(answers.get(attemptId) ?? []), answer]);
  const kept = new Map<string | null, boolean>();
  for (const { assignmentId } of attempts) if (!kept.has(assignmentId)) kept.set(assignmentId, (await findWithheld(tx, assignmentId, now)) !== null);
  return attempts.map((attempt) => ({
    ...attempt,
    answers: (answers.get(attempt.id) ?? []).map(({ verdict, points, mostPoints, ...given }) => ({ ...given, ...(!kept.get(attempt.assignmentId) && { verdict, points, mostPoints }) })),
  }));
}

const classesOf = (tx: Transaction, { userId }: Viewer) =>
  tx.classMember.findMany({
    where: { userId },
    orderBy: { joinedAt: "asc" },
    select: { role: true, name: true, joinedAt: true, removedAt: true, isManaged: true, timeMultiplier: true, extraMinutes: true, hasNoTimeLimit: true, extraAttempts: true, class: { select: { id: true, name: true } } },
  });

/** Drafts and what else is not theirs to see have no title. */
const workOf = async (tx: Transaction, { userId }: Viewer) =>
  (await tx.assignedWork.findMany({ where: { userId }, omit: { userId: true }, include: { assignment: { select: { title: true, isPublished: true, classId: true } } } })).map(
    ({ assignment, ...work }) => ({ ...work, classId: assignment.classId, title: assignment.isPublished ? assignment.title : null }),
  );

/**
 * Everything that is kept of the viewer but the answers, which are a file of their own, what is worked out of them, and the bytes of their pictures (`ownPictureFiles`). What teachers noted of their work, and what
 * time a class gives them, is of them and theirs to have; nothing of it names another person.
 */
export async function exportOwnData(viewer: Viewer, now: Date) {
  const { userId } = viewer;
  return inSnapshot(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: account });
    if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
    const owned = { where: { userId } };
    return {
      exportedAt: now,
      account: user,
      factChoices: await tx.factChoice.findMany({ ...owned, orderBy: { factId: "asc" }, omit: { userId: true } }),
      memory: await tx.memoryState.findMany({ ...owned, orderBy: { factId: "asc" }, omit: { userId: true } }),
      parameterTrials: await tx.parameterTrial.findMany({ ...owned, orderBy: { triedAt: "asc" }, omit: { userId: true } }),
      sets: await tx.factSet.findMany({ where: { ownerId: userId }, orderBy: { createdAt: "asc" }, omit: { ownerId: true }, include: { revisions: { orderBy: { revision: "asc" }, omit: { setId: true } } } }),
      pictures: await tx.ownPicture.findMany({ where: { ownerId: userId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], omit: { ownerId: true, bytes: true } }),
      examPlans: await tx.examPlan.findMany({ ...owned, omit: { userId: true } }),
      quizzes: await attemptsOf(tx, viewer, now),
      classes: await classesOf(tx, viewer),
      assignedWork: await workOf(tx, viewer),
      reports: await tx.questionReport.findMany({ ...owned, orderBy: { createdAt: "asc" }, omit: { userId: true, item: true, presentationId: true } }),
    };
  });
}

/** The viewer's pictures one after the other, so that a hundred megabytes are never held at once. Those that go meanwhile are left out. */
export async function* ownPictureFiles({ userId }: Viewer, ids: readonly string[]): AsyncGenerator<{ id: string; bytes: Uint8Array }> {
  const database = await getDatabase();
  for (const id of ids) {
    const row = await database.ownPicture.findFirst({ where: { id, ownerId: userId }, select: { bytes: true } });
    if (row) yield { id, bytes: row.bytes };
  }
}

/** What stands in the way of deleting the account, and what goes on without the viewer: classes that they teach alone, and those whose co-teacher takes over. */
export async function classesWithoutViewer({ userId }: Viewer): Promise<{ alone: string[]; handedOver: string[] }> {
  const rows = await (await getDatabase()).classMember.findMany({
    where: { userId, role: "teacher", removedAt: null },
    select: { class: { select: { name: true, _count: { select: { members: { where: { role: "co-teacher", removedAt: null } } } } } } },
  });
  const namesWhere = (isAlone: boolean) => rows.filter((row) => (row.class._count.members === 0) === isAlone).map((row) => row.class.name);
  return { alone: namesWhere(true), handedOver: namesWhere(false) };
}
