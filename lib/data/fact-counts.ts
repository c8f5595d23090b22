import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { Prisma } from "@/lib/db/generated/client";
import type { Fact } from "@/lib/facts/model";
import type { LearnerDay } from "@/lib/scheduling/learner-day";
import { asFactId, type FactId } from "@/lib/shared/ids";
import type { Transaction } from "./transaction";

/** How many facts there are, how many of them a learner has begun, and how many are due and not put aside. */
export type FactCounts = { facts: number; begun: number; due: number };

/** When each fact that a learner has begun is due, by the id that is in use now; null where it has been put aside. */
export type DueDays = ReadonlyMap<FactId, LearnerDay | null>;

type Columns = { factIds: string[] | null; dueOn: string[] | null; resting: boolean[] | null };

/** Of some facts or (null) of all. As one row: one row for each of thousands of facts costs more than all that is counted. */
export async function loadDueDays(tx: Transaction, userId: string, today: LearnerDay, among: readonly Fact[] | null = null): Promise<DueDays> {
  const isAmong = among === null ? Prisma.sql`true` : Prisma.sql`m."factId" = ANY(${among.flatMap(({ id, formerIds }) => [id, ...formerIds])}::text[])`;
  const [columns] = await tx.$queryRaw<Columns[]>`
    SELECT array_agg(m."factId") AS "factIds", array_agg(m."dueOn") AS "dueOn",
      array_agg(c."suspendedAt" IS NOT NULL OR COALESCE(c."buriedUntil" > ${today}, false)) AS "resting"
    FROM "MemoryState" m LEFT JOIN "FactChoice" c ON c."userId" = m."userId" AND c."factId" = m."factId"
    WHERE m."userId" = ${userId}::uuid AND ${isAmong}`;
  const base = getFactBase();
  const days = new Map<FactId, LearnerDay | null>();
  for (const [i, factId] of (columns?.factIds ?? []).entries()) {
    const id = base.facts.get(asFactId(factId))?.id ?? asFactId(factId);
    days.set(id, columns!.resting![i]! ? null : columns!.dueOn![i]!);
  }
  return days;
}

/** Counts among the facts given. */
export function countFacts(facts: readonly Fact[], dueDays: DueDays, today: LearnerDay): FactCounts {
  const counts: FactCounts = { facts: facts.length, begun: 0, due: 0 };
  for (const { id } of facts) {
    const dueOn = dueDays.get(id);
    if (dueOn === undefined) continue;
    counts.begun++;
    if (dueOn !== null && dueOn <= today) counts.due++;
  }
  return counts;
}
