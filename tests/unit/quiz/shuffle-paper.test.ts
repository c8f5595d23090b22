import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { gradeResponse } from "@/lib/grading/grade-response";
import { keyTextOf } from "@/lib/questions/present";
import type { Item } from "@/lib/questions/item";
import { toQuizQuestion } from "@/lib/quiz/question";
import { fitsItem } from "@/lib/quiz/response";
import { shuffledItem, shuffledPaper } from "@/lib/quiz/shuffle-paper";
import { seededRandom } from "@/lib/shared/random";
import { getFactBase } from "@/lib/content/fact-base";
import { rightResponse, wrongResponse } from "@/tests/support/factories";
import { optionIdsOf, quizItems } from "@/tests/support/quizzes";

const base = getFactBase();
const items = quizItems();
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const fixed = { seed: 7, numRuns: 60 };
const sortedTexts = ({ options }: Item) => options.map(({ text }) => text).sort();
const partsOf = (item: Item) => (item.type === "ordering" || item.prompts ? keyTextOf(item) : keyTextOf(item).split(/, | and /).sort().join());

describe("a paper in an order of one attempt's own", () => {
  it("has the same questions, each once", () => {
    fc.assert(fc.property(seeds, (seed) => { expect(shuffledPaper(seededRandom(seed), items).map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort()); }), fixed);
    const orders = [1, 2, 3, 4].map((seed) => shuffledPaper(seededRandom(seed), items).map(({ id }) => id).join());
    expect(new Set(orders).size).toBe(4);
  });

  it.each(items.map((item) => [item.type, item] as const))("keeps %s right: the key follows, and the form can show it", (_, item) => {
    fc.assert(fc.property(seeds, (seed) => {
      const mixed = shuffledItem(seededRandom(seed), item);
      expect(sortedTexts(mixed)).toEqual(sortedTexts(item));
      expect(partsOf(mixed)).toBe(partsOf(item));
      const [right, wrong] = [rightResponse(mixed), wrongResponse(mixed)];
      expect(fitsItem(mixed, right)).toBe(true);
      expect(gradeResponse(base, mixed, right)).toMatchObject({ ok: true, value: { score: 1 } });
      const graded = gradeResponse(base, mixed, wrong);
      expect(graded.ok && graded.value.score).toBeLessThan(1);
      expect(toQuizQuestion(base, mixed, 0, optionIdsOf(mixed, 0)).options.map(({ text }) => text)).toEqual(mixed.options.map(({ text }) => text));
    }), fixed);
  });

  it.each(items.filter(({ options }) => options.length > 0).map((item) => [item.type, item] as const))("takes the certificates of %s along", (_, item) => {
    const proofOf = ({ options, prompts }: Item) => options.map(({ text, certificate }, i) => JSON.stringify([text, certificate, prompts?.map(({ certificates }) => certificates[i])])).sort();
    fc.assert(fc.property(seeds, (seed) => { expect(proofOf(shuffledItem(seededRandom(seed), item))).toEqual(proofOf(item)); }), fixed);
  });

  it("leaves what stands in an order that means something", () => {
    const arranged = items.filter(({ type, options, figure }) => type === "true-false" || figure?.kind === "map" || options.every(({ value }) => value?.kind === "quantity" || value?.kind === "date"));
    expect(arranged.map(({ type }) => type)).toEqual(expect.arrayContaining(["true-false", "map"]));
    for (const item of arranged) for (const seed of [1, 2, 3]) expect(shuffledItem(seededRandom(seed), item)).toEqual(item);
  });

  it("moves the options of a choice of names to every place, and never puts an order right", () => {
    const choice = items.find(({ type, options }) => type === "picture" && options.every(({ entity }) => entity !== undefined)) ?? items.find(({ type }) => type === "multiple-response")!;
    const first = new Set(Array.from({ length: 200 }, (_, seed) => shuffledItem(seededRandom(seed), choice).options[0]!.text));
    expect(first.size).toBe(choice.options.length);
    const order = items.find(({ type }) => type === "ordering")!;
    for (let seed = 0; seed < 200; seed++) {
      const { key } = shuffledItem(seededRandom(seed), order);
      expect((key as number[]).every((position, i) => position === i)).toBe(false);
    }
  });
});
