import { describe, expect, it, test } from "vitest";
import { analyseItems } from "@/lib/statistics/analyse-items";
import { fourteenSlots, sevenSlots } from "./moodle-quizzes";
import { itemsOf, rowsOf } from "./paper";

const analyse = ({ maxPoints, marks }: { maxPoints: number[]; marks: number[][] }) =>
  analyseItems(itemsOf(maxPoints), rowsOf(marks.map((row) => row.map((mark, i) => mark / maxPoints[i]!))));

const fields = ["facility", "standardDeviation", "effectiveWeight", "discriminationIndex", "discriminativeEfficiency"] as const;

/** As far as the digits that are published go. */
function expectNear(actual: number | null, expected: number | null, what: string): void {
  if (expected === null) expect(actual, what).toBeNull();
  else expect(Math.abs(actual! - expected), what).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

describe.each([["25 attempts at 7 questions", sevenSlots], ["22 attempts at 14 questions", fourteenSlots]])("the figures that Moodle expects of %s", (_, quiz) => {
  test.each(fields)("%s of each question", (field) => {
    analyse(quiz).items.forEach((item, i) => expectNear(item[field], quiz[field][i]!, `${field} of question ${i + 1}`));
  });
});

it("gives the figures that Moodle expects of the test as a whole", () => {
  const { test: whole } = analyse(sevenSlots);
  expect(whole).toMatchObject({ attempts: 25, items: 7 });
  for (const [name, value] of Object.entries(sevenSlots.test)) expectNear(whole[name as keyof typeof sevenSlots.test], value, name);
});

it("adds the weights up to 100", () => {
  for (const quiz of [sevenSlots, fourteenSlots]) {
    const { items } = analyse(quiz);
    expect(items.reduce((sum, item) => sum + item.intendedWeight!, 0)).toBeCloseTo(100, 9);
    expect(items.reduce((sum, item) => sum + (item.effectiveWeight ?? 0), 0)).toBeCloseTo(100, 9);
  }
});
