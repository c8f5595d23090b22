import { describe, expect, it } from "vitest";
import type { Response, Verdict } from "@/lib/grading/grade";
import { countOutcomes, isTimeUp, outcomesOf, shareOfPoints, spentMs } from "@/lib/quiz/results";

const typed: Response = { kind: "typed", text: "Long March 5" };
const slot = (more: Partial<{ openedAtMs: number | null; response: Response | null; sequence: number; verdict: Verdict | null; score: number }>) => ({ openedAtMs: 0, response: null, sequence: 0, verdict: null, score: 0, ...more });
const answered = (verdict: Verdict, score: number) => slot({ response: typed, sequence: 1, verdict, score });
const paper = [answered("exact", 1), answered("typo", 1), answered("near", 0.5), answered("wrong", 0), answered("ambiguous", 0), slot({ sequence: 2 }), slot({})];

describe("what became of each question", () => {
  it("tells right, partly right, wrong, unclear and blank apart", () => {
    expect(outcomesOf(paper, false)).toEqual(["right", "right", "partly", "wrong", "unclear", "blank", "blank"]);
  });

  it("is not reached what comes after all that was touched, where time was up", () => {
    expect(outcomesOf(paper, true).slice(5)).toEqual(["blank", "unreached"]);
    expect(outcomesOf([slot({}), answered("exact", 1), slot({})], true)).toEqual(["blank", "right", "unreached"]);
  });

  it("is not reached what was never shown, also where the quiz was handed in", () => {
    expect(outcomesOf([slot({ sequence: 1 }), slot({ openedAtMs: null })], false)).toEqual(["blank", "unreached"]);
  });

  it("is counted", () => {
    expect(countOutcomes(outcomesOf(paper, true))).toEqual({ right: 2, partly: 1, wrong: 1, unclear: 1, blank: 1, unreached: 1 });
  });
});

describe("how a quiz ended", () => {
  it.each([
    ["handed in before its time", 9_000, 10_000, false, 9_000],
    ["handed in within the grace", 12_000, 10_000, true, 10_000],
    ["ended by its time", 10_000, 10_000, true, 10_000],
    ["without a limit", 50_000, null, false, 50_000],
  ])("%s", (_, closedAtMs, deadlineAtMs, wasTimeUp, spent) => {
    const ended = { startedAtMs: 0, deadlineAtMs, closedAtMs };
    expect(isTimeUp(ended)).toBe(wasTimeUp);
    expect(spentMs(ended)).toBe(spent);
  });
});

describe("the share of the points", () => {
  it.each([[3, 4, 0.75], [-2, 10, 0], [0, 0, 0], [30, 30, 1]])("of %d of %d is %d", (points, most, share) => {
    expect(shareOfPoints(points, most)).toBe(share);
  });
});
