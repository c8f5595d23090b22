import { expect, test } from "vitest";
import { mostCompared, readChosen } from "@/lib/drawings/comparison-query";

test.each([
  ["a list in one value", "cz-5,cz-3b", ["cz-5", "cz-3b"]],
  ["one value each", ["cz-5", "cz-3b"], ["cz-5", "cz-3b"]],
  ["spaces and repeats", " cz-5 ,cz-5,,cz-7", ["cz-5", "cz-7"]],
  ["what is no id", "cz-5,<b>,../etc,CZ-7,-x", ["cz-5"]],
  ["nothing", undefined, []],
  ["something else", 5, []],
  ["a huge value", "x".repeat(100_000), []],
  ["more values than a form sends", Array.from({ length: 101 }, () => "cz-5"), []],
])("%s is read as ids", (_, given, ids) => {
  expect(readChosen(given)).toEqual({ ids, isCut: false });
});

test("no more than twelve are taken, and it says so", () => {
  const all = Array.from({ length: 15 }, (_, i) => `cz-${i}`);
  expect(readChosen(all.join(","))).toEqual({ ids: all.slice(0, mostCompared), isCut: true });
});
