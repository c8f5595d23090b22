import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { findLearner } from "@/lib/data/learner";
import { verifyMemory } from "@/lib/data/memory";
import { chooseParameters, memoryReport } from "@/lib/data/parameters";
import { trainWhenDue } from "@/lib/data/train-when-due";
import { inTransaction, lockUser } from "@/lib/data/transaction";
import { tryOwnParameters } from "@/lib/data/try-parameters";
import type { PrismaClient } from "@/lib/db/generated/client";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";
import { seedLog } from "@/tests/support/seeded-log";

const forgetful = defaultWeights.map((weight, i) => (i < 4 ? weight * 0.1 : i === 8 ? weight - 1.2 : weight));

describeEachDatabase("parameters of a learner's own", (db: () => PrismaClient) => {
  async function learnerWith(truth: readonly number[], items: number): Promise<string> {
    const { id } = await createLearner(db());
    // With little more than a thousand items about one in ten who need no parameters of their own gets some by luck; not with this seed.
    await seedLog(db(), id, truth, items, 2);
    await inTransaction(async (tx) => {
      await lockUser(tx, id);
      await findLearner(tx, id);
    });
    return id;
  }

  const statesOf = (userId: string) => db().memoryState.findMany({ where: { userId }, orderBy: { factId: "asc" } });
  const expectFolded = async (userId: string) => expect((await verifyMemory(userId)).differing).toEqual([]);

  it("are accepted in the background for one who forgets faster, and every state is folded by them", async () => {
    const userId = await learnerWith(forgetful, 1500);
    const before = await statesOf(userId);
    await trainWhenDue({ userId }, morning);
    const { trials, version, factor, itemCount } = await memoryReport({ userId });
    expect(trials).toMatchObject([{ outcome: "accepted", version: 1, isInUse: true, triedAt: morning, itemCount }]);
    expect(trials[0]!.lossBefore - trials[0]!.lossAfter!).toBeGreaterThan(0.002);
    expect([version, factor]).toEqual([1, 1]);
    expect(await db().user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({ calibrationMu: 0, calibrationVariance: 0.1 });
    const after = await statesOf(userId);
    expect(after.map(({ factId }) => factId)).toEqual(before.map(({ factId }) => factId));
    expect(after.filter((state, i) => state.stabilityDays !== before[i]!.stabilityDays).length).toBeGreaterThan(after.length / 2);
    await expectFolded(userId);
  });

  it("are rejected for one who remembers as the published ones say, and the trial is listed", async () => {
    const userId = await learnerWith(defaultWeights, 1500);
    const before = await statesOf(userId);
    await trainWhenDue({ userId }, morning);
    expect(await memoryReport({ userId })).toMatchObject({ version: null, trials: [{ outcome: "not-better", version: null, isInUse: false }] });
    expect(await statesOf(userId)).toEqual(before);
  });

  it("are not tried under a thousand items, nor again before a quarter more have come", async () => {
    const few = await learnerWith(forgetful, 900);
    await trainWhenDue({ userId: few }, morning);
    expect(await memoryReport({ userId: few })).toMatchObject({ nextTrialAt: 1000, trials: [] });
    const many = await learnerWith(forgetful, 1200);
    await trainWhenDue({ userId: many }, morning);
    await trainWhenDue({ userId: many }, daysLater(1));
    const { itemCount, nextTrialAt, trials } = await memoryReport({ userId: many });
    expect(trials).toHaveLength(1);
    expect(nextTrialAt).toBe(Math.ceil(itemCount * 1.25));
  });

  it("are looked for once an hour, not with every session", async () => {
    const { id: userId } = await createLearner(db());
    await trainWhenDue({ userId }, morning);
    await seedLog(db(), userId, forgetful, 1200);
    await inTransaction(async (tx) => void (await findLearner(tx, userId)));
    await trainWhenDue({ userId }, new Date(morning.getTime() + 3_599_000));
    expect((await memoryReport({ userId })).trials).toEqual([]);
    await trainWhenDue({ userId }, new Date(morning.getTime() + 3_600_000));
    expect((await memoryReport({ userId })).trials).toHaveLength(1);
  });

  it("are tried once when several servers try at the same time", async () => {
    const userId = await learnerWith(forgetful, 1200);
    const tried = await Promise.all([1, 2, 3].map(() => tryOwnParameters({ userId }, morning)));
    expect(tried.filter((trial) => trial !== null)).toHaveLength(1);
    expect((await memoryReport({ userId })).trials).toHaveLength(1);
    await expectFolded(userId);
  });

  it("do not lose an answer that came in while they were fitted", async () => {
    const userId = await learnerWith(forgetful, 1200);
    const last = await db().reviewEvent.findFirstOrThrow({ where: { userId, factId: "seeded.fact-3" }, orderBy: { answeredAt: "desc" } });
    const latest = { ...last, id: randomUUID(), answeredAt: daysLater(1), learnerDay: "2026-11-24", response: { kind: "rating", rating: 1 }, rating: 1, factValue: undefined };
    const trial = await tryOwnParameters({ userId }, morning, async () => async () => {
      if ((await db().reviewEvent.count({ where: { id: latest.id } })) === 0) await db().reviewEvent.create({ data: latest });
      return forgetful;
    });
    expect(trial?.outcome).toBe("accepted");
    expect(await db().memoryState.findUniqueOrThrow({ where: { userId_factId: { userId, factId: "seeded.fact-3" } } })).toMatchObject({ lastDay: "2026-11-24" });
    await expectFolded(userId);
  });

  it("under a thousand items are tried when asked for, and rejected", async () => {
    const userId = await learnerWith(forgetful, 500);
    expect(await tryOwnParameters({ userId }, morning)).toMatchObject({ outcome: "too-few", weights: [] });
    expect(await memoryReport({ userId })).toMatchObject({ version: null, nextTrialAt: 1000 });
    const { id: newcomer } = await createLearner(db());
    expect(await tryOwnParameters({ userId: newcomer }, morning)).toBeNull();
  });

  it("are given up in one line where there is no optimiser, and looked for again a day later", async () => {
    const userId = await learnerWith(forgetful, 1200);
    for (const days of [0, 1, 2]) await tryOwnParameters({ userId }, daysLater(days), async () => null);
    expect((await memoryReport({ userId })).trials).toMatchObject([{ outcome: "unavailable", triedAt: daysLater(2), lossAfter: null }]);
    await trainWhenDue({ userId }, daysLater(2.5));
    expect((await memoryReport({ userId })).trials).toHaveLength(1);
    await trainWhenDue({ userId }, daysLater(3));
    expect((await memoryReport({ userId })).trials).toMatchObject([{ outcome: "accepted" }, { outcome: "unavailable" }]);
  });

  it("can be given up for the published ones and taken up again, with the same states as before", async () => {
    const userId = await learnerWith(forgetful, 1200);
    const published = await statesOf(userId);
    const trial = await tryOwnParameters({ userId }, morning);
    const own = await statesOf(userId);
    await chooseParameters({ userId }, null);
    expect(await statesOf(userId)).toEqual(published);
    expect(await memoryReport({ userId })).toMatchObject({ version: null, trials: [{ version: 1, isInUse: false }] });
    await expectFolded(userId);
    await chooseParameters({ userId }, trial!.id);
    expect(await statesOf(userId)).toEqual(own);
    await expectFolded(userId);
  });

  it("are nobody else's, and must have been accepted", async () => {
    const userId = await learnerWith(defaultWeights, 1200);
    const rejected = await tryOwnParameters({ userId }, morning);
    expect(rejected?.outcome).toBe("not-better");
    await expect(chooseParameters({ userId }, rejected!.id)).rejects.toMatchObject({ code: "CONFLICT" });
    const { id: other } = await createLearner(db());
    await expect(chooseParameters({ userId: other }, rejected!.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(chooseParameters({ userId: randomUUID() }, null)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect((await memoryReport({ userId: other })).trials).toEqual([]);
  });
});
