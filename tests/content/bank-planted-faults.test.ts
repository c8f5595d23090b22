import { describe, expect, it } from "vitest";
import { generateBank } from "@/lib/questions/generate";
import type { Item, ItemType } from "@/lib/questions/item";
import { bankRules, lintBank } from "@/lib/questions/lint/lint-bank";
import { lintItem } from "@/lib/questions/lint/lint-item";
import { rules } from "@/lib/questions/lint/rules";
import { keyAt, plantedFaults } from "../support/planted-faults";
import { openContent } from "./bank-base";

const base = openContent();

/** The first good item of a type for which the condition holds. */
function goodItem(type: ItemType, suits: (item: Item) => boolean): Item {
  for (const item of generateBank(base, { seed: 1, types: [type] })) {
    if (suits(item) && lintItem(base, item).length === 0) return item;
  }
  throw new Error(`There is no ${type} item to plant this fault in.`);
}

describe("a fault planted in a good item is found by the rule it breaks, and by no other", () => {
  it.each(plantedFaults.map((fault) => [fault.rule, fault.what, fault] as const))("%s: %s", (rule, _, fault) => {
    const item = goodItem(fault.type, (each) => fault.suits(each, base));
    const planted = fault.plant(item, base);
    const found = lintItem(planted.base ?? base, planted.item ?? item);
    expect(new Set(found.map((each) => each.rule)), JSON.stringify(found)).toEqual(new Set([rule]));
  });

  it("for every rule there is", () => {
    expect(rules.map(({ id }) => id).filter((id) => !plantedFaults.some(({ rule }) => rule === id))).toEqual([]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});

const choices = [1, 2].flatMap((seed) => [...generateBank(base, { seed, types: ["multiple-choice", "true-false"] })]);
const textOf = (item: Item) => item.options[keyAt(item)]!.text;

/** The key stands first, its options otherwise as they are. */
function withKeyFirst(item: Item): Item {
  const others = item.options.filter((_, i) => i !== keyAt(item));
  return { ...item, options: [item.options[keyAt(item)]!, ...others], key: [0] };
}

/** Every distractor's text made from it, its place and the key's text. */
const withTexts = (items: Item[], textFor: (own: string, i: number, key: string) => string): Item[] =>
  items.map((item) => (item.type === "true-false" ? item : { ...item, options: item.options.map((option, i) => (i === keyAt(item) ? option : { ...option, text: textFor(option.text, i, textOf(item)) })) }));

const biased: [rule: string, what: string, bias: (items: Item[]) => Item[]][] = [
  ["bank/position", "the key always first", (items) => items.map((item) => (item.options[0]!.entity === undefined ? item : withKeyFirst(item)))],
  ["bank/rank", "the smallest never right", (items) => items.filter((item) => item.options[0]!.value === undefined || keyAt(item) > 0)],
  ["bank/longest", "distractors in short", (items) => withTexts(items, (own) => own.slice(0, 3))],
  ["bank/shortest", "distractors at length", (items) => withTexts(items, (own) => `${own}, in one of its versions`)],
  ["bank/medoid", "distractors that vary the key", (items) => withTexts(items, (_, i, key) => `${key.slice(0, 9)} ${"ABCD"[i]!.repeat(4)}`)],
  ["bank/coin", "more that is true than false", (items) => items.filter((item, i) => textOf(item) !== "False" || i % 5 > 0)],
  ["bank/always-key", "a rocket that is offered only where it is right", (items) => items.filter((item) => item.options.every(({ entity }, i) => entity !== "cz-2d" || i === keyAt(item)))],
  ["bank/distinct", "an item that is there twice", (items) => [...items, items[0]!]],
];

describe("a bias planted in a good bank is found", () => {
  it("where there was none before", () => {
    expect(lintBank(base, choices).filter(({ isOutside }) => isOutside)).toEqual([]);
  });

  it.each(biased)("%s: %s", (rule, _, bias) => {
    const { measure } = bankRules.find(({ id }) => id === rule)!;
    expect(measure(base, bias([...choices])).some(({ isOutside }) => isOutside)).toBe(true);
  });

  it("for every rule there is", () => {
    expect(new Set(biased.map(([rule]) => rule))).toEqual(new Set(bankRules.map(({ id }) => id)));
  });
});
