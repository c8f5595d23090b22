import { describe, expect, test } from "vitest";
import { cleanCell } from "@/lib/own-facts/clean-cell";
import { guessKind, habitsOf, splitHeading } from "@/lib/own-facts/guess-column";
import type { ColumnKind } from "@/lib/own-facts/own-limits";
import { readCell } from "@/lib/own-facts/read-cell";
import { main } from "./own-base";

/** A cell as it is kept, or its mistake, in a column that has these other cells. */
function kept(kind: ColumnKind, text: string, others: string[] = [], unit?: string): string {
  const read = readCell(main, habitsOf(main, kind, [text, ...others], unit), text);
  return read.ok ? read.value.text : read.error;
}

describe("a date", () => {
  test.each([
    ["24 April 1970", "1970-04-24"], ["April 24, 1970", "1970-04-24"], ["1970-04-24 00:00:00", "1970-04-24"], ["April 1970", "1970-04"], ["1970", "1970"],
    ["1970年4月24日", "1970-04-24"], ["24.4.1970", "1970-04-24"], ["03.04.1970", "1970-04-03"], ["c. 1956", "about 1956"], ["about May 1956", "about 1956-05"], ["1956~", "about 1956"],
    ["2003-10-15 (Beijing time)", "2003-10-15 (Beijing time)"], ["2003-10-15 UTC", "2003-10-15 (UTC)"],
    ["30 February 2001", "no-such-date"], ["2001-13-01", "no-such-date"], ["20010231", "no-such-date"], ["15 October", "no-year"], ["03/04/2005", "ambiguous-date"], ["04/04/2005", "2005-04-04"],
    ["soon", "wrong-kind"], ["2001; 2003", "two-values"], ["1970-04-24 or 1970-04-25", "two-values"],
  ])("written %s is %s", (text, expected) => expect(kept("date", text)).toBe(expected));

  test.each([
    [["25/12/2004"], "2005-04-03"], [["12/25/2004"], "2005-03-04"], [["25/12/2004", "12/25/2004"], "ambiguous-date"],
  ])("03/04/2005 beside %s is %s", (others, expected) => expect(kept("date", "03/04/2005", others)).toBe(expected));
});

describe("an amount", () => {
  test.each([
    ["53.7", "53.7 m"], ["53.7 m", "53.7 m"], ["5 km", "5 km"], ["1,234", "1,234 m"], ["1 234.5", "1,234.5 m"], ["about 8.2", "about 8.2 m"], ["at least 8", "at least 8 m"], ["≥ 8", "at least 8 m"],
    ["-5", "−5 m"], ["−5", "−5 m"], ["2.5 million", "2,500,000 m"], ["twelve", "12 m"], ["0", "0 m"],
    ["5 kg", "unit-mismatch"], ["5 furlongs", "unit-unknown"], ["less than 5", "limit"], ["1e30", "number-out-of-range"], ["0.1234567890123", "number-out-of-range"],
    ["tall", "wrong-kind"], ["5; 6", "two-values"], ["5 m or 6 m", "two-values"],
  ])("in metres, written %s is %s", (text, expected) => expect(kept("quantity", text, [], "m")).toBe(expected));

  test.each([
    ["1,234", ["1,5"], "1.234"], ["1.234", ["1,5"], "1,234"], ["1.234,5", [], "1,234.5"], ["1,234", ["1,5", "2.5"], "1,234"],
  ])("%s beside %s is %s", (text, others, expected) => expect(kept("quantity", text, others)).toBe(expected));

  test("with a unit is a mistake where the column counts", () => expect(readCell(main, { kind: "quantity", decimal: ".", names: new Set() }, "5 kg")).toEqual({ ok: false, error: "unit-mismatch" }));
  test("without a unit is in the unit that the column has most often", () => expect(kept("quantity", "7", ["5 t", "6 t", "9 kg"])).toBe("7 t"));

  test("as it is kept is read again as the same, in every unit and bound", () => {
    for (const { id } of main.units.values()) {
      for (const bound of ["", "about ", "nearly ", "at least ", "up to ", "more than ", "better than "]) {
        for (const amount of ["1", "12", "1,234", "1,234,567.25", "0.001", "-3"]) {
          const once = kept("quantity", `${bound}${amount} ${id}`);
          expect(once, `${bound}${amount} ${id}`).toMatch(/\d/);
          expect(kept("quantity", once)).toBe(once);
        }
      }
    }
  });
});

describe("yes and no", () => {
  test.each([["Yes", "yes"], ["TRUE", "yes"], ["n", "no"], ["否", "no"], ["✓", "yes"], ["perhaps", "wrong-kind"], ["yes; no", "two-values"]])("%s is %s", (text, expected) => expect(kept("boolean", text)).toBe(expected));
});

describe("a name", () => {
  test.each([
    ["Jiuquan", [], "Jiuquan"], ["Jiuquan; Xichang", [], "two-values"], ["Jiuquan / Xichang", [], "two-values"], ["Jiuquan and Xichang", [], "Jiuquan and Xichang"],
    ["Jiuquan and Xichang", ["Jiuquan", "Xichang"], "two-values"], ["Trinidad and Tobago", ["Trinidad"], "Trinidad and Tobago"], ["the", [], "the"],
  ])("%s beside %s is %s", (text, others, expected) => expect(kept("entity", text, others)).toBe(expected));
});

describe("any cell", () => {
  test.each([
    ["  two   words ", "two words"], ["a\nb", "a b"], ["e\u0301", "é"], ["zero\u200Bwidth", "zerowidth"], ["<b>bold</b>", "<b>bold</b>"], ["'=1+2", "=1+2"], ["-5", "-5"], ["+86 10 1234", "+86 10 1234"], ["@handle", "@handle"], ["- first stage (reusable)", "- first stage (reusable)"],
    ["", null],
  ])("%j is kept as %j", (raw, expected) => expect(cleanCell(raw, 100)).toEqual({ ok: true, value: expected }));

  test.each([
    [" \t ", "only-whitespace"], ["\u200B", "only-whitespace"], ["a\u0000b", "control-characters"], ["a\u009Bb", "control-characters"], ["\uD800", "control-characters"], ["a\u202Eb", "bidi-controls"], ["a\u2066b", "bidi-controls"],
    ["=1+2", "formula"], ["＝1+2", "formula"], ["+cmd|' /C calc'!A0", "formula"], ["@SUM(A1)", "formula"], ["-SUM(A1)", "formula"], ["x".repeat(101), "too-long"],
  ])("%j is refused as %s", (raw, code) => expect(cleanCell(raw, 100)).toEqual({ ok: false, error: code }));
});

describe("the kind of a column", () => {
  const none = new Set<string>();
  const guess = (texts: string[], heading = "x", rowNames: ReadonlySet<string> = none) => guessKind(main, { texts, heading, ...(splitHeading(main, heading).unit && { unit: splitHeading(main, heading).unit! }) }, rowNames);

  test.each([
    ["date", ["24 April 1970", "5 Nov 1974", "2001"], "first flight"], ["date", ["1970", "1984", "2003"], "year"], ["quantity", ["1970", "1984", "2003"], "mass (kg)"], ["quantity", ["1970", "1984", "2003"], "number of parts"], ["quantity", ["19700", "1984", "3"], "parts"],
    ["quantity", ["5 t", "700 kg"], "mass"], ["boolean", ["yes", "no", "yes"], "crewed"], ["text", ["5 apples", "6 pears"], "fruit"], ["text", ["burns hydrogen", "burns kerosene", "burns nothing"], "fuel"], ["text", [], "empty"],
    ["entity", ["Jiuquan", "Xichang", "Jiuquan"], "site"], ["text", ["same", "same", "same"], "site"],
    ["date", ["2001-02-03", "2001-02-04", "2001-02-05", "2001-02-06", "later"], "date"], ["text", ["2001-02-03", "later", "soon"], "date"],
  ] as const)("is %s for %j under %s", (kind, texts, heading) => expect(guess([...texts], heading)).toBe(kind));

  test("is entity where the cells name things of the table", () => expect(guess(["Shenzhou", "Tianzhou", "Mengzhou"], "successor", new Set(["shenzhou", "tianzhou"]))).toBe("entity"));
  test.each([["height (m)", "height", "m"], ["mass [kg]", "mass", "kg"], ["range in km", "range", "km"], ["height, m", "height", "m"], ["height (tall)", "height (tall)", undefined], ["interest in art", "interest in art", undefined]])("a unit is taken from the heading %s", (heading, rest, unit) =>
    expect(splitHeading(main, heading)).toEqual({ heading: rest, ...(unit && { unit }) }));
});
