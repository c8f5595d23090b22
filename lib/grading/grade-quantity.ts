import type { FactBase } from "@/lib/facts/fact-base";
import type { Predicate, QuantityValue, Unit } from "@/lib/facts/model";
import { convert, findUnit, formatQuantity } from "@/lib/facts/quantities";
import type { Grade, Verdict } from "./grade";
import { readNumber, type NumberReading } from "./read-number";

/** What floating point may add on the way through a unit. */
const roundingError = 1e-9;

/** The typed amounts in the asked unit, or why they cannot be compared. */
function inAskedUnit(base: FactBase, reading: NumberReading, asked: string | undefined, typed: Unit | undefined): number[] | null {
  if (!typed || typed.id === asked) return reading.amounts;
  if (asked === undefined) return null;
  const converted = reading.amounts.map((amount) => convert(base, amount, typed.id, asked));
  return converted.every((result) => result.ok) ? converted.map((result) => (result.ok ? result.value : NaN)) : null;
}

/** A word after a number that is no unit we know ("5 people"): asked again rather than marked wrong. A letter glued to it (5B) is another thing. */
const isUnknownWord = (rest: string) => /^(?:\p{Script=Han}+|[\p{L} ]{3,})$/u.test(rest);

/**
 * Grades a typed number with or without a unit (none = the asked one): `exact` if it is the stated amount, `near` (score 1) within the predicate's
 * relative tolerance, else wrong. A number followed by an unknown word is `ambiguous`; a unit of another dimension is wrong.
 */
export function gradeQuantity(base: FactBase, predicate: Pick<Predicate, "tolerance" | "unit">, value: QuantityValue, typed: string): Grade {
  const answer = formatQuantity(base, value);
  const grade = (verdict: Verdict, score: number, key: string): Grade => ({ verdict, score, note: { key, values: { answer } } });
  const reading = readNumber(typed);
  if (!reading) return grade("wrong", 0, "notANumber");

  const unit = reading.rest === "" ? undefined : findUnit(base, reading.rest);
  if (reading.rest !== "" && !unit) return isUnknownWord(reading.rest) ? grade("ambiguous", 0, "unitUnknown") : grade("wrong", 0, "wrong");
  const amounts = inAskedUnit(base, reading, value.unit ?? predicate.unit, unit);
  if (!amounts) return grade("wrong", 0, "unitMismatch");

  const error = Math.min(...amounts.map((amount) => Math.abs(amount - value.amount)));
  const size = Math.abs(value.amount);
  if (error <= roundingError * size) return grade("exact", 1, "exact");
  if (error <= (predicate.tolerance + roundingError) * size) return grade("near", 1, "near");
  return grade("wrong", 0, "wrong");
}
