import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { answerCard } from "@/lib/data/answers";
import { latestAnswerToday } from "@/lib/data/latest-answer";
import { verifyMemory } from "@/lib/data/memory";
import { openCards } from "@/lib/data/study";
import { mostUndos, undoAnswer } from "@/lib/data/undos";
import type { PrismaClient } from "@/lib/db/generated/client";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, morning, rightResponse, snapshot, wrongResponse } from "@/tests/support/factories";
import { putQuestion, type PutQuestion } from "@/tests/support/questions";

type Viewer = { userId: string };

describeEachDatabase("taking an answer back", (db: () => PrismaClient) => {
  const learner = async (): Promise<Viewer> => ({ userId: (await createLearner(db())).id });
  const put = ({ userId }: Viewer, fact = 0) => putQuestion(db(), userId, morning, { fact });

  async function answer(viewer: Viewer, { presentationId, item }: PutQuestion, how = rightResponse, now = morning): Promise<string> {
    const given = givenAnswer(presentationId, how(item));
    await answerCard(viewer, given, now);
    return given.eventId;
  }

  const undoOf = ({ presentationId }: PutQuestion, undoes: string) => ({ eventId: randomUUID(), presentationId, undoes });
  const memory = async ({ userId }: Viewer) => {
    const [states, user] = await Promise.all([db().memoryState.findMany({ where: { userId }, orderBy: { factId: "asc" } }), db().user.findUniqueOrThrow({ where: { id: userId } })]);
    return { states, mu: user.calibrationMu, variance: user.calibrationVariance };
  };

  it("leaves the memory as it was before, keeps both in the log, and opens the question again", async () => {
    const viewer = await learner();
    const [first, second] = [await put(viewer), await put(viewer)];
    await answer(viewer, first);
    const before = await memory(viewer);
    const eventId = await answer(viewer, second, wrongResponse, daysLater(9));
    expect(await memory(viewer)).not.toEqual(before);
    await undoAnswer(viewer, undoOf(second, eventId), daysLater(9));
    expect(await memory(viewer)).toEqual(before);
    expect([await db().reviewEvent.count(), await db().undoEvent.count()]).toEqual([2, 1]);
    expect(await db().presentation.findUnique({ where: { id: second.presentationId } })).toMatchObject({ openKey: `${viewer.userId}:${second.factId}` });
    expect(await verifyMemory(viewer.userId)).toEqual({ events: 2, facts: 1, differing: [] });
  });

  it("leaves the answer before it as the last one of the day, which is each learner's own and gone with the day", async () => {
    const [viewer, other] = [await learner(), await learner()];
    const [first, second] = [await put(viewer), await put(viewer, 1)];
    expect(await latestAnswerToday(viewer, morning)).toBeNull();
    const before = await answer(viewer, first);
    const last = await answer(viewer, second, wrongResponse, new Date(morning.getTime() + 1000));
    expect(await latestAnswerToday(viewer, morning)).toBe(last);
    await undoAnswer(viewer, undoOf(second, last), morning);
    expect([await latestAnswerToday(viewer, morning), await latestAnswerToday(other, morning), await latestAnswerToday(viewer, daysLater(1))]).toEqual([before, null, null]);
  });

  it("makes room for another answer, which then is the one that was recorded", async () => {
    const viewer = await learner();
    const question = await put(viewer);
    const first = await answer(viewer, question, wrongResponse);
    await undoAnswer(viewer, undoOf(question, first), morning);
    const second = givenAnswer(question.presentationId, rightResponse(question.item));
    expect(await answerCard(viewer, second, morning)).toMatchObject({ isRight: true });
    const after = await snapshot(db());
    expect(await answerCard(viewer, givenAnswer(question.presentationId, wrongResponse(question.item)), morning)).toMatchObject({ isRight: true });
    expect(await answerCard(viewer, { ...second, eventId: first, response: wrongResponse(question.item) }, morning)).toMatchObject({ isRight: false });
    expect(await snapshot(db())).toBe(after);
    expect(await memory(viewer)).toMatchObject({ states: [{ reviewCount: 1, lapseCount: 0 }] });
    expect(await db().presentation.findUnique({ where: { id: question.presentationId } })).toMatchObject({ openKey: null });
  });

  it("does the same when it is sent again and again, also at the same moment and under another id", async () => {
    const viewer = await learner();
    const question = await put(viewer);
    const undo = undoOf(question, await answer(viewer, question));
    await Promise.all(Array.from({ length: 6 }, () => undoAnswer(viewer, undo, morning)));
    const once = await snapshot(db());
    await undoAnswer(viewer, undo, daysLater(1));
    await undoAnswer(viewer, { ...undo, eventId: randomUUID() }, daysLater(1));
    expect(await snapshot(db())).toBe(once);
    expect(await db().undoEvent.count()).toBe(1);
    expect(await db().memoryState.count()).toBe(0);
  });

  it("may arrive before the answer, which then is kept but counts for nothing", async () => {
    const viewer = await learner();
    const question = await put(viewer);
    await db().presentation.update({ where: { id: question.presentationId }, data: { openKey: `${viewer.userId}:${question.factId}` } });
    const given = givenAnswer(question.presentationId, rightResponse(question.item));
    await undoAnswer(viewer, undoOf(question, given.eventId), morning);
    expect(await answerCard(viewer, given, morning)).toMatchObject({ isRight: true, dueInDays: 0 });
    expect([await db().reviewEvent.count(), await db().memoryState.count()]).toEqual([1, 0]);
    expect(await db().presentation.findUnique({ where: { id: question.presentationId } })).toMatchObject({ openKey: expect.any(String) });
    await answer(viewer, question);
    expect(await verifyMemory(viewer.userId)).toEqual({ events: 2, facts: 1, differing: [] });
  });

  it("leaves the open question open where the fact was asked again since", async () => {
    const viewer = await learner();
    const [first, again] = [await put(viewer), await put(viewer)];
    const eventId = await answer(viewer, first, wrongResponse);
    const openKey = `${viewer.userId}:${first.factId}`;
    await db().presentation.update({ where: { id: again.presentationId }, data: { openKey } });
    await undoAnswer(viewer, undoOf(first, eventId), morning);
    expect((await db().presentation.findUniqueOrThrow({ where: { openKey } })).id).toBe(again.presentationId);
  });

  it("scores the answer that followed on the same day", async () => {
    const viewer = await learner();
    const [first, again] = [await put(viewer), await put(viewer)];
    const missed = await answer(viewer, first, wrongResponse);
    await answer(viewer, again);
    await undoAnswer(viewer, undoOf(first, missed), morning);
    expect(await memory(viewer)).toMatchObject({ states: [{ reviewCount: 1, lapseCount: 0, dueOn: expect.toSatisfy((day: string) => day > "2026-11-23") }] });
    expect((await verifyMemory(viewer.userId)).differing).toEqual([]);
  });

  it("has values compared again when the learner is back at what the fact said before", async () => {
    const viewer = await learner();
    const [first, again] = [await put(viewer), await put(viewer)];
    await answer(viewer, first);
    const old = { kind: "text", text: "what it said before" };
    await db().reviewEvent.updateMany({ data: { factValue: old } });
    await db().memoryState.updateMany({ data: { factValue: old } });
    await db().factChoice.create({ data: { ...viewer, factId: first.factId, changedFrom: old } });
    await db().user.updateMany({ data: { contentVersion: "compared" } });
    const eventId = await answer(viewer, again, rightResponse, daysLater(3));
    expect(await db().factChoice.findFirst()).toMatchObject({ changedFrom: null });
    expect(await db().memoryState.findFirst()).not.toMatchObject({ factValue: old });
    await undoAnswer(viewer, undoOf(again, eventId), daysLater(3));
    expect(await db().memoryState.findFirst()).toMatchObject({ factValue: old });
    expect(await db().user.findFirst()).toMatchObject({ contentVersion: null });
  });

  it("is for the learner's own questions and answers only", async () => {
    const [one, other] = [await learner(), await learner()];
    const [ones, others] = [await put(one), await put(other)];
    const [onesAnswer, othersAnswer] = [await answer(one, ones), await answer(other, others)];
    const before = await snapshot(db());
    await expect(undoAnswer(other, undoOf(ones, onesAnswer), morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(undoAnswer(one, { ...undoOf(ones, onesAnswer), presentationId: randomUUID() }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(undoAnswer({ userId: randomUUID() }, undoOf(ones, onesAnswer), morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await snapshot(db())).toBe(before);
    await undoAnswer(one, undoOf(ones, othersAnswer), morning);
    expect(await memory(one)).toMatchObject({ states: [{ reviewCount: 1 }] });
    expect(await memory(other)).toMatchObject({ states: [{ reviewCount: 1 }] });
    expect([(await verifyMemory(one.userId)).differing, (await verifyMemory(other.userId)).differing]).toEqual([[], []]);
  });

  it("takes back nothing when it names the answer to another question", async () => {
    const viewer = await learner();
    const [one, two] = [await put(viewer, 0), await put(viewer, 1)];
    await answer(viewer, one);
    const eventId = await answer(viewer, two, wrongResponse);
    const mistakes = async () => (await openCards(viewer, { count: 3, holding: [], scope: { kind: "mistakes" }, now: morning })).cards.map(({ factId }) => factId);
    expect(await mistakes()).toEqual([two.factId]);
    await undoAnswer(viewer, undoOf(one, eventId), morning);
    expect(await db().memoryState.count()).toBe(2);
    expect(await mistakes()).toEqual([two.factId]);
    expect((await verifyMemory(viewer.userId)).differing).toEqual([]);
  });

  it("refuses an id that stands for another undo, and more than anybody needs", async () => {
    const viewer = await learner();
    const question = await put(viewer);
    const undo = undoOf(question, randomUUID());
    await undoAnswer(viewer, undo, morning);
    await expect(undoAnswer(viewer, { ...undo, undoes: randomUUID() }, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    for (let more = 1; more < mostUndos; more++) await undoAnswer(viewer, undoOf(question, randomUUID()), morning);
    await expect(undoAnswer(viewer, undoOf(question, randomUUID()), morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await db().undoEvent.count()).toBe(mostUndos);
  });
});
