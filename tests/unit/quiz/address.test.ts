import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quizAddress, quizSetupOf } from "@/lib/quiz/address";
import { markings, quizDifficulties, quizForms, quizSetupSchema, usualSetup, type QuizScope, type QuizSetup, type QuizTimer } from "@/lib/quiz/quiz-setup";

const ids = fc.stringMatching(/^[\w.~-]{1,60}$/);
const scopes: fc.Arbitrary<QuizScope> = fc.oneof(
  fc.record({ kind: fc.constantFrom("all" as const, "mistakes" as const) }),
  fc.record({ kind: fc.constant("topics" as const), topics: fc.array(ids, { minLength: 1, maxLength: 50 }) }),
  fc.record({ kind: fc.constant("entity" as const), id: ids }),
  fc.record({ kind: fc.constant("set" as const), id: fc.uuid() }),
);
const timers: fc.Arbitrary<QuizTimer> = fc.oneof(
  fc.constant({ kind: "none" as const }),
  fc.record({ kind: fc.constant("paper" as const), seconds: fc.integer({ min: 10, max: 3 * 3600 }) }),
  fc.record({ kind: fc.constant("question" as const), seconds: fc.integer({ min: 5, max: 600 }) }),
);
const setups: fc.Arbitrary<QuizSetup> = fc.record({
  scope: scopes,
  count: fc.integer({ min: 5, max: 60 }),
  difficulty: fc.constantFrom(...quizDifficulties),
  forms: fc.option(fc.uniqueArray(fc.constantFrom(...quizForms), { minLength: 1 })),
  timer: timers,
  layout: fc.constantFrom("one" as const, "page" as const),
  isLockIn: fc.boolean(),
  marking: fc.constantFrom(...markings),
});

const read = (address: string) => quizSetupOf(Object.fromEntries(new URL(address, "https://example.org").searchParams));

describe("a quiz as it stands in an address", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(setups, (setup) => {
        expect(read(quizAddress(setup))).toEqual(setup);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it("says nothing of what is as usual", () => {
    expect(quizAddress(usualSetup)).toBe("/quiz");
    expect(quizAddress({})).toBe("/quiz");
    expect(quizAddress({ scope: { kind: "topics", topics: ["engines", "moon"] }, count: 20, timer: { kind: "paper", seconds: 900 } })).toBe("/quiz?topics=engines%2Cmoon&minutes=15&count=20");
  });

  it("is always one that may be started, whatever the address says", () => {
    const text = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom("none", "0", "1e3", "-5", "99999", ",", "__proto__", "map", "hard"));
    const names = ["topics", "entity", "set", "what", "count", "difficulty", "forms", "minutes", "seconds", "each", "time", "layout", "lock", "marking"];
    const parameters = fc.dictionary(fc.constantFrom(...names), fc.oneof(text, fc.array(text, { maxLength: 3 })));
    fc.assert(
      fc.property(parameters, (said) => {
        expect(quizSetupSchema.safeParse(quizSetupOf(said)).success).toBe(true);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });

  it.each<[Record<string, string | string[]>, Partial<QuizSetup>]>([
    [{ count: "100" }, { count: 60 }],
    [{ count: "1" }, { count: 5 }],
    [{ count: "1e1" }, { count: 10 }],
    [{ minutes: "0" }, { timer: usualSetup.timer }],
    [{ minutes: "1.5" }, { timer: usualSetup.timer }],
    [{ each: "30", minutes: "" }, { timer: usualSetup.timer }],
    [{ forms: "flashcard" }, { forms: null }],
    [{ set: "not-a-set" }, { scope: { kind: "all" } }],
    [{ topics: "" }, { scope: { kind: "all" } }],
    [{ lock: "no" }, { isLockIn: false }],
    [{ difficulty: ["easy", "hard"] }, { difficulty: "mixed" }],
  ])("makes of %j what is nearest: %j", (said, expected) => {
    expect(quizSetupOf(said)).toMatchObject(expected);
  });
});
