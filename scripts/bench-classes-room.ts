import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { memoryModel } from "@/lib/scheduling/learner-memory";

export type BenchRoom = { classId: string; teacherId: string; assignmentId: string; pupils: number; responses: number };

const dayMs = 86_400_000;
const [works, studies, questionsEach, knownFacts] = [30, 6, 12, 500];

/** One in five is a goal of studying, the rest quizzes; the last few are still running. */
const planOf = (index: number): AssignmentPlan =>
  index % (works / studies) === 3
    ? { kind: "study", scope: { kind: "topics", topics: ["engines", "launch-vehicles"] }, goal: 0.9 }
    : { kind: "quiz", setup: { ...usualSetup, count: questionsEach }, attempts: 2, counted: "best", isShuffled: false, shows: "at-once" };

const schedulePlaces = (index: number, now: Date) => [now.getTime() - (works - index) * 3 * dayMs, now.getTime() + (index - works + 4) * 3 * dayMs].map((ms) => new Date(ms));

async function writePeople(pool: Pool, classId: string, pupils: number, teacher: { userName: string; passwordHash: string }): Promise<string> {
  const teacherId = randomUUID();
  await pool.query('INSERT INTO "User" ("id", "userName", "passwordHash", "memoryModel") VALUES ($1, $2, $3, $4)', [teacherId, teacher.userName, teacher.passwordHash, memoryModel]);
  await pool.query(`INSERT INTO "Class" ("id", "name", "createdAt") VALUES ($1, $2, now() - interval '200 days')`, [classId, `Class of ${pupils}`]);
  await pool.query(`INSERT INTO "ClassMember" ("classId", "userId", "role", "name", "joinedAt") VALUES ($1, $2, 'teacher', 'The teacher', now() - interval '200 days')`, [classId, teacherId]);
  await pool.query(
    `WITH pupil AS (INSERT INTO "User" ("id", "memoryModel") SELECT gen_random_uuid(), $3 FROM generate_series(1, $2) RETURNING "id")
     INSERT INTO "ClassMember" ("classId", "userId", "role", "name", "joinedAt")
     SELECT $1, "id", 'pupil', CASE WHEN n % 37 = 0 THEN 'Somebody with very many given names and a double-barrelled surname, number ' ELSE 'Pupil ' END || n, now() - interval '190 days'
     FROM (SELECT "id", row_number() OVER () AS n FROM pupil) numbered`,
    [classId, pupils, memoryModel],
  );
  return teacherId;
}

/** Nine of ten take the quiz, one of five a second time; the better somebody is the more is right. */
const writeAttempts = `
  WITH taken AS (
    SELECT gen_random_uuid() AS "id", m."userId", $2::timestamptz + random() * ($3::timestamptz - $2::timestamptz) + n * interval '1 hour' AS "at"
    FROM "ClassMember" m CROSS JOIN generate_series(1, 2) n WHERE m."classId" = $4 AND m."role" = 'pupil' AND random() < CASE WHEN n = 1 THEN 0.9 ELSE 0.2 END
  ), attempt AS (
    INSERT INTO "QuizAttempt" ("id", "userId", "setup", "assignmentId", "paperRevision", "contentVersion", "state", "timeZone", "startedAt", "closesAt", "closedAt", "points", "mostPoints")
    SELECT "id", "userId", '{}', $1, 1, 'bench', 'graded', 'UTC', "at", "at" + interval '1 hour', "at" + interval '20 minutes', 0, cardinality($5::int[]) FROM taken RETURNING "id", "userId", "closedAt"
  )
  INSERT INTO "QuizSlot" ("attemptId", "position", "factId", "itemId", "item", "optionIds", "openedAt", "response", "sequence", "elapsedMs", "savedAt", "verdict", "score", "points", "mostPoints")
  SELECT "id", place - 1, "factId", "itemId", "item", '{}', "closedAt", CASE WHEN "wasRight" THEN "isRight" ELSE "isWrong" END, 1, 4000, "closedAt", CASE WHEN "wasRight" THEN 'exact' ELSE 'wrong' END, "wasRight"::int, "wasRight"::int, 1
  FROM (
    SELECT attempt.*, q.*, place, random() < 0.35 + 0.6 * (hashtext(attempt."userId"::text) & 1023) / 1023 AS "wasRight"
    FROM attempt CROSS JOIN unnest($5::int[]) WITH ORDINALITY AS asked("question", place) JOIN bench_question q ON q."number" = asked."question"
  ) answered`;

const writePoints = `UPDATE "QuizAttempt" a SET "points" = s."points" FROM (SELECT "attemptId", sum("points") AS "points" FROM "QuizSlot" GROUP BY 1) s WHERE s."attemptId" = a."id" AND a."assignmentId" = $1`;

const writePaper = `INSERT INTO "AssignmentPaper" ("assignmentId", "revision", "items", "contentVersion", "createdAt")
  SELECT $1, 1, jsonb_agg(q."item" ORDER BY place), 'bench', now() FROM unnest($2::int[]) WITH ORDINALITY AS asked("question", place) JOIN bench_question q ON q."number" = asked."question"`;

async function writeWork(pool: Pool, classId: string, index: number, byFact: readonly number[][], now: Date): Promise<string> {
  const [id, plan, [opensAt, dueAt]] = [randomUUID(), planOf(index), schedulePlaces(index, now)];
  const title = index % 9 === 4 ? `Work ${index + 1}: what is known of the launch vehicles, their engines and the sites that they are launched from` : `Work ${index + 1}`;
  await pool.query(
    `INSERT INTO "Assignment" ("id", "classId", "title", "plan", "isPublished", "opensAt", "dueAt", "closesAt", "paperRevision", "createdAt", "changedAt") VALUES ($1, $2, $3, $4, true, $5, $6, $7, $8, $5, $5)`,
    [id, classId, title, JSON.stringify(plan), opensAt, dueAt, new Date(dueAt!.getTime() + dayMs), plan.kind === "quiz" ? 1 : null],
  );
  if (plan.kind === "study") return id;
  const questions = byFact.slice(index * questionsEach, (index + 1) * questionsEach).map((ofFact) => ofFact[0]!);
  await pool.query(writePaper, [id, questions]);
  await pool.query(writeAttempts, [id, opensAt, new Date(Math.min(now.getTime() - dayMs / 4, dueAt!.getTime() + dayMs / 4)), classId, questions]);
  await pool.query(writePoints, [id]);
  return id;
}

/** What everybody remembers of some hundreds of facts. */
const writeMemories = `
  INSERT INTO "MemoryState" ("userId", "factId", "stabilityDays", "difficulty", "reviewCount", "lapseCount", "firstDay", "lastDay", "dueOn")
  SELECT m."userId", f."factId", 1 + random() * 90, 5, 4, 1, to_char(now() - interval '60 days', 'YYYY-MM-DD'), to_char(now() - random() * interval '30 days', 'YYYY-MM-DD'), to_char(now(), 'YYYY-MM-DD')
  FROM "ClassMember" m CROSS JOIN (SELECT DISTINCT "factId" FROM bench_question LIMIT $2) f WHERE m."classId" = $1 AND m."role" = 'pupil'`;

/** Writes a class with 30 pieces of work, taken over the last three months, the papers of real questions; `byFact` as `writeQuestions` gives it. */
export async function writeClass(pool: Pool, byFact: readonly number[][], pupils: number, teacher: { userName: string; passwordHash: string }, now: Date): Promise<BenchRoom> {
  const classId = randomUUID();
  const teacherId = await writePeople(pool, classId, pupils, teacher);
  let assignmentId = "";
  for (let index = 0; index < works; index++) assignmentId = await writeWork(pool, classId, index, byFact, now);
  await pool.query(writeMemories, [classId, knownFacts]);
  await pool.query("VACUUM ANALYZE");
  const { rows: [counted] } = await pool.query<{ count: string }>('SELECT count(*) FROM "QuizSlot" s JOIN "QuizAttempt" a ON a."id" = s."attemptId" JOIN "Assignment" w ON w."id" = a."assignmentId" WHERE w."classId" = $1', [classId]);
  return { classId, teacherId, assignmentId, pupils, responses: Number(counted!.count) };
}
