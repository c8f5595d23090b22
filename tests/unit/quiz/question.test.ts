import { describe, expect, it } from "vitest";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { toQuizQuestion } from "@/lib/quiz/question";
import { asFactId } from "@/lib/shared/ids";
import { spaceBase } from "../questions/space-base";

const base = spaceBase();
const itemsOf = (fact: string) => generateItemsForFact(base, asFactId(fact), { seed: 1 }).items;
const find = (fact: string, type: Item["type"]) => itemsOf(fact).find((item) => item.type === type && item.direction === "forward")!;
const idsFor = ({ options }: Item) => options.map((_, i) => `opaque-${i}`);
const all = ["probe-15.rocket", "probe-15.date", "probe-15.mass", "burns.0"].flatMap(itemsOf).filter(({ type }) => type !== "flashcard");

describe("a question of a quiz", () => {
  it("shows the options under names of their own, and nothing else that an item knows", () => {
    const item = find("probe-15.rocket", "multiple-choice");
    expect(toQuizQuestion(base, item, 3, idsFor(item))).toEqual({
      position: 3, kind: "choice", form: "multiple-choice", stem: item.stem, asks: { kind: "name" },
      options: item.options.map(({ text }, i) => ({ id: `opaque-${i}`, text })),
    });
  });

  it("says how it is answered", () => {
    const kinds = new Map(all.map((item) => [item.type, toQuizQuestion(base, item, 0, idsFor(item)).kind]));
    expect(Object.fromEntries(kinds)).toMatchObject({ "multiple-choice": "choice", "true-false": "choice", "short-answer": "typed", numeric: "typed", date: "typed", matching: "pairs" });
  });

  it("has no fact, key, entity, certificate or seed in any form", () => {
    for (const item of all) {
      const words = Object.keys(toQuizQuestion(base, item, 0, idsFor(item)));
      expect(words.filter((word) => !["position", "kind", "form", "stem", "options", "prompts", "figure", "described", "asks"].includes(word))).toEqual([]);
      const text = JSON.stringify(toQuizQuestion(base, item, 0, idsFor(item)));
      for (const secret of [item.id, item.template, ...item.tests, "certificate", "seed", "entity", "features"]) expect(text).not.toContain(secret);
    }
  });

  it("is none of a flashcard, and not without a name for each option", () => {
    expect(() => toQuizQuestion(base, find("probe-15.rocket", "flashcard"), 0, [])).toThrow("Not a question for a quiz");
    expect(() => toQuizQuestion(base, find("probe-15.rocket", "multiple-choice"), 0, ["one"])).toThrow("Not a question for a quiz");
  });
});
