import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { accommodationOf, changeAccommodation } from "@/lib/data/quiz-accommodation";
import { quizHome } from "@/lib/data/quiz-home";
import { quizResults } from "@/lib/data/quiz-results";
import { openQuestion } from "@/lib/data/quiz-open";
import { saveAnswer } from "@/lib/data/quiz-save";
import { createSet } from "@/lib/data/sets";
import { submitQuiz } from "@/lib/data/quiz-submit";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { ExtraTime } from "@/lib/quiz/extra-time";
import type { QuizSave } from "@/lib/quiz/exchange";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { clockAt, createAttempt, msAfter, quizSnapshot, saveOf, type AttemptInput, type Made } from "@/tests/support/quizzes";

type Viewer = { userId: string };

const usual: ExtraTime = { timeMultiplier: 1, extraMinutes: 0, hasNoTimeLimit: false };

describeEachDatabase("after a quiz", (db: () => PrismaClient) => {
  const learner = async (data = {}): Promise<Viewer> => ({ userId: (await createLearner(db(), data)).id });

  async function begun(input?: AttemptInput, viewer?: Viewer) {
    const who = viewer ?? (await learner());
    return { viewer: who, made: await createAttempt(db(), who.userId, input) };
  }
  const answer = (viewer: Viewer, made: Made, position: number, { isRight = true, ms = 1000, ...more }: Partial<QuizSave> & { isRight?: boolean; ms?: number } = {}) =>
    saveAnswer(viewer, made.attemptId, saveOf(made, position, (isRight ? rightResponse : wrongResponse)(made.items[position]!), more), clockAt(ms));
  const handIn = (viewer: Viewer, made: Made, ms = 60_000) => submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(ms));
  async function resultsOf(viewer: Viewer, made: Made, ms = 120_000) {
    const results = await quizResults(viewer, made.attemptId, clockAt(ms));
    if ("running" in results || "withheld" in results) throw new Error("still running");
    return results;
  }

  it("tells points and time, and each question with what was answered, what is right, why and from where", async () => {
    const { viewer, made } = await begun();
    await answer(viewer, made, 0, { isRight: false, certainty: 2, isFlagged: true, elapsedMs: 4321 });
    await answer(viewer, made, 1);
    expect(await quizResults(viewer, made.attemptId, clockAt(30_000))).toEqual({ running: true });
    await handIn(viewer, made, 90_000);
    const results = await resultsOf(viewer, made);
    expect(results).toMatchObject({
      attemptId: made.attemptId, title: { kind: "all", topics: [], name: null }, isTimeUp: false, spentMs: 90_000, startedAt: morning, closedAt: msAfter(90_000), points: 1, mostPoints: 3, earlier: [],
      counts: { right: 1, partly: 0, wrong: 1, unclear: 0, blank: 1, unreached: 0 },
    });
    const [wrong, right, blank] = results.questions;
    const [item] = made.items;
    expect(wrong).toMatchObject({
      position: 0, factId: item!.tests[0], form: item!.type, stem: item!.stem, options: item!.options.map(({ text }) => text), given: wrongResponse(item!), certainty: 2, isFlagged: true, outcome: "wrong",
      verdict: "wrong", points: 0, mostPoints: 1, elapsedMs: 4321, feedback: { key: item!.key, note: { key: "wrong" } },
    });
    expect(wrong!.feedback.answer.statement).not.toBe("");
    expect(wrong!.feedback.answer.sources.length).toBeGreaterThan(0);
    expect(wrong!.feedback.about.map(({ option }) => ({ kind: "choice", option }))).toEqual([wrongResponse(item!)]);
    expect(right).toMatchObject({ outcome: "right", score: 1, feedback: { about: [], note: { key: "exact" } } });
    expect(blank).toMatchObject({ outcome: "blank", given: null, verdict: null, points: 0, mostPoints: 1, feedback: { about: [], note: null, key: made.items[2]!.key } });
    expect(JSON.stringify(results)).not.toMatch(/certificate|"seed"|"asserts"/);
  });

  it("says that time was up, and what was not reached, however late somebody looks", async () => {
    const { viewer, made } = await begun();
    await answer(viewer, made, 1, { ms: 500_000 });
    const results = await resultsOf(viewer, made, 9_000_000);
    expect(results).toMatchObject({ isTimeUp: true, closedAt: msAfter(600_000), spentMs: 600_000, points: 1, mostPoints: 3, counts: { right: 1, blank: 1, unreached: 1 } });
  });

  it("has nothing but right answers to show where nothing was answered", async () => {
    const { viewer, made } = await begun({ setup: { marking: "certainty" } });
    const results = await resultsOf(viewer, made, 9_000_000);
    expect(results).toMatchObject({ isTimeUp: true, points: 0, mostPoints: 9, counts: { unreached: 3 } });
    expect(await quizHome(viewer, clockAt(9_000_000))).toMatchObject({ unfinished: [], recent: [{ attemptId: made.attemptId, points: null, mostPoints: 9, count: 3 }] });
    expect(await db().reviewEvent.count()).toBe(0);
  });

  it("compares with earlier quizzes on the same facts marked the same way, the latest first", async () => {
    const viewer = await learner();
    const on = (...topics: string[]): Partial<QuizSetup> => ({ scope: { kind: "topics", topics } });
    const take = async (setup: Partial<QuizSetup>, startedMs: number, right: number) => {
      const { made } = await begun({ setup, startedMs }, viewer);
      for (let i = 0; i < 3; i++) await answer(viewer, made, i, { isRight: i < right, ms: startedMs + 1000 });
      await handIn(viewer, made, startedMs + 2000);
      return made;
    };
    const first = await take(on("engines", "rockets"), 0, 1);
    await take(on("engines"), 10_000, 3);
    const second = await take(on("rockets", "engines"), 20_000, 2);
    const third = await take(on("engines", "rockets"), 30_000, 3);
    await begun({ setup: on("engines", "rockets"), startedMs: 5000 }, viewer);
    await take({ ...on("engines", "rockets"), marking: "negative" }, 25_000, 3);
    await take({ ...on("engines", "rockets"), difficulty: "easy" }, 27_000, 3);
    expect((await resultsOf(viewer, third)).earlier).toEqual([
      { attemptId: second.attemptId, at: msAfter(22_000), share: expect.closeTo(2 / 3) as number },
      { attemptId: first.attemptId, at: msAfter(2000), share: expect.closeTo(1 / 3) as number },
    ]);
    expect((await resultsOf(viewer, first)).earlier).toEqual([]);
  });

  it("lists what is unfinished with what is left, and what is done, graded where nobody had looked", async () => {
    const viewer = await learner();
    const { made: untimed } = await begun({ setup: { timer: { kind: "none" }, scope: { kind: "mistakes" } }, startedMs: 2000 }, viewer);
    const { made: running } = await begun({ startedMs: 1_000_000 }, viewer);
    const { made: over } = await begun({ startedMs: 0 }, viewer);
    await answer(viewer, running, 1, { ms: 1_000_500 });
    await saveAnswer(viewer, running.attemptId, saveOf(running, 0, null, { isFlagged: true }), clockAt(1_000_600));
    await answer(viewer, over, 0);
    const { id: setId } = await createSet(viewer, { name: "Engines", query: { topics: ["engines"], entities: [], facts: [] } }, morning);
    const home = await quizHome(viewer, clockAt(1_060_000));
    expect(home.unfinished).toEqual([
      { attemptId: running.attemptId, title: { kind: "all", topics: [], name: null }, count: 3, answered: 1, startedAt: msAfter(1_000_000), leftMs: 540_000 },
      { attemptId: untimed.attemptId, title: { kind: "mistakes", topics: [], name: null }, count: 3, answered: 0, startedAt: msAfter(2000), leftMs: null },
    ]);
    expect(home.recent).toEqual([{ attemptId: over.attemptId, title: { kind: "all", topics: [], name: null }, startedAt: morning, points: 1, mostPoints: 3, count: 3 }]);
    expect(home.choices.sets).toEqual([{ id: setId, name: "Engines", facts: home.choices.topics.find(({ id }) => id === "engines")!.facts }]);
    expect(home.choices.mistakes).toBe(0);
    const { choices } = await quizHome(null, clockAt(0));
    expect(await quizHome(await learner(), clockAt(1_060_000))).toEqual({ unfinished: [], recent: [], choices, extraTime: null });
    expect(choices).toEqual({ topics: home.choices.topics, sets: [], mistakes: 0 });
  });

  it.each([
    [{ timeMultiplier: 1.5 }],
    [{ extraMinutes: 10 }],
    [{ hasNoTimeLimit: true }],
  ] as const)("says before the start that more time will be given: %j", async (more) => {
    const viewer = await learner();
    expect((await quizHome(viewer, clockAt(0))).extraTime).toBeNull();
    await changeAccommodation(viewer, { ...usual, ...more }, clockAt(0));
    expect((await quizHome(viewer, clockAt(0))).extraTime).toEqual({ ...usual, ...more });
  });

  it("shows nobody another's results, quizzes or extra time", async () => {
    const { viewer, made } = await begun();
    const stranger = await learner();
    await handIn(viewer, made);
    for (const id of [made.attemptId, randomUUID(), "no id"]) await expect(quizResults(stranger, id, clockAt(61_000))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await changeAccommodation(viewer, { ...usual, timeMultiplier: 2 }, clockAt(0));
    expect(await accommodationOf(stranger)).toEqual(usual);
    expect((await quizHome(stranger, clockAt(0))).extraTime).toBeNull();
    const nobody = { userId: randomUUID() };
    const before = await quizSnapshot(db());
    for (const ask of [() => quizHome(nobody, clockAt(0)), () => accommodationOf(nobody), () => changeAccommodation(nobody, usual, clockAt(0))]) await expect(ask()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await quizSnapshot(db())).toBe(before);
  });
});

describeEachDatabase("extra time", (db: () => PrismaClient) => {
  const learner = async (): Promise<Viewer> => ({ userId: (await createLearner(db())).id });
  const rowOf = (made: Made) => db().quizAttempt.findUniqueOrThrow({ where: { id: made.attemptId } });
  const save = (viewer: Viewer, made: Made, position: number, ms: number) => saveAnswer(viewer, made.attemptId, saveOf(made, position, rightResponse(made.items[position]!)), clockAt(ms));

  test.each<[string, Partial<ExtraTime>, number | null]>([
    ["a quarter longer", { timeMultiplier: 1.25 }, 750_000],
    ["twice as long and five minutes", { timeMultiplier: 2, extraMinutes: 5 }, 1_500_000],
    ["no limit", { hasNoTimeLimit: true }, null],
  ])("holds at once in a quiz that is being taken: %s", async (_, change, endsMs) => {
    const [viewer, other] = [await learner(), await learner()];
    const [made, others] = [await createAttempt(db(), viewer.userId), await createAttempt(db(), other.userId)];
    const extraTime = { ...usual, ...change };
    await changeAccommodation(viewer, extraTime, clockAt(300_000));
    expect(await accommodationOf(viewer)).toEqual(extraTime);
    expect((await rowOf(made)).deadlineAt).toEqual(endsMs === null ? null : msAfter(endsMs));
    expect((await rowOf(others)).deadlineAt).toEqual(msAfter(600_000));
    expect(await save(viewer, made, 0, 700_000)).toMatchObject({ isOpen: true, sequence: 1, clock: { leftMs: endsMs === null ? null : endsMs - 700_000 } });
    if (endsMs === null) return;
    await save(viewer, made, 1, endsMs + 30_000);
    await expect(save(viewer, made, 2, endsMs + 30_001)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("brings back no quiz that was over already, and counts what was saved by then", async () => {
    const viewer = await learner();
    const made = await createAttempt(db(), viewer.userId);
    await save(viewer, made, 0, 1000);
    await changeAccommodation(viewer, { ...usual, hasNoTimeLimit: true }, clockAt(630_001));
    expect(await rowOf(made)).toMatchObject({ state: "submitted", closedAt: msAfter(600_000), isUnlimited: false });
    await expect(save(viewer, made, 1, 630_002)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("that is taken away ends a quiz which has had as much time as all others", async () => {
    const viewer = await learner();
    const made = await createAttempt(db(), viewer.userId);
    await changeAccommodation(viewer, { ...usual, timeMultiplier: 2 }, clockAt(0));
    await save(viewer, made, 0, 900_000);
    await changeAccommodation(viewer, usual, clockAt(900_001));
    expect(await rowOf(made)).toMatchObject({ state: "submitted", deadlineAt: msAfter(600_000) });
    expect(await quizResults(viewer, made.attemptId, clockAt(900_002))).toMatchObject({ points: 1, isTimeUp: true });
  });

  it("lengthens the question that is open, and opens none again that is past", async () => {
    const viewer = await learner();
    const made = await createAttempt(db(), viewer.userId, { setup: { timer: { kind: "question", seconds: 20 } } });
    const { leaseId } = made;
    await openQuestion(viewer, made.attemptId, { leaseId, position: 0 }, clockAt(0));
    await openQuestion(viewer, made.attemptId, { leaseId, position: 1 }, clockAt(21_000));
    await changeAccommodation(viewer, { ...usual, timeMultiplier: 2, extraMinutes: 1 }, clockAt(30_000));
    await expect(save(viewer, made, 0, 31_000)).rejects.toMatchObject({ code: "CONFLICT" });
    // 20 s twice, and a third of the minute.
    await save(viewer, made, 1, 21_000 + 60_000 + 5000);
    const later = saveOf(made, 1, null, { sequence: 2 });
    await expect(saveAnswer(viewer, made.attemptId, later, clockAt(21_000 + 65_001))).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
