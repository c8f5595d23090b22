import { describe, expect, it } from "vitest";
import { gradeResponse } from "@/lib/grading/grade-response";
import { generateBank } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { openContent } from "./bank-base";

const base = openContent();
const bank = [...generateBank(base, { seed: 1, types: ["multiple-choice", "short-answer"] })];
const typed = bank.filter((item) => item.type === "short-answer");
const choices = new Map(bank.filter((item) => item.type === "multiple-choice").map((item) => [`${item.tests[0]} ${item.direction}`, item]));

function scoreOf(item: Item, response: Parameters<typeof gradeResponse>[2]): number | string {
  const grade = gradeResponse(base, item, response);
  return grade.ok ? grade.value.score : grade.error;
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
});
