import { describe, expect, it } from "vitest";
import { byWay, isMostlyRecognised } from "@/lib/progress/by-form";
import type { EvidenceForm } from "@/lib/scheduling/constants";
import { everyPlace, historyOf, type MadeReview } from "./review-history";

const some = (form: EvidenceForm, right: number, count: number, foretold = 0.9): MadeReview[] =>
  Array.from({ length: count }, (_, i) => ({ form, foretold, isRight: i < right }));

const linesOf = (...reviews: MadeReview[][]) => byWay(historyOf(reviews.flat()), everyPlace(historyOf(reviews.flat())));

describe("the reviews by the way of answering", () => {
  it("are put together by what they prove, from the easiest to the hardest, with flashcards apart", () => {
    const lines = linesOf(some("flashcard", 9, 10), some("date", 2, 4, 0.7), some("cloze", 2, 4, 0.9), some("cloze-bank", 5, 5), some("matching", 1, 5), some("true-false", 3, 4, 0.95));
    expect(lines.map(({ way, right, foretold }) => [way, right.right, right.count, Number(foretold.toFixed(3))])).toEqual([
      ["guessable", 3, 4, 0.95],
      ["recognised", 6, 10, 0.9],
      ["produced", 4, 8, 0.8],
      ["flashcard", 9, 10, 0.9],
    ]);
  });

  it("leave out ways without a review", () => {
    expect(linesOf(some("numeric", 1, 2)).map(({ way }) => way)).toEqual(["produced"]);
    expect(linesOf([])).toEqual([]);
  });
});

describe("a learner who mostly recognises", () => {
  it.each([
    { name: "is found where the gap is wide and sure", recognised: [190, 200], produced: [60, 100], is: true },
    { name: "is not one whose gap is under ten points, however sure", recognised: [9500, 10_000], produced: [8700, 10_000], is: false },
    { name: "is not one whose gap may be chance", recognised: [19, 20], produced: [15, 20], is: false },
    { name: "is not found by fewer than twenty answers of a kind", recognised: [190, 200], produced: [0, 19], is: false },
    { name: "is not one who produces more than they recognise", recognised: [60, 100], produced: [190, 200], is: false },
  ])("$name", ({ recognised, produced, is }) => {
    expect(isMostlyRecognised(linesOf(some("multiple-choice", recognised[0]!, recognised[1]!), some("short-answer", produced[0]!, produced[1]!)))).toBe(is);
  });

  it("is not told by flashcards, which one rates oneself", () => {
    expect(isMostlyRecognised(linesOf(some("multiple-choice", 190, 200), some("flashcard", 40, 100)))).toBe(false);
  });
});
