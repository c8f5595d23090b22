import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item } from "@/lib/questions/item";
import { lintPaper } from "@/lib/questions/lint/paper-rules";
import { assemblePaper } from "@/lib/questions/papers/assemble";
import { apportion, blueprintSchema, type Blueprint } from "@/lib/questions/papers/blueprint";
import { assembleParallelPapers } from "@/lib/questions/papers/parallel";
import { asFactId } from "@/lib/shared/ids";
import { paperBase, paperItem } from "./paper-base";

const letters = [..."abcdefghijkl"];
const asking = (letter: string, what: "rocket" | "date", difficulty: Item["difficulty"]): Item =>
  paperItem(`${letter}-${what}-${difficulty}`, {
    tests: [`probe-${letter}.${what}`], type: what === "rocket" ? "short-answer" : "date", difficulty, stem: `What is the ${what} of Probe ${letter.toUpperCase()}?`,
  });

/** Each probe's rocket and date, easy and hard: typed names and dates. */
const pool = letters.flatMap((letter) => [asking(letter, "rocket", "easy"), asking(letter, "rocket", "hard"), asking(letter, "date", "easy"), asking(letter, "date", "hard")]);

const assemble = (blueprint: Blueprint, seed = 1, given: readonly Item[] = pool) => assemblePaper(paperBase, blueprint, seed, given);

describe("apportion", () => {
  it.each([
    [10, { a: 1, b: 1 }, { a: 5, b: 5 }],
    [10, { a: 2, b: 1 }, { a: 7, b: 3 }],
    [3, { a: 1, b: 1 }, { a: 2, b: 1 }],
    [1, { a: 1, b: 9 }, { a: 0, b: 1 }],
  ])("gives of %d by %j: %j", (count, weights, expected) => {
    expect(Object.fromEntries(apportion(count, weights))).toEqual(expected);
  });

  it("gives all seats, none less than its share rounded down nor more than rounded up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }), (count, weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const seats = [...apportion(count, Object.fromEntries(weights.map((weight, i) => [`w${i}`, weight]))).values()];
        expect(seats.reduce((sum, seat) => sum + seat, 0)).toBe(count);
        seats.forEach((seat, i) => expect(Math.abs(seat - (count * weights[i]!) / total)).toBeLessThan(1));
      }),
      { seed: 81 },
    );
  });
});

describe("assemblePaper", () => {
  it.each<[string, Blueprint]>([
    ["a number alone", { count: 12 }],
    ["topics that are allowed", { count: 8, topics: ["mars"] }],
    ["weights of topics and forms", { count: 9, topics: { moon: 2, mars: 1 }, forms: { date: 2, "short-answer": 1 } }],
    ["shares of difficulty with forms", { count: 10, forms: { date: 1, "short-answer": 1 }, difficulty: { easy: 3, hard: 2 } }],
    ["more of one form than one topic has", { count: 12, topics: { moon: 1, mars: 1 }, forms: { date: 5, "short-answer": 1 } }],
  ])("meets a blueprint of %s", (_, blueprint) => {
    for (let seed = 0; seed < 20; seed++) {
      const paper = assemble(blueprint, seed);
      if (!paper.ok) throw new Error(JSON.stringify(paper.error));
      expect(lintPaper(paperBase, paper.value, blueprint)).toEqual([]);
    }
  });

  it.each<[string, Blueprint, object]>([
    ["more items than there are facts", { count: 25 }, { part: "facts", found: 24 }],
    ["a form that has too few facts", { count: 13, forms: ["date"] }, { part: "facts", found: 12 }],
    ["a share of a form that nothing has", { count: 4, forms: { date: 1, picture: 1 } }, { part: "forms", wanted: "picture" }],
    ["a share of a topic that nothing has", { count: 4, topics: { moon: 1, venus: 1 } }, { part: "topics", wanted: "venus" }],
    ["a difficulty that nothing has", { count: 4, difficulty: { easy: 1, medium: 1 } }, { part: "difficulty", wanted: "medium" }],
    ["facts that are too few", { count: 3, facts: new Set(["probe-a.rocket", "probe-a.date"].map(asFactId)) }, { part: "facts", found: 2 }],
  ])("says which part it cannot meet of a blueprint with %s", (_, blueprint, error) => {
    expect(assemble(blueprint)).toMatchObject({ ok: false, error });
  });

  it("gives the same paper for the same seed, and another for another", () => {
    const ids = (seed: number, given: readonly Item[]) => {
      const paper = assemble({ count: 6 }, seed, given);
      return paper.ok ? paper.value.map(({ tests }) => tests) : [];
    };
    expect(ids(7, pool)).toEqual(ids(7, pool));
    expect(ids(7, pool)).not.toEqual(ids(8, pool));
  });
});

describe("blueprintSchema", () => {
  it.each([{ count: 0 }, { count: 201 }, { count: 2.5 }, { count: 5, forms: ["essay"] }, { count: 5, forms: [] }, { count: 5, topics: { moon: -1 } }, { count: 5, extra: true }])("refuses %j", (given) => {
    expect(blueprintSchema.safeParse(given).success).toBe(false);
  });

  it("takes lists and weights", () => {
    expect(blueprintSchema.safeParse({ count: 20, topics: { moon: 1 }, forms: ["date"], difficulty: { hard: 1 } }).success).toBe(true);
  });
});

describe("assembleParallelPapers", () => {
  const parallel = (count: number, papers: number) => assembleParallelPapers(paperBase, { count, forms: { date: 1, "short-answer": 1 } }, papers, 3, pool);

  it("shares no fact while there are others, and keeps the blueprint in each", () => {
    const made = parallel(6, 4);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    expect(made.value.sharedFacts).toBe(0);
    for (const paper of made.value.papers) expect(lintPaper(paperBase, paper, { count: 6, forms: { date: 1, "short-answer": 1 } })).toEqual([]);
  });

  it("shares some where there are too few, rather than none at all", () => {
    const made = parallel(10, 3);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    expect(made.value.sharedFacts).toBeGreaterThan(0);
    expect(made.value.sharedFacts).toBeLessThanOrEqual(10);
  });
});
