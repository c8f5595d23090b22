import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { databaseClock } from "@/lib/data/database-clock";
import { quizStatus } from "@/lib/data/quiz-running";
import { createRetries } from "@/lib/data/quiz-retries";
import { saveAnswer } from "@/lib/data/quiz-save";
import { submitQuiz } from "@/lib/data/quiz-submit";
import { sweepAttempts } from "@/lib/data/quiz-sweeper";
import type { PrismaClient } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, rightResponse, wrongResponse } from "@/tests/support/factories";
import { clockAt, createAttempt, msAfter, saveOf, type AttemptInput } from "@/tests/support/quizzes";

const closesMs = 630_000;

describeEachDatabase("several at one quiz at once", (db: () => PrismaClient) => {
  async function begun(input?: AttemptInput) {
    const viewer = { userId: (await createLearner(db())).id };
    return { viewer, made: await createAttempt(db(), viewer.userId, input) };
  }
  const rowOf = (id: string) => db().quizAttempt.findUniqueOrThrow({ where: { id }, include: { slots: { orderBy: { position: "asc" } } } });

  it("keep the newest of many saves of one question", async () => {
    const { viewer, made } = await begun();
    const sequences = Array.from({ length: 24 }, (_, i) => ((i * 7) % 24) + 1);
    const replies = await Promise.all(sequences.map((sequence) => saveAnswer(viewer, made.attemptId, saveOf(made, 1, { kind: "typed", text: `answer ${sequence}` }, { sequence }), clockAt(1000))));
    replies.forEach((reply, i) => expect(reply.sequence).toBeGreaterThanOrEqual(sequences[i]!));
    expect((await rowOf(made.attemptId)).slots[1]).toMatchObject({ sequence: 24, response: { kind: "typed", text: "answer 24" } });
  });

  it("save each its own question, and nothing is lost", async () => {
    const { viewer, made } = await begun();
    await Promise.all(made.items.map((item, position) => saveAnswer(viewer, made.attemptId, saveOf(made, position, rightResponse(item)), clockAt(1000))));
    expect((await rowOf(made.attemptId)).slots.map(({ response }) => response)).toEqual(made.items.map(rightResponse));
  });

  it("hand it in once: the second gets what the first got", async () => {
    const { viewer, made } = await begun();
    await saveAnswer(viewer, made.attemptId, saveOf(made, 0, rightResponse(made.items[0]!)), clockAt(1000));
    const results = await Promise.all([2000, 2001, 2002, 2003].map((ms) => submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(ms))));
    expect(results).toEqual(Array(4).fill({ state: "graded" }));
    const { closedAt, points } = await rowOf(made.attemptId);
    await submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(9000));
    expect(await rowOf(made.attemptId)).toMatchObject({ closedAt, points, state: "graded" });
    expect(await db().reviewEvent.count()).toBe(1);
  });

  it("save and hand in: an answer that was taken is there and graded, one that was not is refused", async () => {
    for (let round = 0; round < 6; round++) {
      const { viewer, made } = await begun();
      await saveAnswer(viewer, made.attemptId, saveOf(made, 0, wrongResponse(made.items[0]!)), clockAt(1000));
      const saving = saveAnswer(viewer, made.attemptId, saveOf(made, 0, rightResponse(made.items[0]!), { sequence: 2 }), clockAt(2000)).then(() => true, (error: unknown) => {
        if (!(error instanceof AppError) || error.code !== "CONFLICT") throw error;
        return false;
      });
      const [isTaken] = await Promise.all(round % 2 ? [saving, submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(2000))] : [saving, quizStatus(viewer, made.attemptId, made.leaseId, clockAt(2000)).then(() => submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(2000)))]);
      const { slots } = await rowOf(made.attemptId);
      expect(slots[0]).toMatchObject(isTaken ? { sequence: 2, verdict: "exact", score: 1 } : { sequence: 1, verdict: "wrong", score: 0 });
    }
  });

  it("hand it in and sweep when time is up: it is closed as of the deadline, and graded once", async () => {
    for (let round = 0; round < 4; round++) {
      const { viewer, made } = await begun();
      await saveAnswer(viewer, made.attemptId, saveOf(made, 0, rightResponse(made.items[0]!)), clockAt(1000));
      const late = clockAt(closesMs + 1);
      await Promise.all([sweepAttempts(late), submitQuiz(viewer, made.attemptId, made.leaseId, late), sweepAttempts(late)]);
      expect(await rowOf(made.attemptId)).toMatchObject({ state: "graded", closedAt: msAfter(600_000) });
      expect(await db().reviewEvent.count({ where: { userId: viewer.userId } })).toBe(1);
    }
  });

  it("sweep together: each quiz whose time is up is closed with what was saved, and no other", async () => {
    const learners = await Promise.all(Array.from({ length: 3 }, () => createLearner(db())));
    const made = [];
    for (let i = 0; i < 45; i++) made.push({ userId: learners[i % 3]!.id, ...(await createAttempt(db(), learners[i % 3]!.id, { startedMs: i })) });
    for (const quiz of made.slice(0, 3)) await saveAnswer(quiz, quiz.attemptId, saveOf(quiz, 2, rightResponse(quiz.items[2]!)), clockAt(1000));
    const untimed = await createAttempt(db(), learners[0]!.id, { setup: { timer: { kind: "none" } } });
    await Promise.all([sweepAttempts(clockAt(closesMs + 43)), sweepAttempts(clockAt(closesMs + 43))]);
    const states = await Promise.all(made.map(async ({ attemptId }) => (await rowOf(attemptId)).state));
    expect(states).toEqual(made.map((_, i) => (i < 3 ? "graded" : i < 43 ? "abandoned" : "in_progress")));
    expect(await rowOf(untimed.attemptId)).toMatchObject({ state: "in_progress", closedAt: null });
    expect(await db().reviewEvent.count()).toBe(3);
  });

  it("leave to the sweeper what was handed in when the server stopped before grading", async () => {
    const { viewer, made } = await begun();
    await saveAnswer(viewer, made.attemptId, saveOf(made, 0, rightResponse(made.items[0]!)), clockAt(1000));
    await db().quizAttempt.update({ where: { id: made.attemptId }, data: { state: "submitted", closedAt: msAfter(2000) } });
    await sweepAttempts(clockAt(3000));
    expect(await rowOf(made.attemptId)).toMatchObject({ state: "graded", closedAt: msAfter(2000), points: 1 });
  });

  it("grade all others where one cannot be graded, and say so", async () => {
    const [broken, whole] = [await begun(), await begun()];
    for (const { viewer, made } of [broken, whole]) await saveAnswer(viewer, made.attemptId, saveOf(made, 0, rightResponse(made.items[0]!)), clockAt(1000));
    await db().quizSlot.updateMany({ where: { attemptId: broken.made.attemptId }, data: { item: {} } });
    await expect(sweepAttempts(clockAt(closesMs + 1))).rejects.toBeInstanceOf(AggregateError);
    expect(await rowOf(broken.made.attemptId)).toMatchObject({ state: "submitted" });
    expect(await rowOf(whole.made.attemptId)).toMatchObject({ state: "graded" });
  });

  it("try what cannot be graded less and less often, say so once, and grade it once it can be", async () => {
    const retries = createRetries();
    const { viewer, made } = await begun();
    await saveAnswer(viewer, made.attemptId, saveOf(made, 0, rightResponse(made.items[0]!)), clockAt(1000));
    const { slots } = await rowOf(made.attemptId);
    await db().quizSlot.updateMany({ where: { attemptId: made.attemptId }, data: { item: {} } });
    const sweepAt = (minutes: number) => sweepAttempts(clockAt(closesMs + 1 + minutes * 60_000), retries).then(() => "quiet", ({ errors }: AggregateError) => errors.length);
    expect(await sweepAt(0)).toBe(1);
    const waitingAfter = (minutes: number) => retries.waitingAt(msAfter(closesMs + 1 + minutes * 60_000).getTime());
    expect([waitingAfter(0.9), waitingAfter(1)]).toEqual([[made.attemptId], []]);
    expect(await sweepAt(1)).toBe("quiet");
    expect([waitingAfter(2.9), waitingAfter(3)]).toEqual([[made.attemptId], []]);
    for (const { position, item } of slots) await db().quizSlot.update({ where: { attemptId_position: { attemptId: made.attemptId, position } }, data: { item: item as object } });
    expect([await sweepAt(2), (await rowOf(made.attemptId)).state]).toEqual(["quiet", "submitted"]);
    expect([await sweepAt(3), (await rowOf(made.attemptId)).state]).toEqual(["quiet", "graded"]);
  });

  it("go by the database's clock, which waiting for a lock does not stop", async () => {
    const { viewer, made } = await begun();
    const startedAt = new Date(Date.now() - 600_000 - 29_000);
    await db().quizAttempt.update({ where: { id: made.attemptId }, data: { startedAt, deadlineAt: msAfter(600_000, startedAt), closesAt: msAfter(630_000, startedAt) } });
    const given = saveOf(made, 0, rightResponse(made.items[0]!));
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const locked = new Promise<void>((resolve) => {
      void db().$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM "QuizAttempt" WHERE "id" = ${made.attemptId}::uuid FOR UPDATE`;
        resolve();
        await held;
        await tx.$queryRaw`SELECT 1 FROM pg_sleep(1.5)`;
      });
    });
    await locked;
    const saving = saveAnswer(viewer, made.attemptId, given, databaseClock).then(() => "taken", (error: AppError) => error.code);
    release();
    expect(await saving).toBe("CONFLICT");
    expect(await saveAnswer(viewer, made.attemptId, { ...given, leaseId: randomUUID() }, databaseClock).catch((error: AppError) => error.code)).toBe("CONFLICT");
  });
});
