import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignmentDistance, allowedTypos } from "@/lib/grading/distance";

/** Straight from the definition, without a table. */
function slowDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const steps = [
    slowDistance(a.slice(1), b) + 1,
    slowDistance(a, b.slice(1)) + 1,
    slowDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) steps.push(slowDistance(a.slice(2), b.slice(2)) + 1);
  return Math.min(...steps);
}

describe("alignmentDistance", () => {
  it.each([
    ["jiuquan", "jiuqan", 1], ["liwei", "liwie", 1], ["ca", "abc", 3], ["", "", 0], ["", "ab", 2], ["tianzhou", "tiangong", 4],
  ])("between %j and %j is %d", (a, b, distance) => {
    expect(alignmentDistance(a, b, 5)).toBe(distance);
    expect(alignmentDistance(b, a, 5)).toBe(distance);
  });

  it("agrees with the definition up to every limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        expect(alignmentDistance(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe("allowedTypos", () => {
  it.each([[0, 0], [3, 0], [4, 1], [7, 1], [8, 2], [12, 2], [13, 3], [60, 3]])("for %d letters are %d", (letters, allowed) => {
    expect(allowedTypos(letters)).toBe(allowed);
  });
});
