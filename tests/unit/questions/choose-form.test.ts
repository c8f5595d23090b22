import { describe, expect, it } from "vitest";
import { chooseItem, isProbeTurn, strengthOf, type ChooseContext, type FormKind } from "@/lib/questions/choose-form";
import { forms as registered } from "@/lib/questions/forms/registry";
import type { Item, ItemType } from "@/lib/questions/item";
import { asItemId, asPredicateId } from "@/lib/shared/ids";
import { seededRandom } from "@/lib/shared/random";

const choice: FormKind[] = [{ type: "multiple-choice", way: "choose" }, { type: "true-false", way: "choose" }];
const gaps: FormKind[] = [{ type: "cloze", way: "choose" }, { type: "cloze", way: "type" }];
const amongOthers: FormKind[] = [{ type: "matching", way: "choose" }, { type: "comparison", way: "choose" }];
const severalThings: FormKind[] = [{ type: "ordering", way: "choose" }, { type: "multiple-response", way: "choose" }];
const produced: FormKind[] = [{ type: "short-answer", way: "type" }, { type: "flashcard", way: "recall" }];
const further: FormKind[] = [{ type: "multi-hop", way: "choose" }];
const all = [...produced, ...further, ...severalThings, ...amongOthers, ...gaps, ...choice];

const makeItem = ({ type, way }: FormKind, template: string): Item => ({
  id: asItemId(`${type}-${template}`), type, predicate: asPredicateId("p"), direction: "forward", locale: "en", difficulty: "medium",
  features: { guess: 0, likeness: 0, renown: 0, steps: 0 }, stem: "What?", options: [], key: way === "choose" ? [0] : { text: "that" }, tests: [], asserts: [], template, seed: 1,
});

const named = ({ type, way }: FormKind) => (type === "cloze" ? `cloze (${way})` : type);
const names = (kinds: readonly FormKind[]) => new Set(kinds.map(named));

const usual = { stabilityDays: 1, recall: 0.5, recent: [], foretold: () => 0.8, isLeech: false, isProbe: false } satisfies Omit<ChooseContext, "random">;

/** Every form has items in all the wordings; which are made at first is up to the form. */
function choose(kinds: readonly FormKind[], context: Partial<ChooseContext>, templates = ["p/forward/1"]): { item: Item | undefined; kind: FormKind | undefined } {
  let kind: FormKind | undefined;
  const make = (form: FormKind, isAll: boolean) => (isAll ? templates : templates.slice(0, 1)).map((template) => makeItem((kind = form), template));
  return { item: chooseItem(kinds, make, { ...usual, random: seededRandom(1), ...context }), kind };
}

const draws = 400;
const drawn = (context: Partial<ChooseContext>, kinds = all) => Array.from({ length: draws }, (_, seed) => named(choose(kinds, { ...context, random: seededRandom(seed) }).kind!));
const chosen = (context: Partial<ChooseContext>, kinds = all) => new Set(drawn(context, kinds));

describe("the form for a fact", () => {
  it.each<[string, Partial<ChooseContext>, FormKind[]]>([
    ["a new fact: recognised among options", { stabilityDays: null }, [...choice, gaps[0]!]],
    ["a fragile memory: options or a gap", { stabilityDays: 2.9, recall: 0.79 }, [...choice, ...gaps, ...amongOthers]],
    ["a fragile memory that is likely to be recalled: recall as well", { stabilityDays: 2.9, recall: 0.8 }, [...choice, ...gaps, ...amongOthers, ...produced]],
    ["a growing memory: a gap or recall", { stabilityDays: 3 }, [...gaps, ...produced]],
    ["up to fifteen days", { stabilityDays: 15 }, [...gaps, ...produced]],
  ])("%s", (_, context, kinds) => {
    expect(chosen(context)).toEqual(names(kinds));
  });

  it("a firm memory: recall and application, and anything else one time in five", () => {
    const suits = names([...produced, gaps[1]!, ...further, ...severalThings, ...amongOthers]);
    const others = drawn({ stabilityDays: 15.1 }).filter((name) => !suits.has(name));
    expect(others.length / draws).toBeGreaterThan(0.13);
    expect(others.length / draws).toBeLessThan(0.27);
    expect(new Set(others)).toEqual(names([...choice, gaps[0]!]));
  });

  it("falls back to what there is", () => {
    expect(chosen({ stabilityDays: null }, produced)).toEqual(new Set(["flashcard"]));
    expect(chosen({ stabilityDays: 7 }, choice)).toEqual(names(choice));
    expect(chosen({ stabilityDays: 40 }, choice)).toEqual(names(choice));
    expect(choose([], {}).item).toBeUndefined();
    expect(choose(all, {}, []).item).toBeUndefined();
  });

  it("is rather one that is neither too easy nor too hard", () => {
    const foretold = ({ type }: FormKind) => (type === "cloze" ? 0.95 : type === "short-answer" ? 0.7 : 0.96);
    expect(chosen({ stabilityDays: 7, foretold })).toEqual(new Set(["cloze (choose)", "cloze (type)", "short-answer"]));
    expect(chosen({ stabilityDays: 7, foretold: ({ type }) => (type === "flashcard" ? 0.9 : 0.69) })).toEqual(new Set(["flashcard"]));
    expect(chosen({ stabilityDays: 7, foretold: () => 0.2 })).toEqual(names([...gaps, ...produced]));
  });

  it("asks true or false less often than among options", () => {
    const types = drawn({}, choice);
    const count = (type: ItemType) => types.filter((each) => each === type).length;
    expect(count("true-false")).toBeGreaterThan(0);
    expect(count("true-false") * 3).toBeLessThan(count("multiple-choice"));
  });

  it("is another one than last time where the fact has another that suits, even one that is too easy", () => {
    const recent = [{ type: "short-answer", template: "t" }] as const;
    expect(chosen({ stabilityDays: 7, recent }, produced)).toEqual(new Set(["flashcard"]));
    expect(chosen({ stabilityDays: 7, recent, foretold: ({ type }) => (type === "short-answer" ? 0.8 : 1) }, produced)).toEqual(new Set(["flashcard"]));
    expect(chosen({ stabilityDays: 7, recent }, [produced[0]!, ...choice])).toEqual(new Set(["short-answer"]));
  });

  it("of a fact that slips again and again is one that it has not had lately, whatever the strength of the memory", () => {
    const recent = (["flashcard", "cloze", "short-answer", "true-false", "multiple-choice"] as const).map((type) => ({ type, template: "t" }));
    expect(chosen({ stabilityDays: 4, isLeech: true, recent }, [...produced, ...gaps, ...choice])).toEqual(new Set(["multiple-choice"]));
    expect(chosen({ stabilityDays: 4, isLeech: false, recent }, [...produced, ...gaps, ...choice])).not.toContain("multiple-choice");
  });

  it("can be any at random, each as often as the others", () => {
    const kinds = drawn({ stabilityDays: null, isProbe: true });
    expect(new Set(kinds)).toEqual(names(all));
    for (const name of names(all)) expect(kinds.filter((each) => each === name).length).toBeGreaterThan(draws / all.length / 2);
  });

  it("is at random one time in ten", () => {
    const random = seededRandom(7);
    const turns = Array.from({ length: 4000 }, () => isProbeTurn(random)).filter(Boolean).length;
    expect(turns).toBeGreaterThan(320);
    expect(turns).toBeLessThan(480);
  });

  it("gives every registered form a place at every strength of memory", () => {
    expect(new Set(registered.map(strengthOf))).toContain("first");
    for (const form of registered) for (const stabilityDays of [null, 1, 5, 40]) expect(chosen({ stabilityDays }, [form])).toEqual(names([form]));
  });
});

describe("the wording for a fact", () => {
  const recent = [{ type: "multiple-choice", template: "p/forward/1" }] as const;

  it("is not the same twice running where the form has another, also one that was not made at first", () => {
    for (let seed = 0; seed < 30; seed++) {
      expect(choose(choice.slice(0, 1), { recent, random: seededRandom(seed) }, ["p/forward/1", "p/inverse/1"]).item?.template).toBe("p/inverse/1");
    }
  });

  it("is not the same twice running where only another form has another", () => {
    const make = (form: FormKind) => [makeItem(form, form.type === "matching" ? "p/match/1" : "p/forward/1")];
    const item = (seed: number) => chooseItem(all, make, { ...usual, stabilityDays: 7, recent, random: seededRandom(seed) });
    expect(new Set(Array.from({ length: 50 }, (_, seed) => item(seed)?.type))).toEqual(new Set(["matching"]));
  });

  it("is the same again where there is no other", () => {
    expect(choose(choice, { recent }).item?.template).toBe("p/forward/1");
  });

  it("is the same for the same stream of numbers, and only the items of tried forms are made", () => {
    const tried: FormKind[] = [];
    const make = (form: FormKind) => (tried.push(form), [makeItem(form, "t")]);
    const first = chooseItem(all, make, { ...usual, random: seededRandom(5) });
    expect(chooseItem(all, make, { ...usual, random: seededRandom(5) })).toEqual(first);
    expect(tried).toHaveLength(2);
  });
});
