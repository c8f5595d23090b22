import { describe, expect, it } from "vitest";
import { notePace, usualMs, type Pace } from "@/lib/scheduling/pace";

const paceOf = (times: (number | undefined)[]) => times.reduce<Pace>((pace, ms) => notePace(pace, "numeric", ms), new Map());

describe("a learner's pace", () => {
  it("is the median of the latest fifty answers of a form, once there are eight", () => {
    expect(usualMs(paceOf([1, 2, 3, 4, 5, 6, 7]), "numeric")).toBeUndefined();
    expect(usualMs(paceOf([9, 1, 9, 1, 5, 9, 1, 5, 5]), "numeric")).toBe(5);
    expect(usualMs(paceOf([...Array.from({ length: 60 }, () => 1000), ...Array.from({ length: 50 }, () => 3000)]), "numeric")).toBe(3000);
  });

  it("keeps forms apart and leaves out times over five minutes and unknown ones", () => {
    const pace = paceOf([...Array.from({ length: 8 }, () => 2000), 300_001, undefined, 400_000, 500_000, 600_000]);
    expect(usualMs(pace, "numeric")).toBe(2000);
    expect(pace.get("numeric")).toHaveLength(8);
    expect(usualMs(pace, "date")).toBeUndefined();
  });
});
