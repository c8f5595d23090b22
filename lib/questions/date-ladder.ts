import { dayNumber } from "@/lib/facts/calendar";
import { parseEdtf } from "@/lib/facts/dates";
import type { DatePrecision, DateValue } from "@/lib/facts/model";
import { randomBelow, type Random } from "@/lib/shared/random";
import type { Difficulty } from "./item";

/** Year, month and day of a day since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms", civil_from_days). */
function civilOf(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

const padded = (part: number, digits: number) => String(part).padStart(digits, "0");

/** The position of a date on the scale of its precision: days since 1970-01-01, months or years since year 0. Throws on a malformed date. */
export function positionOf(value: DateValue): number {
  const parsed = parseEdtf(value.edtf);
  if (!parsed.ok) throw new Error(`Not a date: "${value.edtf}"`);
  const { year, month = 1, day = 1 } = parsed.value;
  if (value.precision === "year") return year;
  return value.precision === "month" ? year * 12 + month - 1 : dayNumber(year, month, day);
}

/** The EDTF text of a position on the scale of a precision; years 0–9999. */
export function edtfAt(position: number, precision: DatePrecision): string {
  if (precision === "year") return padded(position, 4);
  if (precision === "month") return `${padded(Math.floor(position / 12), 4)}-${padded((position % 12) + 1, 2)}`;
  const { year, month, day } = civilOf(position);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** By how much neighbouring options differ, in days, months or years. */
const steps: Record<DatePrecision, Record<Difficulty, [number, number]>> = {
  day: { hard: [20, 120], medium: [150, 700], easy: [730, 2200] },
  month: { hard: [2, 6], medium: [6, 24], easy: [24, 72] },
  year: { hard: [1, 2], medium: [2, 4], easy: [4, 9] },
};

/** Closer dates could be the same event on another calendar, or a slip of memory that is not worth testing. */
const leastStep: Record<DatePrecision, number> = { day: 5, month: 1, year: 1 };

export type DateRules = {
  precision: DatePrecision;
  difficulty: Difficulty;
  key: number;
  rank: number;
  distractors: number;
  /** No option lies before the first or beyond the second of these positions. */
  earliest: number;
  latest: number;
};

/**
 * Positions in ascending order with the key's at `rank`, the steps between neighbours drawn alike on both sides; undefined where
 * `distractors` dates do not fit between the key and the earliest or the latest one, whatever the rank, since the key's place would tell.
 */
export function ladderOfDates(random: Random, { precision, difficulty, key, rank, distractors, earliest, latest }: DateRules): number[] | undefined {
  const [low, high] = steps[precision][difficulty];
  const widest = Math.min(high, Math.floor((latest - key) / distractors), Math.floor((key - earliest) / distractors));
  if (widest < leastStep[precision]) return undefined;
  const narrowest = Math.min(low, Math.max(leastStep[precision], Math.floor(widest / 3)));
  const step = () => narrowest + randomBelow(random, widest - narrowest + 1);
  const positions = [key];
  for (let i = 0; i < rank; i++) positions.unshift(positions[0]! - step());
  for (let i = rank; i < distractors; i++) positions.push(positions.at(-1)! + step());
  return positions;
}
