import { describe, expect, it } from "vitest";
import { generateBank } from "@/lib/questions/generate";
import type { Item, Option } from "@/lib/questions/item";
import { openContent } from "./bank-base";

const base = openContent();
const choices = [1, 2, 3].flatMap((seed) => [...generateBank(base, { seed, types: ["multiple-choice"] })]).filter((item) => item.options.length === 4);
const isSorted = ({ options }: Item) => options.every(({ value }) => value?.kind === "date" || value?.kind === "quantity");
const keyOf = (item: Item) => (item.key as number[])[0]!;

/** Critical value of χ² for three degrees of freedom at one in a thousand. */
const chiSquareLimit = 16.27;

function chiSquareOfKeys(items: readonly Item[]): number {
  const counts = [0, 0, 0, 0];
  for (const item of items) counts[keyOf(item)]! += 1;
  return counts.reduce((sum, count) => sum + (count - items.length / 4) ** 2 / (items.length / 4), 0);
}

/** The share of items whose key scores highest, ties shared out; chance is one in four. */
function shareOfTopKeys(items: readonly Item[], score: (option: Option, item: Item) => number): number {
  const parts = items.map((item) => {
    const scores = item.options.map((option) => score(option, item));
    const top = Math.max(...scores);
    return scores[keyOf(item)] === top ? 1 / scores.filter((value) => value === top).length : 0;
  });
  return parts.reduce((a, b) => a + b, 0) / items.length;
}

const pairsOf = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2).toLowerCase()));

/** Likeness of names by common letter pairs (Dice), unknown to the generator. */
function nameLikeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  return (2 * [...left].filter((pair) => right.has(pair)).length) / (left.size + right.size || 1);
}

const centrality = (option: Option, item: Item) => item.options.reduce((sum, other) => sum + (other === option ? 0 : nameLikeness(option.text, other.text)), 0);

describe("where the key stands among four options", () => {
  const shuffled = choices.filter((item) => !isSorted(item));
  const sorted = choices.filter(isSorted);

  it("is measured on enough items", () => {
    expect(shuffled.length).toBeGreaterThan(2000);
    expect(sorted.length).toBeGreaterThan(1500);
  });

  it("is any position alike where options are shuffled", () => {
    expect(chiSquareOfKeys(shuffled)).toBeLessThan(chiSquareLimit);
  });

  it("is any rank alike where options are sorted", () => {
    expect(chiSquareOfKeys(sorted)).toBeLessThan(chiSquareLimit);
  });

  it.each<[string, (option: Option, item: Item) => number]>([
    ["the longest", ({ text }) => text.length],
    ["the shortest", ({ text }) => -text.length],
    ["the most like the others by name", centrality],
  ])("is %s about one time in four", (_, score) => {
    const share = shareOfTopKeys(shuffled, score);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  });
});
