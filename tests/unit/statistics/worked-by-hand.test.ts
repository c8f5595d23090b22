import { describe, expect, it, test } from "vitest";
import { analyseItems } from "@/lib/statistics/analyse-items";
import { discriminationInterval } from "@/lib/statistics/discrimination";
import { randomGuessOf } from "@/lib/statistics/item-statistics";
import { upperLowerDifference } from "@/lib/statistics/upper-lower";
import { choiceItem, itemsOf, rowsOf } from "./paper";

/*
 *        x1 x2 x3   T    T − 1.6      R1 = T − x1   R2 = T − x2   R3 = T − x3
 *   A     1  1  1   3     1.4             2             2             2
 *   B     1  1  0   2     0.4             1             1             2
 *   C     1  0  1   2     0.4             1             2             1
 *   D     1  0  0   1    −0.6             0             1             1
 *   E     0  0  0   0    −1.6             0             0             0
 *   mean 0.8 0.4 0.4  1.6               0.8           1.2           1.2
 */
const { test: whole, items: [x1, x2, x3] } = analyseItems(itemsOf([1, 1, 1]), rowsOf([[1, 1, 1], [1, 1, 0], [1, 0, 1], [1, 0, 0], [0, 0, 0]]));

describe("five attempts at three items, worked by hand", () => {
  test("mean and median: 8/5, and the third of 0 1 2 2 3", () => {
    expect(whole.mean).toBeCloseTo(8 / 5, 12);
    expect(whole.median).toBe(2);
  });

  test("var T = (1.96 + 0.16 + 0.16 + 0.36 + 2.56)/4 = 5.2/4", () => {
    expect(whole.standardDeviation).toBeCloseTo(Math.sqrt(1.3), 12);
  });

  test("Σd³ = 2.744 + 0.064 + 0.064 − 0.216 − 4.096 = −1.44, so k₃ = 25·(−1.44/5)/(4·3) = −0.6 and skewness = −0.6/1.3^1.5", () => {
    expect(whole.skewness).toBeCloseTo(-0.6 / 1.3 ** 1.5, 12);
  });

  test("Σd⁴ = 3.8416 + 0.0256 + 0.0256 + 0.1296 + 6.5536 = 10.576, so k₄ = 25·(6·2.1152 − 3·4·1.04²)/(4·3·2) = −0.3 and kurtosis = −0.3/1.69", () => {
    expect(whole.kurtosis).toBeCloseTo(-0.3 / 1.69, 12);
  });

  test("var x = 4·0.04 + 0.64 = 0.8/4, and 2·0.36 + 3·0.16 = 1.2/4 twice", () => {
    expect([x1!, x2!, x3!].map((x) => x.standardDeviation)).toEqual([Math.sqrt(0.2), Math.sqrt(0.3), Math.sqrt(0.3)].map((sd) => expect.closeTo(sd, 12)));
    expect([x1!, x2!, x3!].map((x) => x.facility)).toEqual([0.8, 0.4, 0.4].map((f) => expect.closeTo(f, 12)));
  });

  test("α = 100·(3/2)·(1 − (0.2 + 0.3 + 0.3)/1.3) = 57.69, and the standard error √1.3·√(1 − 0.5769) = √0.55", () => {
    expect(whole.alpha).toBeCloseTo((150 * 0.5) / 1.3, 10);
    expect(whole.standardError).toBeCloseTo(Math.sqrt(0.55), 12);
  });

  test("item 1: Σ = 0.24 + 0.04 + 0.04 − 0.16 + 0.64 = 0.8, cov 0.2, var R 2.8/4, and no order of x and R does better", () => {
    expect(x1!.discriminationIndex).toBeCloseTo((100 * 0.2) / Math.sqrt(0.2 * 0.7), 10);
    expect(x1!.discriminativeEfficiency).toBeCloseTo(100, 10);
  });

  test("item 2: Σ = 0.48 − 0.12 − 0.32 + 0.08 + 0.48 = 0.6, cov 0.15; sorted 0 0 0 1 1 by 0 1 1 2 2: −0.4·(−1.6) + 0.6·1.6 = 1.6, cov_max 0.4", () => {
    expect(x2!.discriminationIndex).toBeCloseTo((100 * 0.15) / Math.sqrt(0.3 * 0.7), 10);
    expect(x2!.discriminativeEfficiency).toBeCloseTo((100 * 0.15) / 0.4, 10);
    expect(x3!.discriminationIndex).toBeCloseTo(x2!.discriminationIndex!, 10);
  });

  test("weights: a third each is meant; cov(x, T) = var x + cov(x, R) = 0.4, 0.45, 0.45", () => {
    const sum = Math.sqrt(0.4) + 2 * Math.sqrt(0.45);
    expect([x1!, x2!, x3!].map((x) => x.intendedWeight)).toEqual([100 / 3, 100 / 3, 100 / 3].map((w) => expect.closeTo(w, 10)));
    expect([x1!, x2!, x3!].map((x) => x.effectiveWeight)).toEqual([0.4, 0.45, 0.45].map((c) => expect.closeTo((100 * Math.sqrt(c)) / sum, 10)));
  });
});

describe("the upper and the lower 27 %", () => {
  const totals = Float64Array.from({ length: 40 }, (_, i) => i);

  it("has 10.8 of 40 places: 9 of the upper ten right and the eleventh right, 2 of the lower ten and the eleventh wrong: (9 + 0.8)/10.8 − 2/10.8", () => {
    const scores = totals.map((total) => (total >= 29 && total !== 35 ? 1 : total === 3 || total === 7 ? 1 : 0));
    expect(upperLowerDifference(scores, totals)).toBeCloseTo((9.8 - 2) / 10.8, 12);
  });

  it("lets equals share the places at the edge: 8 right above, and 2.8 places for 20 of whom 5 are right", () => {
    const tied = totals.map((total) => (total >= 32 ? 3 : total >= 12 ? 2 : 1));
    const scores = totals.map((total) => (total >= 32 || (total >= 12 && total < 17) ? 1 : 0));
    expect(upperLowerDifference(scores, tied)).toBeCloseTo((8 + (2.8 * 5) / 20) / 10.8, 12);
  });

  it("is not told under 30 attempts, whatever they are", () => {
    expect(upperLowerDifference(totals.subarray(0, 29), totals.subarray(0, 29))).toBeNull();
    expect(upperLowerDifference(totals.subarray(0, 30), totals.subarray(0, 30))).toBeGreaterThan(0);
  });
});

test("the interval of an index of 50 over 28 attempts: artanh 0.5 = 0.549306, ± 1.959964/√25 = 0.391993, so tanh 0.157313 = 15.603 to tanh 0.941299 = 73.582", () => {
  const { low, high } = discriminationInterval(50, 25)!;
  expect(low).toBeCloseTo(15.603, 3);
  expect(high).toBeCloseTo(73.582, 3);
});

describe("guessing", () => {
  it("brings 1/k with one right option of k", () => {
    expect(randomGuessOf(choiceItem("x"))).toBe(0.25);
  });

  it("is not reckoned where several options are right or there are none", () => {
    expect(randomGuessOf({ options: [{ key: "a", isRight: true }, { key: "b", isRight: true }, { key: "c", isRight: false }] })).toBeNull();
    expect(randomGuessOf({ options: [] })).toBeNull();
  });
});
