import type { QuantityValue } from "@/lib/facts/model";
import type { Difficulty } from "./item";
import { roundedOf } from "./number-ladder";
import type { Question } from "./question";

const byPrecision = { year: "easy", month: "medium", day: "hard" } as const satisfies Record<string, Difficulty>;

/** Up to so many things of the answer's kind are soon gone through in mind, and up to so many can be. */
const fewThings = 12;
const someThings = 50;

function ofAmount({ amount, bound }: QuantityValue): Difficulty {
  const digits = String(roundedOf(Math.abs(amount)).mantissa).length;
  if (digits === 1 || bound !== undefined) return "easy";
  return digits === 2 ? "medium" : "hard";
}

/**
 * How hard an answer is to recall without options, by how many like it must be told apart: a year is easy, a month medium, a day hard;
 * one digit that counts, two, more; for names by how many entities of the same leaf type the facts know (12, 50); texts are medium.
 */
export function recallDifficulty({ base, answer }: Question): Difficulty {
  const { entity, value } = answer;
  if (entity !== undefined) {
    const alike = base.entitiesByType.get(base.entities.get(entity)!.type)?.length ?? 0;
    return alike <= fewThings ? "easy" : alike <= someThings ? "medium" : "hard";
  }
  if (value?.kind === "date") return byPrecision[value.precision];
  return value?.kind === "quantity" ? ofAmount(value) : "medium";
}
