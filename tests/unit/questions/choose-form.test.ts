import { describe, expect, it } from "vitest";
import { chooseItem, strengthOf, type ChooseContext } from "@/lib/questions/choose-form";
import type { Form } from "@/lib/questions/form";
import { forms as registered } from "@/lib/questions/forms/registry";
import type { Item, ItemType } from "@/lib/questions/item";
import { asItemId, asPredicateId } from "@/lib/shared/ids";
import { seededRandom } from "@/lib/shared/random";

type Kind = Pick<Form, "type" | "way">;

const recognised: Kind[] = [{ type: "multiple-choice", way: "choose" }, { type: "true-false", way: "choose" }, { type: "cloze", way: "choose" }];
const amongOthers: Kind[] = [{ type: "matching", way: "choose" }, { type: "comparison", way: "choose" }];
const helped: Kind[] = [{ type: "flashcard", way: "recall" }, { type: "ordering", way: "choose" }, { type: "multiple-response", way: "choose" }, { type: "cloze", way: "type" }];
const alone: Kind[] = [{ type: "short-answer", way: "type" }, { type: "multi-hop", way: "choose" }];
const all = [...alone, ...helped, ...amongOthers, ...recognised];

const makeItem = ({ type, way }: Kind, template: string): Item => ({
  id: asItemId(`${type}-${template}`), type, predicate: asPredicateId("p"), direction: "forward", locale: "en", difficulty: "medium",
  features: { guess: 0, likeness: 0, renown: 0, steps: 0 }, stem: "What?", options: [], key: way === "choose" ? [0] : { text: "that" }, tests: [], asserts: [], template, seed: 1,
});

const named = ({ type, way }: Kind) => (type === "cloze" ? `cloze (${way})` : type);
const names = (kinds: readonly Kind[]) => new Set(kinds.map(named));

function choose(kinds: readonly Kind[], context: Partial<ChooseContext>, templates = ["p/forward/1"]): { item: Item | undefined; kind: Kind | undefined } {
  let kind: Kind | undefined;
  const make = (form: Kind) => templates.map((template) => makeItem((kind = form), template));
  return { item: chooseItem(kinds, make, { stabilityDays: 1, random: seededRandom(1), ...context }), kind };
}

const chosen = (context: Omit<ChooseContext, "random">, kinds = all) =>
  new Set(Array.from({ length: 200 }, (_, seed) => named(choose(kinds, { ...context, random: seededRandom(seed) }).kind!)));

describe("the form for a fact", () => {
  it.each<[string, number | null, Kind[]]>([
    ["a new fact", null, recognised],
    ["a fragile memory", 2.9, [...recognised, ...amongOthers]],
    ["a growing memory", 7, [...helped, ...alone]],
    ["a firm memory", 40, alone],
  ])("%s", (_, stabilityDays, kinds) => {
    expect(chosen({ stabilityDays })).toEqual(names(kinds));
  });

  it("falls back to what there is", () => {
    expect(chosen({ stabilityDays: null }, alone)).toEqual(names(alone));
    expect(chosen({ stabilityDays: null }, [...amongOthers, ...helped])).toEqual(names(amongOthers));
    expect(chosen({ stabilityDays: 40 }, recognised)).toEqual(names(recognised));
    expect(choose([], {}).item).toBeUndefined();
    expect(choose(all, {}, []).item).toBeUndefined();
  });

  it("asks true or false less often than among options", () => {
    const types = Array.from({ length: 400 }, (_, seed) => choose(recognised, { random: seededRandom(seed) }).kind!.type);
    const count = (type: ItemType) => types.filter((each) => each === type).length;
    expect(count("true-false")).toBeGreaterThan(0);
    expect(count("true-false") * 3).toBeLessThan(count("multiple-choice"));
  });

  it("is another one than last time where the fact has another of the same strength", () => {
    expect(chosen({ stabilityDays: 40, previous: { type: "short-answer", template: "t" } })).toEqual(new Set(["multi-hop"]));
    expect(chosen({ stabilityDays: 40, previous: { type: "short-answer", template: "t" } }, [...helped, alone[0]!])).toEqual(new Set(["short-answer"]));
  });

  it("changes the wording from one time to the next where it can", () => {
    const previous = { type: "multiple-choice", template: "p/forward/1" } as const;
    for (let seed = 0; seed < 30; seed++) {
      const context = { previous, random: seededRandom(seed) };
      expect(choose(recognised.slice(0, 1), context, ["p/forward/1", "p/inverse/1"]).item?.template).toBe("p/inverse/1");
      expect(choose(recognised.slice(0, 1), context).item?.template).toBe("p/forward/1");
    }
  });

  it("is the same for the same stream of numbers, and only the items of tried forms are made", () => {
    const tried: Kind[] = [];
    const make = (form: Kind) => (tried.push(form), [makeItem(form, "t")]);
    const first = chooseItem(all, make, { stabilityDays: 1, random: seededRandom(5) });
    expect(chooseItem(all, make, { stabilityDays: 1, random: seededRandom(5) })).toEqual(first);
    expect(tried).toHaveLength(2);
  });

  it("gives every registered form a place", () => {
    expect(new Set(registered.map(strengthOf))).toContain("first");
    for (const form of registered) expect(chosen({ stabilityDays: 5 }, [form])).toEqual(names([form]));
  });
});
