import { describe, expect, it } from "vitest";
import { generateBank, generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { lintBank, type BankMeasurement } from "@/lib/questions/lint/lint-bank";
import { lintItem } from "@/lib/questions/lint/lint-item";
import type { LintFault } from "@/lib/questions/lint/rule";
import { openContent } from "./bank-base";

const base = openContent();
const drawnTypes = ["multiple-choice", "true-false", "cloze", "comparison", "map", "picture", "multi-hop"] as const;
const seeds = [1, 2, 3, 4, 5];

/** Every fifth fact from the seed's on: five seeds together draw for all facts. */
const sampleOf = (seed: number): Item[] =>
  base.content.facts.flatMap(({ id }, i) => (i % seeds.length === seed % seeds.length ? generateItemsForFact(base, id, { seed, types: drawnTypes }).items : []));

describe("the whole bank", () => {
  const faults: LintFault[] = [];
  const ids = new Set<string>();
  const facts = new Set<string>();
  const labelled: string[] = [];
  for (const item of generateBank(base, { seed: 1 })) {
    ids.add(item.id);
    facts.add(item.tests[0]!);
    if (/\((?:scope|stage|stage or part|version|generation|year): /i.test(item.stem)) labelled.push(item.stem);
    faults.push(...lintItem(base, item));
  }

  it("has no fault by any rule of the linter", () => {
    expect(faults.slice(0, 20), `${faults.length} faults; npm run -s bank -- --lint lists them by rule`).toEqual([]);
  });

  it("names no scope or stage by its label", () => {
    expect(labelled).toEqual([]);
  });

  it("has at least 20,000 distinct items over at least 2,600 facts", () => {
    expect(ids.size).toBeGreaterThanOrEqual(20_000);
    expect(facts.size).toBeGreaterThanOrEqual(2600);
  });
});

describe("the distribution over five seeds", () => {
  const items = seeds.flatMap(sampleOf);
  const measured = lintBank(base, items);
  const ofRule = (rule: string): BankMeasurement[] => measured.filter((each) => each.rule === rule);

  it("keeps all its bounds: place and rank of the key, its length, its likeness to the others, the coin", () => {
    expect(measured.filter(({ isOutside }) => isOutside)).toEqual([]);
  });

  it.each(["bank/position", "bank/rank", "bank/longest", "bank/shortest", "bank/medoid", "bank/coin"])("is measured on at least 2,000 items for %s", (rule) => {
    expect(Math.max(...ofRule(rule).map((each) => each.items))).toBeGreaterThanOrEqual(2000);
  });
});
