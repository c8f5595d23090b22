import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { answerCard, type GivenAnswer } from "@/lib/data/answers";
import { verifyMemory } from "@/lib/data/memory";
import type { PrismaClient } from "@/lib/db/generated/client";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { putQuestion, type PutQuestion } from "@/tests/support/questions";

const dayMs = 86_400_000;

describeEachDatabase("an answer that has waited", (db: () => PrismaClient) => {
  const learner = async () => ({ userId: (await createLearner(db())).id });
  const put = (userId: string, options = {}) => putQuestion(db(), userId, morning, options);

  async function answer(userId: string, { presentationId, item }: PutQuestion, now: Date, more: Partial<GivenAnswer> = {}, how = rightResponse) {
    return answerCard({ userId }, givenAnswer(presentationId, how(item), more), now);
  }

  const log = () => db().reviewEvent.findMany({ orderBy: [{ answeredAt: "asc" }, { id: "asc" }] });

  it("counts for the day on which it was given", async () => {
    const { userId } = await learner();
    const question = await put(userId);
    expect(await answer(userId, question, daysLater(2), { ageMs: dayMs })).toMatchObject({ isRight: true, dueInDays: 1 });
    expect(await log()).toMatchObject([{ learnerDay: "2026-11-24", answeredAt: daysLater(1) }]);
  });

  it("was given neither before its question was put nor after now, whatever the browser says", async () => {
    const { userId } = await learner();
    const [one, two] = [await put(userId), await put(userId, { fact: 1 })];
    await answer(userId, one, daysLater(1), { ageMs: 400 * dayMs });
    await answer(userId, two, daysLater(1), { ageMs: -400 * dayMs });
    expect((await log()).map(({ answeredAt }) => answeredAt)).toEqual([morning, daysLater(1)]);
  });

  it("takes its place among those that came before it, and the memory is that of the whole log", async () => {
    const { userId } = await learner();
    const [first, second, other] = [await put(userId), await put(userId), await put(userId, { fact: 1 })];
    await answer(userId, other, morning);
    await answer(userId, second, daysLater(12), {}, wrongResponse);
    await answer(userId, other, daysLater(12));
    await answer(userId, first, daysLater(13), { ageMs: 10 * dayMs });
    expect((await log()).map(({ learnerDay }) => learnerDay)).toEqual(["2026-11-23", "2026-11-26", "2026-12-05"]);
    expect(await db().memoryState.findFirst({ where: { factId: first.factId } })).toMatchObject({ reviewCount: 2, lapseCount: 1, firstDay: "2026-11-26", lastDay: "2026-12-05" });
    expect((await db().user.findFirstOrThrow()).calibrationMu).not.toBe(0);
    expect((await verifyMemory(userId)).differing).toEqual([]);
  });

  it("does not say where the learner is now", async () => {
    const { userId } = await learner();
    const [early, late] = [await put(userId), await put(userId, { fact: 1 })];
    await answer(userId, early, daysLater(3), { timeZone: "Asia/Shanghai" });
    await answer(userId, late, daysLater(3), { timeZone: "Europe/Berlin", ageMs: dayMs });
    expect(await db().user.findFirst()).toMatchObject({ timeZone: "Asia/Shanghai" });
  });

  it("is at hand when it has waited under five seconds: such answers stay in the order in which they came, also when the clock was set back", async () => {
    const { userId } = await learner();
    const questions = [await put(userId), await put(userId), await put(userId, { fact: 1 })];
    const ids = questions.map(() => randomUUID());
    const clocks = [daysLater(1), new Date(daysLater(1).getTime() - 3_600_000), new Date(daysLater(1).getTime() - 3_599_000)];
    for (const [i, question] of questions.entries()) await answer(userId, question, clocks[i]!, { eventId: ids[i]!, ageMs: 4000 }, i === 0 ? wrongResponse : rightResponse);
    expect((await log()).map(({ id }) => id)).toEqual(ids);
    expect((await verifyMemory(userId)).differing).toEqual([]);
  });

  it("keeps what the learner had learnt when its question is from older content", async () => {
    const { userId } = await learner();
    const [first, held] = [await put(userId), await put(userId)];
    await answer(userId, first, morning);
    const old = { kind: "text", text: "what it said before" };
    await db().memoryState.updateMany({ data: { factValue: old } });
    await db().reviewEvent.updateMany({ data: { factValue: old } });
    await db().factChoice.create({ data: { userId, factId: first.factId, changedFrom: old } });
    await db().presentation.update({ where: { id: held.presentationId }, data: { contentVersion: "older" } });
    await answer(userId, held, daysLater(2));
    expect(await db().memoryState.findFirst()).toMatchObject({ factValue: old, reviewCount: 2 });
    expect(await db().factChoice.findFirst()).toMatchObject({ changedFrom: old });
    expect((await verifyMemory(userId)).differing).toEqual([]);
  });

  it("is measured by the learner's own pace, as it was by then", async () => {
    const { userId } = await learner();
    for (let fact = 0; fact < 9; fact++) await answer(userId, await put(userId, { fact }), daysLater(fact), { elapsedMs: 8000 + 100 * fact });
    const late = await put(userId, { fact: 9 });
    // A second after the first answer: at the very same instant the ids, which are chance, would decide.
    await answer(userId, late, daysLater(30), { ageMs: 30 * dayMs - 1000 });
    await answer(userId, await put(userId, { fact: 10 }), daysLater(30), { elapsedMs: 1500 });
    await answer(userId, await put(userId, { fact: 10, type: "short-answer" }), daysLater(30));
    expect((await log()).map(({ factId, form, usualMs }) => (factId === late.factId ? "late" : form === "short-answer" ? `typed ${usualMs}` : usualMs))).toEqual([
      null, "late", null, null, null, null, null, null, null, 8400, 8400, "typed null",
    ]);
    expect((await verifyMemory(userId)).differing).toEqual([]);
  });

  it("is in nobody's log but the learner's own", async () => {
    const [one, other] = [await learner(), await learner()];
    const question = await put(one.userId);
    await expect(answer(other.userId, question, daysLater(2), { ageMs: dayMs })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().reviewEvent.count()).toBe(0);
  });
});
