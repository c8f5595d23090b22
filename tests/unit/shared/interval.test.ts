import fc from "fast-check";
import { expect, it } from "vitest";
import { reach95, wilsonInterval } from "@/lib/shared/interval";

it("ends where the true share would lie just as far from what was seen as chance reaches, which is Wilson's definition", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }).chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials))), ([successes, trials]) => {
      const { low, high } = wilsonInterval(successes, trials);
      for (const end of [low, high]) {
        const distance = (successes / trials - end) ** 2;
        expect(distance).toBeCloseTo((reach95 ** 2 * end * (1 - end)) / trials, 10);
      }
      expect(low).toBeLessThanOrEqual(successes / trials + 1e-12);
      expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12);
    }),
    { seed: 11, numRuns: 300 },
  );
});

it("gives what is published for 0 of 10 and 81 of 263: 0 to 0.2775, and 0.2553 to 0.3662 (Newcombe 1998, table I)", () => {
  expect(wilsonInterval(0, 10).low).toBe(0);
  expect(wilsonInterval(0, 10).high).toBeCloseTo(0.2775, 4);
  expect(wilsonInterval(81, 263).low).toBeCloseTo(0.2553, 4);
  expect(wilsonInterval(81, 263).high).toBeCloseTo(0.3662, 4);
});

it("leaves everything open without trials", () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});
