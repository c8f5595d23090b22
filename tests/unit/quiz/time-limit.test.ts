import { describe, expect, it } from "vitest";
import { noAccommodation, paperDeadline, questionDeadline, type Accommodation } from "@/lib/quiz/time-limit";
import type { QuizTimer } from "@/lib/quiz/quiz-setup";

const paper: QuizTimer = { kind: "paper", seconds: 600 };
const question: QuizTimer = { kind: "question", seconds: 20 };
const none: QuizTimer = { kind: "none" };
const minutes = (n: number) => n * 60_000;
const unlimited: Accommodation = { multiplier: 1, extraMs: 0, isUnlimited: true };
const start = Date.parse("2026-11-23T08:00:00Z");

describe("when time is up for the paper", () => {
  it.each<[string, QuizTimer, Accommodation, number | null, number | null]>([
    ["after its limit", paper, noAccommodation, null, 10],
    ["after one and a half times as long", paper, { ...noAccommodation, multiplier: 1.5 }, null, 15],
    ["later by the extra minutes, which are not multiplied", paper, { multiplier: 2, extraMs: minutes(5), isUnlimited: false }, null, 25],
    ["at the end of its window, where that is sooner", paper, { multiplier: 2, extraMs: minutes(5), isUnlimited: false }, 12, 12],
    ["after its limit, where the window ends later", paper, noAccommodation, 60, 10],
    ["never, without a limit", paper, unlimited, null, null],
    ["at the end of the window even without a limit", paper, unlimited, 30, 30],
    ["never, where nothing was limited", none, { multiplier: 2, extraMs: minutes(5), isUnlimited: false }, null, null],
    ["at the end of the window, where only questions are limited", question, noAccommodation, 30, 30],
  ])("is %s", (_, timer, accommodation, windowMinutes, expected) => {
    const windowEnd = windowMinutes === null ? null : start + minutes(windowMinutes);
    expect(paperDeadline(start, timer, accommodation, windowEnd)).toBe(expected === null ? null : start + minutes(expected));
  });

  it("is as long on the night on which clocks are set back or forward", () => {
    for (const night of ["2026-10-25T00:55:00Z", "2026-03-29T00:55:00Z"]) {
      expect(paperDeadline(Date.parse(night), paper, noAccommodation, null)).toBe(Date.parse(night.replace("00:55", "01:05")));
    }
  });

  it("is a whole number of milliseconds for every multiplier that is offered", () => {
    for (const multiplier of [1, 1.25, 1.5, 2]) {
      for (const seconds of [10, 11, 599, 10_799]) expect(paperDeadline(start, { kind: "paper", seconds }, { multiplier, extraMs: 0, isUnlimited: false }, null)! % 1).toBe(0);
    }
  });
});

describe("when time is up for a question", () => {
  it.each<[string, QuizTimer, Accommodation, number | null]>([
    ["after its limit", question, noAccommodation, 20_000],
    ["later by its share of the extra time", question, { multiplier: 1.5, extraMs: minutes(1), isUnlimited: false }, 30_000 + 8571],
    ["never, without a limit", question, unlimited, null],
    ["never, where only the paper is limited", paper, noAccommodation, null],
  ])("is %s", (_, timer, accommodation, expected) => {
    expect(questionDeadline(start, timer, accommodation, 7)).toBe(expected === null ? null : start + expected);
  });
});
