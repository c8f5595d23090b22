import type { FactBase } from "./fact-base";
import type { FactValue, QuantityValue } from "./model";
import { roundedOf } from "./rounded";

/** How hard an answer is to recall, from what it is alone. */
export const answerDifficulties = ["easy", "medium", "hard"] as const;
export type AnswerDifficulty = (typeof answerDifficulties)[number];

const byPrecision = { year: "easy", month: "medium", day: "hard" } as const satisfies Record<string, AnswerDifficulty>;

/** Up to so many things of the answer's kind are soon gone through in mind, and up to so many can be. */
const fewThings = 12;
const someThings = 50;

function ofAmount({ amount, bound }: QuantityValue): AnswerDifficulty {
  const digits = String(roundedOf(Math.abs(amount)).mantissa).length;
  if (digits === 1 || bound !== undefined) return "easy";
  return digits === 2 ? "medium" : "hard";
}

/**
 * How hard a value is to recall without options, by how many like it must be told apart: a year is easy, a month medium, a day hard;
 * one digit that counts, two, more; for names by how many entities of the same leaf type the facts know (12, 50); all else is medium.
 */
export function answerDifficulty(base: Pick<FactBase, "entities" | "entitiesByType">, value: FactValue): AnswerDifficulty {
  if (value.kind === "entity") {
    const alike = base.entitiesByType.get(base.entities.get(value.entity)!.type)?.length ?? 0;
    return alike <= fewThings ? "easy" : alike <= someThings ? "medium" : "hard";
  }
  if (value.kind === "date") return byPrecision[value.precision];
  return value.kind === "quantity" ? ofAmount(value) : "medium";
}
