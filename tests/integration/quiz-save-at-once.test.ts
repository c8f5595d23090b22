import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { changeAccommodation } from "@/lib/data/quiz-accommodation";
import { toAttempt, toSlot } from "@/lib/data/quiz-attempt-rows";
import { saveUnderLock } from "@/lib/data/quiz-save";
import { saveAtOnce } from "@/lib/data/quiz-save-at-once";
import { submitQuiz } from "@/lib/data/quiz-submit";
import type { PrismaClient } from "@/lib/db/generated/client";
import { save, type Attempt } from "@/lib/quiz/attempt";
import { AppError } from "@/lib/shared/app-error";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, rightResponse, wrongResponse } from "@/tests/support/factories";
import { clockAt, createAttempt, msAfter, quizItems, quizSnapshot, saveOf, type Made } from "@/tests/support/quizzes";

const closesMs = 630_000;

const stepArbitrary = fc.record({
  position: fc.integer({ min: 0, max: 3 }),
  sequence: fc.integer({ min: 1, max: 4 }),
  answer: fc.constantFrom("right" as const, "wrong" as const, null),
  isFlagged: fc.boolean(),
  isFinal: fc.boolean(),
  afterMs: fc.constantFrom(0, 1, 1000, 299_999, 300_000, 329_999, 330_000),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

describeEachDatabase("a save by one statement", (db: () => PrismaClient) => {
  async function begun(input?: Parameters<typeof createAttempt>[2]) {
    const viewer = { userId: (await createLearner(db())).id };
    return { viewer, made: await createAttempt(db(), viewer.userId, input) };
  }

  async function stored(attemptId: string): Promise<Attempt> {
    const { slots, ...row } = await db().quizAttempt.findUniqueOrThrow({ where: { id: attemptId }, include: { slots: { orderBy: { position: "asc" } } } });
    return toAttempt(row, slots.map(toSlot));
  }

  const sent = (made: Made, { position, sequence, answer, isFlagged, isFinal }: Step) => {
    const item = made.items[position] ?? made.items[0]!;
    const response = answer && { right: rightResponse, wrong: wrongResponse }[answer](item);
    return { response, given: { ...saveOf(made, position < made.items.length ? position : 0, response, { sequence, isFlagged, isFinal }), position } };
  };

  it("does what the state machine does, or nothing where that changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: 1, maxLength: 12 }), fc.boolean(), fc.constantFrom({ kind: "paper" as const, seconds: 600 }, { kind: "none" as const }), async (steps, isLockIn, timer) => {
        const { viewer, made } = await begun({ setup: { isLockIn, timer } });
        let [expected, ms] = [await stored(made.attemptId), 0];
        for (const step of steps) {
          ms += step.afterMs;
          const { response, given } = sent(made, step);
          const { leaseId: _leaseId, ...more } = given;
          const wanted = save(expected, { ...more, response }, msAfter(ms).getTime());
          const reply = await saveAtOnce(viewer, made.attemptId, given, clockAt(ms));
          const isTaken = wanted.ok && wanted.value !== expected;
          expect(reply !== null).toBe(isTaken);
          if (wanted.ok) expected = wanted.value;
          if (reply) expect(reply).toEqual(await saveUnderLock(viewer, made.attemptId, given, clockAt(ms)));
          expect(await stored(made.attemptId)).toEqual(expected);
        }
      }),
      { seed: 6, numRuns: 25 },
    );
  });

  it("takes each form of answer that fits its question, and no other", async () => {
    const items = quizItems();
    const { viewer, made } = await begun({ items });
    for (const [position, item] of items.entries()) {
      const misfit = { kind: "choices" as const, options: [made.attemptId.slice(0, 12)] };
      expect(await saveAtOnce(viewer, made.attemptId, { ...saveOf(made, position, null), response: misfit }, clockAt(1000))).toBeNull();
      expect(await saveAtOnce(viewer, made.attemptId, saveOf(made, position, rightResponse(item)), clockAt(1000))).toMatchObject({ isOpen: true, isHolder: true, position, sequence: 1 });
    }
    expect((await stored(made.attemptId)).slots.map(({ response }) => response)).toEqual(items.map(rightResponse));
  });

  it("keeps nothing of a quiz that is another's, is not there, is handed in, or whose questions have a time of their own", async () => {
    const [{ viewer, made }, other, timed] = [await begun(), await begun(), await begun({ setup: { timer: { kind: "question", seconds: 60 } } })];
    await saveAtOnce(viewer, made.attemptId, saveOf(made, 0, null), clockAt(1000));
    await submitQuiz(other.viewer, other.made.attemptId, other.made.leaseId, clockAt(2000));
    await db().quizSlot.updateMany({ where: { attemptId: timed.made.attemptId }, data: { openedAt: msAfter(0) } });
    const before = await quizSnapshot(db());
    const given = saveOf(made, 1, null);
    const tried = [
      saveAtOnce(other.viewer, made.attemptId, given, clockAt(3000)), saveAtOnce({ userId: randomUUID() }, made.attemptId, given, clockAt(3000)),
      saveAtOnce(viewer, randomUUID(), given, clockAt(3000)), saveAtOnce(viewer, "x", given, clockAt(3000)),
      saveAtOnce(other.viewer, other.made.attemptId, given, clockAt(3000)), saveAtOnce(timed.viewer, timed.made.attemptId, given, clockAt(3000)),
      saveAtOnce(viewer, made.attemptId, given, clockAt(closesMs + 1)), saveAtOnce(viewer, made.attemptId, { ...given, position: 59 }, clockAt(3000)),
    ];
    expect(await Promise.all(tried)).toEqual(tried.map(() => null));
    expect(await quizSnapshot(db())).toBe(before);
    await expect(saveUnderLock(other.viewer, made.attemptId, given, clockAt(3000))).rejects.toMatchObject(new AppError("NOT_FOUND", "There is no such quiz."));
  });

  it("is kept for a session that holds only: not once it was ended, nor before a password is chosen", async () => {
    const { viewer, made } = await begun();
    const saveAs = (sessionVersion: number, sequence: number) => saveAtOnce({ ...viewer, sessionVersion }, made.attemptId, saveOf(made, 0, null, { sequence }), clockAt(1000));
    expect(await saveAs(0, 1)).toMatchObject({ sequence: 1 });
    expect(await saveAs(1, 2)).toBeNull();
    await db().user.update({ where: { id: viewer.userId }, data: { isOneTime: true } });
    expect(await saveAs(0, 2)).toBeNull();
    await db().user.update({ where: { id: viewer.userId }, data: { isOneTime: false, sessionVersion: 1 } });
    expect(await saveAs(0, 2)).toBeNull();
    expect(await saveAs(1, 2)).toMatchObject({ sequence: 2 });
  });

  it("keeps nothing of a quiz that has become another's, though its places are known", async () => {
    const [{ viewer, made }, heir] = [await begun(), { userId: (await createLearner(db())).id }];
    const at = (saver: typeof viewer, sequence: number) => saveAtOnce(saver, made.attemptId, saveOf(made, 0, null, { sequence }), clockAt(1000));
    expect(await at(viewer, 1)).toMatchObject({ sequence: 1 });
    await db().quizAttempt.update({ where: { id: made.attemptId }, data: { userId: heir.userId } });
    expect(await at(viewer, 2)).toBeNull();
    expect(await at(heir, 2)).toMatchObject({ sequence: 2 });
  });

  it("goes by the time that somebody was given meanwhile", async () => {
    const { viewer, made } = await begun();
    await changeAccommodation(viewer, { timeMultiplier: 1, extraMinutes: 5, hasNoTimeLimit: false }, clockAt(1000));
    const at = (ms: number, sequence: number) => saveAtOnce(viewer, made.attemptId, saveOf(made, 0, null, { sequence }), clockAt(ms));
    expect(await at(closesMs + 300_000, 1)).toMatchObject({ clock: { leftMs: 0, limitMs: 900_000 } });
    expect(await at(closesMs + 300_001, 2)).toBeNull();
  });
});
