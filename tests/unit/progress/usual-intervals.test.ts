import { describe, expect, it } from "vitest";
import { usualIntervals } from "@/lib/progress/usual-intervals";
import { createFsrsEngine, defaultWeights } from "@/lib/scheduling/fsrs";

const engine = createFsrsEngine();

describe("the intervals of a fact that is always known", () => {
  it("are the golden ones of FSRS-6 (memory-model page §8), by the published weights", () => {
    expect(usualIntervals({ engine, factor: 1, desiredRetention: 0.9 }, 4)).toEqual([2, 11, 46, 163]);
  });

  it("are longer for one who remembers longer, and shorter where more is to be known", () => {
    const usual = usualIntervals({ engine, factor: 1, desiredRetention: 0.9 }, 4);
    usualIntervals({ engine, factor: 2, desiredRetention: 0.9 }, 4).forEach((days, i) => expect(days).toBeGreaterThan(usual[i]!));
    usualIntervals({ engine, factor: 1, desiredRetention: 0.95 }, 4).forEach((days, i) => expect(days).toBeLessThan(usual[i]!));
  });

  it("begin with a fortnight at most and never with less than a day", () => {
    expect(usualIntervals({ engine, factor: 12, desiredRetention: 0.75 }, 1)).toEqual([14]);
    const brief = createFsrsEngine(defaultWeights.map((weight, i) => (i < 4 ? 0.01 : weight)));
    expect(usualIntervals({ engine: brief, factor: 0.1, desiredRetention: 0.97 }, 2)[0]).toBe(1);
  });
});
