import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { answerCard } from "@/lib/data/answers";
import { homeSummary } from "@/lib/data/home";
import { verifyMemory } from "@/lib/data/memory";
import { openCards } from "@/lib/data/study";
import type { PrismaClient } from "@/lib/db/generated/client";
import { answerKindOf } from "@/lib/questions/study-card";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, morning, rightResponse, snapshot } from "@/tests/support/factories";

describeEachDatabase("studying while the content changes and others study", (db: () => PrismaClient) => {
  const learner = async () => ({ userId: (await createLearner(db())).id });
  const open = async (viewer: { userId: string }, count: number, holding: string[] = [], now = morning) => (await openCards(viewer, { count, holding, now })).cards;
  const rightAnswer = async (presentationId: string) => givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId)));

  async function changeItem(presentationId: string, change: object): Promise<void> {
    const item = { ...(await itemOf(db(), presentationId)), ...change };
    await db().presentation.update({ where: { id: presentationId }, data: { item: item as object, contentVersion: "older" } });
  }

  it("tells what was recorded, also when the fact has left the content since", async () => {
    const viewer = await learner();
    const [card] = await open(viewer, 1);
    const given = await rightAnswer(card!.presentationId);
    const first = await answerCard(viewer, given, morning);
    await changeItem(card!.presentationId, { tests: ["fact-that-was-removed"], predicate: "predicate-that-was-removed" });
    const before = await snapshot(db());
    const again = await answerCard(viewer, given, morning);
    expect(again).toMatchObject({ verdict: "exact", isRight: true, score: 1, dueInDays: first.dueInDays, answer: { text: first.answer.text, sources: [] } });
    expect(again.answer.statement).toContain(first.answer.text);
    expect(await snapshot(db())).toBe(before);
  });

  it("tells the verdict of the log with words that fit it, whatever grading would say today", async () => {
    const viewer = await learner();
    const [card] = await open(viewer, 1);
    const given = await rightAnswer(card!.presentationId);
    expect(await answerCard(viewer, given, morning)).toMatchObject({ isRight: true });
    await db().reviewEvent.update({ where: { id: given.eventId }, data: { verdict: "wrong", score: 0, rating: 1 } });
    expect(await answerCard(viewer, given, morning)).toMatchObject({ verdict: "wrong", isRight: false, score: 0, note: { key: "wrong" } });
  });

  it("withdraws a typed question whose predicate has left the content", async () => {
    const viewer = await learner();
    const [card] = await open(viewer, 1);
    await changeItem(card!.presentationId, { type: "short-answer", options: [], key: { text: "somewhere" }, predicate: "predicate-that-was-removed" });
    const before = await snapshot(db());
    await expect(answerCard(viewer, givenAnswer(card!.presentationId, { kind: "typed", text: "somewhere" }), morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await snapshot(db())).toBe(before);
  });

  it("deals no second question on a fact while the browser holds one from before a change of the content, and takes its answer once", async () => {
    const viewer = await learner();
    const held = await open(viewer, 2);
    const ids = held.map((card) => card.presentationId);
    await changeItem(ids[0]!, {});
    for (let i = 0; i < 2; i++) {
      const more = await open(viewer, 3, ids);
      expect(more).toHaveLength(3);
      expect(more.map((card) => card.factId)).not.toContain(held[0]!.factId);
    }
    const given = await rightAnswer(ids[0]!);
    await Promise.all([answerCard(viewer, given, morning), answerCard(viewer, { ...given, eventId: randomUUID() }, morning)]);
    expect(await verifyMemory(viewer.userId)).toEqual({ events: 1, facts: 1, differing: [] });
    expect((await open(viewer, 10)).map((card) => card.factId)).not.toContain(held[0]!.factId);
  });

  it("puts a fact anew after a reload when its open question is from before a change, and counts an answer to the old one as well", async () => {
    const viewer = await learner();
    const [old] = await open(viewer, 1);
    await changeItem(old!.presentationId, {});
    const [anew] = await open(viewer, 1);
    expect(anew).toMatchObject({ factId: old!.factId });
    expect(anew!.presentationId).not.toBe(old!.presentationId);
    await answerCard(viewer, await rightAnswer(old!.presentationId), morning);
    await answerCard(viewer, await rightAnswer(anew!.presentationId), morning);
    expect(await db().memoryState.findFirst()).toMatchObject({ reviewCount: 1 });
    expect(await verifyMemory(viewer.userId)).toEqual({ events: 2, facts: 1, differing: [] });
  });

  it("deals a missed fact again to a browser that still names the missed question", async () => {
    const viewer = await learner();
    const cards = await open(viewer, 10);
    const ids = cards.map((card) => card.presentationId);
    const missed = cards.find((card) => answerKindOf(card) === "choice")!;
    const item = await itemOf(db(), missed.presentationId);
    const wrong = item.options.findIndex((_, position) => !(item.key as number[]).includes(position));
    await answerCard(viewer, givenAnswer(missed.presentationId, { kind: "choice", option: wrong }), morning);
    const again = await open(viewer, 10, ids);
    expect(again.map((card) => card.factId)).toEqual([missed.factId]);
  });

  it("gives an event id to one of two learners who use it at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const viewers = [await learner(), await learner()];
      const eventId = randomUUID();
      const answers = await Promise.all(viewers.map(async (viewer) => ({ ...(await rightAnswer((await open(viewer, 1))[0]!.presentationId)), eventId })));
      const told = await Promise.allSettled(viewers.map((viewer, i) => answerCard(viewer, answers[i]!, morning)));
      expect(told.filter((each) => each.status === "fulfilled")).toHaveLength(1);
      expect(told.find((each) => each.status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    }
  });

  it("counts for each learner only what is the learner's own", async () => {
    const [one, other] = [await learner(), await learner()];
    for (const card of await open(one, 3)) await answerCard(one, await rightAnswer(card.presentationId), morning);
    expect(await homeSummary(other, daysLater(5))).toEqual({ due: 0, fresh: 10, begunToday: 0, begun: 0 });
    expect(await verifyMemory(other.userId)).toEqual({ events: 0, facts: 0, differing: [] });
  });
});
