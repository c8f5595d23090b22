import { describe, expect, it } from "vitest";
import type { Grade } from "@/lib/grading/grade";
import { gradeResponse } from "@/lib/grading/grade-response";
import type { Item } from "@/lib/questions/item";
import type { Certainty } from "@/lib/quiz/attempt";
import { markAnswer } from "@/lib/quiz/marking";
import { markings } from "@/lib/quiz/quiz-setup";
import { spaceBase } from "../grading/space-base";
import { matchItem, orderItem, responseItem, spaceItem } from "../grading/space-items";

const options = (count: number): Item["options"] => Array.from({ length: count }, (_, i) => ({ text: `Option ${i + 1}` }));
const choiceOf = (count: number, key = [0]) => spaceItem({ type: "multiple-choice", options: options(count), key });
const judged = spaceItem({ type: "true-false", options: [{ text: "True" }, { text: "False" }], key: [1] });
const grade = (score: number, verdict: Grade["verdict"] = score === 1 ? "exact" : score > 0 ? "partial" : "wrong") => ({ verdict, score });

const plain = { marking: "plain", certainty: null } as const;
const negative = { marking: "negative", certainty: null } as const;
const sure = (certainty: Certainty | null) => ({ marking: "certainty", certainty }) as const;

describe("the points of an answer", () => {
  it.each(markings)("are none for what is left blank or cannot be read for sure, by %s marking", (marking) => {
    for (const certainty of [null, 3] as const) {
      expect(markAnswer(choiceOf(4), null, { marking, certainty }).points).toBe(0);
      expect(markAnswer(spaceItem({}), grade(0, "ambiguous"), { marking, certainty }).points).toBe(0);
    }
  });

  it.each([0, 0.25, 0.8, 1])("are the share that is right, plainly: %d", (score) => {
    expect(markAnswer(responseItem, grade(score), plain)).toEqual({ points: score, mostPoints: 1 });
  });

  it.each<[string, Item, number, number]>([
    ["a wrong one of four options costs a third", choiceOf(4), 0, -1 / 3],
    ["a wrong one of two costs a point", judged, 0, -1],
    ["a wrong one of five, two of them right, costs two thirds", choiceOf(5, [0, 3]), 0, -2 / 3],
    ["a right one brings a point", choiceOf(4), 1, 1],
    ["wrong ticks cost nothing below 0", responseItem, 0, 0],
    ["a wrong order costs nothing", orderItem, 0, 0],
    ["wrong pairs cost nothing", matchItem, 0, 0],
    ["a wrong text costs nothing", spaceItem({}), 0, 0],
    ["what is partly right brings its share", orderItem, 0.4, 0.4],
  ])("where guessing costs: %s", (_, item, score, points) => {
    const mark = markAnswer(item, grade(score), negative);
    expect(mark.points).toBeCloseTo(points, 12);
    expect(mark.mostPoints).toBe(1);
    expect(Object.is(mark.points, -0)).toBe(false);
  });

  it.each([2, 3, 4, 6])("are 0 on average for guessing among %d options, where guessing costs", (count) => {
    const guesses = Array.from({ length: count }, (_, option) => {
      const graded = gradeResponse(spaceBase, choiceOf(count), { kind: "choice", option });
      if (!graded.ok) throw new Error(graded.error);
      return markAnswer(choiceOf(count), graded.value, negative).points;
    });
    expect(guesses.reduce((sum, points) => sum + points, 0)).toBeCloseTo(0, 12);
  });

  it.each<[Certainty | null, number, number]>([
    [1, 1, 1], [2, 1, 2], [3, 1, 3],
    [1, 0, 0], [2, 0, -2], [3, 0, -6],
    [1, 0.5, 0.5], [2, 0.5, 0], [3, 0.5, -1.5],
    [null, 1, 1], [null, 0, 0],
  ])("go by certainty %s: a share of %d brings %d of 3", (certainty, score, points) => {
    expect(markAnswer(choiceOf(4), grade(score), sure(certainty))).toEqual({ points, mostPoints: 3 });
  });

  it("are the most on average for who says how sure they are: from two thirds on 2, from four fifths on 3", () => {
    const expected = (chance: number, certainty: Certainty) => chance * markAnswer(judged, grade(1), sure(certainty)).points + (1 - chance) * markAnswer(judged, grade(0), sure(certainty)).points;
    const best = (chance: number) => ([1, 2, 3] as const).reduce((a, b) => (expected(chance, b) > expected(chance, a) ? b : a));
    expect([0.3, 0.66, 0.67, 0.79, 0.81, 1].map(best)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});
