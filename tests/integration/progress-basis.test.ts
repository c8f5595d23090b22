import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { progressReport } from "@/lib/data/progress";
import { loadProgressBasis } from "@/lib/data/progress-basis";
import { verifyMemory } from "@/lib/data/memory";
import { createSet } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import { memoryModel } from "@/lib/scheduling/learner-memory";
import { asFactId } from "@/lib/shared/ids";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, morning } from "@/tests/support/factories";
import { writeStudied } from "@/tests/support/studied-history";

const everything = null;

describeEachDatabase("what progress is reckoned from", (db: () => PrismaClient) => {
  const base = getFactBase();
  const asked = base.content.facts.filter(({ ask }) => ask === true);

  async function studied(): Promise<string> {
    const { id } = await createLearner(db());
    await writeStudied(db(), id, { days: 10, factsPerDay: 4 });
    return id;
  }

  it("is not found for a set of another user, nor for what is no set", async () => {
    const [userId, other] = [await studied(), (await createLearner(db())).id];
    const { id: setId } = await createSet({ userId: other }, { name: "Theirs", query: { topics: [], entities: [], facts: [asked[0]!.id] } }, morning);
    for (const id of [setId, randomUUID(), "no-id"]) {
      await expect(loadProgressBasis({ userId }, { setId: id }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(progressReport({ userId }, { setId: id }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("is for those who are signed in", async () => {
    const nobody = { userId: randomUUID() };
    await expect(loadProgressBasis(nobody, everything, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(progressReport(nobody, everything, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is the viewer's own log and memory, and none of another's", async () => {
    const [userId, other] = [await studied(), await studied()];
    const basis = await loadProgressBasis({ userId }, everything, morning);
    expect([basis.learner.id, basis.history.length]).toEqual([userId, await db().reviewEvent.count({ where: { userId } })]);
    expect(basis.states.size).toBe(await db().memoryState.count({ where: { userId } }));
    expect(await db().memoryState.count({ where: { userId: other } })).toBe(0);
    expect([basis.filter, basis.mask]).toEqual([null, null]);
  });

  it("marks the facts of a set in the history, and names them alone", async () => {
    const userId = await studied();
    const answered = [...(await loadProgressBasis({ userId }, everything, morning)).states.keys()];
    const facts = [...answered.slice(0, 3), asked.find(({ id }) => !answered.includes(id))!.id];
    const { id: setId } = await createSet({ userId }, { name: "Some", query: { topics: [], entities: [], facts } }, morning);
    const basis = await loadProgressBasis({ userId }, { setId }, morning);
    expect(basis.filter).toEqual({ kind: "set", id: setId, name: "Some", setIds: [setId] });
    expect(basis.facts.map(({ id }) => id).sort()).toEqual([...facts].sort());
    expect(basis.history.factIds.filter((_, i) => basis.mask![i] === 1).sort()).toEqual(answered.slice(0, 3).sort());
  });

  it("folds a memory of an older model anew first", async () => {
    const userId = await studied();
    await db().user.update({ where: { id: userId }, data: { memoryModel: 0, calibrationMu: 1 } });
    const { learner, states } = await loadProgressBasis({ userId }, everything, morning);
    expect([learner.memoryModel, states.size > 0]).toEqual([memoryModel, true]);
    expect((await verifyMemory(userId)).differing).toEqual([]);
  });

  it("knows what was put aside, suspended or until a day to come", async () => {
    const userId = await studied();
    const [one, two, three] = [...(await loadProgressBasis({ userId }, everything, morning)).states.keys()].map(asFactId);
    await db().factChoice.createMany({ data: [
      { userId, factId: one!, suspendedAt: morning }, { userId, factId: two!, buriedUntil: "2026-11-24" }, { userId, factId: three!, buriedUntil: "2026-11-23" },
    ] });
    const { isResting } = await loadProgressBasis({ userId }, everything, morning);
    expect([one, two, three].map((id) => isResting(base.facts.get(id!)!))).toEqual([true, true, false]);
  });
});
