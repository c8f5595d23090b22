import type { MemoryState, Prisma, PrismaClient } from "@/lib/db/generated/client";

/** The learner's day of `morning`. */
export const today = "2026-11-23";

/** A fact in review: learnt in summer, last answered ten days ago, due today, firm. */
export async function addMemories(database: PrismaClient, userId: string, factIds: readonly string[], more: Partial<Omit<MemoryState, "factValue">> & { factValue?: object } = {}): Promise<void> {
  const state = { stabilityDays: 10, difficulty: 5, reviewCount: 3, lapseCount: 0, firstDay: "2026-06-01", lastDay: "2026-11-13", dueOn: today, intervalDays: 10 };
  const rows = factIds.map((factId) => ({ ...state, ...more, userId, factId }) as Prisma.MemoryStateCreateManyInput);
  await database.memoryState.createMany({ data: rows });
}

