import { expect, it } from "vitest";
import { dropAbandonedGuests } from "@/lib/data/abandoned-guests";
import { adoptGuest } from "@/lib/data/adopt-guest";
import { verifyMemory } from "@/lib/data/memory";
import { quizHome } from "@/lib/data/quiz-home";
import { quizResults } from "@/lib/data/quiz-results";
import { saveAnswer } from "@/lib/data/quiz-save";
import { submitQuiz } from "@/lib/data/quiz-submit";
import { sweepAttempts } from "@/lib/data/quiz-sweeper";
import type { PrismaClient } from "@/lib/db/generated/client";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning, rightResponse } from "@/tests/support/factories";
import { clockAt, createAttempt, saveOf, type Made } from "@/tests/support/quizzes";

const dayMs = 86_400_000;

describeEachDatabase("a guest's quizzes", (db: () => PrismaClient) => {
  const answer = (userId: string, made: Made, position: number, ms: number) => saveAnswer({ userId }, made.attemptId, saveOf(made, position, rightResponse(made.items[position]!)), clockAt(ms));

  it("move into the account: one that is done with its answers, one that is under way with its time and what was saved", async () => {
    const [guest, account] = [await createLearner(db()), await createLearner(db(), { userName: "comet" })];
    const [done, running] = [await createAttempt(db(), guest.id), await createAttempt(db(), guest.id, { startedMs: 10_000 })];
    for (const made of [done, running]) await answer(guest.id, made, 0, 20_000);
    await submitQuiz({ userId: guest.id }, done.attemptId, done.leaseId, clockAt(30_000));
    await adoptGuest({ guestId: guest.id, accountId: account.id });
    const viewer = { userId: account.id };
    expect(await quizHome(viewer, clockAt(40_000))).toMatchObject({ unfinished: [{ attemptId: running.attemptId, answered: 1, leftMs: 570_000 }], recent: [{ attemptId: done.attemptId, points: 1 }] });
    await expect(answer(guest.id, running, 1, 41_000)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await answer(account.id, running, 1, 41_000);
    await submitQuiz(viewer, running.attemptId, running.leaseId, clockAt(50_000));
    expect(await quizResults(viewer, running.attemptId, clockAt(50_000))).toMatchObject({ points: 2, earlier: [{ attemptId: done.attemptId }] });
    expect(await verifyMemory(account.id)).toMatchObject({ events: 3, differing: [] });
  });

  it("keep a guest from being taken for abandoned, unless nothing was answered in them for a month", async () => {
    const guest = async () => (await createLearner(db(), { createdAt: daysLater(-40) })).id;
    const [underWay, handedIn, tried, back] = [await guest(), await guest(), await guest(), await guest()];
    await createAttempt(db(), underWay, { setup: { timer: { kind: "none" } }, startedMs: -20 * dayMs });
    const blank = await createAttempt(db(), handedIn, { startedMs: -40 * dayMs });
    await submitQuiz({ userId: handedIn }, blank.attemptId, blank.leaseId, clockAt(-40 * dayMs + 1000));
    await createAttempt(db(), tried, { startedMs: -40 * dayMs });
    await createAttempt(db(), back, { startedMs: -dayMs });
    await sweepAttempts(clockAt(0));
    await dropAbandonedGuests(morning);
    const left = new Set((await db().user.findMany({ select: { id: true } })).map(({ id }) => id));
    expect([underWay, handedIn, tried, back].map((id) => left.has(id))).toEqual([true, true, false, true]);
    expect(await db().quizAttempt.count()).toBe(3);
  });

  it("go with the learner", async () => {
    const { id } = await createLearner(db());
    await createAttempt(db(), id);
    await db().user.delete({ where: { id } });
    expect([await db().quizAttempt.count(), await db().quizSlot.count()]).toEqual([0, 0]);
  });
});
