import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { AssignedQuiz } from "@/lib/quiz/assigned-quiz";
import { usualSetup } from "@/lib/quiz/quiz-setup";

/** A quiz that a class is given: its paper is one for all, here the one of the attempt that is named. It is closed when the round ends. */
async function writeAssignment(pool: Pool, classId: string, attemptId: string, { count, seconds }: { count: number; seconds: number }): Promise<string> {
  const assignmentId = randomUUID();
  const plan: AssignedQuiz = { kind: "quiz", setup: { ...usualSetup, count, timer: { kind: "paper", seconds } }, attempts: 1, counted: "best", isShuffled: true, shows: "at-once" };
  await pool.query(
    `INSERT INTO "Assignment" ("id", "classId", "title", "plan", "isPublished", "closesAt", "paperRevision", "createdAt", "changedAt")
     VALUES ($1, $2, 'A quiz for all', $3, true, now() + $4 * interval '1 second', 1, now(), now())`,
    [assignmentId, classId, JSON.stringify(plan), seconds],
  );
  await pool.query(
    `INSERT INTO "AssignmentPaper" ("assignmentId", "revision", "items", "contentVersion", "createdAt")
     SELECT $1, 1, jsonb_agg(s."item" ORDER BY s."position"), min(a."contentVersion"), now() FROM "QuizSlot" s JOIN "QuizAttempt" a ON a."id" = s."attemptId" WHERE a."id" = $2`,
    [assignmentId, attemptId],
  );
  return assignmentId;
}

/** Makes a class of all who have no quiz yet, and gives it one with the questions of somebody's attempt; gives the assignment's id. */
export async function assignQuiz(pool: Pool, modelId: string, wanted: { count: number; seconds: number }): Promise<string> {
  const classId = randomUUID();
  await pool.query(`INSERT INTO "Class" ("id", "name", "createdAt") VALUES ($1, 'A class', now())`, [classId]);
  await pool.query(
    `INSERT INTO "ClassMember" ("classId", "userId", "role", "name", "joinedAt")
     SELECT $1, u."id", 'pupil', 'A pupil', now() FROM "User" u WHERE NOT EXISTS (SELECT 1 FROM "QuizAttempt" a WHERE a."userId" = u."id")`,
    [classId],
  );
  return writeAssignment(pool, classId, modelId, wanted);
}
