import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { LearnerDay } from "@/lib/scheduling/learner-day";
import type { WaitingFact } from "@/lib/scheduling/queue";
import { isStanding } from "./standing-answers";
import type { Transaction } from "./transaction";

/** Whose facts, and on which of their days. */
export type LearnerToday = { userId: string; today: LearnerDay };

/** So many of the facts that have been due for longest are compared with each other; a learner with more due is asked those first anyway. */
const comparedAtOnce = 1000;

/** The begun facts to choose from: all that are due, those of a list, or those that are least sure to be recalled. */
export type Pool =
  | { kind: "due" }
  | { kind: "listed"; factIds: readonly string[] }
  /** Stability under `fragileDays`, or last answered longer ago than stability × `forgottenAfter`. */
  | { kind: "weak"; fragileDays: number; forgottenAfter: number };

/** `count` is of all in the pool that may be asked; `isAll` says that no fact has been left out for want of room. */
export type WaitingFacts = { facts: WaitingFact[]; count: number; isAll: boolean };

const isPutAside = (today: LearnerDay) => Prisma.sql`(c."suspendedAt" IS NOT NULL OR c."buriedUntil" > ${today})`;

const hasNoChoice = (userId: string, factId: Prisma.Sql, choice: Prisma.Sql) => Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "FactChoice" c WHERE c."userId" = ${userId}::uuid AND c."factId" = ${factId} AND ${choice})`;

const elapsedShare = (today: LearnerDay) => Prisma.sql`(${today}::date - "lastDay"::date) / "stabilityDays"`;

/** Own facts of these sets. */
export const isOfSets = (setIds: readonly string[]) => Prisma.sql`"factId" LIKE ANY(${setIds.map((setId) => `own.${setId}.%`)}::text[])`;

/** Each reads its rows along an index, and no more than asked for. */
function poolOf({ userId, today }: LearnerToday, pool: Pool, most: number, restingSets: readonly string[]): Prisma.Sql {
  const isHere = restingSets.length > 0 ? Prisma.sql`AND NOT ${isOfSets(restingSets)}` : Prisma.empty;
  const begun = Prisma.sql`SELECT "factId", "stabilityDays", "difficulty", "dueOn", "lastDay", "intervalDays" FROM "MemoryState" WHERE "userId" = ${userId}::uuid AND "lastDay" < ${today} ${isHere}`;
  if (pool.kind === "listed") return Prisma.sql`${begun} AND "factId" = ANY(${[...pool.factIds]}::text[])`;
  const longestDue = Prisma.sql`ORDER BY "dueOn" LIMIT ${most}`;
  if (pool.kind === "due") return Prisma.sql`${begun} AND "dueOn" <= ${today} ${longestDue}`;
  return Prisma.sql`SELECT * FROM (${begun} ${longestDue}) s WHERE "stabilityDays" < ${pool.fragileDays} OR ${elapsedShare(today)} > ${pool.forgottenAfter}`;
}

type WaitingRow = WaitingFact & { isResting: boolean; count: number; pooled: number };

/** Due ones by relative overdueness, the others by the chance of recall; days are cast once, since a cast costs more than a comparison. */
function urgencyOf(pool: Pool, today: LearnerDay): Prisma.Sql {
  const day = Prisma.sql`(SELECT ${today}::date)`;
  const overdueness = Prisma.sql`(${day} - "dueOn"::date)::float8 / GREATEST("intervalDays", 1)`;
  if (pool.kind === "due") return Prisma.sql`${overdueness} DESC`;
  const elapsedShare = Prisma.sql`(${day} - "lastDay"::date) / "stabilityDays"`;
  if (pool.kind === "weak") return Prisma.sql`${elapsedShare} DESC`;
  return Prisma.sql`"dueOn" <= ${today} DESC, CASE WHEN "dueOn" <= ${today} THEN ${overdueness} ELSE ${elapsedShare} END DESC`;
}

/**
 * The begun facts to ask next, at most `limit`: due ones by relative overdueness, of equals the easy ones (memory-model page §3.9), then
 * the others, those with the lowest chance of recall first. Facts answered today, put aside, with a changed value, or of `restingSets` are left out.
 */
export async function loadWaiting(tx: Transaction, who: LearnerToday, pool: Pool, limit: number, restingSets: readonly string[] = []): Promise<WaitingFacts> {
  const { userId, today } = who;
  const most = Math.max(comparedAtOnce, limit);
  // One pass over the pool: what rests is sorted last instead of left out, so that both counts come with the rows.
  const rows = await tx.$queryRaw<WaitingRow[]>`
    SELECT "factId", "stabilityDays"::real AS "stabilityDays", "difficulty"::real AS "difficulty", "dueOn", "intervalDays", "isResting",
      count(*) FILTER (WHERE NOT "isResting") OVER ()::int AS "count", count(*) OVER ()::int AS "pooled"
    FROM (
      SELECT p.*, "factId" IN (SELECT c."factId" FROM "FactChoice" c WHERE c."userId" = ${userId}::uuid AND (${isPutAside(today)} OR c."changedFrom" IS NOT NULL)) AS "isResting"
      FROM (${poolOf(who, pool, most, restingSets)}) p
    ) w
    ORDER BY "isResting", ${urgencyOf(pool, today)}, "difficulty", hashtext("factId"), "factId"
    LIMIT ${limit}`;
  const { count = 0, pooled = 0 } = rows[0] ?? {};
  const facts = rows
    .filter(({ isResting }) => !isResting)
    .map(({ factId, stabilityDays, difficulty, dueOn, intervalDays }) => ({ factId, stabilityDays, difficulty, dueOn, intervalDays }));
  return { facts, count, isAll: facts.length < limit && (pool.kind === "listed" || pooled < most) };
}

/** What comes whether it was planned for today or not. */
export type Urgent = {
  /** Facts whose value is another than the one that was learnt. */
  changed: string[];
  /** Facts answered wrongly today and not put right yet, with how many answers have been given since; the longest ago first. */
  missed: { factId: string; answersSince: number }[];
};

const answersAfterMiss = (userId: string) => Prisma.sql`(
  SELECT count(*) FROM "ReviewEvent" r WHERE r."userId" = ${userId}::uuid AND r."factId" = m."factId" AND r."answeredAt" > a."missedAt" AND ${isStanding("r")})`;

/** A miss that comes once more after it was put right comes until so many answers have followed it. */
const triesAfterMiss = 2;

/** The facts that have changed and those missed today, of a list or (null) of all; none that are put aside. `isRepeated`: a miss comes once more after it has been put right. */
export async function loadUrgent(tx: Transaction, who: LearnerToday, factIds: readonly string[] | null, isRepeated: boolean): Promise<Urgent> {
  const { userId, today } = who;
  const isOpen = hasNoChoice(userId, Prisma.sql`m."factId"`, isPutAside(today));
  const isListed = factIds === null ? Prisma.sql`true` : Prisma.sql`m."factId" = ANY(${[...factIds]}::text[])`;
  const rows = await tx.$queryRaw<{ factId: string; answersSince: number | null }[]>`
    SELECT m."factId", (SELECT count(*)::int FROM "ReviewEvent" s WHERE s."userId" = ${userId}::uuid AND s."answeredAt" > a."answeredAt") AS "answersSince"
    FROM (
      SELECT "factId", max("answeredAt") AS "answeredAt", max("answeredAt") FILTER (WHERE "rating" = 1) AS "missedAt"
      FROM "ReviewEvent" e WHERE "userId" = ${userId}::uuid AND "learnerDay" >= ${today} AND ${isStanding()} GROUP BY "factId"
    ) a
    JOIN "MemoryState" m ON m."userId" = ${userId}::uuid AND m."factId" = a."factId"
    WHERE m."lastDay" >= ${today} AND (m."dueOn" <= m."lastDay" OR (${isRepeated} AND ${answersAfterMiss(userId)} BETWEEN 1 AND ${triesAfterMiss - 1})) AND ${isListed} AND ${isOpen}
    UNION ALL
    SELECT m."factId", NULL
    FROM "FactChoice" f JOIN "MemoryState" m ON m."userId" = f."userId" AND m."factId" = f."factId"
    WHERE f."userId" = ${userId}::uuid AND f."changedFrom" IS NOT NULL AND ${isListed} AND ${isOpen}
    ORDER BY "answersSince" DESC, "factId"`;
  const missed = rows.flatMap(({ factId, answersSince }) => (answersSince === null ? [] : [{ factId, answersSince }]));
  const isMissed = new Set(missed.map(({ factId }) => factId));
  return { changed: rows.filter(({ factId, answersSince }) => answersSince === null && !isMissed.has(factId)).map(({ factId }) => factId), missed };
}

/** Those of some facts that the learner has answered today. */
export async function findAnsweredToday(tx: Transaction, { userId, today }: LearnerToday, factIds: readonly string[]): Promise<Set<string>> {
  if (factIds.length === 0) return new Set();
  const rows = await tx.memoryState.findMany({ where: { userId, factId: { in: [...factIds] }, lastDay: { gte: today } }, select: { factId: true } });
  return new Set(rows.map(({ factId }) => factId));
}
