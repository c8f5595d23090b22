import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { homeSummary } from "@/lib/data/home";
import { verifyMemory } from "@/lib/data/memory";
import { openCards } from "@/lib/data/study";
import { planStudy } from "@/lib/data/study-plan";
import { allThatIsDue } from "@/lib/data/study-scope";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Response } from "@/lib/grading/grade";
import { answerKindOf, type StudyCard } from "@/lib/questions/study-card";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, morning, rightResponse, seeded, snapshot, someResponse, wrongResponse } from "@/tests/support/factories";

type Viewer = { userId: string };

const open = (viewer: Viewer, count = 3, now = morning, holding: string[] = []) => openCards(viewer, { count, holding, now });

describeEachDatabase("studying", (db: () => PrismaClient) => {
  const learner = async (data = {}): Promise<Viewer> => ({ userId: (await createLearner(db(), data)).id });

  async function firstCard(viewer: Viewer, now = morning): Promise<StudyCard> {
    const { cards } = await open(viewer, 1, now);
    return cards[0]!;
  }

  async function answer(viewer: Viewer, card: StudyCard, how: typeof rightResponse = rightResponse, now = morning) {
    return answerCard(viewer, givenAnswer(card.presentationId, how(await itemOf(db(), card.presentationId))), now);
  }

  it("hands out new facts of different subjects without giving the answer away", async () => {
    const { cards, remaining } = await open(await learner(), 5);
    expect(cards).toHaveLength(5);
    expect(remaining).toEqual({ due: 0, new: 10 });
    expect(new Set(cards.map((card) => card.factId)).size).toBe(5);
    expect(cards.every((card) => card.isNew && card.stem.length > 0)).toBe(true);
    for (const card of cards.filter((each) => each.form !== "flashcard")) expect(card).not.toHaveProperty("back");
    expect(JSON.stringify(cards)).not.toContain("certificate");
  });

  it("gives the same questions again after a reload, and others for those the browser holds", async () => {
    const viewer = await learner();
    const first = await open(viewer);
    expect(await open(viewer)).toEqual(first);
    const held = first.cards.map((card) => card.presentationId);
    const more = await open(viewer, 3, morning, held);
    expect(more.cards).toHaveLength(3);
    expect(more.cards.some((card) => held.includes(card.presentationId))).toBe(false);
    expect(more.remaining).toEqual(first.remaining);
  });

  it("gives two tabs that ask at the same moment the same questions", async () => {
    const viewer = await learner();
    const [one, two] = await Promise.all([open(viewer), open(viewer)]);
    expect(one).toEqual(two);
    expect(await db().presentation.count()).toBe(3);
  });

  it("orders new facts by the learner: the same for one, different for two", async () => {
    const [one, other] = [await learner(), await learner()];
    const facts = async (viewer: Viewer) => (await open(viewer, 10)).cards.map((card) => card.factId);
    const ones = await facts(one);
    expect(await facts(one)).toEqual(ones);
    expect(await facts(other)).not.toEqual(ones);
  });

  it("takes a right answer into the log and says when the fact comes back", async () => {
    const viewer = await learner();
    const card = await firstCard(viewer);
    const feedback = await answer(viewer, card);
    const { intervalDays } = await db().memoryState.findFirstOrThrow({ where: { userId: viewer.userId } });
    expect(feedback).toMatchObject({ isRight: true, score: 1, dueInDays: intervalDays });
    expect(intervalDays).toBeGreaterThanOrEqual(1);
    expect(intervalDays).toBeLessThanOrEqual(8);
    expect(feedback.answer.statement.length).toBeGreaterThan(10);
    expect(feedback.answer.sources.length).toBeGreaterThan(0);
    const events = await db().reviewEvent.findMany();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ userId: viewer.userId, factId: card.factId, learnerDay: "2026-11-23", rating: 3 });
    expect(await verifyMemory(viewer.userId)).toEqual({ events: 1, facts: 1, differing: [] });
    expect((await open(viewer, 1)).remaining).toEqual({ due: 0, new: 9 });
  });

  it("asks a missed fact again in the same session, last, and then lets it go until it is due", async () => {
    const viewer = await learner({ newFactsPerDay: 2 });
    const missed = await firstCard(viewer);
    expect(await answer(viewer, missed, wrongResponse)).toMatchObject({ isRight: false, score: 0, dueInDays: 0 });
    const { cards, remaining } = await open(viewer, 5);
    expect(remaining).toEqual({ due: 1, new: 1 });
    expect(cards.map((card) => card.factId).at(-1)).toBe(missed.factId);
    expect(cards.at(-1)?.presentationId).not.toBe(missed.presentationId);
    expect(await answer(viewer, cards.at(-1)!)).toMatchObject({ isRight: true, dueInDays: 1 });
    expect((await open(viewer, 5)).cards.map((card) => card.factId)).not.toContain(missed.factId);
    const state = await db().memoryState.findFirstOrThrow({ where: { factId: missed.factId } });
    expect(state).toMatchObject({ reviewCount: 1, stabilityDays: 0.212 });
  });

  it("keeps the order of the log when the clock is set back", async () => {
    const viewer = await learner({ newFactsPerDay: 1 });
    const missed = await firstCard(viewer);
    await answer(viewer, missed, wrongResponse);
    const earlier = new Date(morning.getTime() - 3_600_000);
    expect(await answer(viewer, await firstCard(viewer, earlier), rightResponse, earlier)).toMatchObject({ dueInDays: 1 });
    const log = await db().reviewEvent.findMany({ orderBy: { answeredAt: "asc" } });
    expect(log.map((event) => event.rating)).toEqual([1, 3]);
  });

  it("begins ten facts a day and no more, and ten more the day after", async () => {
    const viewer = await learner();
    for (let i = 0; i < 10; i++) await answer(viewer, await firstCard(viewer));
    expect(await open(viewer)).toEqual({ cards: [], remaining: { due: 0, new: 0 } });
    expect(await homeSummary(viewer, morning)).toEqual({ due: 0, fresh: 0, begunToday: 10, begun: 10 });
    const { due, new: fresh } = (await open(viewer, 1, daysLater(1))).remaining;
    expect(fresh).toBe(10);
    expect(due).toBeLessThan(10);
    const later = await homeSummary(viewer, daysLater(2));
    expect(later).toMatchObject({ fresh: 10, begunToday: 0, begun: 10 });
    expect(later.due).toBeGreaterThan(due);
    expect((await open(viewer, 1, daysLater(2))).cards[0]?.isNew).toBe(false);
  });

  it("counts the day where the learner is", async () => {
    const viewer = await learner();
    const card = await firstCard(viewer);
    const given = givenAnswer(card.presentationId, rightResponse(await itemOf(db(), card.presentationId)), { timeZone: "Asia/Shanghai" });
    await answerCard(viewer, given, new Date("2026-11-23T21:00:00Z"));
    expect(await db().reviewEvent.findFirst()).toMatchObject({ timeZone: "Asia/Shanghai", learnerDay: "2026-11-24" });
    expect(await db().user.findFirst()).toMatchObject({ timeZone: "Asia/Shanghai" });
  });

  it("writes an answer once that is sent again and again, also at the same moment", async () => {
    const viewer = await learner();
    const card = await firstCard(viewer);
    const given = givenAnswer(card.presentationId, wrongResponse(await itemOf(db(), card.presentationId)));
    const told = await Promise.all(Array.from({ length: 8 }, () => answerCard(viewer, given, morning)));
    told.push(await answerCard(viewer, given, morning));
    for (const feedback of told) expect(feedback).toEqual(told[0]);
    expect(await db().reviewEvent.count()).toBe(1);
    expect(await verifyMemory(viewer.userId)).toEqual({ events: 1, facts: 1, differing: [] });
  });

  it("keeps the first of two answers to one question, and tells the second what was recorded", async () => {
    const viewer = await learner();
    const card = await firstCard(viewer);
    const first = await answer(viewer, card, wrongResponse);
    const before = await snapshot(db());
    expect(await answer(viewer, card, rightResponse)).toEqual(first);
    expect(await snapshot(db())).toBe(before);
  });

  it("refuses an event id that stands for another answer", async () => {
    const [one, other] = [await learner(), await learner()];
    const { cards } = await open(one, 2);
    const given = givenAnswer(cards[0]!.presentationId, rightResponse(await itemOf(db(), cards[0]!.presentationId)));
    await answerCard(one, given, morning);
    const others = await firstCard(other);
    const before = await snapshot(db());
    await expect(answerCard(one, { ...given, presentationId: cards[1]!.presentationId }, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(answerCard(other, { ...given, presentationId: others.presentationId }, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await snapshot(db())).toBe(before);
  });

  it("takes answers to two questions on one fact at the same moment, both into the log and one into the score", async () => {
    const viewer = await learner();
    const card = await firstCard(viewer);
    const { id: _, openKey: __, createdAt: ___, ...copy } = await db().presentation.findUniqueOrThrow({ where: { id: card.presentationId } });
    const twin = await db().presentation.create({ data: { ...copy, item: copy.item as object, openKey: null } });
    const right = rightResponse(await itemOf(db(), card.presentationId));
    await Promise.all([card.presentationId, twin.id].map((id) => answerCard(viewer, givenAnswer(id, right), morning)));
    expect(await db().reviewEvent.count()).toBe(2);
    expect(await db().memoryState.findFirst()).toMatchObject({ reviewCount: 1 });
    expect(await verifyMemory(viewer.userId)).toEqual({ events: 2, facts: 1, differing: [] });
  });

  it("does not know another learner's question, nor one that never was", async () => {
    const [one, other] = [await learner(), await learner()];
    const card = await firstCard(one);
    const right = rightResponse(await itemOf(db(), card.presentationId));
    const before = await snapshot(db());
    await expect(answerCard(other, givenAnswer(card.presentationId, right), morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(answerCard(one, givenAnswer(randomUUID(), right), morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await snapshot(db())).toBe(before);
  });

  it("does not give another learner's open question to whoever claims to hold it", async () => {
    const [one, other] = [await learner(), await learner()];
    const ones = (await open(one, 3)).cards.map((card) => card.presentationId);
    const others = (await open(other, 3, morning, ones)).cards.map((card) => card.presentationId);
    expect(others).toHaveLength(3);
    expect(others.some((id) => ones.includes(id))).toBe(false);
  });

  it("lets nobody study who is not there", async () => {
    const nobody = { userId: randomUUID() };
    await expect(open(nobody)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(homeSummary(nobody, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(answerCard(nobody, givenAnswer(randomUUID(), { kind: "choice", option: 0 }), morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await verifyMemory(nobody.userId)).toEqual({ events: 0, facts: 0, differing: [] });
  });

  test.each<[string, Response]>([
    ["an option that is not there", { kind: "choice", option: 9 }],
    ["a rating for a question that is graded", { kind: "rating", rating: 4 }],
    ["a text of a thousand characters", { kind: "typed", text: "x".repeat(1000) }],
  ])("refuses %s and leaves the question open", async (_, response) => {
    const viewer = await learner();
    const { cards } = await open(viewer, 10);
    const card = cards.find((each) => answerKindOf(each) === "choice")!;
    const before = await snapshot(db());
    await expect(answerCard(viewer, givenAnswer(card.presentationId, response), morning)).rejects.toMatchObject({ code: "INVALID" });
    expect(await snapshot(db())).toBe(before);
    expect((await answer(viewer, card)).isRight).toBe(true);
  });

  it("asks again after an answer that can be read two ways, and writes nothing", async () => {
    const viewer = await learner();
    const card = await firstCard(viewer);
    const row = await db().presentation.findUniqueOrThrow({ where: { id: card.presentationId } });
    const value = { kind: "date", edtf: "1970-04-03", precision: "day" };
    const asked = { ...(row.item as object), type: "short-answer", options: [], key: { text: "3 April 1970", value } };
    await db().presentation.update({ where: { id: row.id }, data: { item: asked } });
    const before = await snapshot(db());
    const feedback = await answerCard(viewer, givenAnswer(row.id, { kind: "typed", text: "04/03/1970" }), morning);
    expect(feedback).toMatchObject({ verdict: "ambiguous", isRight: false, answer: { text: "", statement: "" } });
    expect(await snapshot(db())).toBe(before);
    expect(await answerCard(viewer, givenAnswer(row.id, { kind: "typed", text: "3 April 1970" }), morning)).toMatchObject({ isRight: true });
  });

  it("withdraws a question whose fact has left the content, and lets the learner go on", async () => {
    const viewer = await learner();
    const { cards } = await open(viewer, 2);
    const gone = await db().presentation.findUniqueOrThrow({ where: { id: cards[0]!.presentationId } });
    const item = { ...(gone.item as object), tests: ["fact-that-was-removed"] };
    await db().presentation.update({ where: { id: gone.id }, data: { item, contentVersion: "older" } });
    await expect(answerCard(viewer, givenAnswer(gone.id, { kind: "choice", option: 0 }), morning)).rejects.toMatchObject({ code: "CONFLICT" });
    const again = await open(viewer, 2);
    expect(again.cards.map((card) => card.factId)).toEqual(cards.map((card) => card.factId));
    expect(again.cards[0]?.presentationId).not.toBe(gone.id);
  });

  it("tells for a flashcard when the fact would come back after each rating, and keeps to it", async () => {
    const viewer = await learner();
    const row = await db().presentation.findUniqueOrThrow({ where: { id: (await firstCard(viewer)).presentationId } });
    const item = { ...(row.item as object), type: "flashcard", options: [], key: { text: "the back" } };
    await db().presentation.update({ where: { id: row.id }, data: { item } });
    const { cards } = await open(viewer, 1);
    expect(cards[0]).toMatchObject({ presentationId: row.id, form: "flashcard", back: { text: "the back" } });
    const { 1: again, 2: hard, 3: good, 4: easy } = cards[0]!.intervals!;
    expect(again).toBe(0);
    expect(hard).toBeLessThanOrEqual(good);
    expect(good).toBeLessThan(easy);
    expect(await answerCard(viewer, givenAnswer(row.id, { kind: "rating", rating: 4 }), morning)).toMatchObject({ isRight: true, dueInDays: easy });
  });

  it("lets facts rest that have left the content or that no form suits any more", async () => {
    const viewer = await learner({ newFactsPerDay: 0 });
    const base = await getFactBase();
    const unsuited = base.content.facts.find((fact) => fact.ask === true && generateItemsForFact(base, fact.id, { seed: 1 }).items.length === 0)!;
    const state = { stabilityDays: 2, difficulty: 5, reviewCount: 1, lapseCount: 0, firstDay: "2026-11-20", lastDay: "2026-11-20", dueOn: "2026-11-22" };
    for (const factId of ["fact-that-was-removed", unsuited.id]) await db().memoryState.create({ data: { ...state, factId, userId: viewer.userId } });
    expect(await open(viewer)).toEqual({ cards: [], remaining: { due: 0, new: 0 } });
  });

  it("goes on with a fact under the id it was begun by, and does not begin it again", async () => {
    const viewer = await learner();
    const base = await getFactBase();
    const renamed = base.content.facts.find((fact) => fact.formerIds.length > 0 && generateItemsForFact(base, fact.id, { seed: 1 }).items.length > 0)!;
    const state = { stabilityDays: 2, difficulty: 5, reviewCount: 1, lapseCount: 0, firstDay: "2026-11-20", lastDay: "2026-11-20", dueOn: "2026-11-22" };
    await db().memoryState.create({ data: { ...state, factId: renamed.formerIds[0]!, userId: viewer.userId } });
    const card = await firstCard(viewer);
    expect(card).toMatchObject({ factId: renamed.formerIds[0], isNew: false });
    expect((await itemOf(db(), card.presentationId)).tests[0]).toBe(renamed.id);
    const user = await db().user.update({ where: { id: viewer.userId }, data: { newFactsPerDay: 5000, dailyBudget: 20_000, dailyBudgetUnit: "cards" } });
    const plan = await planStudy(db(), { learner: user, today: "2026-11-23", scope: allThatIsDue(), mode: "mix", looked: 5000 });
    expect(plan.remaining.new).toBeGreaterThan(1000);
    expect(plan.entries.map((entry) => entry.factId)).not.toContain(renamed.id);
  });

  it("has stored exactly the fold of the log after 200 answers over two months", async () => {
    const viewer = await learner();
    const random = seeded("two months");
    let now = morning;
    for (let given = 0; given < 200; ) {
      const { cards } = await open(viewer, 3, now);
      for (const card of cards) {
        const response = someResponse(await itemOf(db(), card.presentationId), random);
        await answerCard(viewer, givenAnswer(card.presentationId, response), now);
        given++;
      }
      if (cards.length === 0 || random() < 0.2) now = daysLater(1 + Math.floor(random() * 2), now);
    }
    const check = await verifyMemory(viewer.userId);
    expect(check.differing).toEqual([]);
    expect(check.events).toBeGreaterThanOrEqual(200);
  });

  it("notices a stored state that is not the fold of the log", async () => {
    const viewer = await learner();
    const card = await firstCard(viewer);
    await answer(viewer, card);
    await db().memoryState.updateMany({ data: { stabilityDays: 2.4 } });
    expect((await verifyMemory(viewer.userId)).differing).toEqual([card.factId]);
    await db().memoryState.deleteMany();
    expect((await verifyMemory(viewer.userId)).differing).toEqual([card.factId]);
  });
});
