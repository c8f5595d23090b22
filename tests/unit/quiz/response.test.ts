import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Response } from "@/lib/grading/grade";
import type { QuizResponse } from "@/lib/quiz/exchange";
import { fitsItem, toQuizResponse, toResponse } from "@/lib/quiz/response";
import { matchItem, orderItem, responseItem, spaceItem } from "../grading/space-items";

const ids = ["k7", "a2", "z9", "m4", "q1"];
const positions = fc.uniqueArray(fc.integer({ min: 0, max: ids.length - 1 }), { minLength: 1 });
const responses: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ kind: fc.constant("choice" as const), option: fc.integer({ min: 0, max: ids.length - 1 }) }),
  fc.record({ kind: fc.constant("choices" as const), options: positions }),
  fc.record({ kind: fc.constant("order" as const), order: positions }),
  fc.record({ kind: fc.constant("pairs" as const), pairs: positions.map((chosen) => [null, ...chosen]) }),
  fc.record({ kind: fc.constant("typed" as const), text: fc.string({ minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== "") }),
);

describe("an answer in a quiz", () => {
  it("comes back from the names of its options as it went", () => {
    fc.assert(
      fc.property(responses, (response) => {
        expect(toResponse(toQuizResponse(response, ids), ids)).toEqual({ ok: true, value: response });
      }),
      { seed: 20261123 },
    );
  });

  it.each<[string, QuizResponse | null]>([
    ["nothing", null],
    ["nothing ticked", { kind: "choices", options: [] }],
    ["nothing paired", { kind: "pairs", pairs: [null, null] }],
    ["nothing put in order", { kind: "order", order: [] }],
    ["only spaces", { kind: "typed", text: " \n " }],
  ])("is blank with %s", (_, given) => {
    expect(toResponse(given, ids)).toEqual({ ok: true, value: null });
  });

  it.each<[string, QuizResponse]>([
    ["an option of another question", { kind: "choice", option: "x0" }],
    ["a position in place of a name", { kind: "choice", option: "0" }],
    ["a word that every object knows", { kind: "choice", option: "length" }],
    ["one option twice", { kind: "choices", options: ["k7", "k7"] }],
    ["an order with one twice", { kind: "order", order: ["k7", "a2", "k7"] }],
    ["one option for two prompts", { kind: "pairs", pairs: ["k7", null, "k7"] }],
    ["an unknown option among pairs", { kind: "pairs", pairs: ["k7", "x0"] }],
    ["a text that is too long", { kind: "typed", text: "a".repeat(201) }],
  ])("is invalid with %s", (_, given) => {
    expect(toResponse(given, ids)).toEqual({ ok: false, error: "INVALID" });
  });

  it("is never a rating", () => {
    expect(() => toQuizResponse({ kind: "rating", rating: 3 }, [])).toThrow("no rating");
  });
});

describe("whether an answer fits its question", () => {
  const choice = spaceItem({ type: "multiple-choice", options: responseItem.options, key: [1] });
  it.each<[string, Parameters<typeof fitsItem>[0], Response, boolean]>([
    ["one option, where one is chosen", choice, { kind: "choice", option: 1 }, true],
    ["several, where one is chosen", choice, { kind: "choices", options: [1] }, false],
    ["a text, where one is chosen", choice, { kind: "typed", text: "Long March 5" }, false],
    ["several, where several are", responseItem, { kind: "choices", options: [1, 2] }, true],
    ["a text, where one types", spaceItem({}), { kind: "typed", text: "Long March 5" }, true],
    ["an option, where one types", spaceItem({}), { kind: "choice", option: 0 }, false],
    ["all in order", orderItem, { kind: "order", order: [3, 2, 1, 0] }, true],
    ["some in order", orderItem, { kind: "order", order: [3, 2] }, false],
    ["an option or none for each prompt", matchItem, { kind: "pairs", pairs: [1, null, 2] }, true],
    ["too few pairs", matchItem, { kind: "pairs", pairs: [1, 0] }, false],
    ["a rating of a flashcard's kind", choice, { kind: "rating", rating: 4 }, false],
  ])("%s: %#", (_, item, response, fits) => {
    expect(fitsItem(item, response)).toBe(fits);
  });
});
