import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxTypedLength, type Grade, type Response } from "@/lib/grading/grade";
import { gradeResponse } from "@/lib/grading/grade-response";
import { ratingOf } from "@/lib/grading/rating";
import type { Item } from "@/lib/questions/item";
import { asPredicateId } from "@/lib/shared/ids";
import messages from "@/messages/en/grading.json";
import { spaceBase } from "./space-base";
import { spaceItem } from "./space-items";

const typedItem = spaceItem({});
const choiceItem = spaceItem({ type: "multiple-choice", options: [{ text: "Long March 3" }, { text: "Long March 5" }, { text: "Long March 10" }], key: [1] });
const flashcard = spaceItem({ type: "flashcard" });
const massItem = spaceItem({ predicate: asPredicateId("mass"), key: { text: "8,200 kg", value: { kind: "quantity", amount: 8200, unit: "kg" } } });
const dateItem = spaceItem({ predicate: asPredicateId("launch_date"), key: { text: "2020", value: { kind: "date", edtf: "2020", precision: "year" } } });
const plainItem = spaceItem({ predicate: asPredicateId("born_in"), key: { text: "Luoyang, Henan" } });

const typed = (text: string): Response => ({ kind: "typed", text });
const grade = (of: Item, response: Response) => gradeResponse(spaceBase, of, response);

describe("gradeResponse", () => {
  it.each<[string, Item, Response, Partial<Grade>]>([
    ["the right option", choiceItem, { kind: "choice", option: 1 }, { verdict: "exact", score: 1 }],
    ["a wrong option", choiceItem, { kind: "choice", option: 0 }, { verdict: "wrong", score: 0 }],
    ["another name of the key", typedItem, typed(" 長征五號 "), { verdict: "exact", score: 1 }],
    ["another entity", typedItem, typed("CZ-5B"), { verdict: "other-entity", score: 0 }],
    ["nothing but spaces", typedItem, typed("   "), { verdict: "wrong", score: 0 }],
    ["the longest text that is read", typedItem, typed("a".repeat(maxTypedLength)), { verdict: "wrong", score: 0 }],
    ["an amount in another unit", massItem, typed("8.2 t"), { verdict: "exact", score: 1 }],
    ["an amount within the tolerance of its predicate", massItem, typed("8000"), { verdict: "near", score: 1 }],
    ["a date", dateItem, typed("24 November 2020"), { verdict: "exact", score: 1 }],
    ["a text", plainItem, typed("Luoyang"), { verdict: "alias", score: 1 }],
    ["a forgotten flashcard", flashcard, { kind: "rating", rating: 1 }, { verdict: "wrong", score: 0 }],
    ["a hard flashcard", flashcard, { kind: "rating", rating: 2 }, { verdict: "exact", score: 1 }],
  ])("grades %s", (_, of, response, expected) => {
    expect(grade(of, response)).toMatchObject({ ok: true, value: expected });
  });

  it.each<[string, Item, Response]>([
    ["an option that is not there", choiceItem, { kind: "choice", option: 3 }],
    ["a negative option", choiceItem, { kind: "choice", option: -1 }],
    ["half an option", choiceItem, { kind: "choice", option: 0.5 }],
    ["an option for a typed item", typedItem, { kind: "choice", option: 0 }],
    ["a text for a choice", choiceItem, typed("Long March 5")],
    ["a text for a flashcard", flashcard, typed("Long March 5")],
    ["a rating for a typed item", typedItem, { kind: "rating", rating: 3 }],
    ["a rating out of range", flashcard, { kind: "rating", rating: 5 as 4 }],
    ["a text that is too long", typedItem, typed("a".repeat(maxTypedLength + 1))],
    ["an item of an unknown predicate", spaceItem({ predicate: asPredicateId("nothing") }), typed("Long March 5")],
  ])("refuses %s", (_, of, response) => {
    expect(grade(of, response)).toEqual({ ok: false, error: "INVALID" });
  });
});

describe("gradeResponse on anything a keyboard can make", () => {
  const fragment = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("Long March", "5", "B", "五", "万", "亿", "V", "1970", "-", ",", "/", ".", "年", "April", "kg", "'", "(", "hundred", "号", " "),
  );
  const text = fc.array(fragment, { maxLength: 8 }).map((parts) => parts.join("").slice(0, maxTypedLength));

  it("always gives one of its grades: a score of 0, a half or 1, and right only with a verdict that says so", () => {
    const rightVerdicts = ["exact", "alias", "typo", "near"];
    fc.assert(
      fc.property(fc.constantFrom(typedItem, massItem, dateItem, plainItem), text, (of, written) => {
        const result = grade(of, typed(written));
        if (!result.ok) throw new Error(result.error);
        expect([0, 0.5, 1]).toContain(result.value.score);
        expect(rightVerdicts.includes(result.value.verdict)).toBe(result.value.score === 1);
        expect(messages).toHaveProperty(result.value.note.key);
      }),
      { seed: 61, numRuns: 1000 },
    );
  });
});

describe("ratingOf", () => {
  const graded = (verdict: Grade["verdict"], score: number): Grade => ({ verdict, score, note: { key: verdict, values: {} } });

  it.each<[Grade, number]>([
    [graded("exact", 1), 3], [graded("alias", 1), 3], [graded("typo", 1), 3], [graded("near", 1), 3],
    [graded("near", 0.5), 1], [graded("partial", 0.5), 1], [graded("other-entity", 0), 1], [graded("wrong", 0), 1],
  ])("of a typed answer graded %o is %d", (result, rating) => {
    expect(ratingOf("short-answer", typed("x"), result)).toBe(rating);
  });

  it.each([1, 2, 3, 4] as const)("of a flashcard is its own: %d", (rating) => {
    expect(ratingOf("flashcard", { kind: "rating", rating }, graded(rating === 1 ? "wrong" : "exact", rating === 1 ? 0 : 1))).toBe(rating);
  });

  it("does not exist for an answer that is asked again", () => {
    expect(() => ratingOf("short-answer", typed("3/1/2019"), graded("ambiguous", 0))).toThrow("ask again");
  });
});
