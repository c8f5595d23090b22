import { describe, expect, it } from "vitest";
import { accommodate, expire, open, save, submit, type Attempt, type Save, type Slot } from "@/lib/quiz/attempt";
import type { QuizTimer } from "@/lib/quiz/quiz-setup";
import { longestOpenMs, noAccommodation, paperDeadline } from "@/lib/quiz/time-limit";

const blank: Slot = { openedAtMs: 0, response: null, certainty: null, isFlagged: false, isFinal: false, sequence: 0, elapsedMs: 0, savedAtMs: null };
const begin = (timer: QuizTimer, isLockIn = false): Attempt => ({
  state: "in_progress", timer, isLockIn, accommodation: noAccommodation, startedAtMs: 0, deadlineAtMs: paperDeadline(0, timer, noAccommodation, null), closedAtMs: null,
  slots: [0, 1, 2].map(() => ({ ...blank, openedAtMs: timer.kind === "question" ? null : 0 })),
});
const paper = begin({ kind: "paper", seconds: 60 });
const questions = begin({ kind: "question", seconds: 10 });
const saving = (text: string, sequence: number, more: Partial<Save> = {}): Save => ({ position: 0, response: { kind: "typed", text }, certainty: null, isFlagged: false, isFinal: false, sequence, elapsedMs: 900, ...more });

const must = (result: ReturnType<typeof save>): Attempt => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe("a save", () => {
  it("is taken until the grace is over, and told then that it is late", () => {
    expect(must(save(paper, saving("a", 1), 90_000)).slots[0]).toMatchObject({ response: { text: "a" }, savedAtMs: 90_000 });
    expect(save(paper, saving("a", 1), 90_001)).toEqual({ ok: false, error: "LATE" });
  });

  it("is refused once the quiz is handed in, unless it has been dealt with before", () => {
    const handedIn = submit(must(save(paper, saving("a", 2), 1000)), 2000);
    expect(save(handedIn, saving("b", 3), 3000)).toEqual({ ok: false, error: "CLOSED" });
    expect(must(save(handedIn, saving("b", 2), 3000))).toBe(handedIn);
    expect(must(save(handedIn, saving("b", 1), 3000))).toBe(handedIn);
  });

  it("takes an answer back where it is blank", () => {
    const taken = must(save(must(save(paper, saving("a", 1), 1000)), saving("", 2, { response: null }), 2000));
    expect(taken.slots[0]).toMatchObject({ response: null, sequence: 2 });
  });

  it("keeps the time of an answer that only gets a flag, in whatever order its parts come back", () => {
    const answered = must(save(paper, saving("a", 1), 1000));
    const flagged = must(save(answered, saving("a", 2, { isFlagged: true, response: { text: "a", kind: "typed" } }), 2000));
    expect(flagged.slots[0]).toMatchObject({ isFlagged: true, savedAtMs: 1000 });
    expect(must(save(flagged, saving("b", 3), 3000)).slots[0]).toMatchObject({ savedAtMs: 3000 });
  });

  it("changes its own question only", () => {
    const after = must(save(paper, saving("a", 1, { position: 1 }), 1000));
    expect([after.slots[0], after.slots[2]]).toEqual([blank, blank]);
  });

  it("for good is for good only where that was agreed", () => {
    expect(must(save(paper, saving("a", 1, { isFinal: true }), 1000)).slots[0]!.isFinal).toBe(false);
    const locked = must(save(begin({ kind: "none" }, true), saving("a", 1, { isFinal: true }), 1000));
    expect(save(locked, saving("b", 2), 2000)).toEqual({ ok: false, error: "LOCKED" });
  });

  it.each([-1, 3])("is refused for a question that is not there: %d", (position) => {
    expect(save(paper, saving("a", 1, { position }), 1000)).toEqual({ ok: false, error: "NOT_OPEN" });
  });
});

describe("questions with a time of their own", () => {
  const first = must(open(questions, 0, 1000));

  it("come one after the other, when the one before is answered for good or out of time", () => {
    expect(open(questions, 1, 1000)).toEqual({ ok: false, error: "NOT_OPEN" });
    expect(open(first, 1, 11_000)).toEqual({ ok: false, error: "NOT_OPEN" });
    expect(must(open(first, 1, 11_001)).slots[1]!.openedAtMs).toBe(11_001);
    expect(must(open(must(save(first, saving("a", 1, { isFinal: true }), 2000)), 1, 2001)).slots[1]!.openedAtMs).toBe(2001);
  });

  it("keep their time when they are opened again", () => {
    expect(must(open(first, 0, 9000))).toBe(first);
  });

  it("take no answer before they are shown, and none after their time and its grace", () => {
    expect(save(questions, saving("a", 1), 1000)).toEqual({ ok: false, error: "NOT_OPEN" });
    expect(save(first, saving("a", 1), 16_000).ok).toBe(true);
    expect(save(first, saving("a", 1), 16_001)).toEqual({ ok: false, error: "LATE" });
  });

  it("that were passed stay so when more time is given, while the last one gets it", () => {
    const second = must(open(first, 1, 20_000));
    const given = accommodate(second, { multiplier: 2, extraMs: 0, isUnlimited: false }, null, 20_500);
    expect(save(given, saving("a", 1), 20_600)).toEqual({ ok: false, error: "LOCKED" });
    expect(save(given, saving("b", 1, { position: 1 }), 44_000).ok).toBe(true);
  });
});

describe("the end", () => {
  it("is when time was up, whenever somebody looks, with what was saved", () => {
    const answered = must(save(paper, saving("a", 1), 1000));
    expect(expire(answered, 90_000)).toBe(answered);
    for (const now of [90_001, 500_000]) expect(expire(answered, now)).toEqual({ ...answered, state: "submitted", closedAtMs: 60_000 });
  });

  it("is that of an abandoned attempt where nothing stands", () => {
    expect(expire(paper, 90_001)).toMatchObject({ state: "abandoned", closedAtMs: 60_000 });
    expect(submit(paper, 90_001).state).toBe("abandoned");
  });

  it("comes after a month without a limit", () => {
    const free = begin({ kind: "none" });
    expect(expire(free, longestOpenMs).state).toBe("in_progress");
    expect(expire(free, longestOpenMs + 1)).toMatchObject({ state: "abandoned", closedAtMs: longestOpenMs });
  });

  it("is the first one for whoever hands in again", () => {
    const handedIn = submit(paper, 5000);
    expect(handedIn).toMatchObject({ state: "submitted", closedAtMs: 5000 });
    expect(submit(handedIn, 9000)).toBe(handedIn);
  });

  it("is not taken back by more time, which moves only what still runs", () => {
    const twice = { multiplier: 2, extraMs: 0, isUnlimited: false };
    expect(accommodate(paper, twice, null, 90_000).deadlineAtMs).toBe(120_000);
    expect(accommodate(paper, twice, 100_000, 90_000).deadlineAtMs).toBe(100_000);
    expect(accommodate(paper, twice, null, 90_001)).toMatchObject({ state: "abandoned", deadlineAtMs: 60_000 });
  });
});
