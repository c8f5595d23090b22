import { Temporal } from "temporal-polyfill";

const written = /^20\d\d-\d\d-\d\dT\d\d:\d\d$/;

/**
 * The instant (ISO, in UTC) of a time on the wall clocks of a zone, written as 2026-05-12T18:00; null for any other text and for days that do not exist. A time that clocks
 * skip in spring is as much later; of two in autumn it is the earlier. Throws RangeError for an unknown zone: check with `isTimeZone` first.
 */
export function instantOfLocal(text: string, timeZone: string): string | null {
  const local = written.test(text) ? localOf(text) : null;
  return local && local.toZonedDateTime(timeZone).toInstant().toString();
}

function localOf(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** What the wall clocks of a zone show at an instant (milliseconds since 1970), as 2026-05-12T18:00. Throws RangeError for an unknown zone. */
export const localOfInstant = (instantMs: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });

/** The time of a day so many days after an instant's day in a zone; `time` as 18:00. */
export const localDaysAfter = (instantMs: number, timeZone: string, days: number, time: string): string =>
  `${Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone).toPlainDate().add({ days }).toString()}T${time}`;
