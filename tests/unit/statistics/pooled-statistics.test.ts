import { describe, expect, it } from "vitest";
import { analyseItems } from "@/lib/statistics/analyse-items";
import { poolByDistractor, poolByFact, poolByTemplate } from "@/lib/statistics/pooled-statistics";
import { verdictsOf } from "@/lib/statistics/verdicts";
import { around, known, madeClass } from "./made-class";
import { choiceItem, chosenRows } from "./paper";

const items = [choiceItem("x", { factId: "first" }), choiceItem("y", { factId: "second", template: "other" }), choiceItem("z", { factId: "first" })];
const { items: figures } = analyseItems(items, chosenRows(["aaa", "aab", "bab", "ab.", "c-.", "db."]));

describe("the figures of a fact", () => {
  const [first, second] = poolByFact(figures);

  it("add up what is counted: 6 at x and 3 at z, 3 and 1 of them right, 3 not reached", () => {
    expect(first).toMatchObject({ key: "first", itemIds: ["x", "z"], reached: 9, blank: 0, unreached: 3, right: { count: 4, of: 9 } });
    expect(second).toMatchObject({ key: "second", itemIds: ["y"], reached: 6, blank: 1, unreached: 0, right: { count: 3, of: 6 } });
  });

  it("are means weighted by answers: (6·3/6 + 3·1/3)/9, and likewise the index", () => {
    expect(first!.facility).toBeCloseTo(4 / 9, 12);
    expect(first!.discriminationIndex).toBeCloseTo((6 * figures[0]!.discriminationIndex! + 3 * figures[2]!.discriminationIndex!) / 9, 10);
  });

  it("are those of the item where it has one only", () => {
    const { facility, facilityInterval, discriminationIndex, discriminationInterval, discriminativeEfficiency } = figures[1]!;
    expect(second).toMatchObject({
      facility: expect.closeTo(facility!, 12), facilityInterval, discriminationIndex: expect.closeTo(discriminationIndex!, 9), discriminativeEfficiency: expect.closeTo(discriminativeEfficiency!, 9),
    });
    expect(second!.discriminationInterval!.low).toBeCloseTo(discriminationInterval!.low, 9);
  });

  it("leave out items that have no such figure", () => {
    const flat = analyseItems([items[0]!, items[2]!], chosenRows(["aa", "ab", "bb", "b.", "a."])).items;
    const without = analyseItems([items[0]!, items[2]!], chosenRows(["a.", "b.", "a."])).items;
    expect(poolByFact([...flat, ...without])[0]!.discriminationIndex).toBeCloseTo(poolByFact(flat)[0]!.discriminationIndex!, 10);
    expect(poolByFact(without)[0]).toMatchObject({ reached: 3, discriminationIndex: null, discriminationInterval: null, upperLower: null });
  });
});

it("pools templates over the items that were made by them", () => {
  expect(poolByTemplate(figures).map(({ key, itemIds, reached }) => [key, itemIds, reached])).toEqual([["choice", ["x", "z"], 9], ["other", ["y"], 6]]);
});

it("is surer of a template's hardness than of any of its items, so that what no item could say is said", () => {
  const hard = Array.from({ length: 6 }, (_, i) => choiceItem(`hard ${i}`, { template: "hard", options: [] }));
  const lines = madeClass(8, [...hard.map(() => known(2.6)), ...around], 1);
  const all = analyseItems([...hard, ...around.map((_, i) => choiceItem(`around ${i}`))], chosenRows(lines)).items;
  const template = poolByTemplate(all).find(({ key }) => key === "hard")!;
  expect(all.slice(0, 6).some((item) => verdictsOf(item).some(({ code }) => code === "too-hard"))).toBe(false);
  expect(verdictsOf(template).map(({ code }) => code)).toEqual(["too-hard"]);
});

describe("a distractor over all items in which it stands", () => {
  it("counts its choosers among all who saw it, and lists each item once", () => {
    const b = poolByDistractor([...figures, figures[0]!]).find(({ key }) => key === "b")!;
    expect(b).toMatchObject({ itemIds: ["x", "y", "z"], chosen: { count: 1 + 2 + 2 + 1, of: 6 + 6 + 3 + 6 } });
  });

  it("is never the key of the item", () => {
    expect(poolByDistractor(figures).map(({ key }) => key)).toEqual(["b", "c", "d"]);
  });

  it("functions where it draws those who know less, and not where nobody takes it", () => {
    const lines = madeClass(60, [known(0, "a", "bc"), known(0.3, "a", "bc")], 3);
    const pooled = poolByDistractor(analyseItems([choiceItem("x"), choiceItem("y")], chosenRows(lines)).items);
    expect(pooled.map(({ key, functions }) => [key, functions])).toEqual([["b", true], ["c", true], ["d", false]]);
  });

  it("is named with the item in which it outdoes the key", () => {
    const lines = madeClass(60, [known(0, "b", "acd"), ...around], 1);
    const pooled = poolByDistractor(analyseItems(["planted", ...around.map((_, i) => `around ${i}`)].map((id) => choiceItem(id)), chosenRows(lines)).items);
    expect(pooled.map(({ key, outdoesKeyIn }) => [key, outdoesKeyIn])).toEqual([["b", ["planted"]], ["c", []], ["d", []]]);
  });
});
