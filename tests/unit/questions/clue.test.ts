import { describe, expect, it } from "vitest";
import { findClue } from "@/lib/questions/clue";

describe("a clue in the stem", () => {
  it.each([
    ["a word of four letters", "Which programme does the Gaofen satellite belong to?", "Gaofen project", [], "gaofen"],
    ["a digit group", "How many stages has Long March 3?", "3", [], "3"],
    ["a Han character", "长征五号用什么发动机?", "五", [], "五"],
    ["a word in another case", "What is TIANHE part of?", "Tianhe core", [], "tianhe"],
    ["the number of a series, whatever the variant", "What is CZ-3B a variant of?", "CZ-3", [], "cz 3"],
  ])("is found: %s", (_, stem, key, others, clue) => {
    expect(findClue(stem, key, others)).toBe(clue);
  });

  it.each([
    ["a short word", "Who is the one?", "the who", []],
    ["digits inside a longer number", "When did Long March 1 fly?", "1970", []],
    ["digits of a decimal", "How wide is Long March 2?", "2.25 m", []],
    ["digits of a number with separators", "How heavy is Long March 2?", "2,189 t", []],
    ["a number that is another with its variant letter", "Which rocket launched BeiDou-3 G3?", "CZ-3B", []],
    ["a word that all options share", "Which launch center was used?", "Jiuquan Launch Center", ["Taiyuan Launch Center", "Xichang Launch Center"]],
  ])("is not: %s", (_, stem, key, others) => {
    expect(findClue(stem, key, others)).toBeUndefined();
  });

  it("is not a word that helps nobody", () => {
    const harmless = new Set(["satellite"]);
    expect(findClue("From where did the satellite start?", "Jiuquan Satellite Launch Center", [], harmless)).toBeUndefined();
    expect(findClue("From where in Jiuquan did the satellite start?", "Jiuquan Satellite Launch Center", [], harmless)).toBe("jiuquan");
  });

  it("is found when only some of the other options share the word", () => {
    expect(findClue("Which launch center was used?", "Jiuquan Launch Center", ["Taiyuan Launch Center", "Wenchang"])).toBe("launch");
  });
});
