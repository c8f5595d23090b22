import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundedOf } from "@/lib/facts/rounded";
import { amountOf, climb, type LadderRules } from "@/lib/questions/number-ladder";
import { seededRandom } from "@/lib/shared/random";

const rules = (key: number, more: Partial<LadderRules> = {}): LadderRules => ({
  key, difficulty: "medium", known: [], min: 0, max: Infinity, leastFactor: 1, ...more,
});

describe("the roundness of a number", () => {
  it.each([
    [5200, 52, 2], [5225, 5225, 0], [2.25, 225, -2], [3.8, 38, -1], [1000000, 1, 6], [0.05, 5, -2], [7, 7, 0],
  ])("%d is %d times a power of ten", (amount, mantissa, exponent) => {
    expect(roundedOf(amount)).toEqual({ mantissa, exponent });
  });

  it("loses nothing", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -4, max: 4 }), (whole, exponent) => {
      const amount = Number(`${whole}e${exponent}`);
      expect(amountOf(roundedOf(amount))).toBe(amount);
    }), { seed: 1 });
  });
});

describe("a ladder of numbers", () => {
  const keys = fc.integer({ min: 41, max: 9_999 }).filter((mantissa) => mantissa % 10 !== 0);
  const scales = fc.integer({ min: -3, max: 3 });
  const sides = fc.constantFrom<1 | -1>(1, -1);
  const difficulties = fc.constantFrom<LadderRules["difficulty"]>("easy", "medium", "hard");

  it("goes away from the key, as round as the key, each rung by the least factor", () => {
    fc.assert(fc.property(keys, scales, sides, difficulties, fc.nat(), (mantissa, exponent, side, difficulty, seed) => {
      const key = amountOf({ mantissa, exponent });
      const rungs = climb(seededRandom(seed), rules(key, { difficulty, leastFactor: 1.1 }), side, 3);
      const walk = [key, ...rungs];
      for (const [i, rung] of rungs.entries()) {
        const factor = side > 0 ? rung / walk[i]! : walk[i]! / rung;
        expect(factor).toBeGreaterThanOrEqual(1.0999);
        expect(roundedOf(rung).exponent).toBe(exponent);
        expect(roundedOf(rung).mantissa % 5 === 0).toBe(mantissa % 5 === 0);
      }
    }), { seed: 2 });
  });

  it("stays inside the feasible range and says how far it came", () => {
    expect(climb(seededRandom(1), rules(2, { difficulty: "hard", min: 1 }), -1, 3)).toEqual([1]);
    expect(climb(seededRandom(1), rules(98, { max: 100 }), 1, 3)).toEqual([]);
  });

  it("prefers figures that other subjects have", () => {
    const known = [3.05, 3.15, 3.45];
    const taken = Array.from({ length: 300 }, (_, seed) => climb(seededRandom(seed), rules(2.25, { known, difficulty: "medium" }), 1, 1)[0]!);
    const reachable = known.filter((amount) => amount <= 2.25 * 1.4);
    expect(taken.filter((amount) => reachable.includes(amount)).length).toBeGreaterThan(150);
  });
});
