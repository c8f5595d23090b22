import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { attemptLimits, countAttempt } from "@/lib/auth/rate-limit";
import { getFactBase } from "@/lib/content/fact-base";
import { saveExamPlan } from "@/lib/data/exam-plans";
import { buryFact, suspendFact } from "@/lib/data/fact-choices";
import { loadProgressBasis } from "@/lib/data/progress-basis";
import { comingReport, type ComingReport } from "@/lib/data/progress-coming";
import { createSet } from "@/lib/data/sets";
import { changeSettings } from "@/lib/data/settings";
import { tryOut, whatIf } from "@/lib/data/what-if";
import type { PrismaClient } from "@/lib/db/generated/client";
import { factsIn } from "@/lib/facts/fact-query";
import { addDays } from "@/lib/scheduling/learner-day";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning, snapshot } from "@/tests/support/factories";
import { writeStudied } from "@/tests/support/studied-history";

const today = "2026-11-23";
const present = { desiredRetention: 0.9, dailyBudget: 20 };
const engines = { topics: ["engines"], entities: [], facts: [] };

type Viewer = { userId: string };

describeEachDatabase("what is coming", (db: () => PrismaClient) => {
  let viewer: Viewer;

  const report = async (who: Viewer, setId: string | null = null, now = morning) => comingReport(await loadProgressBasis(who, setId === null ? null : { setId }, now));

  beforeEach(async () => {
    viewer = { userId: (await createLearner(db())).id };
    await writeStudied(db(), viewer.userId, { days: 30, factsPerDay: 3, until: daysLater(-2) });
    await report(viewer);
  });

  /** Of the stored states, how many facts each day has; what is overdue counts today. */
  async function countedFromRows(isWanted: (factId: string) => boolean): Promise<number[]> {
    const rows = await db().memoryState.findMany({ where: { userId: viewer.userId }, select: { factId: true, dueOn: true } });
    const wanted = rows.filter(({ factId }) => isWanted(factId));
    return Array.from({ length: 30 }, (_, i) => wanted.filter(({ dueOn }) => (i === 0 ? dueOn <= today : dueOn === addDays(today, i))).length);
  }

  it("is planned as the stored states have it, without what is put aside", async () => {
    const [first] = await db().memoryState.findMany({ where: { userId: viewer.userId }, orderBy: { dueOn: "asc" }, take: 1 });
    const before = await report(viewer);
    expect(before.days.map(({ planned }) => planned)).toEqual(await countedFromRows(() => true));
    expect(before.due).toBeGreaterThan(1);
    expect(before.days[0]).toMatchObject({ day: today, planned: before.due });
    await suspendFact(viewer, first!.factId, morning);
    const after = await report(viewer);
    expect(after.days.map(({ planned }) => planned)).toEqual(await countedFromRows((factId) => factId !== first!.factId));
    expect(after.due).toBe(before.due - 1);
  });

  it("has a fact that rests until tomorrow come back then, begun or not, and one that is put aside for ever nowhere", async () => {
    const [first] = await db().memoryState.findMany({ where: { userId: viewer.userId }, orderBy: { dueOn: "asc" }, take: 1 });
    const before = await loadProgressBasis(viewer, null, morning);
    const isNew = before.facts.find(({ id }) => !before.states.has(id))!.id;
    const counts = (await report(viewer)).days.map(({ planned }) => planned);
    // Shown, but not answered.
    await db().presentation.create({ data: { id: randomUUID(), userId: viewer.userId, factId: isNew, itemId: "shown", item: {}, contentVersion: "", createdAt: morning } });
    for (const factId of [first!.factId, isNew]) await buryFact(viewer, { factId }, morning);
    const rested = await loadProgressBasis(viewer, null, morning);
    expect((await comingReport(rested)).days.map(({ planned }) => planned)).toEqual([counts[0]! - 1, counts[1]! + 1, ...counts.slice(2)]);
    const coming = new Map(rested.coming(rested.facts));
    expect([coming.size, coming.get(first!.factId as never)!.dueOn, coming.get(isNew)]).toEqual([before.facts.length, addDays(today, 1), null]);
    for (const factId of [first!.factId, isNew]) await suspendFact(viewer, factId, morning);
    const aside = await loadProgressBasis(viewer, null, morning);
    expect(aside.coming(aside.facts)).toHaveLength(before.facts.length - 2);
  });

  it("takes the learner's usual time for each card, and reading", async () => {
    const latest = await db().reviewEvent.findMany({ where: { userId: viewer.userId }, orderBy: [{ answeredAt: "desc" }, { id: "desc" }], take: 50, select: { elapsedMs: true } });
    const usualMs = latest.reduce((sum, { elapsedMs }) => sum + Math.min(60_000, elapsedMs), 0) / latest.length;
    for (const { planned, repeats, fresh, minutes } of (await report(viewer)).days) expect(minutes).toBeCloseTo(((planned + repeats + fresh) * (usualMs + 4000)) / 60_000, 6);
  });

  it("is of the set where one is chosen", async () => {
    const { id: setId } = await createSet(viewer, { name: "Engines", query: engines }, morning);
    const ofSet = new Set<string>(factsIn(getFactBase(), engines).map(({ id }) => id));
    const [all, some] = [await report(viewer), await report(viewer, setId)];
    expect(some.days.map(({ planned }) => planned)).toEqual(await countedFromRows((factId) => ofSet.has(factId)));
    expect(some.days.every(({ fresh }) => fresh === 0)).toBe(true);
    expect(all.days.some(({ fresh }) => fresh > 0)).toBe(true);
  });

  it("tells the nearest exams and whether the daily load is enough for them", async () => {
    const [near, far, hard] = await Promise.all(["Near", "Far", "Hard"].map(async (name) => (await createSet(viewer, { name, query: engines }, morning)).id)) as [string, string, string];
    await saveExamPlan(viewer, far, { examOn: addDays(today, 200), goal: 0.6 }, morning);
    await saveExamPlan(viewer, near, { examOn: addDays(today, 100), goal: 0.6 }, morning);
    await saveExamPlan(viewer, hard, { examOn: addDays(today, 1), goal: 0.99 }, morning);
    const { goals } = (await report(viewer)).goals;
    const courses = goals.map((goal) => (goal.reachedOn === null ? { name: goal.name, daysLeft: goal.daysLeft, isOnCourse: goal.isOnCourse, comesToIt: goal.share >= goal.goal } : null));
    expect(courses).toEqual([
      { name: "Hard", daysLeft: 1, isOnCourse: false, comesToIt: false },
      { name: "Near", daysLeft: 100, isOnCourse: true, comesToIt: true },
      { name: "Far", daysLeft: 200, isOnCourse: true, comesToIt: true },
    ]);
    const namesOf = ({ goals: { goals: listed } }: ComingReport) => listed.map(({ name }) => name);
    expect(namesOf(await report(viewer, near))).toEqual(["Near"]);
    expect(namesOf(await report(viewer, null, daysLater(150)))).toEqual(["Far"]);
    const other = { userId: (await createLearner(db())).id };
    expect(namesOf(await report(other))).toEqual([]);
  });

  it("would change with other settings as it does once they are saved, and trying changes nothing", async () => {
    const choice = { desiredRetention: 0.95, dailyBudget: 30 };
    const before = await snapshot(db());
    const [now, tried] = [await whatIf(viewer, present, morning), await whatIf(viewer, choice, morning)];
    expect(await snapshot(db())).toBe(before);
    const { days } = await report(viewer);
    expect(now.near.minutes).toBeCloseTo(days.reduce((sum, { minutes }) => sum + minutes, 0) / days.length, 9);
    expect(tried.near.cards).toBeGreaterThan(now.near.cards);
    await changeSettings(viewer, choice);
    const effect = await whatIf(viewer, choice, morning);
    expect((await report(viewer)).setting).toEqual({ ...choice, unit: "minutes", newFactsPerDay: 10 });
    // Folding the log anew takes the calibration of each day, trying that of today.
    expect(Math.abs(effect.near.cards / tried.near.cards - 1)).toBeLessThan(0.05);
    expect(Math.abs(effect.recalledYear / tried.recalledYear - 1)).toBeLessThan(0.02);
  });

  it("is tried as often as sliders are moved, and not without end; another learner's tries do not count", async () => {
    const tries = () => tryOut(viewer, present, morning);
    expect(await tries()).toEqual(await whatIf(viewer, present, morning));
    for (let i = 2; i < attemptLimits["what-if-user"].limit; i++) await countAttempt(db(), { kind: "what-if-user", of: viewer.userId, now: morning });
    await tries();
    await expect(tries()).rejects.toMatchObject({ code: "RATE_LIMITED" });
    const other = { userId: (await createLearner(db())).id };
    await tryOut(other, present, morning);
    await tryOut(viewer, present, new Date(morning.getTime() + 60_000));
  });

  it("is nobody's without a user, and of a set that is somebody else's not found", async () => {
    await expect(whatIf({ userId: randomUUID() }, present, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const { id: setId } = await createSet(viewer, { name: "Mine", query: engines }, morning);
    const other = { userId: (await createLearner(db())).id };
    await expect(report(other, setId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await whatIf(other, present, morning)).not.toEqual(await whatIf(viewer, present, morning));
    expect((await report(other)).due).toBe(0);
  });
});
