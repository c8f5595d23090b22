import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { suspendFact } from "@/lib/data/fact-choices";
import { ruleOf } from "@/lib/data/learner";
import { recalledToday } from "@/lib/data/learner-facts";
import { loadProgressBasis } from "@/lib/data/progress-basis";
import { learningReport } from "@/lib/data/progress-learning";
import { createSet } from "@/lib/data/sets";
import { undoAnswer } from "@/lib/data/undos";
import type { PrismaClient } from "@/lib/db/generated/client";
import { factsIn } from "@/lib/facts/fact-query";
import type { GrowthPoint } from "@/lib/progress/growth";
import type { LearningReport } from "@/lib/progress/learning-report";
import type { Retention } from "@/lib/progress/retention";
import { useChangedContent } from "@/tests/support/content-version";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { dayFigures, growthFigures, indexOf, isoOf, retentionFigures, standingRows, streakFigures, toldRows } from "@/tests/support/learning-recomputed";
import { putQuestion } from "@/tests/support/questions";
import { writeStudied } from "@/tests/support/studied-history";

const noQuery = { topics: [], entities: [], facts: [] };
const now = new Date(morning.getTime() + 6 * 3_600_000);
/** At eight in the morning in UTC it is three or four in New York, by the season: there the learner's day begins now before and now after the answers. */
const zoneOn = (day: number) => (day < 150 || day > 320 ? "America/New_York" : "Europe/Berlin");

type Viewer = { userId: string };

describeEachDatabase("how a year was learnt", (db: () => PrismaClient) => {
  const changeContent = useChangedContent();

  /** Answers that the app itself took: sent twice, late, from far away, long, and taken back. */
  async function answerThroughTheApp(who: Viewer): Promise<void> {
    const put = (day: number, fact: number) => putQuestion(db(), who.userId, daysLater(day), { fact });
    const [twice, late, long, back, flown] = [await put(-1, 0), await put(-200, 1), await put(0, 2), await put(0, 3), await put(-10, 4)];
    const sentTwice = givenAnswer(twice.presentationId, rightResponse(twice.item), { timeZone: "America/New_York" });
    await answerCard(who, sentTwice, morning);
    await answerCard(who, sentTwice, new Date(morning.getTime() + 60_000));
    await answerCard(who, givenAnswer(late.presentationId, wrongResponse(late.item), { timeZone: "Europe/Berlin", ageMs: 100 * 86_400_000 }), now);
    // On the far side of the date line it is tomorrow: the answers of the next morning count for the day before.
    await answerCard(who, givenAnswer(flown.presentationId, rightResponse(flown.item), { timeZone: "Pacific/Kiritimati", ageMs: 19 * 3_600_000 }), now);
    await answerCard(who, givenAnswer(long.presentationId, rightResponse(long.item), { timeZone: "America/New_York", elapsedMs: 400_000 }), now);
    const taken = givenAnswer(back.presentationId, wrongResponse(back.item), { timeZone: "America/New_York" });
    await answerCard(who, taken, now);
    await undoAnswer(who, { eventId: crypto.randomUUID(), presentationId: back.presentationId, undoes: taken.eventId }, now);
  }

  /** Of the facts that were answered one says something else now, one is asked no longer, and two are suspended. */
  async function changeFacts(who: Viewer): Promise<void> {
    const answered = await db().memoryState.findMany({ where: who, orderBy: { factId: "asc" }, take: 4 });
    const [changed, gone, ...suspended] = answered.map(({ factId }) => factId);
    for (const factId of suspended) await suspendFact(who, factId, now);
    changeContent((content) => ({
      ...content,
      facts: content.facts.flatMap((fact) => (fact.id === gone ? [] : fact.id === changed ? [{ ...fact, value: { kind: "text", text: "something else" } as typeof fact.value }] : [fact])),
    }));
  }

  async function studiedFor(days: number): Promise<Viewer> {
    const viewer = { userId: (await createLearner(db(), { timeZone: "America/New_York" })).id };
    await writeStudied(db(), viewer.userId, { days, factsPerDay: 1, zoneOn, undone: 0.03 });
    await answerThroughTheApp(viewer);
    await changeFacts(viewer);
    return viewer;
  }

  const reportOf = async (who: Viewer, setId: string | null = null): Promise<LearningReport> => learningReport(await loadProgressBasis(who, setId === null ? null : { setId }, now));

  /** The same report from the rows; growth on the days that the report chose. */
  async function recomputed(viewer: Viewer, counts: (factId: string) => boolean, askable: (factId: string) => boolean, growthDays: string[]) {
    const user = await db().user.findUniqueOrThrow({ where: { id: viewer.userId }, include: { parameters: true } });
    const rule = ruleOf(user);
    const rows = standingRows({ events: await db().reviewEvent.findMany({ where: viewer }), undos: await db().undoEvent.findMany({ where: viewer }) });
    const told = toldRows(rows, rule).filter(({ factId }) => counts(factId));
    const today = indexOf("2026-11-23");
    const figuresSince = (first: number) => Array.from({ length: today - first + 1 }, (_, i) => dayFigures(told, first + i));
    const answersOf = (day: ReturnType<typeof dayFigures>) => day.new + day.review + day.practice;
    const spanOf = (count: number) => {
      const span = figuresSince(today - count + 1);
      return { days: count, answers: span.reduce((sum, day) => sum + answersOf(day), 0), studied: span.filter((day) => answersOf(day) > 0).length };
    };
    const growthAt = (day: string) => growthFigures(rows, indexOf(day), askable, rule);
    return {
      told, today,
      calendar: { from: "2025-11-24", answers: figuresSince(indexOf("2025-11-24")).map(answersOf) },
      year: spanOf(365), month: spanOf(30), perDay: figuresSince(today - 29),
      retention: [7, 30, 365].map((count) => ({ days: count, ...retentionFigures(told, today - count + 1, today) })),
      growth: growthDays.map(growthAt), monthAgo: growthAt(isoOf(today - 30)),
      streak: streakFigures(told, today, now),
    };
  }

  function expectSameRetention(one: Retention, other: Retention): void {
    for (const part of ["all", "young", "mature"] as const) {
      expect([one[part].right, one[part].count, one[part].share]).toEqual([other[part].right, other[part].count, other[part].share]);
      expect(one[part].low).toBeCloseTo(other[part].low, 9);
      expect(one[part].high).toBeCloseTo(other[part].high, 9);
    }
  }

  /** The history keeps memories as numbers of seven digits. */
  function expectSameGrowth(one: Omit<GrowthPoint, "day">, other: Omit<GrowthPoint, "day">): void {
    expect(one.begun).toBe(other.begun);
    expect(one.recalled).toBeCloseTo(other.recalled, 3);
  }

  async function expectSame(viewer: Viewer, report: LearningReport, counts: (factId: string) => boolean, askable: (factId: string) => boolean) {
    const expected = await recomputed(viewer, counts, askable, report.growth.map(({ day }) => day));
    expect(report).toMatchObject({ lastDay: "2026-11-23", desiredRetention: 0.9, calendar: expected.calendar, year: expected.year, month: expected.month, perDay: expected.perDay });
    expect(report.idleDays).toBe(expected.today - Math.max(...expected.told.map(({ index }) => index)));
    report.retention.forEach((period, i) => expectSameRetention(period, expected.retention[i]!));
    report.growth.forEach((point, i) => expectSameGrowth(point, expected.growth[i]!));
    expectSameGrowth(report.monthAgo!, expected.monthAgo);
    expect(report.growth[0]!.day).toBe(isoOf(Math.min(...expected.told.map(({ index }) => index))));
    expect(report.growth.at(-1)!.day).toBe("2026-11-23");
    expect(report.growth.length).toBeLessThanOrEqual(60);
    return expected;
  }

  it("is told as the raw log tells it, through three zones, both changes of the clocks, undo, duplicates, late answers, and facts that were suspended, changed or taken out", async () => {
    const viewer = await studiedFor(365);
    const report = await reportOf(viewer);
    const asked = new Set<string>(getFactBase().content.facts.filter((fact) => fact.ask === true && fact.rank !== "deprecated").map(({ id }) => id));
    const { told, streak } = await expectSame(viewer, report, () => true, (factId) => asked.has(factId));
    expect(report.streak).toEqual(streak);
    // What the year must hold for the comparison to say anything.
    expect(told.length).toBeGreaterThan(1500);
    expect(told.length).toBeLessThan(await db().reviewEvent.count());
    expect(told.some((row, i) => row.index < (told[i - 1]?.index ?? 0))).toBe(true);
    expect(report.retention[2]!.mature.count).toBeGreaterThan(50);
    expect(report.streak!.longest).toBeGreaterThan(5);
    expect(new Set(told.map(({ factId }) => factId)).size).toBe(report.growth.at(-1)!.begun + 1);
  });

  it("is told of a set by the answers to its facts, without days in a row", async () => {
    const viewer = await studiedFor(365);
    const first = getFactBase().content.facts.find(({ ask }) => ask === true)!;
    const topic = getFactBase().entities.get(first.subject)!.topic;
    const set = await createSet(viewer, { name: "A part", query: { ...noQuery, topics: [topic] } }, now);
    const inSet = new Set<string>(factsIn(getFactBase(), { ...noQuery, topics: [topic] }).map(({ id }) => id));
    const report = await reportOf(viewer, set.id);
    const { told } = await expectSame(viewer, report, (factId) => inSet.has(factId), (factId) => inSet.has(factId));
    expect(told.length).toBeGreaterThan(20);
    expect(report.streak).toBeNull();
  });

  it("counts a fact once that was answered under two of its ids, as the later answers left it", async () => {
    const viewer = { userId: (await createLearner(db())).id };
    await writeStudied(db(), viewer.userId, { days: 20, factsPerDay: 2 });
    const before = await loadProgressBasis(viewer, null, now);
    const [early, late] = [...before.states].sort(([, a], [, b]) => (a.lastDay < b.lastDay ? -1 : 1)).filter((_, i, { length }) => i === 0 || i === length - 1).map(([id]) => id);
    changeContent((content) => ({ ...content, facts: content.facts.flatMap((fact) => (fact.id === late ? [] : fact.id === early ? [{ ...fact, formerIds: [late!] }] : [fact])) }));
    const basis = await loadProgressBasis(viewer, null, now);
    expect(basis.states.get(early!)).toEqual(before.states.get(late!));
    expect(new Set(basis.history.factIds).size).toBe(before.history.factIds.length - 1);
    const { growth, year } = learningReport(basis);
    expect(growth.at(-1)!.begun).toBe(learningReport(before).growth.at(-1)!.begun - 1);
    expect(year).toEqual(learningReport(before).year);
    expectSameGrowth(growth.at(-1)!, { begun: basis.states.size, recalled: recalledToday(basis.facts, basis) });
  });

  it("is told to nobody else", async () => {
    const viewer = await studiedFor(6);
    const other = { userId: (await createLearner(db())).id };
    const set = await createSet(viewer, { name: "Everything", query: { ...noQuery, topics: ["engines"] } }, now);
    await expect(reportOf(other, set.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await reportOf(other)).toMatchObject({ idleDays: null, year: { answers: 0 }, month: { answers: 0 }, growth: [], monthAgo: null, streak: { current: 0, longest: 0 } });
  });
});
