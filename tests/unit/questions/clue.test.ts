import { describe, expect, it } from "vitest";
import { findClue } from "@/lib/questions/clue";

describe("a clue in the stem", () => {
  it.each([
    ["a word of four letters", "Which programme does the Gaofen satellite belong to?", "Gaofen project", [], "gaofen"],
    ["a digit group", "How many stages has Long March 3?", "3", [], "3"],
    ["a Han character", "长征五号用什么发动机?", "五", [], "五"],
    ["a word in another case", "What is TIANHE part of?", "Tianhe core", [], "tianhe"],
  ])("is found: %s", (_, stem, key, others, clue) => {
    expect(findClue(stem, key, others)).toBe(clue);
  });

  it.each([
    ["a short word", "Who is the one?", "the who", []],
    ["digits inside a longer number", "When did Long March 1 fly?", "1970", []],
    ["a word that all options share", "Which launch center was used?", "Jiuquan Launch Center", ["Taiyuan Launch Center", "Xichang Launch Center"]],
  ])("is not: %s", (_, stem, key, others) => {
    expect(findClue(stem, key, others)).toBeUndefined();
  });

  it("is found when only some of the other options share the word", () => {
    expect(findClue("Which launch center was used?", "Jiuquan Launch Center", ["Taiyuan Launch Center", "Wenchang"])).toBe("launch");
  });
});
