import type { FactBase } from "@/lib/facts/fact-base";
import type { Predicate, QuantityValue, Unit } from "@/lib/facts/model";
import { convert, findUnit, formatQuantity } from "@/lib/facts/quantities";
import type { Grade, Verdict } from "./grade";
import { parseEnglishNumber } from "./english-numbers";
import { withSign } from "./longitude";
import { readNumber, type NumberReading } from "./read-number";
import { simplify } from "./simplify";

/** What floating point may add on the way through a unit. */
const roundingError = 1e-9;

const withoutSpaces = (text: string) => text.normalize("NFKC").replace(/\s/gu, "");

/** The unit that was typed; a bare sign (°) is short for the asked unit that begins with it (° E), and so is a first word ("billion" where billions of yuan are asked for). */
function unitOf(base: FactBase, typed: string, asked: Unit | undefined): Unit | undefined {
  const rest = typed.replace(/^个(?=.)/u, "");
  const sign = withoutSpaces(rest);
  if (asked && rest !== "" && asked.symbol.startsWith(`${rest.toLowerCase()} `)) return asked;
  if (asked && sign !== "" && !/\p{L}/u.test(sign) && withoutSpaces(asked.symbol).startsWith(sign)) return asked;
  return findUnit(base, rest) ?? [...base.units.values()].find((unit) => withoutSpaces(unit.symbol) === sign);
}

/** The typed amounts in the asked unit; null where they measure something else. */
function inAskedUnit(base: FactBase, amounts: number[], asked: Unit | undefined, typed: Unit | undefined): number[] | null {
  if (!typed || typed.id === asked?.id) return amounts;
  if (!asked) return null;
  const converted = amounts.map((amount) => convert(base, amount, typed.id, asked.id));
  return converted.every((result) => result.ok) ? converted.map((result) => (result.ok ? result.value : NaN)) : null;
}

/** Words that may name what is counted (5 people, 5名); never a second answer (5 or six) and never a letter glued to the number (5B). */
function areWords({ rest, isGlued }: NumberReading): boolean {
  if (/^\p{Script=Han}+$/u.test(rest)) return !/[或和至到〇零一二三四五六七八九两十百千万亿]/u.test(rest);
  if (isGlued) return false;
  const words = rest.toLowerCase().split(" ");
  const isWord = (word: string) => /^\p{L}{3,}$/u.test(word) && word !== "and" && parseEnglishNumber([word], 0) === null;
  return words.every(isWord);
}

/**
 * Grades a typed number with or without a unit (none = the asked one): `exact` if it is the stated amount, `near` (score 1) within the predicate's
 * relative tolerance, else wrong. A unit of another dimension is wrong, and so is a limit
 * ("at least 8") where the fact is no limit. After a bare number the thing counted may follow; where a unit is asked for,
 * an unknown word is `ambiguous`.
 */
export function gradeQuantity(base: FactBase, predicate: Pick<Predicate, "tolerance" | "unit">, value: QuantityValue, typed: string): Grade {
  const answer = formatQuantity(base, value);
  const grade = (verdict: Verdict, score: number, key: string): Grade => ({ verdict, score, note: { key, values: { answer } } });
  const asked = base.units.get(value.unit ?? predicate.unit ?? "");
  const reading = readNumber(asked?.dimension === "longitude" ? withSign(simplify(typed)) : typed, (rest) => unitOf(base, rest, asked) !== undefined);
  if (!reading) return grade("wrong", 0, "notANumber");
  if (reading.isLimit && !value.bound) return grade("wrong", 0, "wrong");

  const unit = reading.rest === "" ? undefined : unitOf(base, reading.rest, asked);
  if (reading.rest !== "" && !unit) {
    if (!areWords(reading)) return grade("wrong", 0, "wrong");
    if (asked) return grade("ambiguous", 0, "unitUnknown");
  }
  const amounts = inAskedUnit(base, reading.amounts, asked, unit);
  if (!amounts) return grade("wrong", 0, "unitMismatch");

  const error = Math.min(...amounts.map((amount) => Math.abs(amount - value.amount)));
  const size = Math.abs(value.amount);
  if (error <= roundingError * size) return grade("exact", 1, "exact");
  if (error <= (predicate.tolerance + roundingError) * size) return grade("near", 1, "near");
  return grade("wrong", 0, "wrong");
}
