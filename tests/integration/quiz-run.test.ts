import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { openQuestion } from "@/lib/data/quiz-open";
import { quizStatus, runningQuiz, takeLease } from "@/lib/data/quiz-running";
import { saveAnswer } from "@/lib/data/quiz-save";
import { submitQuiz } from "@/lib/data/quiz-submit";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { QuizTimer } from "@/lib/quiz/quiz-setup";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, rightResponse, wrongResponse } from "@/tests/support/factories";
import { clockAt, createAttempt, msAfter, quizSnapshot, saveOf, type AttemptInput, type Made } from "@/tests/support/quizzes";

const paperMs = 600_000;
const perQuestion: QuizTimer = { kind: "question", seconds: 20 };

describeEachDatabase("taking a quiz", (db: () => PrismaClient) => {
  async function begun(input?: AttemptInput) {
    const viewer = { userId: (await createLearner(db())).id };
    const made = await createAttempt(db(), viewer.userId, input);
    const slot = (position: number) => db().quizSlot.findUniqueOrThrow({ where: { attemptId_position: { attemptId: made.attemptId, position } } });
    const row = () => db().quizAttempt.findUniqueOrThrow({ where: { id: made.attemptId } });
    const save = (given: Parameters<typeof saveAnswer>[2], ms = 1000) => saveAnswer(viewer, made.attemptId, given, clockAt(ms));
    const open = (position: number, ms: number, leaseId = made.leaseId) => openQuestion(viewer, made.attemptId, { leaseId, position }, clockAt(ms));
    return { viewer, made, slot, row, save, open, right: (position: number) => rightResponse(made.items[position]!), wrong: (position: number) => wrongResponse(made.items[position]!) };
  }

  const everything = ({ attemptId, leaseId, ...made }: Made, viewer: { userId: string }) => {
    const clock = clockAt(1000);
    return {
      runningQuiz: () => runningQuiz(viewer, attemptId, clock),
      takeLease: () => takeLease(viewer, attemptId, randomUUID(), clock),
      quizStatus: () => quizStatus(viewer, attemptId, leaseId, clock),
      saveAnswer: () => saveAnswer(viewer, attemptId, saveOf({ attemptId, leaseId, ...made }, 0, null), clock),
      openQuestion: () => openQuestion(viewer, attemptId, { leaseId, position: 0 }, clock),
      submitQuiz: () => submitQuiz(viewer, attemptId, leaseId, clock),
    };
  };

  it("is for the one whose quiz it is: to anybody else there is none, and nothing changes", async () => {
    const { made } = await begun();
    const other = { userId: (await createLearner(db())).id };
    const before = await quizSnapshot(db());
    for (const call of Object.values(everything(made, other))) await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND", message: "There is no such quiz." });
    for (const call of Object.values(everything({ ...made, attemptId: randomUUID() }, other))) await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await quizSnapshot(db())).toBe(before);
  });

  it("gives back what was saved, with the time that is left", async () => {
    const { viewer, made, save, right } = await begun();
    const reply = await save(saveOf(made, 0, right(0), { isFlagged: true, certainty: 2 }), 61_000);
    expect(reply).toEqual({ isOpen: true, isHolder: true, position: 0, sequence: 1, clock: { leftMs: paperMs - 61_000, limitMs: paperMs, question: null } });
    const state = await runningQuiz(viewer, made.attemptId, clockAt(62_000));
    if ("closed" in state) throw new Error("It is running.");
    expect(state.questions.map((question) => question?.form)).toEqual(made.items.map(({ type }) => type));
    expect(state.answers[0]).toEqual({ position: 0, sequence: 1, response: saveOf(made, 0, right(0)).response, certainty: 2, isFlagged: true, isFinal: false });
    expect(state).toMatchObject({ isHolder: false, clock: { leftMs: paperMs - 62_000 }, setup: { layout: "one", marking: "plain" } });
    await save(saveOf(made, 0, null, { sequence: 2 }));
    expect(await runningQuiz(viewer, made.attemptId, clockAt(63_000))).toMatchObject({ answers: [{ response: null, isFlagged: false }, {}, {}] });
  });

  test.each([["the deadline", 0], ["the end of the grace", 30_000]])("takes a save at %s", async (_, late) => {
    const { made, save, slot, right } = await begun();
    await save(saveOf(made, 1, right(1)), paperMs + late);
    expect(await slot(1)).toMatchObject({ sequence: 1, response: right(1), savedAt: msAfter(paperMs + late) });
  });

  it("refuses a save a millisecond after the grace and says of which question, and gets what was saved before", async () => {
    const { viewer, made, save, row, right, wrong } = await begun();
    await save(saveOf(made, 0, right(0)));
    const before = await quizSnapshot(db());
    await expect(save(saveOf(made, 1, wrong(1)), paperMs + 30_001)).rejects.toMatchObject({ code: "CONFLICT", message: "Question 2 was not saved: its time was up." });
    expect(await quizSnapshot(db())).toBe(before);
    expect(await quizStatus(viewer, made.attemptId, made.leaseId, clockAt(paperMs + 30_000))).toMatchObject({ isOpen: true, clock: { leftMs: 0 } });
    expect(await quizStatus(viewer, made.attemptId, made.leaseId, clockAt(paperMs + 30_001))).toMatchObject({ isOpen: false });
    expect(await row()).toMatchObject({ state: "submitted", closedAt: msAfter(paperMs) });
    await expect(save(saveOf(made, 1, wrong(1)), 2000)).rejects.toMatchObject({ code: "CONFLICT", message: "Question 2 was not saved: this quiz has been handed in." });
    expect(await save(saveOf(made, 0, wrong(0)), paperMs + 40_000)).toMatchObject({ isOpen: false, sequence: 1 });
  });

  it("keeps the newest answer of a question in whatever order saves come in", async () => {
    const { made, save, slot, right, wrong } = await begun();
    expect(await save(saveOf(made, 0, right(0), { sequence: 3 }), 1000)).toMatchObject({ sequence: 3 });
    for (const sequence of [1, 3, 2]) expect(await save(saveOf(made, 0, wrong(0), { sequence, isFlagged: true }), 2000)).toMatchObject({ sequence: 3 });
    expect(await slot(0)).toMatchObject({ sequence: 3, response: right(0), isFlagged: false, savedAt: msAfter(1000) });
    await save(saveOf(made, 0, wrong(0), { sequence: 4 }), 3000);
    expect(await slot(0)).toMatchObject({ sequence: 4, response: wrong(0), savedAt: msAfter(3000) });
    expect(await slot(1)).toMatchObject({ sequence: 0, response: null });
  });

  it("refuses an answer that the question does not take", async () => {
    const { made, save } = await begun();
    const before = await quizSnapshot(db());
    const ids = (position: number) => made.items[position]!.options.map((_, i) => saveOf(made, position, { kind: "choices", options: [i] }).response).flatMap((response) => (response as { options: string[] }).options);
    const wrongKinds = [
      { position: 0, response: { kind: "choice" as const, option: ids(2)[0]! } },
      { position: 0, response: { kind: "choices" as const, options: [ids(0)[0]!] } },
      { position: 0, response: { kind: "typed" as const, text: "1970" } },
      { position: 1, response: { kind: "typed" as const, text: "x".repeat(201) } },
      { position: 2, response: { kind: "order" as const, order: ids(2).slice(1) } },
      { position: 2, response: { kind: "order" as const, order: ids(2).map(() => ids(2)[0]!) } },
    ];
    for (const { position, response } of wrongKinds) await expect(save(saveOf(made, position, null, { response }))).rejects.toMatchObject({ code: "INVALID", message: "This answer does not fit the question." });
    await expect(save({ ...saveOf(made, 0, null), position: 3 })).rejects.toMatchObject({ code: "CONFLICT", message: "Question 4 is not open." });
    expect(await quizSnapshot(db())).toBe(before);
  });

  it("lets an answer be final where that was chosen, and not where it was not", async () => {
    for (const isLockIn of [true, false]) {
      const { made, save, slot, right, wrong } = await begun({ setup: { isLockIn } });
      await save(saveOf(made, 0, right(0), { isFinal: true }));
      const changed = save(saveOf(made, 0, wrong(0), { sequence: 2 }));
      if (isLockIn) await expect(changed).rejects.toMatchObject({ code: "CONFLICT", message: "Question 1 has been answered for good." });
      else await changed;
      expect(await slot(0)).toMatchObject({ isFinal: isLockIn, response: isLockIn ? right(0) : wrong(0) });
    }
  });

  it("shows questions with a time of their own one after the other, and never gives time back", async () => {
    const { viewer, made, save, open, slot, right } = await begun({ setup: { timer: perQuestion } });
    expect(await takeLease(viewer, made.attemptId, made.leaseId, clockAt(0))).toMatchObject({ questions: [null, null, null], clock: { leftMs: null, question: null } });
    await expect(save(saveOf(made, 0, right(0)))).rejects.toMatchObject({ code: "CONFLICT", message: "Question 1 is not open." });
    await expect(open(1, 1000)).rejects.toMatchObject({ code: "CONFLICT", message: "Question 2 is not open." });
    expect(await open(0, 1000)).toMatchObject({ question: { position: 0, stem: made.items[0]!.stem }, clock: { leftMs: null, question: { position: 0, leftMs: 20_000, limitMs: 20_000 } } });
    expect(await open(0, 8000)).toMatchObject({ clock: { question: { leftMs: 13_000 } } });
    expect(await slot(0)).toMatchObject({ openedAt: msAfter(1000) });
    await expect(open(1, 9000)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await save(saveOf(made, 0, right(0), { isFinal: true }), 10_000)).toMatchObject({ clock: { question: null } });
    await expect(save(saveOf(made, 0, null, { sequence: 2 }), 10_001)).rejects.toMatchObject({ message: "Question 1 has been answered for good." });
    expect(await open(1, 11_000)).toMatchObject({ clock: { question: { position: 1, leftMs: 20_000 } } });
    expect(await takeLease(viewer, made.attemptId, made.leaseId, clockAt(12_000))).toMatchObject({ questions: [{ position: 0 }, { position: 1 }, null] });
    await expect(open(2, 31_000)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await open(2, 31_001)).toMatchObject({ clock: { question: { position: 2 } } });
  });

  it("takes an answer to a question with a time of its own five seconds late, no later", async () => {
    const { made, save, open, slot, right } = await begun({ setup: { timer: perQuestion } });
    await open(0, 0);
    await save(saveOf(made, 0, right(0)), 25_000);
    await expect(save(saveOf(made, 0, null, { sequence: 2 }), 25_001)).rejects.toMatchObject({ code: "CONFLICT", message: "Question 1 was not saved: its time was up." });
    expect(await slot(0)).toMatchObject({ sequence: 1, response: right(0) });
    await open(1, 26_000);
    expect(await save(saveOf(made, 0, null, { sequence: 1 }), 27_000)).toMatchObject({ position: 0, sequence: 1, clock: { question: { position: 1, leftMs: 19_000 } } });
  });

  it("goes on in the newest tab: the older one is told, keeps nothing from being saved, and can neither go on nor hand in", async () => {
    const { viewer, made, save, open, slot, row, right } = await begun({ setup: { timer: perQuestion } });
    const newer = randomUUID();
    await open(0, 0);
    expect(await takeLease(viewer, made.attemptId, newer, clockAt(1000))).toMatchObject({ isHolder: true });
    expect(await quizStatus(viewer, made.attemptId, made.leaseId, clockAt(1000))).toMatchObject({ isOpen: true, isHolder: false });
    expect(await quizStatus(viewer, made.attemptId, undefined, clockAt(1000))).toMatchObject({ isHolder: false });
    expect(await save(saveOf(made, 0, right(0), { isFinal: true }), 2000)).toMatchObject({ isHolder: false, sequence: 1 });
    expect(await slot(0)).toMatchObject({ response: right(0) });
    const elsewhere = { code: "CONFLICT", message: "This quiz is open in another tab." };
    await expect(open(1, 3000)).rejects.toMatchObject(elsewhere);
    await expect(submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(3000))).rejects.toMatchObject(elsewhere);
    expect(await slot(1)).toMatchObject({ openedAt: null });
    await open(1, 3000, newer);
    await submitQuiz(viewer, made.attemptId, newer, clockAt(4000));
    expect(await row()).toMatchObject({ closedAt: msAfter(4000) });
    expect(await submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(5000))).toHaveProperty("state");
    expect(await row()).toMatchObject({ closedAt: msAfter(4000) });
  });

  it("is closed by whoever looks at it first once time is up", async () => {
    const late = clockAt(paperMs + 30_001);
    const ways = {
      runningQuiz: ({ viewer, made }: Awaited<ReturnType<typeof begun>>) => runningQuiz(viewer, made.attemptId, late),
      takeLease: ({ viewer, made }: Awaited<ReturnType<typeof begun>>) => takeLease(viewer, made.attemptId, randomUUID(), late),
      quizStatus: ({ viewer, made }: Awaited<ReturnType<typeof begun>>) => quizStatus(viewer, made.attemptId, made.leaseId, late),
      openQuestion: ({ viewer, made }: Awaited<ReturnType<typeof begun>>) => expect(openQuestion(viewer, made.attemptId, { leaseId: made.leaseId, position: 0 }, late)).rejects.toMatchObject({ code: "CONFLICT" }),
      submitQuiz: ({ viewer, made }: Awaited<ReturnType<typeof begun>>) => submitQuiz(viewer, made.attemptId, made.leaseId, late),
    };
    for (const look of Object.values(ways)) {
      const quiz = await begun();
      await look(quiz);
      expect(await quiz.row()).toMatchObject({ state: "abandoned", closedAt: msAfter(paperMs), leaseId: quiz.made.leaseId });
      expect(await runningQuiz(quiz.viewer, quiz.made.attemptId, clockAt(0))).toMatchObject({ isOpen: false, closed: "abandoned" });
    }
  });

  it("stays open for thirty days without a limit, and not longer", async () => {
    const { viewer, made, row } = await begun({ setup: { timer: { kind: "none" } } });
    const month = 30 * 86_400_000;
    expect(await quizStatus(viewer, made.attemptId, made.leaseId, clockAt(month))).toEqual({ isOpen: true, isHolder: true, clock: { leftMs: null, limitMs: null, question: null } });
    expect(await quizStatus(viewer, made.attemptId, made.leaseId, clockAt(month + 1))).toMatchObject({ isOpen: false });
    expect(await row()).toMatchObject({ state: "abandoned" });
  });
});
