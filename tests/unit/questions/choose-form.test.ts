import { describe, expect, it } from "vitest";
import { chooseItem } from "@/lib/questions/choose-form";
import type { Item, ItemType } from "@/lib/questions/item";
import { asItemId, asPredicateId } from "@/lib/shared/ids";
import { seededRandom } from "@/lib/shared/random";

const makeItem = (type: ItemType, template = "p/forward/1"): Item => ({
  id: asItemId(`${type}-${template}`), type, predicate: asPredicateId("p"), direction: "forward", locale: "en", difficulty: "medium", features: { guess: 0, likeness: 0, renown: 0, steps: 0 },
  stem: "What?", options: [], key: { text: "that" }, tests: [], asserts: [], template, seed: 1,
});
const all = [makeItem("flashcard"), makeItem("short-answer"), makeItem("multiple-choice")];
const typesChosen = (stabilityDays: number | null, items = all) =>
  new Set(Array.from({ length: 60 }, (_, seed) => chooseItem(items, { stabilityDays, random: seededRandom(seed) })?.type));

describe("the form for a fact", () => {
  it.each([
    ["a new fact", null, ["multiple-choice"]],
    ["a fragile memory", 2.9, ["multiple-choice"]],
    ["a growing memory", 7, ["flashcard", "short-answer"]],
    ["a firm memory", 40, ["short-answer"]],
  ])("%s", (_, stabilityDays, types) => {
    expect(typesChosen(stabilityDays)).toEqual(new Set(types));
  });

  it("falls back to what there is", () => {
    expect(typesChosen(null, [makeItem("short-answer")])).toEqual(new Set(["short-answer"]));
    expect(typesChosen(40, [makeItem("multiple-choice")])).toEqual(new Set(["multiple-choice"]));
    expect(chooseItem([], { stabilityDays: null, random: seededRandom(1) })).toBeUndefined();
  });

  it("changes the wording from one time to the next where it can", () => {
    const items = [makeItem("multiple-choice", "p/forward/1"), makeItem("multiple-choice", "p/inverse/1")];
    for (let seed = 0; seed < 30; seed++) {
      const chosen = chooseItem(items, { stabilityDays: 1, previousTemplate: "p/forward/1", random: seededRandom(seed) });
      expect(chosen?.template).toBe("p/inverse/1");
    }
    const only = chooseItem(items.slice(0, 1), { stabilityDays: 1, previousTemplate: "p/forward/1", random: seededRandom(1) });
    expect(only?.template).toBe("p/forward/1");
  });
});
