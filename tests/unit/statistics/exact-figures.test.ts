import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseItems } from "@/lib/statistics/analyse-items";
import type { ItemScore } from "@/lib/statistics/responses";
import { exactAlpha, exactEfficiency, exactIndex, exactShape, exactUpperLower, exactVariance, exactWeights, toNumber } from "./exact";
import { itemsOf, rowsOf } from "./paper";

const anyScore = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -1, max: 4 }).map((quarters): ItemScore => quarters / 4) },
  { weight: 1, arbitrary: fc.constant<ItemScore>("blank") },
  { weight: 1, arbitrary: fc.constant<ItemScore>("unreached") },
);

/** A quiz in which everybody had the same paper. */
const quizzes = (most: { attempts: number; items: number }) =>
  fc.integer({ min: 1, max: most.items }).chain((items) =>
    fc.record({
      maxPoints: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: items, maxLength: items }),
      scores: fc.array(fc.array(anyScore, { minLength: items, maxLength: items }), { maxLength: most.attempts, size: "max" }),
    }),
  );

type Quiz = { maxPoints: number[]; scores: ItemScore[][] };
const quarters = (score: ItemScore, points: number): bigint => BigInt(typeof score === "number" ? score * 4 * points : 0);

function expectSame(actual: number | null, expected: number | null, what: string): void {
  if (expected === null || actual === null) expect(actual, what).toBe(expected);
  else expect(Math.abs(actual - expected), what).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(expected)));
}

function compareWithExact({ maxPoints, scores }: Quiz, hasFewAttempts: boolean): void {
  const { test, items } = analyseItems(itemsOf(maxPoints), rowsOf(scores));
  const columns = maxPoints.map((points, i) => scores.map((row) => quarters(row[i]!, points)));
  const totals = scores.map((_, row) => columns.reduce((sum, column) => sum + column[row]!, 0n));
  const spread = exactVariance(totals);
  expectSame(test.standardDeviation, spread && Math.sqrt(toNumber(spread)) / 4, "standard deviation");
  const alpha = exactAlpha(columns);
  expectSame(test.alpha, alpha, "alpha");
  expectSame(test.standardError, alpha === null ? null : (Math.sqrt(toNumber(spread!)) / 4) * Math.sqrt(Math.max(0, 1 - alpha / 100)), "standard error");
  const shape = exactShape(totals);
  expectSame(test.skewness, shape.skewness, "skewness");
  expectSame(test.kurtosis, shape.kurtosis, "kurtosis");
  const weights = exactWeights(columns);
  items.forEach((item, i) => {
    const reached = scores.flatMap((row, n) => (row[i] === "unreached" ? [] : [n]));
    const xs = reached.map((n) => columns[i]![n]!);
    const rests = reached.map((n) => totals[n]! - columns[i]![n]!);
    expectSame(item.facility, xs.length === 0 ? null : Number(xs.reduce((a, b) => a + b, 0n)) / (4 * maxPoints[i]! * xs.length), "facility");
    expectSame(item.discriminationIndex, exactIndex(xs, rests), "index");
    if (hasFewAttempts) expectSame(item.discriminativeEfficiency, exactEfficiency(xs, rests), "efficiency");
    expectSame(item.effectiveWeight, weights[i]!, "effective weight");
    expectSame(item.upperLower, exactUpperLower(xs, reached.map((n) => totals[n]!), 4n * BigInt(maxPoints[i]!)), "D");
  });
}

/** Every figure, however deep, that is a number. */
const numbersIn = (value: unknown): number[] =>
  typeof value === "number" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];

describe("the figures are those of the definitions in exact fractions", () => {
  it("with up to six attempts, and the greatest covariance sought among all orders", () => {
    fc.assert(fc.property(quizzes({ attempts: 6, items: 4 }), (quiz) => compareWithExact(quiz, true)), { seed: 1, numRuns: 120 });
  });

  it("with up to 60 attempts at up to eight items", () => {
    fc.assert(fc.property(quizzes({ attempts: 60, items: 8 }), (quiz) => compareWithExact(quiz, false)), { seed: 2, numRuns: 150 });
  });
});

it("has no figure that is not a finite number, whatever the attempts are", () => {
  fc.assert(
    fc.property(quizzes({ attempts: 40, items: 4 }), fc.double({ min: 0.01, max: 7, noNaN: true }), ({ maxPoints, scores }, scale) => {
      const figures = analyseItems(itemsOf(maxPoints.map((points) => points * scale)), rowsOf(scores));
      expect(numbersIn(figures).filter((value) => !Number.isFinite(value))).toEqual([]);
    }),
    { seed: 3, numRuns: 200 },
  );
});

it("does not take what rounding leaves of equal rests for a difference", () => {
  const rests = [[0.1, 0.2, 0.3], [0.3, 0.2, 0.1], [0.2, 0.3, 0.1], [0.6, 0, 0], [0, 0, 0.6]];
  const [first] = analyseItems(itemsOf([1, 1, 1, 1]), rowsOf(rests.map((row, i) => [i % 2, ...row]))).items;
  expect(first!.discriminationIndex).toBeNull();
  expect(first!.discriminativeEfficiency).toBeNull();
});

it("throws at a row that has not one score for each item", () => {
  expect(() => analyseItems(itemsOf([1, 1]), rowsOf([[1, 0], [1]]))).toThrow("attempt 2 has 1 scores for 2 items");
});
