import { describe, expect, it } from "vitest";
import { noQuestionCodesOf } from "@/lib/own-facts/no-question";
import { previewOrder, showPreview } from "@/lib/own-facts/show-preview";
import { baseOf, cardOf, rockets, setId, tableOf } from "./own-base";

const cards = [cardOf(1, "apogee", "the highest point of an orbit"), cardOf(2, "perigee", "the lowest point of an orbit")];

describe("the order of a preview", () => {
  it("has every fact once: cards first, then each column by another row", () => {
    const table = tableOf(rockets);
    const base = baseOf([table], cards);
    const order = previewOrder(setId, { cards, tables: [table] });
    expect([...order].sort()).toEqual(base.content.facts.map(({ id }) => id).sort());
    expect(order.slice(0, 2)).toEqual(cards.map(({ id }) => `own.${setId}.${id}.definition`));
    // The seventh rocket has no successor, so the seventh column waits for the next round.
    const first = order.slice(2, 2 + 6).map((id) => base.facts.get(id)!);
    expect(new Set(first.map(({ predicate }) => predicate)).size).toBe(6);
    expect(new Set(first.map(({ subject }) => subject)).size).toBe(6);
  });
});

describe("a previewed fact", () => {
  const base = baseOf([tableOf(rockets)], cards);
  const shown = base.content.facts.map(({ id }) => showPreview(base, id, 1));

  it("marks exactly the options that are right", () => {
    const chosen = shown.flatMap(({ questions }) => questions).filter(({ form, options }) => options.length > 0 && ["multiple-choice", "comparison"].includes(form));
    expect(chosen.length).toBeGreaterThan(5);
    for (const { options, answer } of chosen) expect(options.filter(({ isRight }) => isRight).map(({ text }) => text)).toEqual([answer]);
  });

  it("gives reasons where nothing is asked, and only there", () => {
    expect(shown.filter(({ questions, reasons }) => (questions.length === 0) !== (reasons.length > 0))).toEqual([]);
  });

  it("lists every form in which it is asked once, those of its samples among them", () => {
    for (const { forms, questions } of shown) {
      expect(new Set(forms).size).toBe(forms.length);
      expect(forms).toEqual(expect.arrayContaining(questions.map(({ form }) => form)));
    }
  });
});

describe("why nothing is asked of a fact", () => {
  it("comes with what helps most first, and without a form that does not suit it where more is known", () => {
    expect(noQuestionCodesOf(["no-wording", "nothing-false", "told-by-wording", "no-wording"])).toEqual(["gives-away", "too-few"]);
    expect(noQuestionCodesOf(["no-wording", "not-number"])).toEqual(["no-form"]);
    expect(noQuestionCodesOf([])).toEqual([]);
  });

  it("is that the card's term stands in its definition, or that all is too long", () => {
    const reasonsOf = (term: string, definition: string) => {
      const made = baseOf([], [cardOf(1, term, definition), ...cards.slice(1)]);
      return showPreview(made, made.content.facts[0]!.id, 1);
    };
    const long = (letter: string) => Array.from({ length: 40 }, (_, i) => `${letter}${i}`).join(" ");
    const [told, tooLong] = [reasonsOf("apogee", "apogee"), reasonsOf(long("a"), long("b"))];
    expect([...told.questions, ...tooLong.questions]).toEqual([]);
    expect([told.reasons[0], tooLong.reasons[0]]).toEqual(["gives-away", "too-long"]);
  });
});
