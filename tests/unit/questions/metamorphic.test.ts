import { describe, expect, it } from "vitest";
import { createFactBase, type FactBase } from "@/lib/facts/fact-base";
import type { Content, Fact, Predicate } from "@/lib/facts/model";
import { gradeResponse } from "@/lib/grading/grade-response";
import { forms } from "@/lib/questions/forms/registry";
import { generateBank, generateItemsForFact } from "@/lib/questions/generate";
import type { Item, Option } from "@/lib/questions/item";
import { lintItem } from "@/lib/questions/lint/lint-item";
import { asFactId } from "@/lib/shared/ids";
import { shuffledSpaceBase, spaceBase, spaceContent } from "./space-base";

const base = spaceBase();
const seeds = [1, 2, 3];
const bankOf = (from: FactBase, seed: number) => [...generateBank(from, { seed })];
const bank = seeds.flatMap((seed) => bankOf(base, seed));

const changed = (change: (content: Content) => Partial<Content>): FactBase => {
  const content = spaceContent();
  return createFactBase({ ...content, ...change(content) }, "changed");
};

const isChoice = (item: Item): item is Item & { key: number[] } => Array.isArray(item.key) && !["ordering", "matching", "true-false", "comparison"].includes(item.type);
const wrongOf = (item: Item & { key: number[] }): Option[] => item.options.filter((_, i) => !item.key.includes(i));

/** What an option says is so of the tested fact's subject, or of which subject its value is said: the same for every form and wording. */
const claimOf = (item: Item, { entity, value }: Option) => JSON.stringify([item.tests[0], item.direction, entity ?? value]);

const facts = new Map(base.content.facts.map((fact) => [fact.id, fact]));

describe("the same content, seed and version", () => {
  it("give the same bytes, whatever the order of the files", () => {
    for (const seed of seeds) {
      expect(JSON.stringify(bankOf(spaceBase(), seed))).toBe(JSON.stringify(bankOf(base, seed)));
      expect(JSON.stringify(bankOf(shuffledSpaceBase(seed), seed))).toBe(JSON.stringify(bankOf(base, seed)));
    }
  });
});

describe("the made-up bank", () => {
  it("passes the linter, in every form that its facts allow", () => {
    expect(bank.flatMap((item) => lintItem(base, item))).toEqual([]);
    expect(new Set(bank.map(({ type }) => type)).size).toBeGreaterThanOrEqual(7);
  });

  it("has an item or a stated reason for every fact, form and direction", () => {
    for (const { id } of base.content.facts) {
      const { items, reasons } = generateItemsForFact(base, id, { seed: 1 });
      const settled = new Set([...items.map((item) => item.id.split("~").slice(1, 3).join(" ")), ...reasons.map(({ form, direction }) => `${form} ${direction}`)]);
      const open = forms.flatMap(({ name, directions }) => directions.map((direction) => `${name} ${direction}`)).filter((each) => !settled.has(each));
      expect(open, id).toEqual([]);
    }
  });
});

describe("taking a declaration away never adds a distractor", () => {
  const withPredicates = (change: (predicate: Predicate) => Predicate) => changed(({ predicates }) => ({ predicates: predicates.map(change) }));
  const removals: [string, FactBase][] = [
    ["functional", withPredicates((predicate) => ({ ...predicate, functional: false }))],
    ["inverse-functional", withPredicates((predicate) => ({ ...predicate, inverseFunctional: false }))],
    ["complete", changed((content) => ({ facts: content.facts.map((fact) => ({ ...fact, complete: false })) }))],
  ];

  it.each(removals)("%s", (_, poorer) => {
    const unproved = seeds.flatMap((seed) => bankOf(poorer, seed)).filter(isChoice).filter((item) => lintItem(base, item).some(({ rule }) => rule === "truth/distractors"));
    expect(unproved.map(({ id }) => id)).toEqual([]);
  });

  it("and without any of them nothing that rests on them is left", () => {
    const bare = changed(({ predicates, facts: all }) => ({
      predicates: predicates.map((predicate) => ({ ...predicate, functional: false, inverseFunctional: false })), facts: all.map((fact) => ({ ...fact, complete: false })),
    }));
    expect(bankOf(bare, 1).filter((item) => isChoice(item) && wrongOf(item).length > 0)).toEqual([]);
    expect(bank.filter(isChoice).length).toBeGreaterThan(100);
  });
});

describe("a fact that makes a distractor true", () => {
  const samples = bank.filter(isChoice).filter((_, i) => i % 37 === 0);

  it("takes it out of every item, in all forms and seeds", () => {
    expect(samples.length).toBeGreaterThan(10);
    for (const item of samples) {
      const option = wrongOf(item)[0]!;
      const fact = facts.get(item.tests[0]!)!;
      const said: Partial<Fact> = item.direction === "inverse" ? { subject: option.entity! } : { value: option.value ?? { kind: "entity", entity: option.entity! } };
      const truer = changed((content) => ({ facts: [...content.facts, { ...fact, ...said, id: asFactId("made-true"), complete: false }] }));
      const left = seeds.flatMap((seed) => [...generateBank(truer, { seed, factId: fact.id })]).filter(isChoice);
      const claims = left.flatMap((each) => wrongOf(each).map((wrong) => claimOf(each, wrong)));
      expect(claims, item.id).not.toContain(claimOf(item, option));
    }
  });
});

describe("what is graded", () => {
  const scoreOf = (item: Item, response: Parameters<typeof gradeResponse>[2]) => {
    const grade = gradeResponse(base, item, response);
    return grade.ok ? grade.value.score : grade.error;
  };

  it("gives the key of a choice everything, and every distractor nothing", () => {
    const single = bank.filter((item) => Array.isArray(item.key) && item.key.length === 1 && item.options.length > 1);
    for (const item of single) item.options.forEach((_, i) => expect(scoreOf(item, { kind: "choice", option: i }), item.id).toBe((item.key as number[]).includes(i) ? 1 : 0));
    expect(single.length).toBeGreaterThan(100);
  });

  it("gives several options, an order or pairs everything where they are the key", () => {
    for (const item of bank) {
      if (!Array.isArray(item.key)) continue;
      if (item.type === "multiple-response") expect(scoreOf(item, { kind: "choices", options: item.key }), item.id).toBe(1);
      if (item.type === "ordering") expect(scoreOf(item, { kind: "order", order: item.key }), item.id).toBe(1);
      if (item.type === "matching") expect(scoreOf(item, { kind: "pairs", pairs: item.key }), item.id).toBe(1);
    }
  });

  it("gives a typed key and each alias of it everything", () => {
    const named = createFactBase({ ...spaceContent(), entities: spaceContent().entities.map((entity) => (entity.type === "rocket" ? { ...entity, aliases: [entity.labels.en.replace("Long March ", "CZ-")] } : entity)) }, "named");
    const typed = [...generateBank(named, { seed: 1 })].filter((item) => !Array.isArray(item.key) && item.type !== "flashcard");
    expect(typed.length).toBeGreaterThan(50);
    for (const item of typed) {
      const key = item.key as Exclude<Item["key"], number[]>;
      const aliases = key.entity === undefined ? [] : named.entities.get(key.entity)!.aliases;
      for (const text of [key.text, ...aliases]) {
        const grade = gradeResponse(named, item, { kind: "typed", text });
        expect(grade.ok && grade.value.score, `${item.id}: ${text}`).toBe(1);
      }
    }
  });
});
