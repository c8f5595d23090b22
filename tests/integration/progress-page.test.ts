import { expect, it } from "vitest";
import { progressReport } from "@/lib/data/progress";
import { recallSummary } from "@/lib/data/recall-summary";
import { createSet } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";
import { writeStudied } from "@/tests/support/studied-history";

const nobody = { userId: "00000000-0000-4000-8000-000000000000" };

describeEachDatabase("the page of progress", (db: () => PrismaClient) => {
  it("says as many facts recalled as the first page does, on any day", async () => {
    const { id: userId } = await createLearner(db());
    await writeStudied(db(), userId, { days: 20, factsPerDay: 8 });
    for (const now of [morning, daysLater(40)]) {
      const [page, { facts, recalled }] = [await progressReport({ userId }, null, now), await recallSummary({ userId }, now)];
      expect(page.now.facts).toBe(facts);
      expect(page.now.recalled).toBeCloseTo(recalled, 6);
      expect(recalled).toBeGreaterThan(10);
    }
  });

  it("knows for how many of the learner's days nothing was answered", async () => {
    const { id: userId } = await createLearner(db());
    const away = async (now: Date) => (await progressReport({ userId }, null, now)).daysAway;
    expect(await away(morning)).toBe(0);
    await writeStudied(db(), userId, { days: 3, factsPerDay: 4 });
    expect([await away(morning), await away(daysLater(1)), await away(daysLater(365))]).toEqual([0, 1, 365]);
  });

  it("offers the viewer's own sets, and shows nobody else's", async () => {
    const [one, other] = [{ userId: (await createLearner(db())).id }, { userId: (await createLearner(db())).id }];
    const set = await createSet(one, { name: "Engines", query: { topics: ["engines"], entities: [], facts: [] } }, morning);
    expect(await progressReport(one, { setId: set.id }, morning)).toMatchObject({ filter: { kind: "set", id: set.id, name: "Engines" }, choices: { sets: [{ id: set.id, name: "Engines" }], classes: [] } });
    expect((await progressReport(other, null, morning)).choices).toEqual({ sets: [], classes: [] });
    await expect(progressReport(other, { setId: set.id }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(progressReport(nobody, null, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(recallSummary(nobody, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
