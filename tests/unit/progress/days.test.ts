import { describe, expect, it } from "vitest";
import { dayNumber } from "@/lib/progress/day-number";
import { answersOn, mondayOf, studyDays } from "@/lib/progress/days";
import { heatOf, heatStep } from "@/lib/progress/heat";
import { addDays } from "@/lib/scheduling/learner-day";
import { answerOn, firstDay } from "../scheduling/learner";
import { recorded } from "./recorded";

const first = dayNumber(firstDay);

describe("the days of study", () => {
  const history = recorded([
    answerOn(0, "wrong", { elapsedMs: 5000 }),
    answerOn(0, "right", { elapsedMs: 3000 }),
    answerOn(0, "right", { factId: "other", elapsedMs: 90_000 }),
    answerOn(2, "right", { elapsedMs: 4000 }),
    answerOn(9, "right"),
  ]);

  it("count new facts, reviews and practice, and time of which no answer takes more than a minute", () => {
    expect(studyDays(history, null, first, first + 2)).toEqual([
      { day: first, new: 2, review: 0, practice: 1, answeringMs: 68_000 },
      { day: first + 1, new: 0, review: 0, practice: 0, answeringMs: 0 },
      { day: first + 2, new: 0, review: 1, practice: 0, answeringMs: 4000 },
    ]);
  });

  it("are about the facts that are looked at, and leave out what lies before and after", () => {
    expect(studyDays(history, Uint8Array.of(0, 1), first, first + 2).map(answersOn)).toEqual([1, 0, 0]);
    expect(studyDays(history, null, first + 1, first + 9).map(answersOn)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 1]);
    expect(studyDays(history, null, first, first - 1)).toEqual([]);
  });

  it("stand in weeks that begin on a Monday", () => {
    for (const [day, monday] of [["2026-11-23", "2026-11-23"], ["2026-11-29", "2026-11-23"], ["2026-11-30", "2026-11-30"], ["1970-01-04", "1969-12-29"]] as const) {
      expect(mondayOf(dayNumber(day))).toBe(monday < "1970" ? -3 : dayNumber(monday));
    }
    expect(new Date(`${addDays(firstDay, mondayOf(first + 6) - first)}T00:00:00Z`).getUTCDay()).toBe(1);
  });
});

describe("the shade of a day", () => {
  it("tells days apart that differ, and is none without an answer", () => {
    const answers = [0, 5, 12, 20, 33, 40];
    const step = heatStep(answers);
    expect(step).toBe(10);
    expect(answers.map((count) => heatOf(count, step))).toEqual([0, 1, 2, 2, 4, 4]);
  });

  it("is not paled by one long day", () => {
    expect(heatStep([...Array<number>(19).fill(12), 900])).toBe(3);
    expect(heatOf(900, 3)).toBe(4);
  });

  it("has a step of at least one answer, also without any day and beyond all round numbers", () => {
    expect(heatStep([])).toBe(1);
    expect(heatStep([0, 1])).toBe(1);
    expect(heatStep([50_000])).toBe(12_500);
  });
});
