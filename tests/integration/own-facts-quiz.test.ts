import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { verifyMemory } from "@/lib/data/memory";
import { quizHome } from "@/lib/data/quiz-home";
import { quizResults, type QuizResults } from "@/lib/data/quiz-results";
import { runningQuiz, takeLease } from "@/lib/data/quiz-running";
import { saveAnswer } from "@/lib/data/quiz-save";
import { startQuiz } from "@/lib/data/quiz-start";
import { submitQuiz } from "@/lib/data/quiz-submit";
import { openCards } from "@/lib/data/study";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Response } from "@/lib/grading/grade";
import { ownFactBase } from "@/lib/own-facts/own-fact-base";
import { lintItem } from "@/lib/questions/lint/lint-item";
import { usualSetup, type QuizSetup } from "@/lib/quiz/quiz-setup";
import { toQuizResponse } from "@/lib/quiz/response";
import type { Item } from "@/lib/questions/item";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, rightResponse, wrongResponse } from "@/tests/support/factories";
import { createOwnSet, editOwn, engineTable, ownContent, ownOf, tableFrom } from "@/tests/support/own-facts";
import { clockAt } from "@/tests/support/quizzes";

type Viewer = { userId: string };

const base = getFactBase();

describeEachDatabase("a quiz on own cards and tables", (db: () => PrismaClient) => {
  const learner = async (): Promise<Viewer> => ({ userId: (await createLearner(db())).id });
  const setupOf = (setId: string, more: Partial<QuizSetup> = {}): QuizSetup => ({ ...usualSetup, count: 10, scope: { kind: "set", id: setId }, ...more });

  async function begin(viewer: Viewer, setup: QuizSetup) {
    const [attemptId, leaseId] = [randomUUID(), randomUUID()];
    const { count } = await startQuiz(viewer, { attemptId, setup, timeZone: "UTC" }, clockAt(0));
    await takeLease(viewer, attemptId, leaseId, clockAt(0));
    return { attemptId, leaseId, count };
  }
  const slotsOf = (attemptId: string) => db().quizSlot.findMany({ where: { attemptId }, orderBy: { position: "asc" } });
  const itemOfSlot = ({ item }: { item: unknown }) => item as Item;

  async function fill(viewer: Viewer, { attemptId, leaseId }: { attemptId: string; leaseId: string }, respond: (item: Item, position: number) => Response | null) {
    for (const slot of await slotsOf(attemptId)) {
      const response = respond(itemOfSlot(slot), slot.position);
      if (!response) continue;
      const save = { leaseId, position: slot.position, sequence: 1, response: toQuizResponse(response, slot.optionIds), certainty: null, isFlagged: false, isFinal: false, elapsedMs: 3000 };
      await saveAnswer(viewer, attemptId, save, clockAt(1000 + slot.position * 1000));
    }
  }
  const handIn = (viewer: Viewer, { attemptId, leaseId }: { attemptId: string; leaseId: string }) => submitQuiz(viewer, attemptId, leaseId, clockAt(60_000));
  const resultsOf = async (viewer: Viewer, attemptId: string) => (await quizResults(viewer, attemptId, clockAt(70_000))) as QuizResults;

  async function withSet() {
    const viewer = await learner();
    const content = ownContent();
    return { viewer, content, set: await createOwnSet(db(), viewer.userId, content) };
  }

  it("asks sound questions on different facts, shows none of the answers, and teaches what was answered", async () => {
    const { viewer, set } = await withSet();
    expect((await quizHome(viewer, clockAt(0))).choices.sets).toEqual([{ id: set.id, name: "Bells and arcs", facts: 28 }]);
    const quiz = await begin(viewer, setupOf(set.id));
    expect(quiz.count).toBe(10);
    const own = ownFactBase(base, set.id, await ownOf(db(), set.id));
    if (!own.ok) throw new Error("The set is broken");
    const slots = await slotsOf(quiz.attemptId);
    expect(slots.flatMap((slot) => lintItem(own.value, itemOfSlot(slot)))).toEqual([]);
    const tested = slots.flatMap((slot) => itemOfSlot(slot).tests);
    expect(new Set(tested).size).toBe(tested.length);
    const running = await runningQuiz(viewer, quiz.attemptId, clockAt(0));
    expect(JSON.stringify(running)).not.toContain("certificate");
    await fill(viewer, quiz, (item, position) => (position < 6 ? rightResponse(item) : position < 9 ? wrongResponse(item) : null));
    expect(await handIn(viewer, quiz)).toEqual({ state: "graded" });
    const results = await resultsOf(viewer, quiz.attemptId);
    expect(results.counts).toMatchObject({ right: 6, blank: 1 });
    expect(results.questions.every(({ feedback }) => feedback.answer.statement.length > 0 && feedback.answer.sources.length > 0)).toBe(true);
    const events = await db().reviewEvent.findMany({ include: { presentation: true } });
    expect(events).toHaveLength(9);
    expect(events.every(({ presentation, factValue }) => presentation.contentVersion === own.value.version && factValue !== null)).toBe(true);
    expect(await verifyMemory(viewer.userId)).toMatchObject({ events: 9, differing: [] });
  });

  it("has its mistakes practised, in studying and in a quiz, beside those on the content", async () => {
    const { viewer, set } = await withSet();
    await db().factSet.update({ where: { id: set.id }, data: { query: { topics: ["engines"], entities: [], facts: [] } } });
    const quiz = await begin(viewer, setupOf(set.id, { count: 40 }));
    const isOwn = (slot: { factId: string }) => slot.factId.startsWith("own.");
    const slots = await slotsOf(quiz.attemptId);
    expect([slots.some(isOwn), slots.every(isOwn)]).toEqual([true, false]);
    const { contentVersion } = await db().quizAttempt.findUniqueOrThrow({ where: { id: quiz.attemptId } });
    expect(contentVersion.split(" ")[0]).toBe(base.version);
    await fill(viewer, quiz, wrongResponse);
    await handIn(viewer, quiz);
    const events = await db().reviewEvent.findMany({ where: { rating: 1 }, include: { presentation: true } });
    expect(events.length).toBeGreaterThan(30);
    for (const { factId, presentation } of events) expect(presentation.contentVersion === base.version).toBe(!factId.startsWith("own."));
    const { cards } = await openCards(viewer, { count: 40, holding: [], scope: { kind: "mistakes" }, mode: "mix", now: new Date("2026-11-24T09:00:00Z") });
    expect([cards.some(isOwn), cards.every(isOwn)]).toEqual([true, false]);
    const again = await begin(viewer, { ...usualSetup, count: 40, scope: { kind: "mistakes" } });
    expect([(await slotsOf(again.attemptId)).some(isOwn), (await slotsOf(again.attemptId)).every(isOwn)]).toEqual([true, false]);
  });

  it("is graded as it was put when the set changes under it, or is deleted", async () => {
    for (const change of ["edit", "delete"] as const) {
      const { viewer, content, set } = await withSet();
      const quiz = await begin(viewer, setupOf(set.id));
      const before = (await slotsOf(quiz.attemptId)).map(({ item }) => item);
      await fill(viewer, quiz, rightResponse);
      const other = tableFrom(engineTable.replace(/\t(\d+)\t/g, (_, amount: string) => `\t${Number(amount) + 3000}\t`).replaceAll("201", "199"), content.tables[0]);
      if (change === "edit") await editOwn(db(), set.id, { cards: content.cards.map((card) => ({ ...card, definition: `${card.definition}, or so` })), tables: [other] });
      else await db().factSet.delete({ where: { id: set.id } });
      expect((await slotsOf(quiz.attemptId)).map(({ item }) => item)).toEqual(before);
      expect(await handIn(viewer, quiz)).toEqual({ state: "graded" });
      const results = await resultsOf(viewer, quiz.attemptId);
      expect(results.questions.map(({ outcome }) => outcome)).toEqual(Array(10).fill("right"));
      expect(await verifyMemory(viewer.userId)).toMatchObject({ events: 10, differing: [] });
    }
  });

  it("leaves out facts that were put aside, and is refused where nothing is left", async () => {
    const { viewer, set, content } = await withSet();
    await editOwn(db(), set.id, { cards: content.cards, tables: [] });
    const factIds = content.cards.map(({ id }) => `own.${set.id}.${id}.definition`);
    await db().factChoice.createMany({ data: factIds.slice(1).map((factId) => ({ userId: viewer.userId, factId, suspendedAt: new Date() })) });
    const quiz = await begin(viewer, setupOf(set.id));
    expect((await slotsOf(quiz.attemptId)).map(({ factId }) => factId)).toEqual([factIds[0]]);
    await db().factChoice.create({ data: { userId: viewer.userId, factId: factIds[0]!, suspendedAt: new Date() } });
    await expect(begin(viewer, setupOf(set.id))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is nobody else's to take, to look at or to practise", async () => {
    const { viewer, set } = await withSet();
    const stranger = await learner();
    await expect(begin(stranger, setupOf(set.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const quiz = await begin(viewer, setupOf(set.id));
    await fill(viewer, quiz, wrongResponse);
    await handIn(viewer, quiz);
    await expect(quizResults(stranger, quiz.attemptId, clockAt(70_000))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const factIds = (await slotsOf(quiz.attemptId)).map(({ factId }) => factId);
    expect((await openCards(stranger, { count: 5, holding: [], scope: { kind: "facts", ids: factIds }, mode: "mix", now: new Date("2026-11-24T09:00:00Z") })).cards).toEqual([]);
  });
});
