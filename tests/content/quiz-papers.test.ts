import { describe, expect, it } from "vitest";
import { forms } from "@/lib/questions/forms/registry";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { lintPaper } from "@/lib/questions/lint/paper-rules";
import { areEnemies } from "@/lib/questions/papers/enemies";
import { assembleQuiz, blueprintOf } from "@/lib/quiz/assemble-quiz";
import { toQuizQuestion } from "@/lib/quiz/question";
import { quizDifficulties, quizForms, usualSetup, type QuizSetup } from "@/lib/quiz/quiz-setup";
import type { FactId } from "@/lib/shared/ids";
import { openContent } from "./bank-base";

const base = openContent();
const all: ReadonlySet<FactId> = new Set(base.content.facts.map(({ id }) => id));
const few: ReadonlySet<FactId> = new Set([...all].slice(0, 9));

type Request = Partial<Parameters<typeof assembleQuiz>[2]>;

function paperOf(wishes: Partial<QuizSetup> = {}, request: Request = {}): Item[] {
  const paper = assembleQuiz(base, { ...usualSetup, ...wishes }, { facts: all, seed: 1, isAllowed: () => true, ...request });
  return paper.ok ? paper.value : [];
}

const problemsOf = (wishes: Partial<QuizSetup>, paper: Item[], facts = all) => {
  const { facts: _, ...plan } = blueprintOf({ ...usualSetup, ...wishes, count: paper.length }, facts);
  return lintPaper(base, paper, plan).map(({ rule, items, problem }) => `${rule} ${items.join(" + ")}: ${problem}`);
};

describe("the paper of a quiz", () => {
  it.each([5, 20, 60])("has as many questions as were asked for, none of which gives away another: %d", (count) => {
    for (const seed of [1, 2, 3]) {
      const paper = paperOf({ count }, { seed });
      expect(paper).toHaveLength(count);
      expect(problemsOf({ count }, paper)).toEqual([]);
      expect(paper.flatMap((a, i) => paper.slice(i + 1).filter((b) => areEnemies(base, a, b)))).toEqual([]);
    }
  });

  it.each(quizDifficulties)("keeps to a difficulty: %s", (difficulty) => {
    const paper = paperOf({ count: 20, difficulty });
    expect(paper).toHaveLength(20);
    expect(problemsOf({ difficulty }, paper)).toEqual([]);
  });

  it.each(quizForms)("can be of one form alone, and its questions can be shown: %s", (form) => {
    const paper = paperOf({ count: 5, forms: [form] });
    expect(paper.map(({ type }) => type)).toEqual(Array<string>(5).fill(form));
    for (const item of paper) expect(toQuizQuestion(base, item, 0, item.options.map((_, i) => String(i))).form).toBe(form);
  });

  it("passes over nothing that another seed could ask: what is barren once gives nothing for any", () => {
    const sample = base.content.facts.filter((_, i) => i % 60 === 0);
    const parts = sample.flatMap(({ id }) => forms.flatMap((form) => form.directions.map((direction) => ({ id, made: (seed: number) => generateItemsForFact(base, id, { seed, forms: [form], directions: [direction], isBrief: true }) }))));
    const barren = parts.filter(({ made }) => made(1).isBarren);
    expect(barren.length).toBeGreaterThan(300);
    expect(barren.length).toBeLessThan(parts.length);
    for (const { made } of barren) for (const seed of [2, 3, 4, 5]) expect(made(seed)).toMatchObject({ items: [], isBarren: true });
  });

  it("has no flashcard, and every other form in time", () => {
    const forms = new Set([1, 2, 3, 4, 5, 6].flatMap((seed) => paperOf({ count: 60 }, { seed }).map(({ type }) => type)));
    expect([...forms].sort()).toEqual([...quizForms].sort());
  });

  it("is shorter where the facts do not give so many, and asks each of them only once", () => {
    const paper = paperOf({ count: 60 }, { facts: few });
    expect(paper.length).toBeGreaterThan(0);
    expect(paper.length).toBeLessThanOrEqual(few.size);
    expect(paper.filter(({ tests }) => !few.has(tests[0]!))).toEqual([]);
    expect(problemsOf({}, paper, few)).toEqual([]);
  });

  it("shows the same, whichever option is right", () => {
    let looked = 0;
    for (const item of [1, 2, 3].flatMap((seed) => paperOf({ count: 60 }, { seed }))) {
      const { key, options } = item;
      if (!Array.isArray(key) || key.length !== 1) continue;
      const shown = (other: Item) => toQuizQuestion(base, other, 0, options.map((_, i) => String(i)));
      for (const [position] of options.entries()) expect(shown({ ...item, key: [position] }), item.id).toEqual(shown(item));
      looked++;
    }
    expect(looked).toBeGreaterThan(60);
  });

  it("has the right option in any place alike", () => {
    const items = Array.from({ length: 8 }, (_, seed) => paperOf({ count: 60, forms: ["multiple-choice"] }, { seed })).flat().filter(({ options }) => options.length === 4);
    const counts = [0, 1, 2, 3].map((place) => items.filter(({ key }) => Array.isArray(key) && key[0] === place).length);
    const expected = items.length / 4;
    expect(items.length).toBeGreaterThan(300);
    // χ² with three degrees of freedom, at one in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0), counts.join(" / ")).toBeLessThan(16.27);
  });

  it("is none where no fact gives a question", () => {
    const nothing = assembleQuiz(base, usualSetup, { facts: new Set(), seed: 1, isAllowed: () => true });
    expect(nothing).toEqual({ ok: false, error: "NO_QUESTION" });
    expect(paperOf({}, { facts: few, isAllowed: () => false })).toEqual([]);
  });

  it("leaves out the questions that are under review, and puts others to their facts", () => {
    const before = paperOf({ count: 20 });
    const ids = new Set(before.map(({ id }) => id));
    const after = paperOf({ count: 20 }, { isAllowed: ({ id }) => !ids.has(id) });
    expect(after).toHaveLength(20);
    expect(after.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it("is the same for the same seed, and another for another", () => {
    const texts = (seed: number) => JSON.stringify(paperOf({}, { seed }));
    expect(texts(3)).toBe(texts(3));
    expect(texts(3)).not.toBe(texts(4));
  });

  it("is the same whatever was made before it", () => {
    const cold = openContent();
    for (const seed of [1, 2, 3, 4]) paperOf({ count: 60 }, { seed });
    for (const [seed, difficulty] of [[5, "mixed"], [6, "hard"], [7, "mixed"]] as const) {
      const first = assembleQuiz(cold, { ...usualSetup, count: 60, difficulty }, { facts: all, seed, isAllowed: () => true });
      expect(first).toEqual({ ok: true, value: paperOf({ count: 60, difficulty }, { seed }) });
    }
  });
});
