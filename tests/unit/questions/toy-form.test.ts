import { afterAll, describe, expect, it } from "vitest";
import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Form } from "@/lib/questions/form";
import { forms } from "@/lib/questions/forms/registry";
import { generateBank } from "@/lib/questions/generate";
import { lintItem } from "@/lib/questions/lint/lint-item";
import { err, ok } from "@/lib/shared/result";
import { writeTinyContent } from "../../support/content";

const folder = writeTinyContent()
  .write("predicates/toys.yaml", `
mascot:
  label: Mascot
  domain: [rocket]
  kind: entity
  range: [toy]
  functional: true
  statement: "{value} is the mascot of {subject}."
  ask: {en: ["Which toy is the mascot of {subject}?", "Which toy stands for {subject}?"]}
`)
  .write("entities/toys.yaml", ["Bear", "Kite", "Drum", "Top"].map((name, i) => `
toy-${i}: {type: toy, name: ${name}}
rocket-${i + 2}:
  type: rocket
  name: Rocket ${i + 2}
  facts:
    mascot:
      - {id: rocket-${i + 2}.mascot, value: toy-${i}, sources: [catalogue]}
`).join(""));
folder.edit("types.yaml", "rocket:", "toy: {label: toy, plural: toys, zh: 玩具}\nrocket:");
afterAll(() => folder.remove());

/** A card that asks in capitals. */
const shouting: Form = {
  name: "shouting-card",
  type: "flashcard",
  way: "recall",
  directions: ["forward"],
  make({ question, stems }) {
    if (question.predicate.id !== "mascot") return err("not-for-predicate");
    const worded = stems();
    return worded.ok ? ok(worded.value.map(({ text, template, wording }) => ({ variant: wording, stem: text.toUpperCase(), template, options: [], key: question.answer, difficulty: "easy" }))) : worded;
  },
};

function openBase(): FactBase {
  const loaded = loadContent(folder.path);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

describe("a predicate and a form that nothing else knows of", () => {
  const base = openBase();
  const bank = [...generateBank(base, { seed: 1, forms: [...forms, shouting] })];
  const ofMascots = bank.filter((item) => item.predicate === "mascot");
  const formOf = (id: string) => id.split("~")[1];

  it("are asked in every wording of the new predicate by the new form", () => {
    const shouted = ofMascots.filter(({ id }) => formOf(id) === "shouting-card");
    expect(shouted.map(({ stem }) => stem).sort()).toEqual([2, 3, 4, 5].flatMap((n) => [`WHICH TOY IS THE MASCOT OF ROCKET ${n}?`, `WHICH TOY STANDS FOR ROCKET ${n}?`]).sort());
  });

  it("are asked by the forms there were, with proved options", () => {
    const choices = ofMascots.filter(({ type }) => type === "multiple-choice");
    expect(choices.length).toBeGreaterThanOrEqual(8);
    expect(choices.every(({ options }) => options.length === 4 && options.filter(({ certificate }) => certificate).length === 3)).toBe(true);
    expect(new Set(ofMascots.map(({ id }) => formOf(id))).size).toBeGreaterThanOrEqual(4);
  });

  it("pass the linter", () => {
    expect(bank.flatMap((item) => lintItem(base, item))).toEqual([]);
  });
});
