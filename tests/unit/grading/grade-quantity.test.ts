import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuantityValue } from "@/lib/facts/model";
import { gradeQuantity } from "@/lib/grading/grade-quantity";
import { readNumber } from "@/lib/grading/read-number";
import { makeFactBase, someUnits } from "@/tests/support/fact-base";

const signs = [
  { id: "km2", symbol: "km²", dimension: "area", factor: 1, aliases: [] },
  { id: "deg", symbol: "°", dimension: "angle", factor: 1, aliases: [] },
  { id: "degE", symbol: "° E", dimension: "longitude", factor: 1, aliases: [] },
  { id: "CNY-billion", symbol: "billion yuan", dimension: "money", factor: 1, aliases: [] },
];
const base = makeFactBase({ entities: [], predicates: [], units: [...someUnits, ...signs] });

const quantity = (amount: number, unit?: string): QuantityValue => ({ kind: "quantity", amount, ...(unit && { unit }) });
const grade = (value: QuantityValue, typed: string, tolerance = 0) => gradeQuantity(base, { tolerance }, value, typed);

describe("readNumber", () => {
  it.each([
    ["8200", [8200]], ["8,200", [8200, 8.2]], ["8.200", [8200, 8.2]], ["8 200", [8200]], ["8\u202F200", [8200]], ["8'200", [8200]],
    ["1,234,567", [1234567]], ["1.234.567,5", [1234567.5]], ["1,234.5", [1234.5]], ["0,125", [0.125]], ["12,5", [12.5]], [".5", [0.5]], ["1234.5678", [1234.5678]],
    ["-5", [-5]], ["−5", [-5]], ["５", [5]], ["12万", [120_000]], ["1.1亿", [110_000_000]], ["三百五十", [350]], ["2.5 million", [2_500_000]],
    ["twenty-one", [21]], ["21st", [21]], ["第六", [6]], ["about 300", [300]], ["1e3", [1000]],
  ])("reads %j as %j", (typed, amounts) => {
    expect(readNumber(typed)?.amounts).toEqual(amounts);
  });

  it.each(["", "kg", "5, 6", "5-6", "5 / 6", "1968, 1969, 1970", "1968 1969", "five, six 7", "B5"])("finds no single number in %j", (typed) => {
    expect(readNumber(typed)).toBeNull();
  });
});

describe("gradeQuantity", () => {
  it.each([
    ["8200", quantity(8200, "kg")], ["8,200 kg", quantity(8200, "kg")], ["8.2 t", quantity(8200, "kg")], 
    ["3", quantity(3, "astronaut")], ["three astronauts", quantity(3, "astronaut")], ["6th", quantity(6)], ["3 people", quantity(3)], ["3名", quantity(3)],
    ["98.3°E", quantity(98.3, "degE")], ["98.3°", quantity(98.3, "degE")], ["98.3 ° E", quantity(98.3, "degE")], ["250 billion yuan", quantity(250, "CNY-billion")],
    ["70 km²", quantity(70, "km2")], ["0.35 km", quantity(350, "m")],
  ])("takes %j as exact", (typed, value) => {
    expect(grade(value, typed)).toMatchObject({ verdict: "exact", score: 1 });
  });

  it.each([
    ["5B", quantity(5)], ["4", quantity(5)], ["5 m", quantity(5, "kg")], ["5 kg", quantity(5)], ["4, 5", quantity(5)], ["5 or 6", quantity(5, "kg")], ["5 or six", quantity(5)], ["五或六", quantity(5)], ["5BCD", quantity(5)], ["", quantity(5)], ["heavy", quantity(5, "kg")],
  ])("does not take %j", (typed, value) => {
    expect(grade(value, typed).score).toBe(0);
  });

  it("is near within the predicate's tolerance and wrong outside", () => {
    expect(grade(quantity(8200, "kg"), "8,000", 0.05)).toMatchObject({ verdict: "near", score: 1 });
    expect(grade(quantity(8200, "kg"), "8 t", 0.05)).toMatchObject({ verdict: "near", score: 1 });
    expect(grade(quantity(8200, "kg"), "7,000", 0.05)).toMatchObject({ verdict: "wrong", score: 0 });
    expect(grade(quantity(8200, "kg"), "8,000", 0)).toMatchObject({ verdict: "wrong", score: 0 });
  });

  it("takes a limit only where the fact is one", () => {
    expect(grade({ ...quantity(8, "year"), bound: "at-least" }, "at least 8 years")).toMatchObject({ verdict: "exact", score: 1 });
    expect(grade({ ...quantity(8, "year"), bound: "at-least" }, "8 years")).toMatchObject({ verdict: "exact", score: 1 });
    expect(grade(quantity(8, "year"), "more than 8 years")).toMatchObject({ verdict: "wrong", score: 0 });
    expect(grade(quantity(8, "year"), "About 8 years")).toMatchObject({ verdict: "exact", score: 1 });
  });

  it("asks again about a word it does not know as a unit", () => {
    expect(grade(quantity(5, "kg"), "5 catties")).toMatchObject({ verdict: "ambiguous", score: 0, note: { key: "unitUnknown" } });
  });

  it("takes every whole number for itself, with and without separators, and not for its neighbour", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 9_000_000 }), fc.constantFrom("", ",", " ", "."), (amount, separator) => {
        const typed = String(amount).replace(/\B(?=(\d{3})+$)/g, separator);
        expect(grade(quantity(amount, "kg"), typed)).toMatchObject({ verdict: "exact", score: 1 });
        expect(grade(quantity(amount + 1, "kg"), typed).score).toBe(0);
      }),
      { seed: 21 },
    );
  });
});
