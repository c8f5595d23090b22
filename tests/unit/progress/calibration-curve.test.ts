import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationCurve, isWithinChance } from "@/lib/progress/calibration-curve";
import { seededRandom } from "@/lib/shared/random";
import { everyPlace, historyOf, type MadeReview } from "./review-history";

const curveOf = (reviews: readonly MadeReview[]) => calibrationCurve(historyOf(reviews), everyPlace(historyOf(reviews)));

/** Reviews whose outcomes come from a chance that the forecasts know, or see through `bend`. */
function learner(seed: number, count: number, bend = (chance: number) => chance): MadeReview[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const chance = 0.5 + 0.49 * random();
    return { foretold: bend(chance), isRight: random() < chance };
  });
}

const anyReviews = fc.array(fc.record({ foretold: fc.double({ min: 0, max: 1, noNaN: true }), isRight: fc.boolean() }), { maxLength: 700 });

describe("the calibration curve", () => {
  it("keeps every review once, in up to ten bins of as good as equal count and rising forecasts", () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const bins = curveOf(reviews);
        expect(bins).toHaveLength(Math.min(10, Math.floor(reviews.length / 20)));
        if (bins.length === 0) return;
        const counts = bins.map(({ right }) => right.count);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(reviews.length);
        expect(bins.reduce((sum, { right }) => sum + right.right, 0)).toBe(reviews.filter(({ isRight }) => isRight).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(20);
        bins.forEach(({ from, foretold, to }, i) => {
          expect(foretold).toBeGreaterThanOrEqual(from - 1e-6);
          expect(foretold).toBeLessThanOrEqual(to + 1e-6);
          if (i > 0) expect(from).toBeGreaterThanOrEqual(bins[i - 1]!.to);
        });
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("does not depend on the order of the reviews where no two forecasts are alike", () => {
    const reviews = learner(3, 450);
    expect(curveOf([...reviews].reverse())).toEqual(curveOf(reviews));
  });

  it("looks at the places that are named and at no other", () => {
    const history = historyOf([...learner(1, 40), ...learner(2, 60, () => 0.1)]);
    expect(calibrationCurve(history, Uint32Array.from({ length: 40 }, (_, i) => i))).toEqual(curveOf(learner(1, 40)));
  });

  it("holds what was foretold in its intervals 19 times in 20 when the forecasts are the truth", () => {
    const bins = Array.from({ length: 60 }, (_, seed) => curveOf(learner(seed + 1, 400))).flat();
    const share = bins.filter(isWithinChance).length / bins.length;
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(0.98);
  });

  it("shows a learner who knows less than is foretold where it is so: at the sure end", () => {
    const bins = curveOf(learner(4, 4000, (chance) => Math.min(1, chance + Math.max(0, chance - 0.8))));
    expect(bins.slice(0, 5).filter(isWithinChance).length).toBeGreaterThanOrEqual(4);
    expect(bins.slice(8).some(isWithinChance)).toBe(false);
    expect(bins.at(-1)!.right.high).toBeLessThan(bins.at(-1)!.foretold);
  });
});
