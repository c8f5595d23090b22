import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grade, Response } from "@/lib/grading/grade";
import { gradeResponse } from "@/lib/grading/grade-response";
import { ratingOf } from "@/lib/grading/rating";
import type { Item } from "@/lib/questions/item";
import messages from "@/messages/en/grading.json";
import { spaceBase } from "./space-base";
import { matchItem, orderItem, responseItem, spaceItem } from "./space-items";

const choices = (...options: number[]): Response => ({ kind: "choices", options });
const order = (...positions: number[]): Response => ({ kind: "order", order: positions });
const pairs = (...options: (number | null)[]): Response => ({ kind: "pairs", pairs: options });
const grade = (item: Item, response: Response) => gradeResponse(spaceBase, item, response);

function mustGrade(item: Item, response: Response): Grade {
  const result = grade(item, response);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const third = 1 / 3;
const cases: [string, Item, Response, Grade["verdict"], number, string, Record<string, string>][] = [
  ["all right options", responseItem, choices(4, 1, 2), "exact", 1, "exact", { answer: "Long March 5, Long March 10, Long March 5B" }],
  ["two of three", responseItem, choices(1, 2), "partial", 2 / 3, "foundSome", { found: "2", total: "3" }],
  ["two of three and a wrong one", responseItem, choices(1, 2, 0), "partial", third, "foundTooMany", { found: "2", total: "3", extra: "1" }],
  ["everything ticked", responseItem, choices(0, 1, 2, 3, 4), "partial", third, "foundTooMany", { found: "3", extra: "2" }],
  ["one right and one wrong", responseItem, choices(1, 0), "wrong", 0, "foundTooMany", { found: "1", extra: "1" }],
  ["only wrong ones", responseItem, choices(0, 3), "wrong", 0, "foundTooMany", { found: "0", extra: "2" }],
  ["nothing ticked", responseItem, choices(), "wrong", 0, "empty", {}],
  ["the right order", orderItem, order(2, 3, 0, 1), "exact", 1, "exact", { answer: "Chang'e-5 T1, Chang'e-5, Shenzhou 15, Tiangong-1" }],
  ["two neighbours swapped", orderItem, order(2, 3, 1, 0), "partial", 2 / 3, "orderSwapped", { first: "Tiangong-1", second: "Shenzhou 15" }],
  ["the last one first", orderItem, order(1, 2, 3, 0), "wrong", 0, "orderSome", { first: "Tiangong-1", second: "Chang'e-5 T1", right: "3", total: "6" }],
  ["the order backwards", orderItem, order(1, 0, 3, 2), "wrong", 0, "orderSome", { right: "0", total: "6" }],
  ["all pairs", matchItem, pairs(1, 0, 2), "exact", 1, "exact", { answer: "Shenzhou 5 – Long March 2F, Chang'e-5 – Long March 5, Wentian – Long March 5B" }],
  ["two pairs and an open one", matchItem, pairs(1, 0, null), "partial", 2 / 3, "pairsSome", { right: "2", total: "3" }],
  ["two swapped", matchItem, pairs(0, 1, 2), "partial", third, "pairsWrong", { right: "1", total: "3", prompt: "Shenzhou 5", option: "Long March 5" }],
  ["a spare option used", matchItem, pairs(1, 0, 3), "partial", 2 / 3, "pairsWrong", { prompt: "Wentian", option: "Long March 10" }],
  ["no right pair", matchItem, pairs(2, 3, null), "wrong", 0, "pairsWrong", { right: "0" }],
  ["no pair at all", matchItem, pairs(null, null, null), "wrong", 0, "empty", {}],
];

describe("answers in parts", () => {
  it.each(cases)("%s", (_, item, response, verdict, score, note, values) => {
    const result = mustGrade(item, response);
    expect(result).toMatchObject({ verdict, note: { key: note, values } });
    expect(result.score).toBeCloseTo(score, 10);
  });

  it.each<[string, Item, Response]>([
    ["an option out of range", responseItem, choices(1, 5)],
    ["half an option", responseItem, choices(0.5)],
    ["an option twice", responseItem, choices(1, 1)],
    ["one option for several", responseItem, { kind: "choice", option: 1 }],
    ["several options for one", spaceItem({ type: "multiple-choice", options: responseItem.options, key: [1] }), choices(1)],
    ["an order that is too short", orderItem, order(2, 3, 0)],
    ["an order that is too long", orderItem, order(2, 3, 0, 1, 1)],
    ["an order with one option twice", orderItem, order(2, 3, 0, 0)],
    ["an order with an option out of range", orderItem, order(2, 3, 0, 4)],
    ["one option of an order", orderItem, { kind: "choice", option: 2 }],
    ["an order of options to choose from", responseItem, order(0, 1, 2, 3, 4)],
    ["a pair too few", matchItem, pairs(1, 0)],
    ["a pair too many", matchItem, pairs(1, 0, 2, 3)],
    ["an option in two pairs", matchItem, pairs(1, 1, null)],
    ["a pair out of range", matchItem, pairs(-1, 0, 2)],
    ["one option of a matching", matchItem, { kind: "choice", option: 1 }],
    ["pairs for an order", orderItem, pairs(2, 3, 0, 1)],
    ["a text for an order", orderItem, { kind: "typed", text: "Tiangong-1" }],
  ])("are refused: %s", (_, item, response) => {
    expect(grade(item, response)).toEqual({ ok: false, error: "INVALID" });
  });

  it("cost the same whatever the names of the options are, and never leave 0 to 1", () => {
    const response = fc.oneof(
      fc.subarray([0, 1, 2, 3, 4], { minLength: 0 }).map((options) => [responseItem, choices(...options)] as const),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }).map((positions) => [orderItem, order(...positions)] as const),
      fc.shuffledSubarray<number | null>([0, 1, 2, 3, null], { minLength: 3, maxLength: 3 }).map((options) => [matchItem, pairs(...options)] as const),
    );
    fc.assert(
      fc.property(response, ([item, given]) => {
        const { score, verdict, note } = mustGrade(item, given);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(verdict).toBe(score === 1 ? "exact" : score > 0 ? "partial" : "wrong");
        expect(messages).toHaveProperty(note.key);
      }),
      { seed: 71, numRuns: 500 },
    );
  });

  it("name what a sentence of the catalogue needs", () => {
    for (const [, item, response] of cases) {
      const { note } = mustGrade(item, response);
      const needed = [...messages[note.key as keyof typeof messages].matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      for (const name of needed) expect(note.values).toHaveProperty(name);
    }
  });
});

describe("what an answer in parts says of its first fact", () => {
  it.each<[string, Item, Response, number]>([
    ["picked with others missing", responseItem, choices(1, 4), 3],
    ["picked alone of three", responseItem, choices(1), 3],
    ["not picked", responseItem, choices(2, 4), 1],
    ["picked with all the rest", responseItem, choices(0, 1, 2, 3, 4), 1],
    ["in place while others are swapped", orderItem, order(2, 3, 1, 0), 3],
    ["on the wrong side of another", orderItem, order(3, 2, 0, 1), 1],
    ["its pair right and the rest open", matchItem, pairs(null, 0, null), 3],
    ["its pair wrong and the rest right", matchItem, pairs(1, 3, 2), 1],
  ])("is recalled only where its own part was right: %s", (_, item, response, rating) => {
    expect(ratingOf(item.type, response, mustGrade(item, response))).toBe(rating);
  });
});
