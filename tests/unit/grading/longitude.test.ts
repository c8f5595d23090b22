import { describe, expect, it } from "vitest";
import { withSign } from "@/lib/grading/longitude";

describe("withSign", () => {
  it.each([
    ["51.5° E", "51.5"], ["51.5E", "51.5"], ["51.5 degrees east", "51.5"], ["51.5 deg E", "51.5"], ["东经51.5度", "51.5"], ["51.5° E longitude", "51.5"], ["51.5 W", "-51.5"],
    ["51.5° west", "-51.5"], ["西经 51.5", "-51.5"], ["51.5°", "51.5°"], ["51.5 degrees", "51.5 degrees"], ["-51.5", "-51.5"], ["the", "the"],
  ])("writes %s as %s", (typed, signed) => {
    expect(withSign(typed)).toBe(signed);
  });
});
