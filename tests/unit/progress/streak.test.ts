import { describe, expect, it } from "vitest";
import { dayNumber } from "@/lib/progress/day-number";
import { answeredDays, streakOf } from "@/lib/progress/streak";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { answerAt, recorded } from "./recorded";

type Place = [instant: string, timeZone: string];

/** The streak of answers at places in time, seen from another place; or from that of the last answer. */
function streakFrom(answers: Place[], [instant, timeZone]: Place = answers.at(-1)!) {
  const days = answeredDays(recorded(answers.map(([at, zone]) => answerAt(at, zone))), null);
  const atMs = Date.parse(instant);
  return streakOf(days, { day: dayNumber(learnerDayOf(atMs, { timeZone, dayStartHour: 4 })), atMs });
}

const inUtc = (...instants: string[]): Place[] => instants.map((instant) => [instant, "UTC"]);

describe("days in a row", () => {
  it("are none before the first answer, and one on the first day", () => {
    expect(streakOf([], { day: 20_000, atMs: 20_000 * 86_400_000 })).toEqual({ current: 0, longest: 0 });
    expect(streakFrom(inUtc("2026-11-20T09:00Z", "2026-11-20T21:00Z"))).toEqual({ current: 1, longest: 1 });
  });

  it("end with a day without an answer, and the longest run stays", () => {
    expect(streakFrom(inUtc("2026-11-01T09:00Z", "2026-11-02T09:00Z", "2026-11-03T09:00Z", "2026-11-05T09:00Z", "2026-11-06T09:00Z"))).toEqual({ current: 2, longest: 3 });
  });

  it("go on while today has no answer yet, and are over when yesterday had none", () => {
    const answers = inUtc("2026-11-01T09:00Z", "2026-11-02T09:00Z");
    expect(streakFrom(answers, ["2026-11-04T03:59Z", "UTC"])).toEqual({ current: 2, longest: 2 });
    expect(streakFrom(answers, ["2026-11-04T10:00Z", "UTC"])).toEqual({ current: 0, longest: 2 });
  });

  it("survive the flight west over the date line, which leaves a day out", () => {
    const flown: Place[] = [["2026-11-16T05:00Z", "Pacific/Honolulu"], ["2026-11-17T06:00Z", "Pacific/Honolulu"], ["2026-11-18T00:00Z", "Asia/Tokyo"]];
    const days = answeredDays(recorded(flown.map(([at, zone]) => answerAt(at, zone))), null);
    expect(days.map(({ day }) => day - days[0]!.day)).toEqual([0, 1, 3]);
    expect(streakFrom(flown)).toEqual({ current: 3, longest: 3 });
  });

  it("go on after the flight west before the next answer, as long as no more than 24 hours have passed", () => {
    const before: Place[] = [["2026-11-16T06:00Z", "Pacific/Honolulu"], ["2026-11-17T06:00Z", "Pacific/Honolulu"]];
    expect(streakFrom(before, ["2026-11-18T06:00Z", "Asia/Tokyo"]).current).toBe(2);
    expect(streakFrom(before, ["2026-11-18T06:01Z", "Asia/Tokyo"]).current).toBe(0);
  });

  it("survive the flight east, which lives a day twice, and count it once", () => {
    const flown: Place[] = [["2026-11-17T01:00Z", "Asia/Tokyo"], ["2026-11-18T01:00Z", "Asia/Tokyo"], ["2026-11-18T20:00Z", "Pacific/Honolulu"], ["2026-11-19T20:00Z", "Pacific/Honolulu"]];
    expect(streakFrom(flown)).toEqual({ current: 3, longest: 3 });
    expect(streakFrom(flown.slice(0, 2), ["2026-11-18T10:00Z", "Pacific/Honolulu"])).toEqual({ current: 2, longest: 2 });
  });

  it.each([
    ["forward", ["2026-03-06T08:30Z", "2026-03-07T08:30Z", "2026-03-08T08:30Z", "2026-03-09T08:30Z"], 4],
    ["back", ["2026-10-30T08:30Z", "2026-10-31T08:30Z", "2026-11-01T08:30Z", "2026-11-02T08:30Z"], 3],
  ])("survive clocks that go %s, where the same hour is now before and now after the beginning of the day", (_, instants, days) => {
    expect(streakFrom(instants.map((instant) => [instant, "America/New_York"]))).toEqual({ current: days, longest: days });
  });

  it("are not held together by two days without an answer, however they were passed", () => {
    expect(streakFrom([["2026-11-17T13:00Z", "Pacific/Honolulu"], ["2026-11-19T13:30Z", "Asia/Tokyo"]])).toEqual({ current: 1, longest: 1 });
  });

  it("are about the facts that are looked at", () => {
    const history = recorded([answerAt("2026-11-16T09:00Z", "UTC", "a"), answerAt("2026-11-17T09:00Z", "UTC", "b")]);
    expect(answeredDays(history, Uint8Array.of(0, 1))).toEqual([{ day: dayNumber("2026-11-17"), firstMs: Date.parse("2026-11-17T09:00Z"), lastMs: Date.parse("2026-11-17T09:00Z") }]);
  });
});
