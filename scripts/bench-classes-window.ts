import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { changeAssignment } from "@/lib/data/assignment-write";
import { changeAccommodations } from "@/lib/data/class-accommodations";
import { databaseClock } from "@/lib/data/database-clock";
import { saveAnswer } from "@/lib/data/quiz-save";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import type { BenchRoom } from "./bench-classes-room";

const [questions, changes, savers, hourMs] = [30, 60, 4, 3_600_000];
const plan: AssignmentPlan = { kind: "quiz", setup: { ...usualSetup, count: questions, timer: { kind: "paper", seconds: 3600 } }, attempts: 1, counted: "best", isShuffled: false, shows: "at-once" };

const writeRunning = `
  WITH attempt AS (
    INSERT INTO "QuizAttempt" ("id", "userId", "setup", "assignmentId", "paperRevision", "contentVersion", "state", "timeZone", "startedAt", "deadlineAt", "closesAt")
    SELECT gen_random_uuid(), "userId", $2::jsonb, $1, 1, 'bench', 'in_progress', 'UTC', now(), now() + interval '1 hour', now() + interval '61 minutes' FROM "ClassMember" WHERE "classId" = $3 AND "role" = 'pupil' RETURNING "id", "userId"
  ), slots AS (
    INSERT INTO "QuizSlot" ("attemptId", "position", "factId", "itemId", "item", "optionIds", "openedAt")
    SELECT a."id", n - 1, q."factId", q."itemId", q."item", '{}', now() FROM attempt a CROSS JOIN generate_series(1, ${questions}) n JOIN bench_question q ON q."number" = n
  ) SELECT "id", "userId" FROM attempt`;

type Running = { id: string; userId: string };

/** All pupils of a class in one quiz at once. */
async function writeQuiz(pool: Pool, classId: string): Promise<{ assignmentId: string; running: Running[] }> {
  const assignmentId = randomUUID();
  await pool.query(
    `INSERT INTO "Assignment" ("id", "classId", "title", "plan", "isPublished", "paperRevision", "createdAt", "changedAt") VALUES ($1, $2, 'Under way', $3, true, 1, now(), now())`,
    [assignmentId, classId, JSON.stringify(plan)],
  );
  await pool.query(`INSERT INTO "AssignmentPaper" ("assignmentId", "revision", "items", "contentVersion", "createdAt") VALUES ($1, 1, '[]', 'bench', now())`, [assignmentId]);
  const { rows } = await pool.query<Running>(writeRunning, [assignmentId, JSON.stringify(plan.kind === "quiz" && plan.setup), classId]);
  await pool.query("ANALYZE");
  return { assignmentId, running: rows };
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const quantile = (took: readonly number[], share: number) => Math.round(took.toSorted((a, b) => a - b)[Math.floor(took.length * share)] ?? 0);

/** Pupils save one after the other, a few at a time, until `isOver`; how long each waited. */
async function saveOn(running: readonly Running[], isOver: () => boolean): Promise<number[]> {
  const waits: number[] = [];
  let sequence = 0;
  const saver = async () => {
    while (!isOver()) {
      const { id, userId } = running[sequence++ % running.length]!;
      const save = { position: sequence % questions, response: null, certainty: null, isFlagged: sequence % 2 === 0, isFinal: false, sequence, leaseId: randomUUID(), elapsedMs: 1000 };
      waits.push(await timed(() => saveAnswer({ userId }, id, save, databaseClock)));
    }
  };
  await Promise.all(Array.from({ length: savers }, saver));
  return waits;
}

/** How long a teacher's change takes while all pupils of a class are in a quiz, and how long a save of a pupil waits meanwhile; false where one waited too long. */
export async function measureWindow(pool: Pool, { classId, teacherId, pupils }: BenchRoom, mostWaitMs: number): Promise<boolean> {
  const { assignmentId, running } = await writeQuiz(pool, classId);
  const teacher = { userId: teacherId };
  const terms = { title: "Under way", instructions: "", plan, opensAt: null, dueAt: null, isForAll: true, chosen: [] };
  const kinds: Record<string, (n: number) => Promise<unknown>> = {
    "nothing": () => new Promise((done) => setTimeout(done, 100)),
    "the window's end moves": (n) => changeAssignment(teacher, assignmentId, { ...terms, closesAt: new Date(Date.now() + (2 + (n % 2)) * hourMs) }, databaseClock),
    "a pupil gets more time": (n) => changeAccommodations(teacher, classId, running[n % running.length]!.userId, { timeMultiplier: 1.25, extraMinutes: n % 7, hasNoTimeLimit: false, extraAttempts: 0 }, databaseClock),
  };
  let isMet = true;
  console.log(`\n| while ${pupils} are in a quiz | p50 ms | p99 ms | saves | p50 ms | p99 ms | longest ms |\n|---|---|---|---|---|---|---|`);
  for (const [name, change] of Object.entries(kinds)) {
    const took: number[] = [];
    let isOver = false;
    const saving = saveOn(running, () => isOver);
    try {
      for (let n = 0; n < changes; n++) took.push(await timed(() => change(n)));
    } finally {
      isOver = true;
    }
    const waits = await saving;
    const longest = Math.round(Math.max(...waits));
    isMet &&= longest <= mostWaitMs;
    console.log(`| ${name} | ${quantile(took, 0.5)} | ${quantile(took, 0.99)} | ${waits.length} | ${quantile(waits, 0.5)} | ${quantile(waits, 0.99)} | ${longest} |`);
  }
  return isMet;
}
