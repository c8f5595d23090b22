import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { isAskable } from "@/lib/data/askable";
import { suspendFact } from "@/lib/data/fact-choices";
import { homeSummary } from "@/lib/data/home";
import { openCards } from "@/lib/data/study";
import type { PrismaClient, User } from "@/lib/db/generated/client";
import { confusableWith } from "@/lib/facts/confusable";
import { generateItemsForFact } from "@/lib/questions/generate";
import { cardsBetweenTries } from "@/lib/scheduling/queue";
import { asFactId } from "@/lib/shared/ids";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { addMemories, today } from "@/tests/support/memories";

const base = getFactBase();
const askable = base.content.facts.filter((fact, i) => i % 5 === 0 && fact.ask === true && isAskable(base, fact, "mix")).map(({ id }) => id as string);
const alone = askable.filter((id) => confusableWith(base, asFactId(id)).length === 0);
const topicOf = (id: string) => base.entities.get(base.facts.get(asFactId(id))!.subject)!.topic;
/** One of each topic and kind of fact, so that the order need not be bent to have neighbours differ. */
const unlike = alone.filter((id, i) => alone.slice(0, i).every((other) => topicOf(other) !== topicOf(id) && base.facts.get(asFactId(other))!.predicate !== base.facts.get(asFactId(id))!.predicate));
const withRivals = base.content.facts.find((fact) => fact.ask === true && isAskable(base, fact, "mix") && confusableWith(base, fact.id).length >= 3)!;
const [one, rival] = [withRivals.id as string, confusableWith(base, withRivals.id)[0]! as string];

describeEachDatabase("what comes next", (db: () => PrismaClient) => {
  const learner = async (more: Partial<User> = {}) => ({ userId: (await createLearner(db(), { newFactsPerDay: 0, ...more })).id });
  const open = (viewer: { userId: string }, count = 10, now = morning) => openCards(viewer, { count, holding: [], now });
  const factIds = async (viewer: { userId: string }, count?: number) => (await open(viewer, count)).cards.map(({ factId }) => factId);
  const give = async (viewer: { userId: string }, presentationId: string, respond = rightResponse, now = morning) =>
    answerCard(viewer, givenAnswer(presentationId, respond(await itemOf(db(), presentationId))), now);

  it("is what has waited longest for its interval, of equals the easy one", async () => {
    const viewer = await learner();
    const [long, short, easy] = unlike as [string, string, string];
    await addMemories(db(), viewer.userId, [long], { dueOn: "2026-11-13", intervalDays: 100 });
    await addMemories(db(), viewer.userId, [short], { dueOn: "2026-11-21", intervalDays: 2 });
    await addMemories(db(), viewer.userId, [easy], { dueOn: "2026-11-13", intervalDays: 100, difficulty: 2 });
    const { cards, remaining } = await open(viewer);
    expect(cards.map(({ factId }) => factId)).toEqual([short, easy, long]);
    expect(cards[0]!.reason).toMatchObject({ why: "due", seenDaysAgo: 10, overdueDays: 2, recall: expect.closeTo(0.9, 1) as number });
    expect(cards[0]!.reason!.next!.right).toBeGreaterThan(0);
    expect(cards[0]!.reason!.next!.wrong).toBe(0);
    expect(remaining).toEqual({ due: 3, new: 0 });
  });

  it("is found behind facts that have left the content, that no form suits, or that are put aside, however many there are", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, Array.from({ length: 1200 }, (_, i) => `gone-${i}`), { dueOn: "2026-01-01" });
    const [suspended, buried, free] = alone as [string, string, string];
    await addMemories(db(), viewer.userId, [suspended, buried, free]);
    const choice = { userId: viewer.userId };
    await db().factChoice.createMany({ data: [{ ...choice, factId: suspended, suspendedAt: morning }, { ...choice, factId: buried, buriedUntil: "2026-11-24" }] });
    expect(await factIds(viewer)).toEqual([free]);
    expect((await open(viewer, 10, daysLater(1))).cards.map(({ factId }) => factId).sort()).toEqual([buried, free].sort());
  });

  it("is not counted in full for somebody who has very much to do", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, Array.from({ length: 1500 }, (_, i) => `gone-${i}`));
    await addMemories(db(), viewer.userId, alone.slice(0, 50), { dueOn: "2026-11-01" });
    expect((await open(viewer, 3)).remaining).toEqual({ due: 1000, new: 0 });
    expect(await homeSummary(viewer, morning)).toMatchObject({ fresh: 0, begun: 1550 });
  });

  it("holds new facts only as far as reviews leave room", async () => {
    const viewer = await learner({ newFactsPerDay: 10, dailyBudget: 20, dailyBudgetUnit: "cards" });
    await addMemories(db(), viewer.userId, alone.slice(0, 12));
    expect((await open(viewer, 1)).remaining).toEqual({ due: 12, new: 4 });
    await addMemories(db(), viewer.userId, alone.slice(12, 20));
    expect((await open(viewer, 1)).remaining).toEqual({ due: 20, new: 0 });
    expect(await homeSummary(viewer, morning)).toEqual({ due: 20, fresh: 0, begunToday: 0, begun: 20 });
  });

  it("has a day between facts that are easily taken for each other while they are fragile", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, [one, rival], { stabilityDays: 5 });
    const first = await open(viewer);
    expect(first).toMatchObject({ cards: { length: 1 }, remaining: { due: 1 } });
    const other = first.cards[0]!.factId === one ? rival : one;
    await give(viewer, first.cards[0]!.presentationId);
    expect(await factIds(viewer)).toEqual([]);
    expect((await open(viewer, 10, daysLater(1))).cards.map(({ factId }) => factId)).toContain(other);
    await db().memoryState.updateMany({ data: { stabilityDays: 50, lastDay: "2026-11-13", dueOn: today } });
    expect((await factIds(viewer)).sort()).toEqual([one, rival].sort());
  });

  it("lets a fact come on the day on which one that it is easily taken for was put aside unanswered", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, [one, rival], { stabilityDays: 5 });
    const [first] = await factIds(viewer);
    await suspendFact(viewer, first!, morning);
    expect(await factIds(viewer)).toEqual([first === one ? rival : one]);
  });

  it("begins no fact on a day on which one that it is easily taken for comes", async () => {
    const viewer = await learner({ newFactsPerDay: 10 });
    await addMemories(db(), viewer.userId, [one]);
    const isNew = (await open(viewer, 10)).cards.filter((card) => card.isNew).map(({ factId }) => factId);
    expect(isNew.length).toBeGreaterThan(5);
    const rivals = new Set<string>(confusableWith(base, asFactId(one)));
    expect(isNew.filter((factId) => rivals.has(factId))).toEqual([]);
  });

  it("has other cards between a miss and its second try, and then the miss before all that is left", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, alone.slice(0, 12), { stabilityDays: 30 });
    const { cards } = await open(viewer, 10);
    await give(viewer, cards[0]!.presentationId, wrongResponse);
    for (let i = 1; i <= cardsBetweenTries; i++) {
      expect((await factIds(viewer, 1))[0]).not.toBe(cards[0]!.factId);
      await give(viewer, cards[i]!.presentationId, rightResponse, new Date(morning.getTime() + i * 1000));
    }
    const [again] = (await open(viewer, 1)).cards;
    expect(again).toMatchObject({ factId: cards[0]!.factId, reason: { why: "missed", seenDaysAgo: 0 } });
    expect(again!.reason).not.toHaveProperty("next");
  });

  it("never is a question that has been put aside", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, [alone[0]!]);
    const items = generateItemsForFact(base, asFactId(alone[0]!), { seed: 1, types: ["flashcard"] }).items.map(({ id }) => id);
    const record = { factId: alone[0]!, answers: 20, surplus: -9, variance: 2, ease: -1, easeVariance: 0.1, quarantinedAt: morning };
    await db().questionHealth.createMany({ data: items.map((itemId) => ({ ...record, itemId })) });
    const openFlashcards = () => openCards(viewer, { count: 1, holding: [], now: morning, mode: "flashcards" });
    expect(await openFlashcards()).toEqual({ cards: [], remaining: { due: 0, new: 0 } });
    await db().questionHealth.updateMany({ data: { quarantinedAt: null } });
    expect((await openFlashcards()).cards).toHaveLength(1);
  });

  it("brings what goes with a fact that slips again and again: its lapses, what it is taken for, and the learner's own note", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, [one], { lapseCount: 4 });
    await db().factChoice.create({ data: { userId: viewer.userId, factId: one, mnemonic: "my own words" } });
    const [card] = (await open(viewer)).cards;
    expect(card).toMatchObject({ mnemonic: "my own words", leech: { lapses: 4, neighbours: { length: 3 } } });
    await db().memoryState.updateMany({ data: { lapseCount: 3 } });
    expect((await open(viewer)).cards[0]).not.toHaveProperty("leech");
  });

  it("is a form at random about one time in ten, and says so after a reload too; a new fact never is", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, alone.slice(0, 150));
    const probes: (boolean | undefined)[] = [];
    const holding: string[] = [];
    for (let i = 0; i < 15; i++) {
      const { cards } = await openCards(viewer, { count: 10, holding: holding.slice(-20), now: morning });
      probes.push(...cards.map(({ reason }) => reason?.isProbe));
      for (const card of cards) await db().factChoice.create({ data: { userId: viewer.userId, factId: card.factId, suspendedAt: morning } });
      holding.push(...cards.map(({ presentationId }) => presentationId));
    }
    const share = probes.filter(Boolean).length / probes.length;
    expect(probes.length).toBeGreaterThan(100);
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.22);
    const told = async () => (await open(viewer, 10, daysLater(1))).cards.map(({ presentationId, reason }) => [presentationId, reason?.isProbe]);
    await db().factChoice.deleteMany();
    expect(await told()).toEqual(await told());
  });

  it("is each learner's own", async () => {
    const [viewer, other] = [await learner(), await learner()];
    await addMemories(db(), other.userId, alone.slice(0, 5));
    expect(await open(viewer)).toEqual({ cards: [], remaining: { due: 0, new: 0 } });
    await expect(open({ userId: "00000000-0000-4000-8000-000000000000" })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(homeSummary({ userId: "00000000-0000-4000-8000-000000000000" }, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
