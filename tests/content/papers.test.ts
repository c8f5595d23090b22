import { describe, expect, it } from "vitest";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Difficulty, Item, ItemType } from "@/lib/questions/item";
import { lintPaper } from "@/lib/questions/lint/paper-rules";
import { assemblePaper } from "@/lib/questions/papers/assemble";
import { facilityTolerance } from "@/lib/questions/papers/balance";
import type { Blueprint } from "@/lib/questions/papers/blueprint";
import { assembleParallelPapers } from "@/lib/questions/papers/parallel";
import { namedRandom, pick, randomBelow, shuffled, type Random } from "@/lib/shared/random";
import { openContent } from "./bank-base";

const base = openContent();

/** Every twelfth fact with all its items: many topics, and every form. */
const pool: Item[] = base.content.facts.filter((_, i) => i % 12 === 0).flatMap(({ id }) => generateItemsForFact(base, id, { seed: 5 }).items);

const topicOf = (item: Item) => base.entities.get(base.facts.get(item.tests[0]!)!.subject)!.topic;
const topics = [...new Set(pool.map(topicOf))];
const types: ItemType[] = ["multiple-choice", "cloze", "true-false", "short-answer", "flashcard", "matching", "ordering", "comparison"];
const difficulties: Difficulty[] = ["easy", "medium", "hard"];

const weighed = <T extends string>(random: Random, names: readonly T[]) => Object.fromEntries(names.map((name) => [name, 1 + randomBelow(random, 4)])) as Record<T, number>;

/** A blueprint with some of its parts left out, allowing, or weighed. */
function drawBlueprint(random: Random): Blueprint {
  const part = <T extends string>(names: readonly T[], least: number) => {
    const some = shuffled(random, names).slice(0, least + randomBelow(random, 3));
    return pick(random, [undefined, undefined, some, weighed(random, some)]);
  };
  const [asked, forms] = [part(topics, 8), part(types, 3)];
  return {
    count: 4 + randomBelow(random, 9),
    ...(asked && { topics: asked as string[] }),
    ...(forms && { forms: forms as ItemType[] }),
    ...(random() < 0.3 && { difficulty: weighed(random, difficulties) }),
  };
}

/** What is wrong with a paper by the linter, which shares no code with what assembles it. */
function problemsOf(seed: number, blueprint: Blueprint, given?: readonly Item[]): string[] | "refused" {
  const paper = assemblePaper(base, blueprint, seed, given);
  if (!paper.ok) return "refused";
  const { facts: _, ...plan } = blueprint;
  return lintPaper(base, paper.value, plan).map(({ rule, items, problem }) => `${seed} ${rule} ${items.join(" + ")}: ${problem}`);
}

describe("papers over the real facts", () => {
  it("a thousand of them meet their blueprints, test no fact twice, and answer none of their own questions", () => {
    const seeds = Array.from({ length: 1000 }, (_, i) => i);
    const problems = seeds.map((seed) => problemsOf(seed, drawBlueprint(namedRandom(seed, "blueprint")), pool));
    expect(problems.flatMap((found) => (found === "refused" ? [] : found))).toEqual([]);
    expect(problems.filter((found) => found === "refused").length).toBeLessThan(100);
  });

  it("are as sound when their items are made for them", () => {
    const problems = Array.from({ length: 25 }, (_, seed) => problemsOf(seed, { count: 10, forms: types, difficulty: { easy: 1, medium: 2, hard: 1 } }));
    expect(problems).toEqual(problems.map(() => []));
  });

  it("are the same for the same seed, and others for another", () => {
    const make = (seed: number) => JSON.stringify(assemblePaper(base, { count: 8, forms: types }, seed));
    expect(make(3)).toBe(make(3));
    expect(make(3)).not.toBe(make(4));
  });

  it("come in sets of equal difficulty that share no fact", () => {
    const made = assembleParallelPapers(base, { count: 10, forms: { "multiple-choice": 3, cloze: 1, "true-false": 1 } }, 4, 9);
    if (!made.ok) throw new Error(made.error.wanted);
    const { papers, facilities, sharedFacts } = made.value;
    expect(papers.map((paper) => paper.length)).toEqual([10, 10, 10, 10]);
    expect(sharedFacts).toBe(0);
    expect(Math.max(...facilities) - Math.min(...facilities)).toBeLessThanOrEqual(facilityTolerance);
    for (const paper of papers) expect(lintPaper(base, paper, { count: 10, forms: { "multiple-choice": 3, cloze: 1, "true-false": 1 } })).toEqual([]);
  });
});
