import { describe, expect, it } from "vitest";
import type { Response } from "@/lib/grading/grade";
import { gradeResponse } from "@/lib/grading/grade-response";
import { ratingOf } from "@/lib/grading/rating";
import { generateBank, generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { openContent } from "./bank-base";

const base = openContent();
const bank = [...generateBank(base, { seed: 1, types: ["multiple-choice", "short-answer"] })];
const sample = base.content.facts.filter((_, i) => i % 5 === 0).flatMap(({ id }) => generateItemsForFact(base, id, { seed: 2 }).items);
const typed = bank.filter((item) => item.type === "short-answer");
const choices = new Map(bank.filter((item) => item.type === "multiple-choice").map((item) => [`${item.tests[0]} ${item.direction}`, item]));

function scoreOf(item: Item, response: Parameters<typeof gradeResponse>[2]): number | string {
  const grade = gradeResponse(base, item, response);
  return grade.ok ? grade.value.score : grade.error;
}

/** The response of somebody who knows everything, in the way that the item takes it. */
function rightResponse({ type, key }: Item): Response {
  if (type === "flashcard") return { kind: "rating", rating: 3 };
  if (!Array.isArray(key)) return { kind: "typed", text: key.text };
  switch (type) {
    case "multiple-response": return { kind: "choices", options: key };
    case "ordering": return { kind: "order", order: key };
    case "matching": return { kind: "pairs", pairs: key };
    default: return { kind: "choice", option: key[0]! };
  }
}

/** One that is wholly or partly wrong: another option, one too few, two swapped. */
function wrongResponse({ type, key, options }: Item): Response | null {
  if (!Array.isArray(key)) return null;
  switch (type) {
    case "multiple-response": return { kind: "choices", options: key.slice(1) };
    case "ordering": return { kind: "order", order: [key[1]!, key[0]!, ...key.slice(2)] };
    case "matching": return { kind: "pairs", pairs: [key[1]!, key[0]!, ...key.slice(2)] };
    default: return { kind: "choice", option: options.findIndex((_, i) => !key.includes(i)) };
  }
}

/** The first fact's own part right and another one not. */
function partlyRight(item: Item): Response {
  const key = item.key as number[];
  const fact = base.facts.get(item.tests[0]!)!;
  if (item.type === "matching") {
    const own = item.prompts!.findIndex((prompt) => prompt.fact === fact.id);
    return { kind: "pairs", pairs: key.map((option, i) => (i === own ? option : null)) };
  }
  const own = key.findIndex((position) => item.options[position]!.entity === fact.subject);
  if (item.type === "ordering") {
    const at = own < 2 ? key.length - 2 : 0;
    const order = [...key];
    [order[at], order[at + 1]] = [order[at + 1]!, order[at]!];
    return { kind: "order", order };
  }
  const isOwn = (position: number) => {
    const { entity, value } = item.options[position]!;
    if (item.direction === "inverse") return entity === fact.subject;
    return entity === undefined ? JSON.stringify(value) === JSON.stringify(fact.value) : fact.value.kind === "entity" && entity === fact.value.entity;
  };
  return { kind: "choices", options: key.filter(isOwn).slice(0, 1) };
}

describe("the bank and the grading agree", () => {
  it("that the key of every typed item is right", () => {
    const missed = typed.filter((item) => Array.isArray(item.key) || scoreOf(item, { kind: "typed", text: item.key.text }) !== 1);
    expect(missed.map((item) => item.id)).toEqual([]);
    expect(typed.length).toBeGreaterThan(1000);
  });

  it("that the key of every choice is right and every distractor wrong", () => {
    const wrongly = [...choices.values()].filter((item) =>
      item.options.some((option, i) => scoreOf(item, { kind: "choice", option: i }) !== (option.certificate ? 0 : 1)),
    );
    expect(wrongly.map((item) => item.id)).toEqual([]);
  });

  it("that a distractor is wrong when it is typed as well", () => {
    const accepted = typed.flatMap((item) => {
      const distractors = (choices.get(`${item.tests[0]} ${item.direction}`)?.options ?? []).filter((option) => option.certificate);
      return distractors.filter(({ text }) => scoreOf(item, { kind: "typed", text }) !== 0).map(({ text }) => `${item.id}: ${text}`);
    });
    expect(accepted).toEqual([]);
  });

  it("in every form that the right response is right and recalls the fact", () => {
    const missed = sample.filter((item) => {
      const grade = gradeResponse(base, item, rightResponse(item));
      return !grade.ok || grade.value.score !== 1 || ratingOf(item.type, rightResponse(item), grade.value) !== 3;
    });
    expect(missed.map((item) => item.id)).toEqual([]);
    expect(new Set(sample.map((item) => item.type)).size).toBeGreaterThanOrEqual(12);
  });

  it("in every form with options that a wrong response is not right", () => {
    const wrongly = sample.filter((item) => {
      const response = wrongResponse(item);
      return response !== null && !(Number(scoreOf(item, response)) < 1);
    });
    expect(wrongly.map((item) => item.id)).toEqual([]);
  });

  it("that the part of the first fact can be found in every answer in parts", () => {
    const inParts = sample.filter(({ type, options }) => type === "multiple-response" || type === "matching" || (type === "ordering" && options.length > 3));
    const lost = inParts.filter((item) => {
      const partly = gradeResponse(base, item, partlyRight(item));
      return !partly.ok || partly.value.isRecalled !== true;
    });
    expect(lost.map((item) => item.id)).toEqual([]);
  });
});
