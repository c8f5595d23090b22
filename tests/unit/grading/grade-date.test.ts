import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDate } from "@/lib/facts/dates";
import { gradeDate } from "@/lib/grading/grade-date";
import { makeDate } from "@/tests/support/fact-base";

const april24 = makeDate("1970-04-24");
const grade = (typed: string, value = april24) => gradeDate(value, typed);

describe("gradeDate", () => {
  it.each([
    "1970-04-24", "1970-4-24", "1970/04/24", "1970.4.24", "19700424", "24 April 1970", "24 Apr 1970", "24. April 1970", "24apr1970", "April 24, 1970", "Apr. 24 1970",
    "24th of April, 1970", "the 24th April 1970", "Friday, 24 April 1970", "1970 April 24", "24.4.1970", "24/04/1970", "4/24/1970", "1970年4月24日", "１９７０年４月２４日",
    "一九七〇年四月二十四日", "1970年4月24号",
  ])("takes %j for 24 April 1970", (typed) => {
    expect(grade(typed)).toMatchObject({ verdict: "exact", score: 1 });
  });

  it.each([
    "1968, 1969, 1970", "1969, 1970", "24 April 1971", "25 April 1970", "1971", "May 1970", "24 April 1970 or 25 April 1970", "1970-02-30", "1970-13-01", "", "spring", "1970s",
  ])("does not take %j for it", (typed) => {
    expect(grade(typed)).toMatchObject({ verdict: "wrong", score: 0 });
  });

  it("gives half for a coarser right date and names what is missing", () => {
    expect(grade("1970")).toMatchObject({ verdict: "partial", score: 0.5, note: { key: "asksDay" } });
    expect(grade("April 1970")).toMatchObject({ verdict: "partial", score: 0.5, note: { key: "asksDay" } });
    expect(grade("1970年4月")).toMatchObject({ verdict: "partial", score: 0.5 });
    expect(grade("1970", makeDate("1970-04"))).toMatchObject({ verdict: "partial", score: 0.5, note: { key: "asksMonth" } });
  });

  it("takes a finer date as right when it agrees at the precision asked for", () => {
    expect(grade("24 April 1970", makeDate("1970-04"))).toMatchObject({ verdict: "exact", score: 1 });
    expect(grade("24 May 1970", makeDate("1970-04"))).toMatchObject({ verdict: "wrong", score: 0 });
    expect(grade("April 1970", makeDate("1970"))).toMatchObject({ verdict: "exact", score: 1 });
    expect(grade("1970", makeDate("1970~"))).toMatchObject({ verdict: "exact", score: 1 });
    expect(grade("1969", makeDate("1970"))).toMatchObject({ verdict: "wrong", score: 0 });
    expect(grade("1968, 1969, 1970", makeDate("1970"))).toMatchObject({ verdict: "wrong", score: 0 });
  });

  it("asks again when day and month can be swapped, unless the precision makes it the same", () => {
    const value = makeDate("2019-03-01");
    for (const typed of ["3/1/2019", "1/3/2019", "03-01-2019", "5.6.2019"]) {
      expect(grade(typed, value)).toMatchObject({ verdict: "ambiguous", score: 0, note: { key: "dayOrMonth" } });
    }
    expect(grade("3/1/2019", makeDate("2019"))).toMatchObject({ verdict: "exact", score: 1 });
    expect(grade("3/3/2019", makeDate("2019-03-03"))).toMatchObject({ verdict: "exact", score: 1 });
  });

  it("asks again for a year that is missing or short", () => {
    for (const typed of ["24 April", "April 24", "24.4.70", "4月24日"]) {
      expect(grade(typed)).toMatchObject({ verdict: "ambiguous", score: 0, note: { key: "yearMissing" } });
    }
  });

  describe("for a day that differs in Beijing", () => {
    const value = makeDate("2017-12-10", { timeZone: "UTC", beijingDate: "2017-12-11" });

    it("gives half for the day in Beijing and names the zone that was asked for", () => {
      expect(grade("10 December 2017", value)).toMatchObject({ verdict: "exact", score: 1 });
      expect(grade("11 December 2017", value)).toMatchObject({ verdict: "near", score: 0.5, note: { key: "otherZone", values: { zone: "UTC" } } });
      expect(grade("12 December 2017", value)).toMatchObject({ verdict: "wrong", score: 0 });
    });

    it("takes a day that names its zone in that zone", () => {
      expect(grade("10 December 2017 UTC", value)).toMatchObject({ verdict: "exact", score: 1 });
      expect(grade("11 December 2017 (Beijing time)", value)).toMatchObject({ verdict: "exact", score: 1 });
      expect(grade("北京时间2017年12月11日", value)).toMatchObject({ verdict: "exact", score: 1 });
      expect(grade("11 December 2017 UTC", value)).toMatchObject({ verdict: "wrong", score: 0 });
      expect(grade("10 December 2017 Beijing time", value)).toMatchObject({ verdict: "wrong", score: 0 });
    });
  });

  it("takes every day as the app itself writes it", () => {
    const days = fc.record({ year: fc.integer({ min: 1900, max: 2099 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
    fc.assert(
      fc.property(days, fc.constantFrom("en", "zh", "iso"), ({ year, month, day }, style) => {
        const edtf = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const value = makeDate(edtf);
        const typed = style === "iso" ? edtf : formatDate(value, style as "en" | "zh");
        expect(grade(typed, value)).toMatchObject({ verdict: "exact", score: 1 });
        expect(grade(typed, makeDate(`${year + 1}${edtf.slice(4)}`)).score).toBe(0);
      }),
      { seed: 31, numRuns: 500 },
    );
  });
});
