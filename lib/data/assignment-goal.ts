import "server-only";
import type { Fact } from "@/lib/facts/model";
import { factorOf } from "@/lib/scheduling/calibration";
import { forgettingCurve } from "@/lib/scheduling/fsrs";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { Prisma, type Assignment } from "@/lib/db/generated/client";
import { planOf } from "./assignment-plan";
import { calibrationOf, type Learner } from "./learner";
import { factsOfWork } from "./shared-scope";
import type { Transaction } from "./transaction";

/**
 * What share of the facts a pupil is foretold to recall: today, and on the day it is due (today, where it is due no more or never), if nothing more is answered. `begun` of
 * `facts` were answered at least once.
 */
export type GoalShare = { now: number; whenDue: number; begun: number; facts: number };

export const noShare = (facts: number): GoalShare => ({ now: 0, whenDue: 0, begun: 0, facts });

type Forgetting = { userId: string; today: string; dueOn: string; factor: number; exponent: number; stretch: number };

/** By which curve a pupil forgets, and which of their own days it is. */
export function forgettingOf(learner: Learner, nowMs: number, dueAtMs: number): Forgetting {
  return {
    userId: learner.id,
    today: learnerDayOf(nowMs, learner),
    dueOn: learnerDayOf(Math.max(nowMs, dueAtMs), learner),
    ...forgettingCurve(learner.parameters?.weights),
    stretch: factorOf(calibrationOf(learner)),
  };
}

/** Each fact by all ids that it goes or went by. */
export const idsOf = (facts: readonly Fact[]) => facts.flatMap(({ id, formerIds }) => [id, ...formerIds].map((stored) => ({ id, stored, isOnly: formerIds.length === 0 })));

type Row = { userId: string; begun: number; now: number; whenDue: number };

/** As SQL: the sum of chances of pupils `p` (Forgetting) for memories `m` on a day. */
export const recallAfter = (day: "today" | "dueOn") => Prisma.sql`sum(power(1 + p."factor" * greatest(0, p.${Prisma.raw(`"${day}"`)}::date - m."lastDay"::date) / p."stretch" / m."stabilityDays", p."exponent"))`;

/** The sum of chances for many pupils at once, by the same curve as `recallOn`, not rounded. Of a fact answered by two of its ids the later answers count; the others, nearly all, need not be sorted for that. */
async function sumRecall(tx: Transaction, pupils: readonly Forgetting[], facts: readonly Fact[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    WITH known AS MATERIALIZED (
      SELECT s."userId", f."id", f."isOnly", s."lastDay", s."stabilityDays"
      FROM "MemoryState" s JOIN json_to_recordset(${JSON.stringify(idsOf(facts))}::json) f("id" text, "stored" text, "isOnly" boolean) ON f."stored" = s."factId"
      WHERE s."userId" IN (SELECT json_array_elements_text(${JSON.stringify(pupils.map(({ userId }) => userId))}::json)::uuid)
    ), m AS (
      SELECT "userId", "lastDay", "stabilityDays" FROM known WHERE "isOnly"
      UNION ALL (SELECT "userId", "lastDay", "stabilityDays" FROM (SELECT DISTINCT ON ("userId", "id") * FROM known WHERE NOT "isOnly" ORDER BY "userId", "id", "lastDay" DESC) latest)
    )
    SELECT p."userId", count(*)::int AS "begun", ${recallAfter("today")} AS "now", ${recallAfter("dueOn")} AS "whenDue"
    FROM json_to_recordset(${JSON.stringify(pupils)}::json) p("userId" uuid, "today" text, "dueOn" text, "factor" float8, "exponent" float8, "stretch" float8)
    JOIN m ON m."userId" = p."userId"
    GROUP BY p."userId"`;
}

/** The shares of some pupils, each by their own memory, calibration and parameters, on their own day. */
export async function sharesOf(tx: Transaction, facts: readonly Fact[], userIds: readonly string[], { now, dueAt }: { now: Date; dueAt: Date | null }): Promise<Map<string, GoalShare>> {
  const shares = new Map(userIds.map((userId) => [userId, noShare(facts.length)]));
  if (facts.length === 0 || userIds.length === 0) return shares;
  const learners = await tx.user.findMany({ where: { id: { in: [...userIds] } }, include: { parameters: true } });
  const pupils = learners.map((learner) => forgettingOf(learner, now.getTime(), dueAt?.getTime() ?? 0));
  for (const { userId, begun, now: recalled, whenDue } of await sumRecall(tx, pupils, facts)) {
    shares.set(userId, { begun, facts: facts.length, now: recalled / facts.length, whenDue: whenDue / facts.length });
  }
  return shares;
}

/** The facts of a study assignment; none where its set, topic or entity is gone. */
export async function factsOfAssignment(tx: Transaction, assignment: Pick<Assignment, "plan">): Promise<readonly Fact[]> {
  const plan = planOf(assignment);
  if (plan.kind !== "study") return [];
  return factsOfWork(tx, plan.scope).then(({ facts }) => facts, (error: unknown) => {
    if ((error as { code?: unknown }).code === "NOT_FOUND") return [];
    throw error;
  });
}

/** The goal shares of pupils for a study assignment. */
export async function goalSharesOf(tx: Transaction, assignment: Pick<Assignment, "plan" | "dueAt">, userIds: readonly string[], now: Date): Promise<Map<string, GoalShare>> {
  return sharesOf(tx, await factsOfAssignment(tx, assignment), userIds, { now, dueAt: assignment.dueAt });
}

/** Who of the pupils has answered a fact of the assignment at least once. */
export async function findStarters(tx: Transaction, assignment: Pick<Assignment, "plan">, userIds: readonly string[]): Promise<Set<string>> {
  const factIds = idsOf(await factsOfAssignment(tx, assignment)).map(({ stored }) => stored);
  if (factIds.length === 0 || userIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u."id" FROM "User" u
    WHERE u."id" IN (SELECT json_array_elements_text(${JSON.stringify(userIds)}::json)::uuid)
      AND EXISTS (SELECT 1 FROM "MemoryState" m WHERE m."userId" = u."id" AND m."factId" IN (SELECT json_array_elements_text(${JSON.stringify(factIds)}::json)))`;
  return new Set(rows.map(({ id }) => id));
}
