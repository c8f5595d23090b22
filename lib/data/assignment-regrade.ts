import "server-only";
import { z } from "zod";
import { effectOf, type RegradedPupil, type RegradeEffect } from "@/lib/classroom/regrade";
import { getDatabase } from "@/lib/db/database";
import { Prisma } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { shareOfPoints } from "@/lib/quiz/results";
import { AppError } from "@/lib/shared/app-error";
import { itemsOf } from "./assignment-paper";
import { planOf } from "./assignment-plan";
import { demandAssignment, noSuchAssignment, type AssignmentAccess } from "./class-access";
import { noteChange } from "./class-changes";
import { inTransaction, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** Whether a question of one version of a paper is to be left out of the marks, or to count again. */
export const regradeSchema = z.strictObject({ assignmentId: z.uuid(), revision: z.int().min(1).max(1_000_000), itemId: z.string().min(1).max(500), isLeftOut: z.boolean() });
export type Regrade = z.output<typeof regradeSchema>;

const noSuchQuestion = () => new AppError("NOT_FOUND", "There is no such question.");

type Asked = { access: AssignmentAccess; item: Item; leftOut: string[]; isSo: boolean };

/** Throws NOT_FOUND for a question that the paper does not have, CONFLICT for the last one that counts. */
async function findAsked(tx: Transaction, viewer: Viewer, { assignmentId, revision, itemId, isLeftOut }: Regrade): Promise<Asked> {
  const access = await demandAssignment(tx, viewer, assignmentId, "regrade-assignment");
  if (planOf(access.assignment).kind !== "quiz") throw noSuchAssignment();
  const paper = await tx.assignmentPaper.findUnique({ where: { assignmentId_revision: { assignmentId, revision } } });
  const items = paper ? itemsOf(paper) : [];
  const item = items.find(({ id }) => id === itemId);
  if (!paper || !item) throw noSuchQuestion();
  const others = paper.leftOut.filter((id) => id !== itemId);
  if (isLeftOut && others.length + 1 >= items.length) throw new AppError("CONFLICT", "At least one question must count. Please withdraw the quiz, or excuse the pupils instead.");
  return { access, item, leftOut: isLeftOut ? [...others, itemId] : others, isSo: paper.leftOut.includes(itemId) === isLeftOut };
}

/** As SQL: the points of each graded attempt as they are to be, added up in the order of the places as when they were graded, so that what is taken back comes to the same number. */
const newMarks = ({ assignmentId, revision, itemId, isLeftOut }: Regrade) => Prisma.sql`
  WITH mark AS (
    SELECT s."attemptId", coalesce(sum(s."points" ORDER BY s."position") FILTER (WHERE NOT s."isOut"), 0) AS "points", coalesce(sum(s."mostPoints" ORDER BY s."position") FILTER (WHERE NOT s."isOut"), 0) AS "mostPoints"
    FROM (
      SELECT q."attemptId", q."position", q."points", q."mostPoints", CASE WHEN q."itemId" = ${itemId} THEN ${isLeftOut}::boolean ELSE q."isLeftOut" END AS "isOut"
      FROM "QuizAttempt" a JOIN "QuizSlot" q ON q."attemptId" = a."id"
      WHERE a."assignmentId" = ${assignmentId}::uuid AND a."paperRevision" = ${revision} AND a."state" = 'graded'
    ) s GROUP BY s."attemptId"
  )`;

type Marked = { userId: string; points: number | null; mostPoints: number | null; newPoints: number | null; newMost: number | null };

const share = (points: number | null, mostPoints: number | null) => (points === null ? null : shareOfPoints(points, mostPoints ?? 0));

async function reckonEffect(tx: Transaction, { assignment }: AssignmentAccess, regrade: Regrade): Promise<RegradeEffect> {
  const plan = planOf(assignment);
  const rows = await tx.$queryRaw<Marked[]>`
    ${newMarks(regrade)} SELECT a."userId", a."points", a."mostPoints", coalesce(m."points", a."points") AS "newPoints", coalesce(m."mostPoints", a."mostPoints") AS "newMost"
    FROM "QuizAttempt" a LEFT JOIN mark m ON m."attemptId" = a."id"
    JOIN "ClassMember" c ON c."classId" = ${assignment.classId}::uuid AND c."userId" = a."userId" AND c."role" = 'pupil'
    WHERE a."assignmentId" = ${regrade.assignmentId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "AssignedWork" w WHERE w."assignmentId" = a."assignmentId" AND w."userId" = a."userId" AND (w."isExcused" OR w."score" IS NOT NULL))
    ORDER BY a."startedAt", a."id"`;
  const pupils = new Map<string, { before: (number | null)[]; after: (number | null)[] } & RegradedPupil>();
  for (const { userId, points, mostPoints, newPoints, newMost } of rows) {
    const pupil = pupils.get(userId) ?? { before: [], after: [] };
    pupils.set(userId, pupil);
    pupil.before.push(share(points, mostPoints));
    pupil.after.push(share(newPoints, newMost));
  }
  return effectOf([...pupils.values()], plan.kind === "quiz" ? plan.counted : "last");
}

/** What `regrade` would mean for the marks; nothing is changed. Throws as it does. */
export async function foreseeRegrade(viewer: Viewer, wish: Regrade): Promise<RegradeEffect> {
  const database = await getDatabase();
  const { access } = await findAsked(database, viewer, wish);
  return reckonEffect(database, access, wish);
}

/** Whoever grades an attempt at the paper has it for sharing: an attempt is graded before, and regraded here, or sees what is left out. */
const holdPaper = (tx: Transaction, { assignmentId, revision }: Regrade) =>
  tx.$queryRaw`SELECT 1 FROM "AssignmentPaper" WHERE "assignmentId" = ${assignmentId}::uuid AND "revision" = ${revision} FOR NO KEY UPDATE`;

async function writeMarks(tx: Transaction, wish: Regrade): Promise<void> {
  await tx.$executeRaw`
    ${newMarks(wish)} UPDATE "QuizAttempt" a SET "points" = m."points", "mostPoints" = m."mostPoints" FROM mark m WHERE m."attemptId" = a."id"`;
  await tx.$executeRaw`
    UPDATE "QuizSlot" s SET "isLeftOut" = ${wish.isLeftOut}::boolean FROM "QuizAttempt" a
    WHERE s."attemptId" = a."id" AND s."itemId" = ${wish.itemId} AND a."assignmentId" = ${wish.assignmentId}::uuid AND a."paperRevision" = ${wish.revision} AND a."state" = 'graded'`;
}

/**
 * Leaves a question that turned out to be wrong out of the marks of an assignment, or lets it count again: in all graded attempts at that version of the paper at once, and in those that are graded
 * later. Nobody's review log or memory changes. Gives what it meant; done again it changes nothing more. Throws as `demandAssignment` does, NOT_FOUND for a question that is not in the paper,
 * CONFLICT for the last one that counts.
 */
export async function regrade(viewer: Viewer, wish: Regrade, now: Date): Promise<RegradeEffect> {
  return inTransaction(async (tx) => {
    await demandAssignment(tx, viewer, wish.assignmentId, "regrade-assignment");
    await holdPaper(tx, wish);
    const { access, item, leftOut, isSo } = await findAsked(tx, viewer, wish);
    if (isSo) return { pupils: 0, up: 0, down: 0 };
    const effect = await reckonEffect(tx, access, wish);
    const { assignmentId, revision, itemId } = wish;
    await tx.assignmentPaper.update({ where: { assignmentId_revision: { assignmentId, revision } }, data: { leftOut }, select: { revision: true } });
    await writeMarks(tx, wish);
    const about = `${access.assignment.title}: ${item.stem}`;
    await noteChange(tx, viewer, access, { kind: wish.isLeftOut ? "question-left-out" : "question-counted-again", subjectId: assignmentId, about, details: { revision, itemId, ...effect } }, now);
    return effect;
  });
}

/** The items of a paper that do not count, which nobody changes until the transaction ends. */
export async function holdLeftOut(tx: Transaction, { assignmentId, paperRevision }: { assignmentId: string | null; paperRevision: number | null }): Promise<ReadonlySet<string>> {
  if (assignmentId === null || paperRevision === null) return new Set();
  const rows = await tx.$queryRaw<{ leftOut: string[] | null }[]>`
    SELECT "leftOut" FROM "AssignmentPaper" WHERE "assignmentId" = ${assignmentId}::uuid AND "revision" = ${paperRevision} FOR SHARE`;
  return new Set(rows[0]?.leftOut ?? []);
}
