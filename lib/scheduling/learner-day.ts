import { Temporal } from "temporal-polyfill";

/** A calendar day as the learner lives it: an ISO date; text order is date order. */
export type LearnerDay = string;

/** How a learner counts days: an IANA zone, and the hour of local time (0–23) at which a new day begins. */
export type DayRule = { timeZone: string; dayStartHour: number };

/**
 * The learner's day of an instant (milliseconds since 1970). The start hour is taken on the wall clock, so a day begins
 * at 04:00 also on the days when clocks change. Throws RangeError for an unknown zone: check with `isTimeZone` first.
 */
export function learnerDayOf(instantMs: number, { timeZone, dayStartHour }: DayRule): LearnerDay {
  const local = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.subtract({ hours: dayStartHour }).toPlainDate().toString();
}

const number = (day: LearnerDay, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + day.charCodeAt(i) - 48;
  return value;
};

/** Days since 1 March of the year 0; by H. Hinnant's days_from_civil, since Date.parse takes ten times as long and thousands are counted for a list of what is due. */
function ordinalOf(day: LearnerDay): number {
  const month = number(day, 5, 7);
  const year = number(day, 0, 4) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + number(day, 8, 10) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}

/** Whole days from one learner's day to a later one; 0 when the clock went back (or the learner flew west). */
export const daysBetween = (from: LearnerDay, to: LearnerDay): number => Math.max(0, ordinalOf(to) - ordinalOf(from));

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** The day a number of days later (days ≥ 0), up to the year 9999; by H. Hinnant's civil_from_days. */
export function addDays(day: LearnerDay, days: number): LearnerDay {
  const shifted = ordinalOf(day) + days;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)}`;
}

/**
 * Whether a text names a time zone that days can be counted in. Both must know it: Intl takes short names (CST) that Temporal refuses,
 * and Temporal takes whole dates with a zone in brackets.
 */
export function isTimeZone(zone: string): boolean {
  try {
    learnerDayOf(0, { timeZone: zone, dayStartHour: 0 });
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
