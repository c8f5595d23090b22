import { err, ok, type Result } from "@/lib/shared/result";
import { daysInMonth, dayNumber } from "./calendar";
import type { DatePrecision, DateValue } from "./model";

export type TextLocale = "en" | "zh";

/** A parsed EDTF date; `month` is 1–12. */
export type EdtfDate = { year: number; month?: number; day?: number; isApproximate: boolean; precision: DatePrecision };

export type EdtfError = "malformed" | "no-such-day";

/** An inclusive range of days since 1970-01-01. */
export type DayInterval = { firstDay: number; lastDay: number };

const ranks: Record<DatePrecision, number> = { year: 0, month: 1, day: 2 };

/** The less precise of two precisions. */
export const coarser = (a: DatePrecision, b: DatePrecision): DatePrecision => (ranks[a] <= ranks[b] ? a : b);

/**
 * Reads `YYYY`, `YYYY-MM` and `YYYY-MM-DD`, each with an optional `~` (EDTF level 0, and of level 1 only "approximate").
 * By hand, since the facts use nothing else of EDTF and the package brings a parser generator and wall-clock dates into pure code.
 */
export function parseEdtf(text: string): Result<EdtfDate, EdtfError> {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/.exec(text);
  if (!match) return err("malformed");
  const [year, month, day] = match.slice(1, 4).map((part) => (part === undefined ? undefined : Number(part))) as [number, number?, number?];
  if (month !== undefined && (month < 1 || month > 12)) return err("no-such-day");
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month!))) return err("no-such-day");
  const precision = day !== undefined ? "day" : month !== undefined ? "month" : "year";
  return ok({ year, ...(month !== undefined && { month }), ...(day !== undefined && { day }), isApproximate: match[4] === "~", precision });
}

function mustParse(text: string): EdtfDate {
  const parsed = parseEdtf(text);
  if (!parsed.ok) throw new Error(`Not a date: "${text}" (${parsed.error})`);
  return parsed.value;
}

/** The date cut to `precision` or to its own if that is coarser. */
function cut(date: EdtfDate, precision: DatePrecision): EdtfDate {
  const to = coarser(date.precision, precision);
  return {
    year: date.year,
    isApproximate: date.isApproximate,
    precision: to,
    ...(to !== "year" && { month: date.month! }),
    ...(to === "day" && { day: date.day! }),
  };
}

function writeEdtf(date: EdtfDate): string {
  const parts = [String(date.year).padStart(4, "0"), ...[date.month, date.day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, "0"))];
  return parts.join("-") + (date.isApproximate ? "~" : "");
}

function daysOf(date: EdtfDate): DayInterval {
  const lastMonth = date.month ?? 12;
  return {
    firstDay: dayNumber(date.year, date.month ?? 1, date.day ?? 1),
    lastDay: dayNumber(date.year, lastMonth, date.day ?? daysInMonth(date.year, lastMonth)),
  };
}

/** Days by which "about" widens a date to each side: two of its own units, and a week for a day, since people round to fives of years, to seasons and to weeks. */
const approximateDays: Record<DatePrecision, number> = { year: 731, month: 62, day: 7 };

const widen = ({ firstDay, lastDay }: DayInterval, days: number): DayInterval => ({ firstDay: firstDay - days, lastDay: lastDay + days });

/** Whether the Beijing calendar shows another day, month or year (at the value's precision) than the stated date. */
export function beijingDiffers(value: DateValue): boolean {
  if (!value.beijingDate) return false;
  const precision = coarser(value.precision, mustParse(value.edtf).precision);
  return writeEdtf(cut(mustParse(value.beijingDate), precision)) !== writeEdtf({ ...cut(mustParse(value.edtf), precision), isApproximate: false });
}

/** The days a date may mean in its own calendar at its precision, inclusive, in days since 1970-01-01; `~` widens by 731, 62 or 7 days a side. Throws on a malformed date. */
export function dateInterval(value: DateValue): DayInterval {
  const date = cut(mustParse(value.edtf), value.precision);
  const days = daysOf(date);
  return date.isApproximate ? widen(days, approximateDays[date.precision]) : days;
}

/**
 * The days on which it may have been, whatever calendar a reader has in mind: `dateInterval` together with the Beijing date,
 * and a day more on each side of a day whose zone is not stated or whose Beijing day differs.
 */
export function possibleDays(value: DateValue): DayInterval {
  const own = dateInterval(value);
  const isDay = coarser(value.precision, mustParse(value.edtf).precision) === "day";
  if (!beijingDiffers(value)) return isDay && !value.timeZone ? widen(own, 1) : own;
  const beijing = daysOf(cut(mustParse(value.beijingDate!), value.precision));
  const both = { firstDay: Math.min(own.firstDay, beijing.firstDay), lastDay: Math.max(own.lastDay, beijing.lastDay) };
  return isDay ? widen(both, 1) : both;
}

const possibleDaysByValue = new WeakMap<DateValue, DayInterval>();

/** Dates are compared by the hundred thousand while distractors are sought, and values never change. */
function rememberedDays(value: DateValue): DayInterval {
  let days = possibleDaysByValue.get(value);
  if (!days) possibleDaysByValue.set(value, (days = possibleDays(value)));
  return days;
}

/** Whether two dates cannot be the same, counting precision, approximation and zones (dates in different zones get one more day between them: a month, too, begins hours earlier in Beijing). */
export function areDatesDisjoint(a: DateValue, b: DateValue): boolean {
  const [first, second] = [rememberedDays(a), rememberedDays(b)];
  const gap = a.timeZone !== b.timeZone ? 1 : 0;
  return first.lastDay + gap < second.firstDay || second.lastDay + gap < first.firstDay;
}

const months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/** The date in words at its precision: "24 April 1970", "April 1970", "about 1970"; in Chinese "1970年4月24日". Throws on a malformed date. */
export function formatDate(value: DateValue, locale: TextLocale = "en"): string {
  return formatEdtf(writeEdtf(cut(mustParse(value.edtf), value.precision)), locale);
}

/** An EDTF text in words, as `formatDate`. Throws on a malformed date. */
export function formatEdtf(edtf: string, locale: TextLocale = "en"): string {
  const { year, month, day, isApproximate } = mustParse(edtf);
  if (locale === "zh") return `${isApproximate ? "约" : ""}${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
  const words = [day, month && months[month - 1], year].filter((part) => part !== undefined).join(" ");
  return isApproximate ? `about ${words}` : words;
}

/** What the calendar of a day is called; nothing for months and years, and nothing where the sources do not say. */
export function zoneLabel(value: DateValue, locale: TextLocale = "en"): string | undefined {
  if (value.precision !== "day" || !value.timeZone) return undefined;
  if (value.timeZone === "UTC") return locale === "zh" ? "世界时" : "UTC";
  return locale === "zh" ? "北京时间" : "Beijing time";
}

/** Whether a text that gives or asks for this date has to name its zone: a day with a stated zone that is not the same day elsewhere, or Beijing's own. */
export const mustNameZone = (value: DateValue): boolean =>
  zoneLabel(value) !== undefined && (value.timeZone === "Asia/Shanghai" || beijingDiffers(value));

/** The same date at a coarser (or its own) precision, with the zone dropped where it no longer matters. Throws a RangeError when asked to be finer. */
export function truncateDate(value: DateValue, precision: DatePrecision): DateValue {
  if (coarser(value.precision, precision) !== precision) throw new RangeError(`${value.edtf} is known to the ${value.precision} only`);
  const { timeZone, beijingDate, ...rest } = value;
  const cutValue: DateValue = { ...rest, edtf: writeEdtf(cut(mustParse(value.edtf), precision)), precision };
  const keepsZone = precision === "day" || beijingDiffers({ ...cutValue, ...(beijingDate && { beijingDate }) });
  return keepsZone ? { ...cutValue, ...(timeZone && { timeZone }), ...(beijingDate && { beijingDate }) } : cutValue;
}
