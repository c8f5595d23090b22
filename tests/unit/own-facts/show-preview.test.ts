import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { engineReasons, noQuestionCodesOf } from "@/lib/own-facts/no-question";
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
  // The engine tells a reason either as `err("…")` or as a constant that is passed to it.
  const written = readdirSync("lib/questions", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(`lib/questions/${name}`, "utf8")).join("\n");
  const texts = Object.values(engineReasons).flat();

  it("is told of reasons that the engine gives", () => {
    expect(texts.filter((text) => !written.includes(`"${text}"`))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("is known of every reason by which something was too few, too long, or told the answer", () => {
    const given = [...written.matchAll(/(?:err\(|(?:givesAway|tellingLength|nothingFalse|tooFewOptions) = )"([^"]+)"/g)].map(([, text]) => text!);
    const telling = given.filter((text) => /\b(?:too few|fewer|proved|longer|lengths?|away|may share|as well)\b/.test(text) && !text.startsWith("no description of the subject"));
    expect(telling.length).toBeGreaterThan(12);
    expect(telling.filter((text) => !texts.includes(text))).toEqual([]);
  });

  it("comes with what helps most first, and without a form that does not suit it where more is known", () => {
    expect(noQuestionCodesOf(["no wording", "nothing can be proved false of it", "every wording gives the answer away", "no wording"])).toEqual(["gives-away", "too-few"]);
    expect(noQuestionCodesOf(["no wording", "not a number"])).toEqual(["no-form"]);
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
