import type { FactBase } from "@/lib/facts/fact-base";
import type { Bound, QuantityValue } from "@/lib/facts/model";
import { convert, decimalsOf, findUnit } from "@/lib/facts/quantities";
import { readNumber } from "@/lib/grading/read-number";
import { err, ok, type Result } from "@/lib/shared/result";
import type { CellMistakeCode } from "./mistakes";

export type Units = Pick<FactBase, "units">;

/** What a column says of its numbers: their unit, and the sign before their decimals. */
export type NumberHabits = { unit?: string; decimal: "." | "," };

const bounds: [RegExp, Bound][] = [
  [/^(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|c\.|~|≈|约|大约)\s*/iu, "about"],
  [/^(?:nearly|almost|近)\s*/iu, "nearly"],
  [/^(?:at least|no less than|≥|>=|至少|不少于)\s*/iu, "at-least"],
  [/^(?:at most|up to|no more than|≤|<=|最多|不超过)\s*/iu, "at-most"],
  [/^(?:more than|over|>|超过)\s*/iu, "more-than"],
  [/^(?:better than|优于)\s*/iu, "better-than"],
];

function splitBound(text: string): { bound?: Bound; rest: string } {
  for (const [words, bound] of bounds) if (words.test(text)) return { bound, rest: text.replace(words, "") };
  return { rest: text };
}

/** Of the two readings of 1,234 and of 1.234 (the greater first) the one that suits the column. */
const amountOf = (amounts: readonly number[], text: string, decimal: "." | ",") =>
  amounts.length > 1 && text.includes(decimal) ? amounts[1]! : amounts[0]!;

/** No unit has a longer name; thousands of cells are asked. */
const longestUnit = 40;

const unitOf = (base: Units, words: string) => (words === "" || words.length > longestUnit ? undefined : findUnit(base, words));

const readAmount = (base: Units, text: string) => readNumber(text, (words) => unitOf(base, words) !== undefined);

const greatest = 1e15;

/** Amounts that are shown, and read again, digit by digit. */
const canBeShown = (amount: number) =>
  Math.abs(amount) <= greatest && amount === Number(amount.toPrecision(12)) && amount === Number(amount.toFixed(decimalsOf(amount)));

/** Reads an amount with or without a unit of the content; a bare one is in the column's unit. Units of another dimension than the column's are a mistake. */
export function readCellQuantity(base: Units, text: string, { unit, decimal }: NumberHabits): Result<QuantityValue, CellMistakeCode> {
  const { bound, rest } = splitBound(text);
  const reading = readAmount(base, rest);
  if (!reading) return err("wrong-kind");
  if (reading.isLimit) return err("limit");
  const typed = unitOf(base, reading.rest);
  if (reading.rest !== "" && !typed) return err(/^[\p{L}°%/²³·^\d\s.-]{1,20}$/u.test(reading.rest) ? "unit-unknown" : "wrong-kind");
  if (typed && (unit === undefined || !convert(base, 1, typed.id, unit).ok)) return err("unit-mismatch");
  const amount = amountOf(reading.amounts, rest, decimal) + 0;
  if (!canBeShown(amount)) return err("number-out-of-range");
  const inUnit = typed?.id ?? unit;
  return ok({ kind: "quantity", amount, ...(inUnit !== undefined && { unit: inUnit }), ...(bound && { bound }) });
}

/** Which sign a column writes before decimals: a comma where 1,5 or 1.234,5 stands in it and nothing that speaks for the point; else a point. */
export function decimalSignOf(texts: readonly string[]): "." | "," {
  const hasComma = texts.some((text) => /\d,\d{1,2}(?!\d)|\d,\d{4}|\d\.\d{3},\d/.test(text));
  const hasPoint = texts.some((text) => /\d\.\d{1,2}(?!\d)|\d\.\d{4}|\d,\d{3}\.\d/.test(text));
  return hasComma && !hasPoint ? "," : ".";
}

/** The unit that most amounts of a column name; nothing where none does. */
export function commonUnitOf(base: Units, texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const reading = readAmount(base, splitBound(text).rest);
    const unit = reading ? unitOf(base, reading.rest) : undefined;
    if (unit) counts.set(unit.id, (counts.get(unit.id) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
