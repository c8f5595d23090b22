import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { exportLog } from "@/lib/data/export-log";
import { verifyMemory } from "@/lib/data/memory";
import { gradeAttempt } from "@/lib/data/quiz-grade";
import { quizHome } from "@/lib/data/quiz-home";
import { quizResults } from "@/lib/data/quiz-results";
import { saveAnswer } from "@/lib/data/quiz-save";
import { submitQuiz } from "@/lib/data/quiz-submit";
import { sweepAttempts } from "@/lib/data/quiz-sweeper";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Response } from "@/lib/grading/grade";
import type { Item } from "@/lib/questions/item";
import { describeEachDatabase } from "@/tests/support/database";
import { useChangedContent } from "@/tests/support/content-version";
import { createLearner, daysLater, givenAnswer, rightResponse, snapshot, wrongResponse } from "@/tests/support/factories";
import { itemOfForm, presentItem } from "@/tests/support/items";
import { addMemories } from "@/tests/support/memories";
import { itemsByFact, putQuestion } from "@/tests/support/questions";
import { clockAt, createAttempt, msAfter, quizItems, quizSnapshot, saveOf, type AttemptInput, type Made } from "@/tests/support/quizzes";

type Viewer = { userId: string };

const dayMs = 86_400_000;

describeEachDatabase("what a quiz teaches", (db: () => PrismaClient) => {
  const changeContent = useChangedContent();
  const learner = async (): Promise<Viewer> => ({ userId: (await createLearner(db())).id });

  async function begun(input?: AttemptInput) {
    const viewer = await learner();
    return { viewer, made: await createAttempt(db(), viewer.userId, input) };
  }

  /** Answers the questions one second after the other; null leaves one blank. */
  async function answer(viewer: Viewer, made: Made, responses: readonly (Response | null)[], fromMs = 1000): Promise<void> {
    for (const [i, response] of responses.entries()) if (response) await saveAnswer(viewer, made.attemptId, saveOf(made, i, response), clockAt(fromMs + i * 1000));
  }
  const handIn = (viewer: Viewer, made: Made, ms = 60_000) => submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(ms));
  const slotsOf = (made: Made) => db().quizSlot.findMany({ where: { attemptId: made.attemptId }, orderBy: { position: "asc" } });
  const eventsOf = ({ userId }: Viewer) => db().reviewEvent.findMany({ where: { userId }, include: { presentation: true }, orderBy: [{ answeredAt: "asc" }, { id: "asc" }] });

  /** Handed in, and the server stopped before it was graded. */
  const leftSubmitted = (made: Made, ms = 60_000) => db().quizAttempt.update({ where: { id: made.attemptId }, data: { state: "submitted", closedAt: msAfter(ms) } });

  it("is an answer in the log for each question that was answered, with its form, as of when it was saved", async () => {
    const { viewer, made } = await begun({ items: quizItems() });
    const responses = made.items.map((item, i) => (i % 3 === 2 ? null : i % 3 === 0 ? rightResponse(item) : wrongResponse(item)));
    await answer(viewer, made, responses);
    expect(await handIn(viewer, made)).toEqual({ state: "graded" });
    const answered = made.items.flatMap((item, i) => (responses[i] ? [{ i, item, response: responses[i] }] : []));
    const events = await eventsOf(viewer);
    expect(events).toMatchObject(answered.map(({ i, item, response }) => ({
      form: item.type, factId: item.tests[0], response, answeredAt: msAfter(1000 + i * 1000), elapsedMs: 3000, timeZone: "UTC", learnerDay: "2026-11-23", rating: i % 3 === 0 ? 3 : 1,
      presentation: { itemId: item.id, item, openKey: null, contentVersion: "test" },
    })));
    const slots = await slotsOf(made);
    expect(slots.flatMap(({ eventId }) => eventId ?? [])).toEqual(events.map(({ id }) => id));
    expect(slots.map(({ verdict }) => verdict === null)).toEqual(responses.map((response) => response === null));
    expect(await verifyMemory(viewer.userId)).toMatchObject({ events: answered.length, differing: [] });
    let exported = "";
    for await (const part of exportLog(viewer, "csv")) exported += part;
    for (const { item } of answered) expect(exported).toContain(`,${item.type},`);
  });

  it("counts in the memory answer by answer, also of a learner who knew the facts, and of one fact asked twice", async () => {
    const items = (await itemsByFact()).slice(0, 4).flatMap(([, typed, chosen]) => [typed!, chosen!]);
    const { viewer, made } = await begun({ items, startedMs: 20 * dayMs });
    for (let fact = 0; fact < 4; fact++) {
      const { presentationId, item } = await putQuestion(db(), viewer.userId, daysLater(fact), { fact });
      await answerCard(viewer, givenAnswer(presentationId, fact === 3 ? wrongResponse(item) : rightResponse(item)), daysLater(fact));
    }
    await answer(viewer, made, items.map((item, i) => (i < 5 ? rightResponse(item) : wrongResponse(item))), 20 * dayMs);
    await handIn(viewer, made, 20 * dayMs + 60_000);
    expect(await verifyMemory(viewer.userId)).toMatchObject({ events: 12, facts: 4, differing: [] });
    expect((await db().memoryState.findMany({ orderBy: { lapseCount: "asc" } })).map(({ reviewCount, lapseCount }) => [reviewCount, lapseCount])).toEqual([[2, 0], [2, 0], [2, 0], [2, 1]]);
    expect((await db().user.findUniqueOrThrow({ where: { id: viewer.userId } })).calibrationMu).not.toBe(0);
    // One record for each question whose fact was in review: the second answer of a day is practice.
    expect(await db().questionHealth.count({ where: { answers: 1 } })).toBe(4);
  });

  it("takes its place in the log among answers given in studying meanwhile and later, with the memory that all of them add up to", async () => {
    const { viewer, made } = await begun();
    await answer(viewer, made, made.items.map(rightResponse), 10_000);
    for (const [fact, ms] of [[5, 11_500], [6, 40_000]] as const) {
      const { presentationId, item } = await putQuestion(db(), viewer.userId, msAfter(ms - 1000), { fact });
      await answerCard(viewer, givenAnswer(presentationId, wrongResponse(item)), msAfter(ms));
    }
    await handIn(viewer, made);
    expect((await eventsOf(viewer)).map(({ answeredAt }) => answeredAt.getTime() - msAfter(0).getTime())).toEqual([10_000, 11_000, 11_500, 12_000, 40_000]);
    expect(await verifyMemory(viewer.userId)).toMatchObject({ events: 5, differing: [] });
  });

  it("is taken in once, whoever and how many grade it at the same moment", async () => {
    const { viewer, made } = await begun();
    await answer(viewer, made, made.items.map(rightResponse));
    await leftSubmitted(made);
    const grade = () => gradeAttempt(viewer, made.attemptId, clockAt(61_000));
    const states = await Promise.all([grade(), handIn(viewer, made, 61_000).then(({ state }) => state), grade(), grade()]);
    await Promise.all([sweepAttempts(clockAt(61_000)), sweepAttempts(clockAt(61_000)), quizHome(viewer, clockAt(61_000)), quizResults(viewer, made.attemptId, clockAt(61_000)), handIn(viewer, made, 61_000)]);
    expect(states).toEqual(Array(4).fill("graded"));
    expect([await db().reviewEvent.count(), await db().presentation.count()]).toEqual([3, 3]);
    expect(await verifyMemory(viewer.userId)).toMatchObject({ events: 3, differing: [] });
  });

  it("is taken in wholly or not at all, and later where the server stopped in between", async () => {
    const { viewer, made } = await begun();
    await answer(viewer, made, made.items.map(rightResponse));
    await leftSubmitted(made);
    // Found out only after points and questions were written.
    await db().quizAttempt.update({ where: { id: made.attemptId }, data: { timeZone: "Nowhere/Nothing" } });
    const before = [await snapshot(db()), await quizSnapshot(db())];
    await expect(gradeAttempt(viewer, made.attemptId, clockAt(61_000))).rejects.toThrow();
    expect([await snapshot(db()), await quizSnapshot(db())]).toEqual(before);
    await db().quizAttempt.update({ where: { id: made.attemptId }, data: { timeZone: "UTC" } });
    await sweepAttempts(clockAt(dayMs));
    expect(await db().quizAttempt.findUnique({ where: { id: made.attemptId } })).toMatchObject({ state: "graded", points: 3, mostPoints: 3 });
    expect((await eventsOf(viewer)).map(({ learnerDay }) => learnerDay)).toEqual(["2026-11-23", "2026-11-23", "2026-11-23"]);
  });

  it("counts for the learner's day where the quiz was begun, by when each answer was saved", async () => {
    const { viewer, made } = await begun({ items: [itemOfForm("multiple-choice"), itemOfForm("short-answer")], setup: { timer: { kind: "none" } } });
    await db().quizAttempt.update({ where: { id: made.attemptId }, data: { timeZone: "Asia/Shanghai" } });
    await answer(viewer, made, [rightResponse(made.items[0]!)], 10 * 3_600_000);
    await saveAnswer(viewer, made.attemptId, saveOf(made, 1, rightResponse(made.items[1]!)), clockAt(12 * 3_600_000));
    await handIn(viewer, made, 12 * 3_600_000);
    expect((await eventsOf(viewer)).map(({ learnerDay }) => learnerDay)).toEqual(["2026-11-23", "2026-11-24"]);
  });

  it("leaves the question that studying has open on the same fact as it is", async () => {
    const item = itemOfForm("multiple-choice");
    const { viewer, made } = await begun({ items: [item] });
    const presentationId = await presentItem(db(), viewer.userId, item);
    await answer(viewer, made, [wrongResponse(item)]);
    await handIn(viewer, made);
    expect((await db().presentation.findUniqueOrThrow({ where: { id: presentationId } })).openKey).not.toBeNull();
    expect(await answerCard(viewer, givenAnswer(presentationId, rightResponse(item)), msAfter(90_000))).toMatchObject({ isRight: true });
    expect(await verifyMemory(viewer.userId)).toMatchObject({ events: 2, facts: 1, differing: [] });
  });

  it("is no answer where one could be read two ways, and brings nothing", async () => {
    const asked: Item = { ...itemOfForm("short-answer"), key: { text: "3 April 1970", value: { kind: "date", edtf: "1970-04-03", precision: "day", timeZone: "UTC" } } };
    const { viewer, made } = await begun({ items: [asked], setup: { marking: "certainty" } });
    await answer(viewer, made, [{ kind: "typed", text: "04/03/1970" }]);
    await handIn(viewer, made);
    expect(await slotsOf(made)).toMatchObject([{ verdict: "ambiguous", points: 0, mostPoints: 3, eventId: null }]);
    expect(await db().reviewEvent.count()).toBe(0);
    expect(await quizResults(viewer, made.attemptId, clockAt(61_000))).toMatchObject({ counts: { unclear: 1 }, questions: [{ outcome: "unclear", given: { text: "04/03/1970" } }] });
  });

  it("goes on with a fact under the id it was begun by", async () => {
    const base = getFactBase();
    const renamed = base.content.facts.find((fact) => fact.ask === true && fact.formerIds.length > 0)!;
    const item: Item = { ...itemOfForm("multiple-choice"), tests: [renamed.id] };
    const { viewer, made } = await begun({ items: [item] });
    await addMemories(db(), viewer.userId, [renamed.formerIds[0]!]);
    await answer(viewer, made, [rightResponse(item)]);
    await handIn(viewer, made);
    expect(await db().memoryState.findMany()).toMatchObject([{ factId: renamed.formerIds[0], reviewCount: 4, lastDay: "2026-11-23" }]);
    expect(await eventsOf(viewer)).toMatchObject([{ factId: renamed.formerIds[0] }]);
  });

  it("takes a change of the content as answered only where the question was of the new content", async () => {
    for (const [contentVersion, changed] of [["older", { kind: "text", text: "what it said before" }], [getFactBase().version, null]] as const) {
      const item = itemOfForm("multiple-choice");
      const { viewer, made } = await begun({ items: [item] });
      await db().quizAttempt.update({ where: { id: made.attemptId }, data: { contentVersion } });
      await db().factChoice.create({ data: { userId: viewer.userId, factId: item.tests[0]!, changedFrom: { kind: "text", text: "what it said before" } } });
      await answer(viewer, made, [rightResponse(item)]);
      await handIn(viewer, made);
      expect((await db().factChoice.findFirstOrThrow({ where: { userId: viewer.userId } })).changedFrom).toEqual(changed);
    }
  });

  it("is graded by the paper as it was put, also when its facts have left the content", async () => {
    const items = quizItems();
    const { viewer, made } = await begun({ items });
    await answer(viewer, made, items.map((item, i) => (i % 2 ? wrongResponse(item) : rightResponse(item))));
    const gone = new Set<string>(items.flatMap(({ tests }) => tests));
    changeContent((content) => ({ ...content, facts: content.facts.filter(({ id }) => !gone.has(id)) }));
    await handIn(viewer, made);
    expect((await slotsOf(made)).map(({ score }) => score === 1)).toEqual(items.map((_, i) => i % 2 === 0));
    const results = await quizResults(viewer, made.attemptId, clockAt(61_000));
    if ("running" in results || "withheld" in results) throw new Error("still running");
    expect(results.questions.map(({ stem, options }) => ({ stem, options }))).toEqual(items.map(({ stem, options }) => ({ stem, options: options.map(({ text }) => text) })));
    for (const { feedback } of results.questions) expect(feedback.answer.text).not.toBe("");
  });

  test.each([["plain", [1, 0, 0], 3], ["negative", [1, -1 / 3, 0], 3], ["certainty", [3, -2, 0], 9]] as const)("brings points by the marking: %s", async (marking, points, mostPoints) => {
    const choice = { ...itemOfForm("multiple-choice"), options: itemOfForm("multiple-choice").options.slice(0, 4) };
    const wrong = { kind: "choice" as const, option: [0, 1, 2, 3].find((option) => !(choice.key as number[]).includes(option))! };
    const { viewer, made } = await begun({ items: [itemOfForm("short-answer"), choice, choice], setup: { marking } });
    await saveAnswer(viewer, made.attemptId, saveOf(made, 0, rightResponse(made.items[0]!), { certainty: 3 }), clockAt(1000));
    await saveAnswer(viewer, made.attemptId, saveOf(made, 1, wrong, { certainty: 2 }), clockAt(2000));
    await handIn(viewer, made);
    expect((await slotsOf(made)).map((slot) => slot.points)).toEqual(points);
    const total = points.reduce<number>((sum, each) => sum + each, 0);
    expect(await db().quizAttempt.findUnique({ where: { id: made.attemptId } })).toMatchObject({ points: total, mostPoints });
  });

  it("is graded for nobody but its learner, and not while it goes on", async () => {
    const { viewer, made } = await begun();
    await answer(viewer, made, made.items.map(rightResponse));
    expect(await gradeAttempt(viewer, made.attemptId, clockAt(60_000))).toBe("in_progress");
    await leftSubmitted(made);
    const before = [await snapshot(db()), await quizSnapshot(db())];
    for (const id of [made.attemptId, randomUUID(), "no id"]) await expect(gradeAttempt({ userId: randomUUID() }, id, clockAt(61_000))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect([await snapshot(db()), await quizSnapshot(db())]).toEqual(before);
  });
});
