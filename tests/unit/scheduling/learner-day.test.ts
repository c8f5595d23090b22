import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, daysBetween, isTimeZone, learnerDayOf } from "@/lib/scheduling/learner-day";

const dayIn = (timeZone: string, instant: string) => learnerDayOf(Date.parse(instant), { timeZone, dayStartHour: 4 });

describe("the learner's day", () => {
  test.each([
    ["an evening and the minutes after midnight are one day", "Europe/Berlin", "2026-11-23T23:50+01:00", "2026-11-24T00:10+01:00", 0],
    ["03:59 and 04:00 are two days", "Europe/Berlin", "2026-11-23T03:59+01:00", "2026-11-23T04:00+01:00", 1],
    ["midnight in UTC is nothing in Shanghai", "Asia/Shanghai", "2026-11-23T23:50Z", "2026-11-24T00:10Z", 0],
    ["midnight in UTC is nothing in Los Angeles", "America/Los_Angeles", "2026-11-23T23:50Z", "2026-11-24T00:10Z", 0],
    ["almost 24 hours across 04:00 are one day", "UTC", "2026-11-23T04:10Z", "2026-11-24T04:00Z", 1],
    ["a day of 23 hours is one day", "Europe/Berlin", "2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00", 1],
    ["a day of 25 hours is one day", "Europe/Berlin", "2026-10-24T12:00+02:00", "2026-10-25T12:00+01:00", 1],
    ["the hour that comes twice is one day", "Europe/Berlin", "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", 0],
    ["a clock that goes back counts no days", "UTC", "2026-11-24T12:00Z", "2026-11-20T12:00Z", 0],
  ])("%s", (_, zone, from, to, days) => {
    expect(daysBetween(dayIn(zone, from), dayIn(zone, to))).toBe(days);
  });

  test.each([
    ["spring", "2026-03-29T03:59+02:00", "2026-03-28"],
    ["spring", "2026-03-29T04:00+02:00", "2026-03-29"],
    ["autumn", "2026-10-25T03:59+01:00", "2026-10-24"],
    ["autumn", "2026-10-25T04:00+01:00", "2026-10-25"],
  ])("begins at 04:00 on the wall clock on the day clocks change in %s (%s)", (_, instant, day) => {
    expect(dayIn("Europe/Berlin", instant)).toBe(day);
  });

  it("never counts a negative day for someone who flies west across the date line", () => {
    const before = dayIn("Pacific/Auckland", "2026-11-23T20:00Z");
    const after = dayIn("Pacific/Honolulu", "2026-11-23T22:00Z");
    expect(after < before).toBe(true);
    expect(daysBetween(before, after)).toBe(0);
  });

  it("counts a day once for someone who flies east and back again", () => {
    const [home, away, back] = [dayIn("Europe/Berlin", "2026-11-23T18:00Z"), dayIn("Asia/Shanghai", "2026-11-23T21:00Z"), dayIn("Europe/Berlin", "2026-11-24T01:00Z")];
    expect([home, away, back]).toEqual(["2026-11-23", "2026-11-24", "2026-11-23"]);
    expect([daysBetween(home, away), daysBetween(away, back), daysBetween(away, dayIn("Europe/Berlin", "2026-11-24T08:00Z"))]).toEqual([1, 0, 0]);
  });

  it("honours another start of day", () => {
    expect(learnerDayOf(Date.parse("2026-11-24T00:10Z"), { timeZone: "UTC", dayStartHour: 0 })).toBe("2026-11-24");
  });

  it("never goes back while time goes on, in any zone", () => {
    const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "Asia/Kathmandu");
    const instants = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2035-01-01") });
    fc.assert(
      fc.property(zones, instants, fc.nat(10_000_000), (timeZone, instant, later) => {
        const rule = { timeZone, dayStartHour: 4 };
        expect(learnerDayOf(instant, rule) <= learnerDayOf(instant + later, rule)).toBe(true);
      }),
    );
  });
});

describe("days", () => {
  it("are added as the calendar adds them, leap years and centuries included", () => {
    const days = fc.tuple(fc.date({ min: new Date("1600-01-01"), max: new Date("2600-01-01"), noInvalidDate: true }), fc.nat(40_000));
    fc.assert(
      fc.property(days, ([from, count]) => {
        const day = from.toISOString().slice(0, 10);
        const later = new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(day, count)).toBe(later);
        expect(daysBetween(day, later)).toBe(count);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it("are added and counted alike", () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(5_000), (start, days) => {
        const day = addDays("1990-01-01", start);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  test.each([["Asia/Shanghai", true], ["UTC", true], ["Mars/Olympus", false], ["", false], ["2026-01-01", false], ["2026-01-01T00:00[UTC]", false]])(
    "know whether %s is a time zone: %s",
    (zone, known) => expect(isTimeZone(zone)).toBe(known),
  );

  it("can be counted in every zone that is known, also where the platform knows old short names", () => {
    const shortNames = ["ACT", "AET", "AGT", "ART", "AST", "BET", "BST", "CAT", "CNT", "CST", "CTT", "EAT", "ECT", "IET", "IST", "JST", "MIT", "NET", "NST", "PLT", "PNT", "PRT", "PST", "SST", "VST"];
    const odd = ["europe/berlin", "EST5EDT", "SystemV/AST4", "US/Pacific-New", "Etc/GMT+8", "+08:00", "-23:59", "+24:00", "Z", "GMT+8", "Factory", "Etc/Unknown"];
    const known = [...Intl.supportedValuesOf("timeZone"), ...shortNames, ...odd].filter(isTimeZone);
    for (const timeZone of known) expect(learnerDayOf(Date.parse("2026-11-24T12:00Z"), { timeZone, dayStartHour: 4 })).toMatch(/^2026-11-2[345]$/);
    expect(known.length).toBeGreaterThan(400);
  });
});
