import { describe, expect, test } from "vitest";
import type { FactBase } from "@/lib/facts/fact-base";
import { mayBePut } from "@/lib/own-facts/items-to-put";
import { ownFactBase } from "@/lib/own-facts/own-fact-base";
import { areEnemies } from "@/lib/questions/papers/enemies";
import type { Item } from "@/lib/questions/item";
import { assembleFrom, assembleQuiz } from "@/lib/quiz/assemble-quiz";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import type { FactId } from "@/lib/shared/ids";
import { baseOf, cardOf, main, rockets, setId, tableOf } from "./own-base";

const terms = ["anchor", "basket", "copper", "dragon", "feather", "garden", "honey", "island", "jacket", "kettle"];
const things = ["a weight that holds a boat", "woven from willow", "a red metal", "a beast of legends", "grown by every bird", "where vegetables are kept", "made by bees", "land with water around it", "worn over a shirt", "what water boils in"];
const cards = terms.map((term, i) => cardOf(i + 1, term, things[i]!));
const partOf = (base: FactBase) => ({ base, facts: new Set<FactId>(base.content.facts.map(({ id }) => id)) });
const soundIn = (...bases: FactBase[]) => (item: Item) => bases.some((base) => base.facts.has(item.tests[0]!) && mayBePut(base, item));

describe("a paper on few facts, whose options tell of each other", () => {
  const base = baseOf([], cards);

  test.each([4, 7, 10])("has a question for each of %i cards, none of which gives away another", (count) => {
    const part = partOf(baseOf([], cards.slice(0, count)));
    for (const seed of [1, 2, 3, 4, 5]) {
      const paper = assembleFrom([part], { ...usualSetup, count }, { seed, isAllowed: soundIn(part.base) });
      expect(paper.ok && paper.value.map(({ tests }) => tests[0]).sort()).toEqual([...part.facts].sort());
      const items = paper.ok ? paper.value : [];
      expect(items.flatMap((a, i) => items.slice(i + 1).filter((b) => areEnemies(part.base, a, b)))).toEqual([]);
    }
  });

  test("has questions with options where one is enough", () => {
    const forms = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => {
      const paper = assembleQuiz(base, { ...usualSetup, count: 1 }, { facts: partOf(base).facts, seed, isAllowed: () => true });
      return paper.ok ? paper.value.map(({ type }) => type) : [];
    });
    expect(forms).toContain("multiple-choice");
  });
});

describe("a paper on facts of two bases", () => {
  const one = partOf(baseOf([], cards));
  const otherSet = ownFactBase(main, setId.replace(/^0/, "1"), { cards: [], tables: [tableOf(rockets)] });
  if (!otherSet.ok) throw new Error("The table is broken");
  const two = partOf(otherSet.value);

  test("draws from both, in one random order", () => {
    for (const seed of [1, 2, 3]) {
      const paper = assembleFrom([one, two], { ...usualSetup, count: 12 }, { seed, isAllowed: soundIn(one.base, two.base) });
      const places = paper.ok ? paper.value.map(({ tests }) => one.facts.has(tests[0]!)) : [];
      expect(places).toHaveLength(12);
      expect([places.includes(true), places.includes(false)]).toEqual([true, true]);
      expect(assembleFrom([one, two], { ...usualSetup, count: 12 }, { seed, isAllowed: soundIn(one.base, two.base) })).toEqual(paper);
    }
  });

  test("is the paper of one base where the other has nothing to ask", () => {
    const alone = assembleQuiz(two.base, { ...usualSetup, count: 5 }, { facts: two.facts, seed: 9, isAllowed: () => true });
    expect(assembleFrom([two, { base: one.base, facts: new Set() }], { ...usualSetup, count: 5 }, { seed: 9, isAllowed: () => true })).toEqual(alone);
  });
});
