import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { answerCard } from "@/lib/data/answers";
import { verifyAllMemory, verifyMemory } from "@/lib/data/memory";
import { undoAnswer } from "@/lib/data/undos";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { memoryModel } from "@/lib/scheduling/learner-memory";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, morning, rightResponse, seeded, someResponse } from "@/tests/support/factories";
import { itemsByFact, putQuestion, putQuestions } from "@/tests/support/questions";

describeEachDatabase("a learner from before", (db: () => PrismaClient) => {
  /** As the app wrote it until it had one memory per fact: states by plain FSRS-6, and events without what they are now weighed by. */
  async function learnerOfBefore(): Promise<{ userId: string; factId: string }> {
    const { id: userId } = await createLearner(db(), { memoryModel: 0 });
    const days = [0, 2, 11];
    const item = (await itemsByFact())[0]!.find(({ type }) => type === "true-false")!;
    const put = await putQuestions(db(), userId, days.map(() => item), morning);
    const { factId } = put[0]!;
    await db().reviewEvent.createMany({
      data: put.map(({ presentationId }, i) => ({
        id: randomUUID(), userId, presentationId, factId, form: item.type, response: rightResponse(item) as unknown as Prisma.InputJsonValue, verdict: "right", score: 1, rating: 3,
        elapsedMs: 4000, answeredAt: daysLater(days[i]!), timeZone: "UTC", learnerDay: daysLater(days[i]!).toISOString().slice(0, 10),
      })),
    });
    const before = { stabilityDays: 46.2, difficulty: 2.1, reviewCount: 3, lapseCount: 0, firstDay: "2026-11-23", lastDay: "2026-12-04", dueOn: "2027-01-19" };
    await db().memoryState.create({ data: { userId, factId, ...before } });
    return { userId, factId };
  }

  it("is not held to be wrong before the memory is used, and is told apart", async () => {
    const { userId } = await learnerOfBefore();
    expect(await verifyMemory(userId)).toEqual({ events: 3, facts: 0, differing: [] });
    expect(await verifyAllMemory()).toMatchObject({ users: 1, outdated: 1, events: 3, differing: [] });
  });

  it("has the whole log folded anew with the first answer, and calibration with it", async () => {
    const { userId, factId } = await learnerOfBefore();
    const other = await putQuestion(db(), userId, daysLater(12), { fact: 1 });
    await answerCard({ userId }, givenAnswer(other.presentationId, rightResponse(other.item)), daysLater(12));
    const state = await db().memoryState.findUniqueOrThrow({ where: { userId_factId: { userId, factId } } });
    expect(state).toMatchObject({ reviewCount: 3, lastProof: "guessable", previousProof: "guessable", factValue: null });
    expect(state.intervalDays).toBeLessThanOrEqual(7);
    const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
    expect(user.memoryModel).toBe(memoryModel);
    expect(user.calibrationMu).not.toBe(0);
    expect(await verifyMemory(userId)).toEqual({ events: 4, facts: 2, differing: [] });
  });

  it("has it folded anew also by an undo, and when the model of another day was a later one", async () => {
    const { userId, factId } = await learnerOfBefore();
    await db().user.update({ where: { id: userId }, data: { memoryModel: memoryModel + 1 } });
    const [event] = await db().reviewEvent.findMany({ orderBy: { answeredAt: "desc" } });
    await undoAnswer({ userId }, { eventId: randomUUID(), presentationId: event!.presentationId, undoes: event!.id }, daysLater(12));
    expect(await db().memoryState.findFirst({ where: { factId } })).toMatchObject({ reviewCount: 2 });
    expect(await verifyMemory(userId)).toEqual({ events: 3, facts: 1, differing: [] });
  });

  it("gets the count of options from the questions as they were shown", async () => {
    const { userId } = await learnerOfBefore();
    const choice = await putQuestion(db(), userId, morning, { fact: 1 });
    const typed = await putQuestion(db(), userId, morning, { fact: 2, type: "short-answer" });
    for (const { presentationId, item } of [choice, typed]) await answerCard({ userId }, givenAnswer(presentationId, rightResponse(item)), morning);
    await db().reviewEvent.updateMany({ data: { optionCount: null } });
    await db().$executeRawUnsafe(readFileSync(join(env.migrationsDir, "20261123084500_option_counts", "migration.sql"), "utf8"));
    const counts = await db().reviewEvent.findMany({ distinct: ["form"], select: { form: true, optionCount: true }, orderBy: { form: "asc" } });
    expect(counts).toEqual([{ form: "multiple-choice", optionCount: choice.item.options.length }, { form: "short-answer", optionCount: null }, { form: "true-false", optionCount: 2 }]);
  });
});

describeEachDatabase("the check of what is stored", (db: () => PrismaClient) => {
  async function studied(): Promise<string> {
    const { id: userId } = await createLearner(db());
    const random = seeded("the check of what is stored");
    for (let day = 0; day < 7; day++) {
      const { presentationId, item } = await putQuestion(db(), userId, daysLater(day), { fact: day % 3 });
      await answerCard({ userId }, givenAnswer(presentationId, someResponse(item, random)), daysLater(day));
    }
    return userId;
  }

  describe("finds a difference", () => {
    test.each<[string, Prisma.MemoryStateUpdateManyMutationInput]>([
      ["in the last digit of the stability", { stabilityDays: { multiply: 1 + 2 ** -52 } }],
      ["in the last digit of the difficulty", { difficulty: { multiply: 1 + 2 ** -52 } }],
      ["in the count of reviews", { reviewCount: { increment: 1 } }],
      ["in the count of lapses", { lapseCount: { increment: 1 } }],
      ["in the first day", { firstDay: "2026-11-01" }],
      ["in the last day", { lastDay: "2026-11-01" }],
      ["in the day it is due", { dueOn: "2026-11-01" }],
      ["in the interval", { intervalDays: { increment: 1 } }],
      ["in the last proof", { lastProof: "guessable" }],
      ["in the proof before", { previousProof: null }],
      ["in the value that was learnt", { factValue: { kind: "text", text: "another" } }],
    ])("%s", async (_, data) => {
      const userId = await studied();
      expect((await verifyMemory(userId)).differing).toEqual([]);
      const { factId } = await db().memoryState.findFirstOrThrow({ where: { previousProof: { not: null } } });
      await db().memoryState.updateMany({ where: { factId }, data });
      expect((await verifyMemory(userId)).differing).toEqual([factId]);
    });

    test.each<[string, Prisma.UserUpdateInput]>([
      ["the calibration", { calibrationMu: { multiply: 1 + 2 ** -52 } }],
      ["its variance", { calibrationVariance: { multiply: 1 + 2 ** -52 } }],
    ])("in the last digit of %s", async (_, data) => {
      const userId = await studied();
      await db().user.update({ where: { id: userId }, data });
      expect((await verifyMemory(userId)).differing).toEqual(["calibration"]);
      expect((await verifyAllMemory()).differing).toEqual([`${userId}/calibration`]);
    });

    it("where a state is missing, or is there without a log", async () => {
      const userId = await studied();
      const { factId } = await db().memoryState.findFirstOrThrow({ where: { userId } });
      await db().memoryState.updateMany({ where: { factId }, data: { factId: "a-fact-without-a-log" } });
      expect((await verifyMemory(userId)).differing).toEqual(["a-fact-without-a-log", factId].sort());
    });
  });
});
