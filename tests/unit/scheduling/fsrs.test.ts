import fc from "fast-check";
import { clipParameters, forgetting_curve } from "ts-fsrs";
import { describe, expect, it, test } from "vitest";
import type { Memory, Rating } from "@/lib/scheduling/engine";
import { createFsrsEngine, defaultWeights } from "@/lib/scheduling/fsrs";

const engine = createFsrsEngine();
const ratings = fc.constantFrom<Rating>(1, 2, 3, 4);
const memories = fc.record({
  stabilityDays: fc.double({ min: 0.01, max: 3000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});

/** Golden values: memory-model page §8, which takes them from the ts-fsrs FSRS-6 tests with the default weights. */
describe("FSRS-6 against the published vectors", () => {
  test.each<[Rating, number, number]>([
    [1, 0.212, 6.4133],
    [2, 1.2931, 5.11217],
    [3, 2.3065, 2.1181],
    [4, 8.2956, 1],
  ])("a first rating of %i gives stability %f and difficulty %f", (rating, stability, difficulty) => {
    const memory = engine.next(null, 0, rating);
    expect(memory.stabilityDays).toBeCloseTo(stability, 4);
    expect(memory.difficulty).toBeCloseTo(difficulty, 4);
  });

  it("folds ratings 1,3,3,3,3,3 after 0,0,1,3,8,21 days to 53.62691 and 6.3574867", () => {
    const steps: [Rating, number][] = [[1, 0], [3, 0], [3, 1], [3, 3], [3, 8], [3, 21]];
    const memory = steps.reduce<Memory | null>((state, [rating, days]) => engine.next(state, days, rating), null);
    expect(memory?.stabilityDays).toBeCloseTo(53.62691, 4);
    expect(memory?.difficulty).toBeCloseTo(6.3574867, 5);
  });

  it("spaces six goods, two agains and five goods as the reference does", () => {
    // The reference repeats within the day after a first answer and after each lapse: those intervals are 0.
    const answers: [Rating, "same day" | "in days"][] = [
      [3, "same day"], [3, "in days"], [3, "in days"], [3, "in days"], [3, "in days"], [3, "in days"],
      [1, "same day"], [1, "same day"], [3, "in days"], [3, "in days"], [3, "in days"], [3, "in days"], [3, "in days"],
    ];
    let memory: Memory | null = null;
    const intervals: number[] = [];
    for (const [rating, when] of answers) {
      memory = engine.next(memory, intervals.at(-1) ?? 0, rating);
      intervals.push(when === "same day" ? 0 : engine.intervalDays(memory, 0.9));
    }
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });
});

describe("the memory engine", () => {
  it("never raises stability after a wrong answer", () => {
    fc.assert(
      fc.property(memories, fc.nat(2000), (memory, days) => {
        expect(engine.next(memory, days, 1).stabilityDays).toBeLessThanOrEqual(memory.stabilityDays);
      }),
    );
  });

  it("keeps difficulty in [1, 10] and stability positive", () => {
    fc.assert(
      fc.property(memories, fc.nat(2000), ratings, (memory, days, rating) => {
        const next = engine.next(memory, days, rating);
        expect(next.difficulty).toBeGreaterThanOrEqual(1);
        expect(next.difficulty).toBeLessThanOrEqual(10);
        expect(next.stabilityDays).toBeGreaterThan(0);
      }),
    );
  });

  it("counts whole days: fractions are rounded for what an answer does, not for what is foretold", () => {
    const memory = { stabilityDays: 5, difficulty: 5 };
    expect(engine.next(memory, 6.6, 3)).toEqual(engine.next(memory, 7, 3));
    expect(engine.retrievability(memory, 6.6)).toBeGreaterThan(engine.retrievability(memory, 7));
  });

  it("takes a backward clock as no time passed", () => {
    const memory = { stabilityDays: 5, difficulty: 5 };
    expect(engine.next(memory, -3, 3)).toEqual(engine.next(memory, 0, 3));
    expect(engine.retrievability(memory, -3)).toBe(1);
  });

  it("says 90 % after as many days as the stability", () => {
    expect(engine.retrievability({ stabilityDays: 12, difficulty: 5 }, 12)).toBeCloseTo(0.9, 6);
  });

  it("lengthens the interval with stability and shortens it with the desired retention", () => {
    const stabilities = fc.double({ min: 0.01, max: 3000, noNaN: true });
    const retentions = fc.double({ min: 0.75, max: 0.97, noNaN: true });
    fc.assert(
      fc.property(stabilities, stabilities, retentions, retentions, (s1, s2, r1, r2) => {
        const interval = (stabilityDays: number, r: number) => engine.intervalDays({ stabilityDays, difficulty: 5 }, r);
        expect(interval(Math.max(s1, s2), r1)).toBeGreaterThanOrEqual(interval(Math.min(s1, s2), r1));
        expect(interval(s1, Math.min(r1, r2))).toBeGreaterThanOrEqual(interval(s1, Math.max(r1, r2)));
        expect(interval(s1, r1)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it("keeps the desired retention within 0.75 and 0.97", () => {
    const days = (desiredRetention: number) => engine.intervalDays({ stabilityDays: 50, difficulty: 5 }, desiredRetention);
    expect(days(0.2)).toBe(days(0.75));
    expect(days(0.999)).toBe(days(0.97));
  });
});

it("foretells what ts-fsrs does to the last digit, also by a learner's own weights", () => {
  const days = fc.double({ min: 0, max: 4000, noNaN: true });
  fc.assert(
    fc.property(memories, days, fc.double({ min: 0.05, max: 0.9, noNaN: true }), (memory, elapsedDays, decay) => {
      const weights = [...defaultWeights.slice(0, 20), decay];
      for (const w of [defaultWeights, weights]) expect(createFsrsEngine(w).retrievability(memory, elapsedDays)).toBe(forgetting_curve(clipParameters([...w], 1), elapsedDays, memory.stabilityDays));
    }),
    { seed: 5 },
  );
});
