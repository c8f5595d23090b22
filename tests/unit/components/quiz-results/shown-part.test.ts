import { describe, expect, it } from "vitest";
import { formatPoints } from "@/components/quiz-results/format-points";
import { isShownIn, shownParts } from "@/components/quiz-results/shown-part";
import type { Outcome } from "@/components/quiz-results/shown-results";

describe("a part of the results", () => {
  const shownFor = (outcome: Outcome, isFlagged = false, isLeftOut = false) => shownParts.filter((part) => isShownIn(part, { outcome, isFlagged, isLeftOut }));

  it.each<[Outcome, string[]]>([
    ["right", ["all"]],
    ["partly", ["all", "mistakes"]],
    ["wrong", ["all", "mistakes"]],
    ["unclear", ["all"]],
    ["blank", ["all", "blank"]],
    ["unreached", ["all", "blank"]],
  ])("has a question that is %s in %j", (outcome, parts) => {
    expect(shownFor(outcome)).toEqual(parts);
  });

  it("has a flagged question among the flagged as well, whatever came of it", () => {
    expect(shownFor("right", true)).toEqual(["all", "flagged"]);
    expect(shownFor("wrong", true)).toEqual(["all", "mistakes", "flagged"]);
  });

  it("does not count what a teacher left out as a mistake", () => {
    expect([shownFor("wrong", false, true), shownFor("partly", true, true)]).toEqual([["all"], ["all", "flagged"]]);
  });
});

describe("points", () => {
  it.each([
    [10, "10"],
    [7.5, "7.5"],
    [2 / 3, "0.67"],
    [-6, "\u22126"],
    [-0.001, "0"],
  ])("%d are written %s", (points, text) => {
    expect(formatPoints(points)).toBe(text);
  });
});
