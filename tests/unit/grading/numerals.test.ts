import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHanNumeral, parseRoman, writeHanNumeralsAsDigits } from "@/lib/grading/numerals";

describe("parseHanNumeral", () => {
  it.each([
    ["五", 5], ["十", 10], ["十五", 15], ["二十", 20], ["二十三", 23], ["一百零一", 101], ["两百", 200], ["一千二百三十四", 1234],
    ["二〇〇三", 2003], ["一九七〇", 1970], ["三万", 30_000], ["一百二十万", 1_200_000], ["一亿二千万", 120_000_000], ["零", 0],
  ])("reads %s as %d", (run, value) => {
    expect(parseHanNumeral(run)).toBe(value);
  });

  it.each(["千", "万", "百", "", "五五十", "一二三百"])("does not take %j for a number", (run) => {
    expect(parseHanNumeral(run)).toBeNull();
  });

  it("leaves a name like 千帆 alone and opens 长征五号", () => {
    expect(writeHanNumeralsAsDigits("千帆")).toBe("千帆");
    expect(writeHanNumeralsAsDigits("长征五号")).toBe("长征 5 号");
  });
});

describe("parseRoman", () => {
  const roman = (n: number) => "x".repeat(Math.floor(n / 10)) + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][n % 10];

  it("reads every numeral from 1 to 39", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 39 }), (n) => { expect(parseRoman(roman(n))).toBe(n); }), { seed: 1 });
  });

  it.each(["", "c", "d", "m", "l", "iiii", "vx", "xxxx", "b", "via"])("takes %j for letters", (word) => {
    expect(parseRoman(word)).toBeNull();
  });
});
