import { daysInMonth } from "@/lib/facts/calendar";
import type { DateValue } from "@/lib/facts/model";
import { alignmentDistance, allowedTypos } from "./distance";
import { foldCharacters } from "./normalise";
import { writeHanNumeralsAsDigits } from "./numerals";
import { simplify } from "./simplify";

/** A date as typed; `month` is 1–12 and there whenever `day` is. */
export type TypedDate = { year: number; month?: number; day?: number };

/**
 * Two dates where day and month can be swapped; none where the text is no one date; `noYear` where only the year is missing or short.
 * `zone` is there if the text names one.
 */
export type DateReading = { dates: TypedDate[]; noYear: boolean; zone?: DateValue["timeZone"] };

type Token = { kind: "year" | "number" | "month"; value: number };

const monthNames = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const fillers = /\b(?:the|of|year|on|in|about|around|circa|approximately|c|ca|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|约/gu;

/** The position of the one month whose name a longer word misspells by a letter. */
function misspeltMonth(word: string): number {
  const close = monthNames.filter((name) => word.length >= 4 && alignmentDistance(word, name, 1) <= allowedTypos(name.length) && word.length >= name.length - 1);
  return close.length === 1 ? monthNames.indexOf(close[0]!) : -1;
}

/** The month (1–12) that a name of at least three letters begins, or that it misspells. */
function monthOf(word: string): number | undefined {
  const begun = monthNames.findIndex((name) => word.length >= 3 && (name.startsWith(word) || (word === "sept" && name === "september")));
  const index = begun === -1 ? misspeltMonth(word) : begun;
  return index === -1 ? undefined : index + 1;
}

function tokenOf(part: string): Token | null {
  if (/^\d{4}$/.test(part)) return { kind: "year", value: Number(part) };
  if (/^\d{1,2}$/.test(part)) return { kind: "number", value: Number(part) };
  const month = monthOf(part);
  return month === undefined ? null : { kind: "month", value: month };
}

const zoneNames: [RegExp, NonNullable<DateValue["timeZone"]>][] = [
  [/\b(?:beijing(?: time)?|china standard time)\b|北京时间|北京/u, "Asia/Shanghai"],
  [/\b(?:utc|gmt|universal time)\b|世界时/u, "UTC"],
];

/** The text without the name of a zone, and that zone. */
function splitZone(text: string): { rest: string; zone: DateValue["timeZone"] } {
  const found = zoneNames.find(([name]) => name.test(text));
  return found ? { rest: text.replace(found[0], " ").replace(/[()]/g, " "), zone: found[1] } : { rest: text, zone: undefined };
}

function tokensOf(text: string): Token[] | null {
  const folded = text
    .replace(/^(\d{4})(\d{2})(\d{2})$/, "$1 $2 $3")
    .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1")
    .replace(/(\d)\s*[年月日号](?:份)?/gu, "$1 ")
    .replace(fillers, " ")
    .replace(/[\s.,/~\p{Pd}]+/gu, " ")
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, "$& ")
    .trim();
  const tokens = folded.split(" ").map(tokenOf);
  return tokens.every((token) => token !== null) ? tokens : null;
}

function isReal({ year, month, day }: TypedDate): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month!));
}

const isSame = (a: TypedDate, b: TypedDate) => a.month === b.month && a.day === b.day;

const initials: Record<Token["kind"], string> = { year: "y", number: "n", month: "m" };

/** The dates that the order of the tokens allows: year (y), number (n) and named month (m). */
function datesOf(order: string, [a, b, c]: readonly number[]): TypedDate[] {
  switch (order) {
    case "y": return [{ year: a! }];
    case "yn":
    case "ym": return [{ year: a!, month: b! }];
    case "ny":
    case "my": return [{ month: a!, year: b! }];
    case "ynn":
    case "ymn": return [{ year: a!, month: b!, day: c! }];
    case "nmy": return [{ day: a!, month: b!, year: c! }];
    case "mny": return [{ month: a!, day: b!, year: c! }];
    case "nny": return [{ day: a!, month: b!, year: c! }, { month: a!, day: b!, year: c! }];
    default: return [];
  }
}

/** Reads one date in the ways people write them (questions.md §7.7): ISO, year-month, names of months, dotted, slashed, Chinese. */
export function readDate(text: string): DateReading {
  const { rest, zone } = splitZone(foldCharacters(writeHanNumeralsAsDigits(simplify(text))));
  const tokens = tokensOf(rest.trim());
  if (!tokens) return { dates: [], noYear: false };
  const order = tokens.map((token) => initials[token.kind]).join("");
  const dates = datesOf(order, tokens.map((token) => token.value)).filter(isReal);
  const distinct = dates.filter((date, i) => !dates.slice(0, i).some((earlier) => isSame(earlier, date)));
  return { dates: distinct, noYear: ["n", "m", "nm", "mn", "nn", "nnn", "nmn", "mnn"].includes(order), ...(zone && { zone }) };
}
