import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { findLearner, ruleOf } from "@/lib/data/learner";
import { loadProgressBasis } from "@/lib/data/progress-basis";
import { trustReport } from "@/lib/data/progress-trust";
import { evidenceOf } from "@/lib/data/review-log";
import { createSet } from "@/lib/data/sets";
import { inTransaction, lockUser } from "@/lib/data/transaction";
import { tryOwnParameters } from "@/lib/data/try-parameters";
import type { PrismaClient } from "@/lib/db/generated/client";
import { forecast, isRight } from "@/lib/scheduling/evidence";
import { applyAnswer, recallOn, type Answer, type FactState } from "@/lib/scheduling/fact-state";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { emptyMemory, foldLog, type LogEvent } from "@/lib/scheduling/learner-memory";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";
import { seedLog } from "@/tests/support/seeded-log";
import { writeStudied } from "@/tests/support/studied-history";

const today = "2026-11-23";
type Scored = { factId: string; learnerDay: string; form: string; foretold: number; right: boolean };

describeEachDatabase("the trust in forecasts", (db: () => PrismaClient) => {
  const base = getFactBase();
  const report = async (userId: string, setId: string | null = null, now = morning) => trustReport(await loadProgressBasis({ userId }, setId === null ? null : { setId }, now));

  const findFolded = (userId: string) =>
    inTransaction(async (tx) => {
      await lockUser(tx, userId);
      return findLearner(tx, userId);
    });

  /** From the rows of the log, one answer after the other, with nothing of lib/progress. */
  async function recompute(userId: string): Promise<Scored[]> {
    const rule = ruleOf(await findFolded(userId));
    const undone = new Set((await db().undoEvent.findMany({ where: { userId } })).map(({ undoes }) => undoes));
    const rows = (await db().reviewEvent.findMany({ where: { userId } })).filter(({ id }) => !undone.has(id));
    rows.sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime() || (a.id < b.id ? -1 : 1));
    const facts = new Map<string, FactState>();
    let { calibration } = emptyMemory(rule);
    const scored: Scored[] = [];
    const events: LogEvent[] = [];
    for (const row of rows) {
      const answer: Answer = { id: row.id, factId: row.factId, atMs: row.answeredAt.getTime(), learnerDay: row.learnerDay, evidence: evidenceOf(row) };
      const fact = facts.get(row.factId) ?? null;
      if (fact && row.learnerDay > fact.lastDay) {
        const { right } = forecast(recallOn(fact, row.learnerDay, calibration, rule.engine), answer.evidence, rule.constants);
        scored.push({ factId: row.factId, learnerDay: row.learnerDay, form: answer.evidence.form, foretold: right, right: isRight(answer.evidence) });
      }
      const after = applyAnswer({ fact, calibration }, answer, rule);
      facts.set(row.factId, after.fact);
      calibration = after.calibration;
      events.push(answer);
    }
    expect(calibration).toEqual(foldLog(events, rule).calibration);
    return scored;
  }

  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  function expectJudged(shown: Awaited<ReturnType<typeof report>>, scored: readonly Scored[]): void {
    expect(shown.right).toMatchObject({ count: scored.length, right: scored.filter(({ right }) => right).length });
    expect(shown.foretold).toBeCloseTo(mean(scored.map(({ foretold }) => foretold)), 6);
    const sorted = [...scored].sort((a, b) => a.foretold - b.foretold);
    let from = 0;
    for (const { right, foretold } of shown.bins) {
      const bin = sorted.slice(from, (from += right.count));
      expect(right.right).toBe(bin.filter((each) => each.right).length);
      expect(foretold).toBeCloseTo(mean(bin.map((each) => each.foretold)), 6);
    }
    expect(from).toBe(scored.length);
  }

  it("is by the forecasts that the log's own fold made of each scored review, in two zones and with answers taken back", async () => {
    const { id } = await createLearner(db());
    await writeStudied(db(), id, { days: 60, factsPerDay: 8, undone: 0.05, zoneOn: (day) => (day < 30 ? "Europe/Berlin" : "Asia/Shanghai") });
    const [scored, shown] = [await recompute(id), await report(id)];
    expect(scored.length).toBeGreaterThan(400);
    expect(shown).toMatchObject({ isRecent: false, bins: { length: 10 } });
    expectJudged(shown, scored);
    const asked: Record<string, string[]> = {
      guessable: ["true-false"],
      recognised: ["multiple-choice", "cloze-bank"],
      produced: ["short-answer", "date", "numeric", "cloze"],
      flashcard: ["flashcard"],
    };
    expect(shown.ways.map(({ way }) => way)).toEqual(Object.keys(asked));
    for (const { way, right, foretold } of shown.ways) {
      const ofWay = scored.filter(({ form }) => asked[way]!.includes(form));
      expect(right).toMatchObject({ count: ofWay.length, right: ofWay.filter((each) => each.right).length });
      expect(foretold).toBeCloseTo(mean(ofWay.map((each) => each.foretold)), 6);
    }
  });

  it("is by the last ninety days of one who has studied for longer, and by all after a year away", async () => {
    const { id } = await createLearner(db());
    await writeStudied(db(), id, { days: 150, factsPerDay: 4 });
    const scored = await recompute(id);
    const recent = scored.filter(({ learnerDay }) => learnerDay > "2026-08-25" && learnerDay <= today);
    expect(recent.length).toBeLessThan(scored.length);
    const shown = await report(id);
    expect(shown.isRecent).toBe(true);
    expectJudged(shown, recent);
    const away = await report(id, null, daysLater(365));
    expect(away.isRecent).toBe(false);
    expectJudged(away, scored);
  });

  it("is of a set's facts alone where one is chosen, and of nobody else's answers", async () => {
    const [{ id }, other] = [await createLearner(db()), await createLearner(db())];
    await writeStudied(db(), id, { days: 40, factsPerDay: 6 });
    await writeStudied(db(), other.id, { days: 10, factsPerDay: 6, seed: 2 });
    const scored = await recompute(id);
    const facts = [...new Set(scored.map(({ factId }) => factId))].slice(0, 40);
    const set = await createSet({ userId: id }, { name: "Some", query: { topics: [], entities: [], facts: facts.map((factId) => base.facts.get(factId as never)!.id) } }, morning);
    expectJudged(await report(id, set.id), scored.filter(({ factId }) => facts.includes(factId)));
    await expect(report(other.id, set.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("says nothing of one who has begun today", async () => {
    const { id } = await createLearner(db());
    expect(await report(id)).toMatchObject({ verdict: "few", bins: [], ways: [], right: { count: 0 }, planning: { own: null, intervals: [2, 11, 46, 163], usual: [2, 11, 46, 163] } });
    await writeStudied(db(), id, { days: 1, factsPerDay: 8 });
    expect(await report(id)).toMatchObject({ verdict: "few", right: { count: 0 } });
  });

  it("tells since when parameters of the learner's own are in use, what they gained, and which intervals they make", async () => {
    const { id } = await createLearner(db());
    const forgetful = defaultWeights.map((weight, i) => (i < 4 ? weight * 0.1 : i === 8 ? weight - 1.2 : weight));
    await seedLog(db(), id, forgetful, 1500, 2);
    await findFolded(id);
    const trial = await tryOwnParameters({ userId: id }, morning);
    const { planning } = await report(id);
    expect(planning.own).toEqual({ since: today, lossBefore: trial!.lossBefore, lossAfter: trial!.lossAfter });
    expect(planning.intervals[0]).toBeLessThan(planning.usual[0]!);
    expect(planning.intervals[3]).toBeLessThan(planning.usual[3]! / 2);
  });
});
