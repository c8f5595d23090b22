import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { findLearner } from "@/lib/data/learner";
import { verifyMemory } from "@/lib/data/memory";
import { changeSettings, getSettings, retentionCosts } from "@/lib/data/settings";
import { inTransaction } from "@/lib/data/transaction";
import type { PrismaClient } from "@/lib/db/generated/client";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, snapshot } from "@/tests/support/factories";
import { seedLog } from "@/tests/support/seeded-log";

describeEachDatabase("settings", (db: () => PrismaClient) => {
  const learner = async () => (await createLearner(db(), { timeZone: "Europe/Berlin" })).id;

  async function learnerWithMemory(): Promise<string> {
    const userId = await learner();
    await seedLog(db(), userId, defaultWeights, 100);
    await inTransaction(async (tx) => void (await findLearner(tx, userId)));
    return userId;
  }

  const dueDays = async (userId: string) => (await db().memoryState.findMany({ where: { userId }, orderBy: { factId: "asc" } })).map(({ dueOn }) => dueOn);

  it("are the usual ones at first, and then what was changed", async () => {
    const userId = await learner();
    const usual = { dailyBudget: 20, dailyBudgetUnit: "minutes", newFactsPerDay: 10, desiredRetention: 0.9, timeZone: "Europe/Berlin", dayStartHour: 4, hasShortcuts: true };
    expect(await getSettings({ userId })).toEqual(usual);
    await changeSettings({ userId }, { dailyBudget: 50, dailyBudgetUnit: "cards" });
    await changeSettings({ userId }, { hasShortcuts: false, dayStartHour: 0, timeZone: "Asia/Shanghai" });
    expect(await getSettings({ userId })).toEqual({ ...usual, dailyBudget: 50, dailyBudgetUnit: "cards", hasShortcuts: false, dayStartHour: 0, timeZone: "Asia/Shanghai" });
  });

  it("move the days on which facts are due when the desired retention changes, and move them back", async () => {
    const userId = await learnerWithMemory();
    const before = await dueDays(userId);
    await changeSettings({ userId }, { desiredRetention: 0.97 });
    const sooner = await dueDays(userId);
    expect(sooner.filter((day, i) => day < before[i]!).length).toBeGreaterThan(before.length / 2);
    expect(sooner.filter((day, i) => day > before[i]!)).toEqual([]);
    expect((await verifyMemory(userId)).differing).toEqual([]);
    await changeSettings({ userId }, { desiredRetention: 0.9 });
    expect(await dueDays(userId)).toEqual(before);
  });

  it("leave days and memory alone when anything else changes", async () => {
    const userId = await learnerWithMemory();
    const before = await db().memoryState.findMany({ where: { userId }, orderBy: { factId: "asc" } });
    await changeSettings({ userId }, { dayStartHour: 12, timeZone: "Asia/Shanghai", newFactsPerDay: 0, dailyBudget: 5 });
    expect(await db().memoryState.findMany({ where: { userId }, orderBy: { factId: "asc" } })).toEqual(before);
    expect((await verifyMemory(userId)).differing).toEqual([]);
  });

  it("of somebody else stay as they are, and nobody has none", async () => {
    const [userId, other] = [await learner(), await learner()];
    await changeSettings({ userId }, { newFactsPerDay: 3 });
    expect((await getSettings({ userId: other })).newFactsPerDay).toBe(10);
    const before = await snapshot(db());
    const nobody = { userId: randomUUID() };
    await expect(getSettings(nobody)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(changeSettings(nobody, { newFactsPerDay: 3 })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(retentionCosts(nobody)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await snapshot(db())).toBe(before);
  });

  it("come with what each desired retention costs, from 75 % to 97 % and never falling", async () => {
    const costs = await retentionCosts({ userId: await learner() });
    expect(costs.map(({ retention }) => retention)).toEqual(Array.from({ length: 23 }, (_, i) => (75 + i) / 100));
    expect(costs.map(({ cost }) => cost)).toEqual(costs.map(({ cost }) => cost).sort((a, b) => a - b));
    expect(costs.find(({ retention }) => retention === 0.9)!.cost).toBeCloseTo(1, 5);
  });
});
