import { describe, expect, it } from "vitest";
import { parseEnglishNumber } from "@/lib/grading/english-numbers";

describe("parseEnglishNumber", () => {
  it.each([
    ["five", 5, 1], ["fifth", 5, 1], ["twenty one", 21, 2], ["twentieth", 20, 1], ["two hundredth launch", 200, 2], ["eleven", 11, 1], ["hundredth", 100, 1], ["six bells", 6, 1],
    ["one hundred and five", 105, 4], ["two thousand three hundred and fifty kg", 2350, 6], ["twenty thousand", 20_000, 2], ["two hundred thousand", 200_000, 3],
    ["thousand", 1000, 1], ["fourteen fifteen", 14, 1], ["hundred and more", 100, 1], ["five and six", 5, 1],
  ])("reads %j as %d from %d words", (text, value, length) => {
    expect(parseEnglishNumber(text.split(" "), 0)).toEqual({ value, length });
  });

  it("finds no number where there is none", () => {
    expect(parseEnglishNumber(["march"], 0)).toBeNull();
    expect(parseEnglishNumber([], 0)).toBeNull();
  });
});
