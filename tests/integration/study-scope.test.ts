import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { isAskable } from "@/lib/data/askable";
import { openCards } from "@/lib/data/study";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { StudyMode, StudyScope } from "@/lib/questions/study-request";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { addMemories } from "@/tests/support/memories";

const topic = "engines";
const topicOf = (factId: string) => getFactBase().entities.get(getFactBase().facts.get(asFactId(factId))!.subject)!.topic;
const inTopic = getFactBase().content.facts.filter((fact) => fact.ask === true && topicOf(fact.id) === topic && isAskable(getFactBase(), fact, "mix")).map(({ id }) => id as string);

describeEachDatabase("what a learner chooses to study", (db: () => PrismaClient) => {
  const learner = async () => ({ userId: (await createLearner(db())).id });
  const open = (viewer: { userId: string }, scope: StudyScope, more: { mode?: StudyMode; count?: number; now?: Date } = {}) =>
    openCards(viewer, { count: 3, holding: [], now: morning, scope, ...more });
  const give = async (viewer: { userId: string }, presentationId: string, respond: typeof rightResponse, now = morning) =>
    answerCard(viewer, givenAnswer(presentationId, respond(await itemOf(db(), presentationId))), now);

  it("a topic: what is due of it, then what is new, then what is not due yet, the likeliest forgotten first", async () => {
    const viewer = await learner();
    const [due, soon, later] = [inTopic[0]!, inTopic[40]!, inTopic[80]!];
    await addMemories(db(), viewer.userId, [due, "shenzhou-5.launch_date"]);
    await addMemories(db(), viewer.userId, [soon, later], { dueOn: "2027-01-01" });
    await db().memoryState.updateMany({ where: { factId: later }, data: { stabilityDays: 400 } });
    const first = await open(viewer, { kind: "topic", id: topic });
    expect(first.cards[0]).toMatchObject({ factId: due, reason: { why: "due" } });
    expect(first.cards.every(({ factId }) => topicOf(factId) === topic)).toBe(true);
    expect(first.cards.slice(1).every(({ isNew }) => isNew)).toBe(true);
    expect(first.remaining).toMatchObject({ due: 3 });
    expect(first.remaining.new).toBeGreaterThan(5);
    await addMemories(db(), viewer.userId, inTopic.filter((id) => ![due, soon, later].includes(id)), { lastDay: "2026-11-23", dueOn: "2027-01-01" });
    const { cards } = await open(viewer, { kind: "topic", id: topic });
    expect(cards.map(({ factId, reason }) => [factId, reason?.why])).toEqual([[due, "due"], [soon, "chosen"], [later, "chosen"]]);
  });

  it("an entity: facts about it and facts that name it", async () => {
    const { cards } = await open(await learner(), { kind: "entity", id: "yf-100" }, { count: 10 });
    expect(cards.length).toBeGreaterThan(3);
    for (const { factId } of cards) {
      const { subject, value } = getFactBase().facts.get(asFactId(factId))!;
      expect([subject, value.kind === "entity" ? value.entity : ""]).toContain(asEntityId("yf-100"));
    }
  });

  it("a set of the learner's own, and nobody else's", async () => {
    const [owner, other] = [await learner(), await learner()];
    const query = { topics: [], entities: [], facts: ["shenzhou-5.launch_date", "fact-that-was-removed"] };
    const { id } = await db().factSet.create({ data: { ownerId: owner.userId, name: "Dates", query } });
    expect((await open(owner, { kind: "set", id })).cards.map(({ factId }) => factId)).toEqual(["shenzhou-5.launch_date"]);
    for (const [viewer, setId] of [[other, id], [owner, randomUUID()], [owner, "no-uuid"]] as const) {
      await expect(open(viewer, { kind: "set", id: setId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("no topic or entity that the content does not know", async () => {
    const viewer = await learner();
    await expect(open(viewer, { kind: "topic", id: "cookery" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(open(viewer, { kind: "entity", id: "nobody" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("weak facts: fragile ones and those likely forgotten, nothing new", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, ["shenzhou-5.launch_date"], { stabilityDays: 6, dueOn: "2026-12-01" });
    await addMemories(db(), viewer.userId, ["cz-2f.first_flight_date"], { stabilityDays: 10, lastDay: "2026-08-01", dueOn: "2026-11-30" });
    await addMemories(db(), viewer.userId, ["dfh-1.launch_date"], { stabilityDays: 300, dueOn: "2027-06-01" });
    const { cards, remaining } = await open(viewer, { kind: "weak" });
    expect(cards.map(({ factId }) => factId)).toEqual(["cz-2f.first_flight_date", "shenzhou-5.launch_date"]);
    expect(cards[0]!.reason!.recall!).toBeLessThan(cards[1]!.reason!.recall!);
    expect(remaining).toEqual({ due: 2, new: 0 });
  });

  it("mistakes of the last week, not those that were taken back or put right before", async () => {
    const viewer = await learner();
    const { cards } = await open(viewer, { kind: "due" });
    for (const card of cards) await give(viewer, card.presentationId, wrongResponse);
    const taken = await db().reviewEvent.findFirstOrThrow({ where: { presentationId: cards[2]!.presentationId } });
    await db().undoEvent.create({ data: { id: randomUUID(), userId: viewer.userId, presentationId: taken.presentationId, undoes: taken.id, undoneAt: morning } });
    await db().memoryState.deleteMany({ where: { factId: cards[2]!.factId } });
    const factIds = async (days: number) => (await open(viewer, { kind: "mistakes" }, { now: daysLater(days) })).cards.map(({ factId }) => factId).sort();
    const missed = cards.slice(0, 2).map(({ factId }) => factId).sort();
    expect(await factIds(3)).toEqual(missed);
    await db().memoryState.updateMany({ where: { factId: missed[0]! }, data: { dueOn: "2027-01-01" } });
    expect(await factIds(6)).toEqual(missed);
    expect(await factIds(7)).toEqual([missed[1]]);
  });

  it("named facts, exactly those; a miss of today that was put right comes once more", async () => {
    const viewer = await learner();
    const [card, other] = (await open(viewer, { kind: "due" })).cards;
    const named: StudyScope = { kind: "facts", ids: [card!.factId] };
    const again = async () => (await open(viewer, named)).cards;
    await give(viewer, other!.presentationId, rightResponse);
    await give(viewer, card!.presentationId, wrongResponse);
    const shown = [];
    for (let i = 0; i < 2; i++) {
      const [next, ...more] = await again();
      expect(more).toEqual([]);
      shown.push(next!);
      await give(viewer, next!.presentationId, rightResponse);
    }
    expect(shown.map(({ factId, reason }) => [factId, reason?.why])).toEqual([[card!.factId, "missed"], [card!.factId, "missed"]]);
    expect(await again()).toEqual([]);
    expect((await open(viewer, { kind: "facts", ids: [other!.factId] })).cards).toEqual([]);
    expect(await db().memoryState.findFirst({ where: { factId: card!.factId } })).toMatchObject({ reviewCount: 1 });
  });

  it("flashcards only, or none, and closes an open question of the other kind", async () => {
    const viewer = await learner();
    const scope: StudyScope = { kind: "topic", id: topic };
    const cardsOf = async (mode: StudyMode) => (await open(viewer, scope, { mode, count: 5 })).cards;
    const flashcards = await cardsOf("flashcards");
    expect(new Set(flashcards.map(({ form }) => form))).toEqual(new Set(["flashcard"]));
    expect(flashcards.every(({ intervals, back }) => intervals !== undefined && back !== undefined)).toBe(true);
    const learnt = await cardsOf("learn");
    expect(learnt.map(({ form }) => form)).not.toContain("flashcard");
    expect(learnt[0]!.factId).toBe(flashcards[0]!.factId);
    expect(await db().presentation.findUnique({ where: { id: flashcards[0]!.presentationId } })).toMatchObject({ openKey: null });
    expect(await give(viewer, flashcards[0]!.presentationId, rightResponse)).toMatchObject({ isRight: true });
  });
});
