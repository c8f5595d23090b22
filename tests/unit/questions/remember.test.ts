import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rememberByText } from "@/lib/questions/remember";

function countedLengths(most: number) {
  const made: string[] = [];
  const lengthOf = rememberByText(most, (text) => {
    made.push(text);
    return text.length;
  });
  return { made, lengthOf };
}

describe("a function that keeps its last results", () => {
  it("gives what the function itself gives, whatever is asked and however little is kept", () => {
    const texts = fc.array(fc.constantFrom("", "a", "bb", "ccc", "dddd", "eeeee"), { maxLength: 60 });
    fc.assert(fc.property(texts, fc.integer({ min: 1, max: 4 }), (asked, most) => {
      const { lengthOf } = countedLengths(most);
      for (const text of asked) expect(lengthOf(text)).toBe(text.length);
    }), { seed: 1 });
  });

  it("makes each of the last results once", () => {
    const { made, lengthOf } = countedLengths(3);
    for (const text of ["a", "bb", "ccc", "bb", "a", "ccc"]) lengthOf(text);
    expect(made).toEqual(["a", "bb", "ccc"]);
  });

  it("keeps what is asked for again and again among texts that never come back", () => {
    const { made, lengthOf } = countedLengths(2);
    for (let i = 0; i < 50; i++) for (const text of ["name", `stem ${i}`]) lengthOf(text);
    expect(made.filter((text) => text === "name")).toHaveLength(1);
  });

  it("forgets the oldest, so that it never grows without end", () => {
    const { made, lengthOf } = countedLengths(2);
    for (const text of ["a", "b", "c", "d", "e", "a"]) lengthOf(text);
    expect(made.filter((text) => text === "a")).toHaveLength(2);
  });
});
