import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Proof } from "@/lib/scheduling/constants";
import { fuzzed, longestInterval, plannedDays } from "@/lib/scheduling/interval";

const proofs = fc.constantFrom<Proof>("guessable", "recognised", "produced");

fc.configureGlobal({ seed: 20261123 });

describe("the longest interval that the evidence allows", () => {
  test.each<[Proof, Proof | null, number]>([
    ["guessable", null, 7], ["recognised", null, 14], ["produced", null, 14],
    ["guessable", "guessable", 7], ["guessable", "recognised", 21], ["recognised", "guessable", 21], ["recognised", "recognised", 21],
    ["produced", "guessable", 36_500], ["guessable", "produced", 36_500], ["recognised", "produced", 36_500],
  ])("after %s, and %s before it, is %i days", (last, previous, days) => {
    expect(longestInterval(last, previous)).toBe(days);
  });
});

describe("the planned interval", () => {
  const days = fc.double({ min: 0.001, max: 5000, noNaN: true });

  it("is a whole number of days from 1 to the longest allowed, the same for the same answer", () => {
    fc.assert(
      fc.property(days, proofs, fc.option(proofs), fc.string(), (asked, last, previous, seed) => {
        const longest = longestInterval(last, previous);
        const planned = plannedDays(asked, longest, seed);
        expect(Number.isInteger(planned)).toBe(true);
        expect(planned).toBeGreaterThanOrEqual(1);
        expect(planned).toBeLessThanOrEqual(longest);
        expect(plannedDays(asked, longest, seed)).toBe(planned);
      }),
    );
  });

  it("rounds short intervals and moves none of them", () => {
    expect([0.2, 1.49, 1.5, 2.4].map((asked) => plannedDays(asked, 36_500, "fact:event"))).toEqual([1, 1, 2, 2]);
  });

  it("moves an interval by no more than a day and 15, 10 and 5 per cent of its parts", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(Math.abs(fuzzed(10, 36_500, seed) - 10)).toBeLessThanOrEqual(1 + 0.15 * 4.5 + 0.1 * 3);
        expect(Math.abs(fuzzed(100, 36_500, seed) - 100)).toBeLessThanOrEqual(1 + 0.15 * 4.5 + 0.1 * 13 + 0.05 * 80);
      }),
    );
  });

  it("parts facts that were begun together, around the interval that was asked for", () => {
    const planned = Array.from({ length: 400 }, (_, i) => plannedDays(30, 36_500, `fact-${i}:event-${i}`));
    expect(new Set(planned).size).toBeGreaterThanOrEqual(5);
    expect(planned.reduce((sum, each) => sum + each, 0) / planned.length).toBeCloseTo(30, 0);
  });
});
