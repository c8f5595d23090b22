import type { DateValue } from "@/lib/facts/model";
import { readDate, type TypedDate } from "@/lib/grading/read-date";
import { err, ok, type Result } from "@/lib/shared/result";
import type { CellMistakeCode } from "./mistakes";

const approximate = /^(?:about|around|circa|approximately|approx\.?|ca\.?|c\.|~|约|大约)\s*|~$/giu;

/** What spreadsheets add to a day that they keep as an instant. */
const midnight = /[T ]00:00(?::00(?:\.0+)?)?Z?$/;

const two = (part: number) => String(part).padStart(2, "0");

function toValue({ year, month, day }: TypedDate, isApproximate: boolean, timeZone: DateValue["timeZone"]): DateValue {
  const parts = [String(year).padStart(4, "0"), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])];
  const precision = day !== undefined ? "day" : month !== undefined ? "month" : "year";
  return { kind: "date", edtf: parts.join("-") + (isApproximate ? "~" : ""), precision, ...(timeZone && precision === "day" && { timeZone }) };
}

/** Without a number in figures or in Chinese there is no date; most cells that are none are found so. */
const hasNumber = /[\p{N}〇零一二三四五六七八九十]/u;

/** Why a text is no date: with any day that exists in its place it would be one, or its year is missing. */
function whyNoDate(text: string, noYear: boolean): CellMistakeCode {
  const isOfTheForm = readDate(text.replace(/(?<!\d)\d{1,2}(?!\d)/g, "1")).dates.length > 0 || /^\d{8}$/.test(text);
  return isOfTheForm ? "no-such-date" : noYear ? "no-year" : "wrong-kind";
}

/**
 * Reads a date in the forms that answers may have (`readDate`), with "about" or "c." before it. `isDayFirst`: how the column writes 03/04/2005;
 * with dots the day comes first everywhere. A year has four digits.
 */
export function readCellDate(text: string, isDayFirst?: boolean): Result<DateValue, CellMistakeCode> {
  if (!hasNumber.test(text)) return err("wrong-kind");
  const bare = text.replace(midnight, "").replace(approximate, "").trim();
  const { dates, noYear, zone } = readDate(bare);
  if (dates.length === 0) return err(whyNoDate(bare, noYear));
  const order = /^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$/.test(bare) ? true : isDayFirst;
  if (dates.length > 1 && order === undefined) return err("ambiguous-date");
  return ok(toValue(dates[order === false ? dates.length - 1 : 0]!, bare !== text.replace(midnight, "").trim(), zone));
}

/** How a column writes numeric dates, by those of them in which only one number can be the day; undefined where none tells, or where they contradict each other. */
export function isDayFirstIn(texts: readonly string[]): boolean | undefined {
  const pairs = texts.flatMap((text) => {
    const match = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}$/.exec(text.replace(midnight, ""));
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const isDay = pairs.some(([first, second]) => first > 12 && first <= 31 && second <= 12);
  const isMonth = pairs.some(([first, second]) => second > 12 && second <= 31 && first <= 12);
  return isDay === isMonth ? undefined : isDay;
}

/** A date as it is kept in a cell, which `readCellDate` reads without knowing the column: ISO, with "about" and the zone in words. */
export function writeCellDate({ edtf, timeZone }: DateValue): string {
  const zone = timeZone === undefined ? "" : timeZone === "UTC" ? " (UTC)" : " (Beijing time)";
  return `${edtf.endsWith("~") ? "about " : ""}${edtf.replace("~", "")}${zone}`;
}
