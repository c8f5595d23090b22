import { coarser, formatDate, parseEdtf, zoneLabel, type EdtfDate } from "@/lib/facts/dates";
import type { DatePrecision, DateValue } from "@/lib/facts/model";
import type { Grade, Verdict } from "./grade";
import { readDate, type TypedDate } from "./read-date";

const precisionOf = (date: TypedDate): DatePrecision => (date.day !== undefined ? "day" : date.month !== undefined ? "month" : "year");

/** Whether two dates agree as far as `precision` goes. */
function agree(a: TypedDate, b: TypedDate, precision: DatePrecision): boolean {
  if (a.year !== b.year) return false;
  if (precision === "year") return true;
  return a.month === b.month && (precision === "month" || a.day === b.day);
}

function parsed(edtf: string | undefined): EdtfDate | null {
  const date = edtf === undefined ? null : parseEdtf(edtf);
  return date?.ok ? date.value : null;
}

/**
 * The same event in the calendar that was not asked for: its Beijing day where UTC was asked.
 * A fact in Beijing time does not say its UTC day, so there is none.
 */
const otherCalendar = (value: DateValue) =>
  value.timeZone === "Asia/Shanghai" ? null : parsed(value.beijingDate);

const partialNotes: Record<DatePrecision, string> = { day: "asksDay", month: "asksMonth", year: "wrong" };

/**
 * Grades a typed date at the precision asked for: a finer right answer is right, a coarser one is `partial` (.5), the right day of the other calendar
 * (Beijing for UTC) is `near` (.5) and right if the text names that zone, and digits whose day and month can be swapped, or a date without its full year, are `ambiguous`.
 */
export function gradeDate(value: DateValue, typed: string): Grade {
  const key = parsed(value.edtf);
  const answer = formatDate(value);
  const grade = (verdict: Verdict, score: number, note: string, values: Record<string, string> = {}): Grade => ({
    verdict, score, note: { key: note, values: { answer, ...values } },
  });
  const { dates, noYear, zone } = readDate(typed);
  const first = dates[0];
  if (!key || !first) return noYear ? grade("ambiguous", 0, "yearMissing") : grade("wrong", 0, "notADate");

  const asked = coarser(value.precision, key.precision);
  if (!dates.every((date) => agree(date, first, asked))) return grade("ambiguous", 0, "dayOrMonth");
  const shared = coarser(asked, precisionOf(first));
  const other = otherCalendar(value);
  const right = zone === "Asia/Shanghai" && other ? other : key;
  if (agree(first, right, shared)) {
    return shared === asked ? grade("exact", 1, "exact") : grade("partial", 0.5, partialNotes[asked]);
  }
  if (other && !zone && shared === asked && agree(first, other, asked)) {
    return grade("near", 0.5, "otherZone", { zone: zoneLabel(value) ?? "UTC" });
  }
  return grade("wrong", 0, "wrong");
}
