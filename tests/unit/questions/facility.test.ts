import { describe, expect, it } from "vitest";
import { predictedFacility } from "@/lib/questions/facility";
import { generateBank } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { spaceBase } from "./space-base";

const features = { guess: 0.25, likeness: 0.5, renown: 0.5, steps: 0 };
const like = { type: "multiple-choice", difficulty: "medium", options: [], features } as unknown as Item;
const facility = (change: Partial<Item> = {}, changed: Partial<Item["features"]> = {}) => predictedFacility({ ...like, ...change, features: { ...features, ...changed } });

describe("the predicted facility", () => {
  it("lies between the chance of guessing and one for every item of a bank", () => {
    const bank = [...generateBank(spaceBase(), { seed: 1 })];
    expect(bank.length).toBeGreaterThan(300);
    for (const item of bank) {
      expect(predictedFacility(item)).toBeGreaterThan(Math.max(0, item.features.guess));
      expect(predictedFacility(item)).toBeLessThan(1);
    }
  });

  it.each([
    ["an easier band", facility({ difficulty: "easy" }), facility({ difficulty: "hard" })],
    ["a better known subject", facility({}, { renown: 1 }), facility({}, { renown: 0 })],
    ["less alike options", facility({}, { likeness: 0 }), facility({}, { likeness: 1 })],
    ["fewer facts to know", facility({}, { steps: 0 }), facility({}, { steps: 0.5 })],
    ["a better chance to guess", facility({}, { guess: 0.5 }), facility({}, { guess: 0.25 })],
    ["options instead of typing", facility({ type: "cloze", options: [{ text: "a" }] }), facility({ type: "cloze" })],
  ])("is greater for %s", (_, easier, harder) => {
    expect(easier).toBeGreaterThan(harder);
  });
});
