import { describe, expect, it } from "vitest";
import { analyseItems } from "@/lib/statistics/analyse-items";
import { choiceItem, chosenRows } from "./paper";

const analyse = (lines: readonly string[], ids = ["x", "y", "z"]) => analyseItems(ids.map((id) => choiceItem(id)), chosenRows(lines)).items;
const option = (items: ReturnType<typeof analyse>, key: string) => items[0]!.options.find((one) => one.key === key)!;

describe("the options of an item", () => {
  const items = analyse(["aaa", "aab", "baa", "bbb", "b-a", "-bb", ".aa", "cab"]);

  it("count whoever reached it, the blank among them: 7, with a chosen by 2, b by 3, c by 1, d by none", () => {
    expect(items[0]).toMatchObject({ reached: 7, blank: 1, unreached: 1, right: { count: 2, of: 7 } });
    expect(items[0]!.options.map(({ key, chosen }) => [key, chosen.count, chosen.of])).toEqual([["a", 2, 7], ["b", 3, 7], ["c", 1, 7], ["d", 0, 7]]);
    expect(option(items, "d").chosen.interval).toEqual({ low: 0, high: expect.closeTo(0.3543, 4) });
  });

  it("have the mean totals of their choosers: a (3 + 2)/2, b (2 + 0 + 1)/3, c 1, d none", () => {
    expect(items[0]!.options.map(({ meanTotal }) => meanTotal)).toEqual([2.5, 1, 1, null]);
  });

  it("have the mean totals without the item too: a (2 + 1)/2, b and c as before", () => {
    expect(items[0]!.options.map(({ meanRest }) => meanRest)).toEqual([1.5, 1, 1, null]);
  });

  it("are not judged by so few answers", () => {
    expect(items[0]!.options.map(({ functions }) => functions)).toEqual([null, null, null, null]);
  });
});

describe("a wrong option functions", () => {
  const padded = (lines: readonly string[]) => analyse([...Array<string>(8).fill("aaa"), ...Array<string>(8).fill("aab"), ...lines]);

  it("when one of twenty chooses it who does no better than the others", () => {
    expect(option(padded(["bbb", "cbb", "cbb", "cbb"]), "b").functions).toBe(true);
  });

  it("not when nobody of twenty chooses it", () => {
    expect(option(padded(["bbb", "cbb", "cbb", "cbb"]), "d").functions).toBe(false);
  });

  it("not when one of twenty-one chooses it", () => {
    expect(option(padded(["bbb", "cbb", "cbb", "cbb", "cbb"]), "b").functions).toBe(false);
  });

  it("not when those who choose it do better than all together", () => {
    const items = padded(["baa", "baa", "cbb", "cbb"]);
    expect(option(items, "b")).toMatchObject({ functions: false, goesWithHigh: true });
    expect(option(items, "c")).toMatchObject({ functions: true, goesWithHigh: false });
  });
});

describe("a wrong option outdoes the key", () => {
  const weak = Array<string>(6).fill("abb");
  const strong = Array<string>(6).fill("baa");

  it("when its choosers do clearly better elsewhere", () => {
    expect(analyse([...weak, ...strong])[0]!.options.map(({ outdoesKey }) => outdoesKey)).toEqual([false, true, false, false]);
  });

  it("not when there are too few on either side to tell", () => {
    expect(option(analyse([...weak.slice(0, 4), ...strong]), "b").outdoesKey).toBe(false);
    expect(option(analyse([...weak, ...strong.slice(0, 4)]), "b").outdoesKey).toBe(false);
  });

  it("not when those who chose the key do better still, though all the others do worse", () => {
    const items = analyse([...Array<string>(6).fill("aaa"), ...Array<string>(6).fill("baa"), "aaa", ...Array<string>(5).fill("bab"), ...Array<string>(20).fill("cbb")]);
    expect(option(items, "b").meanRest!).toBeLessThan(option(items, "a").meanRest!);
    expect(option(items, "b")).toMatchObject({ outdoesKey: false, goesWithHigh: true });
  });

  it("not when they do as well as the others", () => {
    expect(option(analyse([...weak, "aaa", "baa", ...Array<string>(6).fill("bbb")]), "b").outdoesKey).toBe(false);
  });
});

it("leaves an item that was not in everybody's paper to those who had it, and the weights and α untold", () => {
  const { test, items } = analyseItems([choiceItem("x"), choiceItem("y"), choiceItem("z")], chosenRows(["aa ", "ab ", "a b", "b a", "b b"]));
  expect(items.map(({ reached, unreached }) => [reached, unreached])).toEqual([[5, 0], [2, 0], [3, 0]]);
  expect(items.map(({ facility }) => facility)).toEqual([expect.closeTo(0.6, 12), 0.5, expect.closeTo(1 / 3, 12)]);
  expect(items.flatMap(({ intendedWeight, effectiveWeight }) => [intendedWeight, effectiveWeight])).toEqual(Array(6).fill(null));
  expect(test).toMatchObject({ alpha: null, standardError: null });
  expect(test.mean).toBeCloseTo(1, 12);
});
