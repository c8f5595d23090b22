import { expect, it, test } from "vitest";
import { hardestFacts, isWeak, type BegunFact } from "@/lib/progress/weak-facts";

const fact = (factId: string, lapseCount: number, recall: number, stabilityDays = 3): BegunFact => ({ factId, lapseCount, recall, stabilityDays });

test.each([
  ["fragile", fact("a", 0, 0.99, 6.9), true],
  ["likely forgotten", fact("a", 0, 0.79, 100), true],
  ["firm", fact("a", 9, 0.81, 7), false],
])("a fact that is %s: weak is %s", (_, each, expected) => {
  expect(isWeak(each)).toBe(expected);
});

it("puts first what was forgotten most, then what is least likely recalled", () => {
  const facts = [fact("likely", 1, 0.9), fact("often", 4, 0.95), fact("unlikely", 1, 0.5)];
  expect(hardestFacts(facts).map(({ factId }) => factId)).toEqual(["often", "unlikely", "likely"]);
});

it("leaves out what is merely new, and what was forgotten often but holds by now", () => {
  expect(hardestFacts([fact("new", 0, 0.95), fact("mastered", 6, 0.95, 90)])).toEqual([]);
  expect(hardestFacts([fact("sinking", 0, 0.7, 90)])).toHaveLength(1);
});
