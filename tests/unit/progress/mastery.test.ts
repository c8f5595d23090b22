import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countRecalled, factRecallOn, type FactRecall } from "@/lib/progress/mastery";
import type { FactState } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { addDays, type LearnerDay } from "@/lib/scheduling/learner-day";
import { seededRandom, type Random } from "@/lib/shared/random";

const engine = createFsrsEngine();
const today: LearnerDay = "2026-11-23";

const fact = (stabilityDays: number, daysAgo: number): FactState => ({
  stabilityDays, difficulty: 5, reviewCount: 3, lapseCount: 0, firstDay: "2026-01-01", lastDay: addDays(today, -daysAgo), dueOn: today, intervalDays: 1,
  lastProof: "produced", previousProof: null,
});

const recallsAt = (facts: readonly FactState[], mu: number): FactRecall[] => facts.map((state) => factRecallOn(state, today, { mu, variance: 0 }, engine));

/** Of two uniform numbers (Box and Muller). */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** How often the range holds the count, when the calibration is off by as much as it says and each fact is recalled by its own chance. */
function coverage(facts: readonly FactState[], variance: number, runs: number): number {
  const random = seededRandom(7);
  const { low, high } = countRecalled(recallsAt(facts, 0), { variance });
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const truth = recallsAt(facts, Math.sqrt(variance) * normal(random));
    const count = truth.filter(({ recall }) => random() < recall).length;
    if (low <= count && count <= high) held++;
  }
  return held / runs;
}

describe("the count of facts recalled today", () => {
  const some = (count: number, seed = 1) => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, () => fact(1 + 60 * random(), Math.floor(40 * random())));
  };

  it("is the sum of the chances, between ends within the begun facts", () => {
    const recall = fc.record({ recall: fc.double({ min: 0, max: 1, noNaN: true }), slope: fc.double({ min: 0, max: 0.4, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(recall, { maxLength: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (begun, variance) => {
        const { recalled, low, high } = countRecalled(begun, { variance });
        expect(recalled).toBeCloseTo(begun.reduce((sum, one) => sum + one.recall, 0), 9);
        expect(low).toBeLessThanOrEqual(recalled + 1e-9);
        expect(high).toBeGreaterThanOrEqual(recalled - 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(begun.length);
        expect([low, high].every(Number.isInteger)).toBe(true);
      }),
      { seed: 5 },
    );
  });

  it.each([
    { facts: 12, variance: 0.36, most: 0.995 },
    { facts: 60, variance: 0, most: 0.98 },
    { facts: 60, variance: 0.05, most: 0.98 },
    { facts: 400, variance: 0.002, most: 0.955 },
    { facts: 400, variance: 0.2, most: 0.955 },
  ])("lies in the range about nine times in ten, with few facts oftener as its ends are whole: $facts facts, calibration's variance $variance", ({ facts, variance, most }) => {
    const held = coverage(some(facts), variance, 700);
    expect(held).toBeGreaterThan(0.865);
    expect(held).toBeLessThan(most);
  });

  it("is as wide as chance alone when the calibration is known, and wider when it is not", () => {
    const begun = recallsAt(some(400), 0);
    const width = (variance: number) => countRecalled(begun, { variance }).high - countRecalled(begun, { variance }).low;
    const chance = 2 * 1.644854 * Math.sqrt(begun.reduce((sum, { recall }) => sum + recall * (1 - recall), 0));
    expect(Math.abs(width(0) - chance)).toBeLessThanOrEqual(2);
    expect(width(0.1)).toBeGreaterThan(1.3 * width(0));
  });

  it("takes the slope from the forgetting curve: a small change of the calibration moves the chance by as much", () => {
    const state = fact(10, 25);
    const at = (mu: number) => factRecallOn(state, today, { mu, variance: 0 }, engine);
    expect(at(0.3).slope).toBeCloseTo((at(0.301).recall - at(0.299).recall) / 0.002, 4);
  });

  it("leaves no doubt about what was answered today, and nothing to recall where nothing is begun", () => {
    expect(countRecalled(recallsAt([fact(3, 0), fact(9, 0)], 0), { variance: 0.36 })).toEqual({ recalled: 2, low: 2, high: 2 });
    expect(countRecalled([], { variance: 0.36 })).toEqual({ recalled: 0, low: 0, high: 0 });
  });
});
