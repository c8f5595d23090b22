import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bound, QuantityValue } from "@/lib/facts/model";
import {
  areQuantitiesDisjoint, convert, decimalsOf, findUnit, formatNumber, formatQuantity, quantityInterval, toBaseAmount,
} from "@/lib/facts/quantities";
import { makeFactBase, someUnits } from "../../support/fact-base";

const units = [
  ...someUnits,
  { id: "month", symbol: "mo", dimension: "time", factor: 30.4, aliases: ["months", "个月"], one: "month", many: "months" },
  { id: "deg", symbol: "°", dimension: "angle", factor: 1, aliases: ["degrees"] },
];
const base = makeFactBase({ entities: [], predicates: [], units });
const amount = (value: number, unit?: string, bound?: Bound): QuantityValue => ({
  kind: "quantity", amount: value, ...(unit && { unit }), ...(bound && { bound }),
});

describe("units", () => {
  it("convert within a dimension", () => {
    expect(convert(base, 2.5, "t", "kg")).toEqual({ ok: true, value: 2500 });
    expect(convert(base, 720, "m", "km")).toEqual({ ok: true, value: 0.72 });
    expect(toBaseAmount(base, amount(3, "km"))).toEqual({ ok: true, value: { amount: 3000, dimension: "length" } });
    expect(toBaseAmount(base, amount(3))).toEqual({ ok: true, value: { amount: 3, dimension: "number" } });
  });

  it("do not convert across dimensions, and unknown ones not at all", () => {
    expect(convert(base, 1, "t", "m")).toEqual({ ok: false, error: "other-dimension" });
    expect(convert(base, 1, "t", "stone")).toEqual({ ok: false, error: "unknown-unit" });
    expect(toBaseAmount(base, amount(1, "stone"))).toEqual({ ok: false, error: "unknown-unit" });
  });

  it("come back unchanged from a round trip", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (grams) => {
        const there = convert(base, grams / 1000, "t", "kg");
        const back = there.ok && convert(base, there.value, "kg", "t");
        expect(back && back.ok && back.value).toBeCloseTo(grams / 1000, 9);
      }),
      { seed: 7 },
    );
  });

  it.each([["kg", "kg"], ["Years", "year"], ["degrees", "deg"], ["°", "deg"], [" T ", "t"], ["astronauts", "astronaut"]])(
    "are found by the spelling %j",
    (spelling, id) => {
      expect(findUnit(base, spelling)?.id).toBe(id);
    },
  );

  it("are not guessed", () => {
    expect(findUnit(base, "parsec")).toBeUndefined();
  });
});

describe("the range of an amount", () => {
  const range = (value: QuantityValue, tolerance = 0) => {
    const interval = quantityInterval(base, value, tolerance);
    return interval.ok ? [interval.value.low, interval.value.high] : interval.error;
  };

  it("is half of the last digit shown to each side, in the base unit", () => {
    expect(range(amount(8.5, "t"))).toEqual([8450, 8550]);
    expect(range(amount(859, "kg"))).toEqual([858.5, 859.5]);
  });

  it("is a point for things that are counted", () => {
    expect(range(amount(3, "astronaut"))).toEqual([3, 3]);
    expect(range(amount(200))).toEqual([200, 200]);
  });

  it("grows with the tolerance", () => {
    expect(range(amount(100), 0.05)).toEqual([95, 105]);
  });

  it("follows the bound", () => {
    expect(range(amount(100, undefined, "about"))).toEqual([90, 110]);
    expect(range(amount(100, undefined, "about"), 0.2)).toEqual([80, 120]);
    expect(range(amount(100, undefined, "nearly"))).toEqual([90, 100]);
    expect(range(amount(100, undefined, "at-least"))).toEqual([100, Infinity]);
    expect(range(amount(100, undefined, "more-than"))).toEqual([100, Infinity]);
    expect(range(amount(100, undefined, "at-most"))).toEqual([-Infinity, 100]);
    expect(range(amount(100, undefined, "better-than"))).toEqual([-Infinity, Infinity]);
  });

  it("does not exist for an unknown unit", () => {
    expect(range(amount(1, "stone"))).toBe("unknown-unit");
  });
});

describe("amounts that cannot be the same", () => {
  it.each([
    ["8.5 t and 8,540 kg may be", amount(8.5, "t"), amount(8540, "kg"), 0, false],
    ["8.5 t and 8,560 kg cannot be", amount(8.5, "t"), amount(8560, "kg"), 0, true],
    ["a tolerance of 5 % joins 100 and 110", amount(100), amount(110), 0.05, false],
    ["3 and 4 astronauts cannot be", amount(3, "astronaut"), amount(4, "astronaut"), 0, true],
    ["at least 10 years may be 15", amount(10, "year", "at-least"), amount(15, "year"), 0, false],
    ["at least 10 years cannot be 8", amount(10, "year", "at-least"), amount(8, "year"), 0, true],
    ["masses and lengths are never compared", amount(1, "kg"), amount(500, "m"), 0, false],
  ])("%s", (_, a, b, tolerance, expected) => {
    expect(areQuantitiesDisjoint(base, a, b, tolerance)).toBe(expected);
    expect(areQuantitiesDisjoint(base, b, a, tolerance)).toBe(expected);
  });
});

describe("amounts in words", () => {
  it.each([
    [amount(5225, "kg"), "5,225 kg"],
    [amount(1, "astronaut"), "1 astronaut"],
    [amount(3, "astronaut"), "3 astronauts"],
    [amount(98.3, "deg"), "98.3°"],
    [amount(500, undefined, "more-than"), "more than 500"],
    [amount(4, "year", "at-least"), "at least 4 years"],
    [amount(10, "t", "at-most"), "up to 10 t"],
    [amount(-3), "−3"],
    [amount(179788), "179,788"],
  ])("writes %o as %s", (value, text) => {
    expect(formatQuantity(base, value)).toBe(text);
  });

  it("shows as many decimals as asked", () => {
    expect(formatQuantity(base, amount(8, "t"), { decimals: 1 })).toBe("8.0 t");
    expect(formatNumber(1234.5, 2)).toBe("1,234.50");
  });

  it("uses Chinese words where there are some", () => {
    expect(formatQuantity(base, amount(5225, "kg", "about"), { locale: "zh" })).toBe("约5,225kg");
    expect(formatQuantity(base, amount(6, "month"), { locale: "zh" })).toBe("6个月");
  });

  it.each([[3, 0], [0.1 + 0.2, 1], [12.25, 2], [1e-7, 7], [8931.3, 1], [1e21, 0]])("counts the decimals of %d", (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });

  it("throws on an unknown unit", () => {
    expect(() => formatQuantity(base, amount(1, "stone"))).toThrow("stone");
  });
});
