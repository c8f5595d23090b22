import { describe, expect, it } from "vitest";
import { needSentences, splitAround } from "@/components/facts/fact-frames";

const fact = (text: string, statement: string) => ({ text, statement });

describe("facts under one label", () => {
  it("need no sentences when they differ in their values only", () => {
    const facts = [fact("Jiuquan", "Long March 2D has been launched from the Jiuquan."), fact("Xichang", "Long March 2D has been launched from Xichang.")];
    expect(needSentences(facts)).toBe(false);
  });

  it("need no sentences when they differ in their dates, which are noted beside them", () => {
    const facts = [fact("space biology", "As of 2010, the company was active in space biology."), fact("electronics", "The company was active in electronics.")];
    expect(needSentences(facts)).toBe(false);
  });

  it("need sentences when something else narrows them", () => {
    const facts = [fact("kerosene", "Long March 5 burns kerosene in the boosters."), fact("hydrogen", "Long March 5 burns hydrogen in the first stage.")];
    expect(needSentences(facts)).toBe(true);
  });

  it("need sentences when a value is worded otherwise in its sentence", () => {
    expect(needSentences([fact("yes", "It is a launch site."), fact("no", "It is not a launch site.")])).toBe(true);
  });

  it("need no sentence when there is one", () => {
    expect(needSentences([fact("57 m", "Long March 5 is 57 m high.")])).toBe(false);
  });
});

describe("a sentence", () => {
  it("is cut around its value", () => {
    expect(splitAround(fact("57 m", "It is 57 m high."))).toEqual({ before: "It is ", value: "57 m", after: " high." });
  });

  it("stays whole when the value does not stand in it", () => {
    expect(splitAround(fact("yes", "It is a launch site."))).toEqual({ before: "It is a launch site.", value: "", after: "" });
  });
});
