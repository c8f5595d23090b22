import { describe, expect, it } from "vitest";
import { reduceQuiz, type QuizAction } from "@/components/quiz/quiz-reducer";
import { canChange, flaggedPositions, isAnswered, isPastLast, loadQuiz, nextToOpen, openPositions, waitingPositions, type QuizState } from "@/components/quiz/quiz-state";
import { blankAnswer, chosen, forward, running, shownQuestion, status } from "./running-quiz";

const nowMs = 1000;
const begin = (quiz = running(), waiting: Parameters<typeof loadQuiz>[1] = []) => loadQuiz(quiz, waiting, nowMs);
const after = (state: QuizState, ...actions: QuizAction[]) => actions.reduce(reduceQuiz, state);

const choose = (position: number, option: number): QuizAction => ({ type: "changed", position, change: { response: { kind: "choice", option } } });
const kept = (position: number, sequence: number, more = status()): QuizAction => ({ type: "kept", reply: { ...more, position, sequence }, nowMs });

describe("an answer", () => {
  it("gets a higher number with each change, and waits until the last of them is kept", () => {
    const state = after(begin(running({ answers: [chosen(0, 1, 4), blankAnswer(1), blankAnswer(2)] })), choose(0, 2), choose(0, 3));
    expect(state.answers[0]).toMatchObject({ response: { kind: "choice", option: 3 }, sequence: 6, isWaiting: true });
    expect(waitingPositions(after(state, kept(0, 5)))).toEqual([0]);
    expect(waitingPositions(after(state, kept(0, 6)))).toEqual([]);
  });

  it("is numbered beyond what another tab was first with", () => {
    const state = after(begin(), choose(0, 1), kept(0, 7), choose(0, 2));
    expect(state.answers[0]!.sequence).toBe(8);
  });

  it.each([
    ["another tab has taken over", { type: "taken-over" }],
    ["the quiz is being handed in", { type: "asked-to-end" }],
    ["time is up", { type: "time-was-up" }],
    ["the quiz is over", { type: "closed" }],
    ["it is locked", { type: "changed", position: 0, change: { isFinal: true } }],
  ] satisfies [string, QuizAction][])("cannot be changed when %s", (_, before) => {
    const state = after(begin(), before);
    expect(canChange(state, 0)).toBe(false);
    expect(after(state, choose(0, 1)).answers).toEqual(state.answers);
  });

  it("can be changed again when the end was called off", () => {
    expect(canChange(after(begin(), { type: "asked-to-end" }, { type: "end-called-off" }), 0)).toBe(true);
    expect(canChange(after(begin(), { type: "time-was-up" }, { type: "end-called-off" }), 0)).toBe(false);
  });

  it.each([
    ["ticks nothing", { kind: "choices", options: [] }, false],
    ["pairs nothing", { kind: "pairs", pairs: [null, null] }, false],
    ["is typed in spaces", { kind: "typed", text: "  " }, false],
    ["pairs one", { kind: "pairs", pairs: [null, 2] }, true],
    ["is the first option", { kind: "choice", option: 0 }, true],
    ["is an order", { kind: "order", order: [0, 1] }, true],
  ] as const)("that %s counts as it should", (_, response, isGiven) => {
    expect(isAnswered({ response: structuredClone(response) as never })).toBe(isGiven);
  });

  it("is open or flagged as the end is told", () => {
    const state = after(begin(), choose(1, 0), { type: "changed", position: 2, change: { isFlagged: true } });
    expect([openPositions(state), flaggedPositions(state)]).toEqual([[0, 2], [2]]);
  });
});

describe("what waits in the browser", () => {
  it("stands over what the server has when the page is opened again", () => {
    const state = begin(running(), [chosen(1, 3, 2)]);
    expect(state.answers[1]).toMatchObject({ response: { kind: "choice", option: 3 }, sequence: 2, isWaiting: true });
  });

  it("gives way to what is newer on the server", () => {
    const state = begin(running({ answers: [blankAnswer(0), chosen(1, 0, 3), blankAnswer(2)] }), [chosen(1, 3, 3)]);
    expect(state.answers[1]).toMatchObject({ response: { kind: "choice", option: 0 }, sequence: 3, isWaiting: false });
  });

  it("changes nothing that is locked", () => {
    const state = begin(running({ answers: [blankAnswer(0), { ...chosen(1, 0, 3), isFinal: true }, blankAnswer(2)] }), [chosen(1, 3, 5)]);
    expect(state.answers[1]).toMatchObject({ response: { kind: "choice", option: 0 }, isWaiting: false });
  });

  it("is forgotten where the server refuses it, which is told once", () => {
    const words = "Question 1 was not saved: its time was up.";
    const refused: QuizAction = { type: "refused", position: 0, sequence: 1, words };
    const state = after(begin(), choose(0, 1), refused, refused);
    expect(state.refusals).toEqual([words]);
    expect(waitingPositions(state)).toEqual([]);
    expect(waitingPositions(after(begin(), choose(0, 1), choose(0, 2), refused))).toEqual([0]);
  });
});

describe("the state from the server", () => {
  it("begins with the first open question, and keeps the place when it comes again", () => {
    const answered = running({ answers: [chosen(0, 1, 1), blankAnswer(1), blankAnswer(2)] });
    expect(begin(answered).position).toBe(1);
    expect(after(begin(answered), { type: "went", position: 2 }, { type: "loaded", running: answered, waiting: [], nowMs }).position).toBe(2);
  });

  it("gives the quiz back to a tab that goes on with it", () => {
    const state = after(begin(), { type: "taken-over" }, { type: "loaded", running: running(), waiting: [], nowMs });
    expect(state.isHolder).toBe(true);
  });

  it("ends the quiz wherever it was ended", () => {
    const state = after(begin(), { type: "heard", status: status({}, { isOpen: false }), nowMs });
    expect(after(state, choose(0, 1), { type: "end-called-off" }).ending).toBe("closed");
  });

  it("takes the end back when somebody was given more time", () => {
    const up = after(begin(running(status({ leftMs: 500 }))), { type: "time-was-up" });
    expect(after(up, { type: "heard", status: status({ leftMs: 0 }), nowMs: 2000 }).ending).toBe("time-up");
    expect(after(up, { type: "heard", status: status({ leftMs: 300_000 }), nowMs: 2000 }).ending).toBe("no");
    expect(after(up, { type: "loaded", running: running(status({ leftMs: 300_000 })), waiting: [], nowMs: 2000 }).ending).toBe("no");
  });
});

describe("questions with a time of their own", () => {
  it("begin with the first, which is opened when the quiz is", () => {
    expect(nextToOpen(begin(forward(0)))).toBe(0);
    expect(nextToOpen(begin(forward(1)))).toBeNull();
  });

  it("follow each other once one is answered for good and kept", () => {
    const given = after(begin(forward(1)), { type: "changed", position: 0, change: { isFinal: true } });
    expect(nextToOpen(given)).toBeNull();
    expect(nextToOpen(after(given, kept(0, 1, status({ leftMs: null, question: null }))))).toBe(1);
  });

  it("follow each other when the time of one is up, kept or not", () => {
    expect(nextToOpen(begin(forward(2, 0)))).toBe(2);
    const up = after(begin(forward(2, 400)), { type: "question-time-was-up" });
    expect([canChange(up, 1), nextToOpen(up)]).toEqual([false, 2]);
  });

  it("end the quiz when the last of them is over", () => {
    expect([forward(3), forward(3, 0), forward(2, 0)].map((quiz) => isPastLast(begin(quiz)))).toEqual([false, true, false]);
    expect(nextToOpen(begin(forward(3, 0)))).toBeNull();
  });

  it("do not come back, nor ahead", () => {
    const state = begin(forward(2));
    expect(after(state, { type: "went", position: 0 }, { type: "went", position: 2 }).position).toBe(1);
    expect([0, 1, 2].map((position) => canChange(state, position))).toEqual([false, true, false]);
  });

  it("keep their time when a reply from before overtakes the opening", () => {
    const opened: QuizAction = { type: "question-opened", question: shownQuestion(1), status: status({ leftMs: null, question: { position: 1, leftMs: 20_000, limitMs: 20_000 } }), nowMs };
    const late = kept(0, 1, status({ leftMs: null, question: null }));
    const state = after(begin(forward(1)), { type: "changed", position: 0, change: { isFinal: true } }, opened, late);
    expect(state).toMatchObject({ position: 1, question: { position: 1 } });
    expect(canChange(state, 1)).toBe(true);
  });
});
