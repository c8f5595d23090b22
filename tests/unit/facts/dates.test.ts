import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, daysInMonth } from "@/lib/facts/calendar";
import {
  areDatesDisjoint, beijingDiffers, dateInterval, formatDate, formatEdtf, mustNameZone, parseEdtf, possibleDays, truncateDate, zoneLabel,
} from "@/lib/facts/dates";
import type { DatePrecision } from "@/lib/facts/model";
import { makeDate } from "../../support/fact-base";

const seed = 20260524;

/** Any real day from 1900 to 2099, as EDTF. */
const anyDay = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .filter(([year, month, day]) => day <= daysInMonth(year, month))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);

const precisions: DatePrecision[] = ["day", "month", "year"];

describe("the calendar", () => {
  it("numbers days as the platform's calendar does", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = day.split("-").map(Number) as [number, number, number];
        expect(dayNumber(year, month, date)).toBe(Date.UTC(year, month - 1, date) / 86_400_000);
      }),
      { seed },
    );
  });

  it.each([[2000, 29], [1900, 28], [2024, 29], [2023, 28]])("gives February of %i %i days", (year, days) => {
    expect(daysInMonth(year, 2)).toBe(days);
  });
});

describe("reading EDTF", () => {
  it.each([
    ["2003-10-15", { year: 2003, month: 10, day: 15, isApproximate: false, precision: "day" }],
    ["2003-10", { year: 2003, month: 10, isApproximate: false, precision: "month" }],
    ["1970", { year: 1970, isApproximate: false, precision: "year" }],
    ["1970~", { year: 1970, isApproximate: true, precision: "year" }],
    ["2024-02-29", { year: 2024, month: 2, day: 29, isApproximate: false, precision: "day" }],
  ])("reads %s", (text, date) => {
    expect(parseEdtf(text)).toEqual({ ok: true, value: date });
  });

  it.each(["2003-13", "2003-00", "2003-02-29", "2003-04-31", "2003-10-00"])("knows that %s is in no calendar", (text) => {
    expect(parseEdtf(text)).toEqual({ ok: false, error: "no-such-day" });
  });

  it.each(["", "15 October 2003", "2003-1-5", "03-10-15", "2003-10-15T00:00Z", "2003?", "~2003", "2003/2004", "201X", "2003-10-15 "])(
    "refuses %j",
    (text) => {
      expect(parseEdtf(text)).toEqual({ ok: false, error: "malformed" });
    },
  );
});

describe("the days a date may mean", () => {
  it("is one day, one month or one year", () => {
    expect(dateInterval(makeDate("1970-01-02"))).toEqual({ firstDay: 1, lastDay: 1 });
    expect(dateInterval(makeDate("1970-02"))).toEqual({ firstDay: 31, lastDay: 58 });
    expect(dateInterval(makeDate("1970"))).toEqual({ firstDay: 0, lastDay: 364 });
  });

  it("takes the coarser of what is written and what may be asked", () => {
    expect(dateInterval(makeDate("1970-02-10", { precision: "month" }))).toEqual(dateInterval(makeDate("1970-02")));
    expect(dateInterval(makeDate("1970-02", { precision: "day" }))).toEqual(dateInterval(makeDate("1970-02")));
  });

  it.each([["1970-06-15~", 7], ["1970-06~", 62], ["1970~", 731]])("widens %s by %i days to each side", (edtf, days) => {
    const exact = dateInterval(makeDate(edtf.replace("~", "")));
    expect(dateInterval(makeDate(edtf))).toEqual({ firstDay: exact.firstDay - days, lastDay: exact.lastDay + days });
  });

  it("reaches a day further where no zone is stated, and covers both calendars where they differ", () => {
    expect(possibleDays(makeDate("1970-01-02"))).toEqual({ firstDay: 0, lastDay: 2 });
    expect(possibleDays(makeDate("1970-01-02", { timeZone: "UTC" }))).toEqual({ firstDay: 1, lastDay: 1 });
    expect(possibleDays(makeDate("1970-01-02", { timeZone: "UTC", beijingDate: "1970-01-02" }))).toEqual({ firstDay: 1, lastDay: 1 });
    expect(possibleDays(makeDate("1970-01-02", { timeZone: "UTC", beijingDate: "1970-01-03" }))).toEqual({ firstDay: 0, lastDay: 3 });
  });

  it("covers two months when the zones disagree about the month, and only one otherwise", () => {
    const atMonthEnd = makeDate("1970-01-31", { precision: "month", timeZone: "UTC", beijingDate: "1970-02-01" });
    expect(possibleDays(atMonthEnd)).toEqual({ firstDay: 0, lastDay: 58 });
    expect(possibleDays({ ...atMonthEnd, precision: "year" })).toEqual({ firstDay: 0, lastDay: 364 });
  });
});

describe("dates that cannot be the same", () => {
  it.each([
    ["2003-10-15", "2003-10-18", true],
    ["2003-10-15", "2003-10-17", false],
    ["2003-10", "2003-11", true],
    ["2003-10", "2003", false],
    ["2003-10-15", "2003-10", false],
    ["1970~", "1972", false],
    ["1970~", "1974", true],
  ])("%s and %s without a zone: %s", (a, b, expected) => {
    expect(areDatesDisjoint(makeDate(a), makeDate(b))).toBe(expected);
  });

  it("tells neighbouring days apart only in one stated calendar", () => {
    const day = makeDate("2003-10-15", { timeZone: "UTC" });
    expect(areDatesDisjoint(day, makeDate("2003-10-16", { timeZone: "UTC" }))).toBe(true);
    expect(areDatesDisjoint(day, makeDate("2003-10-16", { timeZone: "Asia/Shanghai" }))).toBe(false);
    expect(areDatesDisjoint(makeDate("2003-10-15", { timeZone: "UTC", beijingDate: "2003-10-16" }), makeDate("2003-10-17", { timeZone: "UTC" }))).toBe(false);
  });

  it("never separates a date from its own coarser form, and is symmetric", () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...precisions), fc.constantFrom("", "~"), (one, other, precision, about) => {
        const [a, b] = [makeDate(one + about), makeDate(other)];
        expect(areDatesDisjoint(a, truncateDate(a, precision))).toBe(false);
        expect(areDatesDisjoint(a, b)).toBe(areDatesDisjoint(b, a));
      }),
      { seed },
    );
  });

  it("only separates dates whose intervals share no day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), fc.constantFrom(...precisions), (day, shift, precision) => {
        const a = truncateDate(makeDate(day), precision);
        const start = dateInterval(a);
        const b = truncateDate(makeDate(new Date((start.firstDay + shift) * 86_400_000).toISOString().slice(0, 10)), precision);
        const [x, y] = [dateInterval(a), dateInterval(b)];
        const meet = x.firstDay <= y.lastDay && y.firstDay <= x.lastDay;
        expect(meet && areDatesDisjoint(a, b)).toBe(false);
      }),
      { seed },
    );
  });
});

describe("dates in words", () => {
  it.each([
    ["1970-04-24", "24 April 1970", "1970年4月24日"],
    ["1970-04", "April 1970", "1970年4月"],
    ["1970", "1970", "1970年"],
    ["1970~", "about 1970", "约1970年"],
  ])("writes %s as %s and %s", (edtf, english, chinese) => {
    expect(formatDate(makeDate(edtf))).toBe(english);
    expect(formatDate(makeDate(edtf), "zh")).toBe(chinese);
    expect(formatEdtf(edtf)).toBe(english);
  });

  it("says no more than the precision allows", () => {
    expect(formatDate(makeDate("1970-04-24", { precision: "month" }))).toBe("April 1970");
  });

  it("throws on something that is no date", () => {
    expect(() => formatDate(makeDate("1970-02-30"))).toThrow("1970-02-30");
  });
});

describe("zones", () => {
  const atMidnight = makeDate("2017-12-10", { timeZone: "UTC", beijingDate: "2017-12-11" });

  it("names the zone of a day and of nothing coarser", () => {
    expect(zoneLabel(atMidnight)).toBe("UTC");
    expect(zoneLabel(makeDate("2017-12-10", { timeZone: "Asia/Shanghai" }))).toBe("Beijing time");
    expect(zoneLabel(makeDate("2017-12-10"))).toBeUndefined();
    expect(zoneLabel(truncateDate(atMidnight, "month"))).toBeUndefined();
  });

  it("must be said where another calendar shows another day", () => {
    expect(mustNameZone(atMidnight)).toBe(true);
    expect(mustNameZone(makeDate("2017-12-10", { timeZone: "UTC" }))).toBe(false);
    expect(mustNameZone(makeDate("2017-12-10", { timeZone: "Asia/Shanghai" }))).toBe(true);
    expect(mustNameZone({ ...atMidnight, precision: "year" })).toBe(false);
  });

  it("stay with a coarser date only while they make a difference", () => {
    expect(truncateDate(atMidnight, "month")).toEqual({ kind: "date", edtf: "2017-12", precision: "month" });
    const newYear = makeDate("2017-12-31", { timeZone: "UTC", beijingDate: "2018-01-01" });
    expect(beijingDiffers(truncateDate(newYear, "year"))).toBe(true);
  });

  it("refuse to be finer than the date is known", () => {
    expect(() => truncateDate(makeDate("2017"), "day")).toThrow(RangeError);
  });
});
