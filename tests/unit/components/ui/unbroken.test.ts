import { describe, expect, it } from "vitest";
import { unbroken } from "@/components/ui/unbroken";

describe("a line of text", () => {
  it.each([
    ["On what date did Shenzhou 5 lift off?", "On what date did Shenzhou_5 lift off?"],
    ["It was launched by Long March 2F.", "It was launched by Long March_2F."],
    ["It lifted off at last, 24 April 1970, in the evening.", "It lifted off at last, 24_April_1970, in the evening."],
    ["Its mass was 8,200 kg.", "Its mass was_8,200 kg."],
    ["Nothing to keep.", "Nothing to keep."],
  ])("“%s” breaks nowhere beside a number", (text, expected) => {
    expect(unbroken(text)).toBe(expected.replaceAll("_", "\u00a0"));
  });
});
