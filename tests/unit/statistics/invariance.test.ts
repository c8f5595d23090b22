import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseItems } from "@/lib/statistics/analyse-items";
import type { ResponseRow } from "@/lib/statistics/responses";
import { seededRandom, shuffled } from "@/lib/shared/random";
import { choiceItem, chosenRows } from "./paper";

const items = ["x", "y", "z", "w"].map((id) => choiceItem(id));
const linesOf = (fewest: number) =>
  fc.array(fc.string({ unit: fc.constantFrom("a", "a", "b", "c", "d", "-", "."), minLength: 4, maxLength: 4 }), { minLength: fewest, maxLength: 70, size: "max" });
const lines = linesOf(1);
const allAnswered = lines.map((text) => text.map((line) => line.replaceAll(/[-.]/g, "b")));

/** Figures that do not hang on how many there are: of means and ratios. */
const lasting = ({ test, items: figures }: ReturnType<typeof analyseItems>) => ({
  test: [test.mean, test.median, test.alpha],
  items: figures.map((item) => [
    item.facility, item.discriminationIndex, item.discriminativeEfficiency, item.upperLower, item.intendedWeight, item.effectiveWeight,
    ...item.options.map(({ meanTotal, meanRest }) => [meanTotal, meanRest]),
  ]),
});

/** The same figures but for rounding. */
function expectAlike(actual: unknown, expected: unknown): void {
  if (typeof expected === "number" && typeof actual === "number") return expect(actual).toBeCloseTo(expected, 7);
  if (!Array.isArray(expected) || !Array.isArray(actual)) return expect(actual).toEqual(expected);
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => expectAlike(actual[i], value));
}

function expectLasting(actual: ReturnType<typeof analyseItems>, expected: ReturnType<typeof analyseItems>): void {
  expectAlike(lasting(actual).test, lasting(expected).test);
  expectAlike(lasting(actual).items, lasting(expected).items);
}

describe("item analysis", () => {
  it("says the same whatever order people come in", () => {
    fc.assert(
      fc.property(lines, fc.nat(), (text, seed) => {
        const rows = chosenRows(text);
        expectLasting(analyseItems(items, shuffled(seededRandom(seed), rows)), analyseItems(items, rows));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("says the same of everybody twice, but is surer", () => {
    fc.assert(
      fc.property(linesOf(30).map((text) => text.map((line) => line.replaceAll(".", "-"))), (text) => {
        const [once, twice] = [analyseItems(items, chosenRows(text)), analyseItems(items, chosenRows([...text, ...text]))];
        expectLasting(twice, once);
        twice.items.forEach(({ right }, i) => expect(right.interval.high - right.interval.low).toBeLessThanOrEqual(once.items[i]!.right.interval.high - once.items[i]!.right.interval.low));
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  it("tells people and items apart as before when everybody gets the same gift of points at one item", () => {
    const gifted = (rows: ResponseRow[]) => rows.map((row) => ({ ...row, scores: row.scores.map((score, i) => (i === 0 && typeof score === "number" ? score + 2 : score)) }));
    fc.assert(
      fc.property(allAnswered, (text) => {
        const rows = chosenRows(text);
        const [before, after] = [analyseItems(items, rows), analyseItems(items, gifted(rows))];
        expectAlike([after.test.standardDeviation, after.test.skewness, after.test.kurtosis, after.test.alpha], [before.test.standardDeviation, before.test.skewness, before.test.kurtosis, before.test.alpha]);
        expect(after.test.mean).toBeCloseTo(before.test.mean! + 2, 9);
        const unchanged = (all: typeof before) => all.items.map((item) => [item.standardDeviation, item.discriminationIndex, item.discriminativeEfficiency, item.upperLower, item.effectiveWeight]);
        expectAlike(unchanged(after).slice(1), unchanged(before).slice(1));
        // D is of scores, which the gift shifts alike in both groups.
        expectAlike(unchanged(after)[0], unchanged(before)[0]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("turns the index round when an item is scored the other way, and only there", () => {
    const turned = (rows: ResponseRow[]) => rows.map((row) => ({ ...row, scores: row.scores.map((score, i) => (i === 0 ? 1 - (score as number) : score)) }));
    fc.assert(
      fc.property(allAnswered, (text) => {
        const rows = chosenRows(text);
        const [before, after] = [analyseItems(items, rows).items[0]!, analyseItems(items, turned(rows)).items[0]!];
        if (before.discriminationIndex === null) expect(after.discriminationIndex).toBeNull();
        else expect(after.discriminationIndex).toBeCloseTo(-before.discriminationIndex, 7);
      }),
      { seed: 4, numRuns: 60 },
    );
  });
});
