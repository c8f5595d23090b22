import { describe, expect, it, test } from "vitest";
import { analyseItems } from "@/lib/statistics/analyse-items";
import type { AnalysedItem } from "@/lib/statistics/responses";
import { verdictsOf } from "@/lib/statistics/verdicts";
import { around, guessed, known, madeClass, type MadeItem } from "./made-class";
import { choiceItem, chosenRows, itemsOf, rowsOf } from "./paper";

const paper: AnalysedItem[] = ["looked at", ...around.map((_, i) => `around ${i}`)].map((id) => choiceItem(id));
const classOf = (item: MadeItem, { pupils = 60, seed = 1 } = {}) => analyseItems(paper, chosenRows(madeClass(pupils, [item, ...around], seed))).items;
const verdictsFor = (item: MadeItem, made = {}) => verdictsOf(classOf(item, made)[0]!);
const codes = (item: MadeItem, made = {}) => verdictsFor(item, made).map(({ code }) => code);
const seeds = Array.from({ length: 40 }, (_, i) => i + 1);
const often = (holds: (seed: number) => boolean) => seeds.filter(holds).length;

describe("a planted wrong key", () => {
  const planted = known(0, "b", "acd");

  it("is found in nearly every class of 60, with the option that is the answer", () => {
    expect(often((seed) => verdictsFor(planted, { seed }).some(({ code, options }) => code === "check-the-key" && options.includes("b")))).toBeGreaterThanOrEqual(38);
  });

  it("is found in nearly every class of 24", () => {
    expect(often((seed) => codes(planted, { pupils: 24, seed }).includes("check-the-key"))).toBeGreaterThanOrEqual(36);
  });

  it("is found when the question is so easy that hardly anybody chooses the key", () => {
    expect(verdictsFor(known(-3, "b", "acd"))[0]).toEqual({ code: "check-the-key", options: ["b"] });
  });

  it("is the first thing said, and the hardness that comes of it is not said", () => {
    const found = codes(known(-1, "b", "acd"));
    expect(found[0]).toBe("check-the-key");
    expect(found).not.toContain("too-hard");
  });

  it("makes nobody doubt the sound items beside it but by chance", () => {
    const doubted = seeds.flatMap((seed) => classOf(planted, { seed }).slice(1)).filter((item) => verdictsOf(item).some(({ code }) => code === "check-the-key"));
    expect(doubted.length / (seeds.length * around.length)).toBeLessThan(0.01);
  });
});

describe("other faults", () => {
  it("an item at which all guess is called guessed in most classes of 60, and never good knowledge", () => {
    expect(often((seed) => codes(guessed, { seed }).includes("guessing"))).toBeGreaterThanOrEqual(30);
  });

  it("a hard item that those who know more get right is neither guessed nor wrongly keyed", () => {
    expect(often((seed) => codes(known(1), { seed }).some((code) => code === "guessing" || code === "check-the-key"))).toBeLessThanOrEqual(2);
  });

  it("an item that hardly anybody gets wrong is too easy, and its idle options are not held against it", () => {
    expect(codes(known(-4))).toEqual(["too-easy"]);
  });

  it("a typed item that hardly anybody gets right is too hard", () => {
    const lines = madeClass(60, [known(3), ...around], 1);
    const typed = analyseItems(itemsOf(lines[0]!.split("").map(() => 1)), rowsOf(lines.map((line) => [...line].map((key) => (key === "a" ? 1 : 0))))).items;
    expect(verdictsOf(typed[0]!)[0]).toEqual({ code: "too-hard", options: [] });
  });

  it("an option that nobody chooses is named", () => {
    expect(verdictsFor(known(0, "a", "bc"))).toEqual([{ code: "distractor-unused", options: ["d"] }]);
  });

  it("an item that all kinds of pupils get right alike is weak in a class of 200", () => {
    expect(codes((_, chance) => (chance < 0.7 ? "a" : chance < 0.8 ? "b" : chance < 0.9 ? "c" : "d"), { pupils: 200 })).toEqual(["weak"]);
  });

  it("an item that more than one in five do not reach is named", () => {
    const lines = madeClass(60, [known(0), ...around], 1).map((line, i) => (i % 4 === 0 ? `.${line.slice(1)}` : line));
    expect(verdictsOf(analyseItems(paper, chosenRows(lines)).items[0]!)).toEqual([{ code: "seldom-reached", options: [] }]);
  });
});

describe("an item without a fault", () => {
  it("is good in most classes of 60", () => {
    expect(often((seed) => codes(known(0), { seed }).join() === "good")).toBeGreaterThanOrEqual(36);
  });

  test.each([0, 1, 9, 19])("is not called good by %d answers", (pupils) => {
    expect(codes(known(0), { pupils })).toEqual(["too-few-answers"]);
  });
});

it("judges by the share of right answers where the marking takes points away", () => {
  const marked = (isRight: boolean) => (isRight ? 1 : -1 / 3);
  const lines = madeClass(60, [(_, chance) => (chance < 0.05 ? "b" : "a"), ...around], 1);
  const [item] = analyseItems(paper, chosenRows(lines).map((row) => ({ ...row, scores: row.scores.map((score) => marked(score === 1)) }))).items;
  expect(item!.facilityInterval).toBeNull();
  expect(verdictsOf(item!)).toEqual([{ code: "too-easy", options: [] }]);
});
