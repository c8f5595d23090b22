import { describe, expect, test } from "vitest";
import { createFactBase, type FactBase } from "@/lib/facts/fact-base";
import { asFactId } from "@/lib/shared/ids";
import { picture } from "@/lib/questions/forms/picture";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { makeContent, type FactInput } from "@/tests/support/fact-base";

/** Name, height in metres, boosters. */
type Rocket = [name: string, height: number, boosters?: number];

const wordless = { statement: { en: "{subject}: {value}." }, forward: { en: [] }, inverse: { en: [] } };

const idOf = (name: string) => name.toLowerCase().replace(/\W+/g, "-");

function baseOf(rockets: Rocket[], more: FactInput[] = []): FactBase {
  const metres = { valueKind: "quantity" as const, functional: true, unit: "m", wording: wordless };
  const facts = rockets.flatMap(([name, height, boosters]): FactInput[] => [
    { id: `${idOf(name)}.height`, subject: idOf(name), predicate: "height", value: height },
    { id: `${idOf(name)}.core`, subject: idOf(name), predicate: "core_diameter", value: 3.35 },
    ...(boosters === undefined ? [] : [{ id: `${idOf(name)}.boosters`, subject: idOf(name), predicate: "number_of_boosters", value: boosters }]),
  ]);
  const content = makeContent({
    types: ["launch_vehicle"],
    entities: rockets.map(([name]) => ({ id: idOf(name), name, type: "launch_vehicle" })),
    predicates: [
      { id: "height", tolerance: 0.05, ...metres },
      { id: "core_diameter", tolerance: 0.02, ...metres },
      { id: "number_of_boosters", valueKind: "quantity", functional: true, wording: wordless },
      { id: "variant_of", wording: wordless },
    ],
    facts: [...facts, ...more],
  });
  return createFactBase(content, "test");
}

function itemsOf(base: FactBase, fact: string): { items: Item[]; reason?: string } {
  const { items, reasons } = generateItemsForFact(base, asFactId(fact), { seed: 7, forms: [picture] });
  return { items, ...(reasons[0] && { reason: reasons[0].reason }) };
}

const rockets: Rocket[] = [["Alpha", 20], ["Bravo", 30], ["Gamma", 42], ["Delta", 57, 4], ["Omega", 58, 2], ["Sigma", 80], ["Kappa", 110]];
const textsOf = (item: Item) => item.options.map(({ text }) => text).sort();

describe("a picture question", () => {
  const base = baseOf(rockets);
  const { items } = itemsOf(base, "delta.height");

  test("has an item for each wording, with the drawn rocket as its key", () => {
    expect(items.map(({ template }) => template)).toEqual(["picture/inverse/1", "picture/inverse/2"]);
    for (const item of items) {
      expect(item.options).toHaveLength(4);
      expect(item.options[(item.key as number[])[0]!]!.text).toBe("Delta");
    }
  });

  test("sends the figures and their words, and nothing that names the rocket", () => {
    for (const { figure, described } of items) {
      expect(figure).toEqual({ kind: "launch-vehicle", figures: { height: 57, coreDiameter: 3.35, boosters: 4, about: [] } });
      expect(described).toBe("A rocket 57 m tall, 3.35 m across the core, 4 boosters.");
      expect(JSON.stringify(figure) + described).not.toMatch(/delta/i);
    }
  });

  test("tests every fact that is drawn", () => {
    expect(items[0]!.tests).toEqual(["delta.height", "delta.core", "delta.boosters"]);
    expect(items[0]!.asserts).toEqual(expect.arrayContaining(items[0]!.tests));
  });

  test("offers only rockets that are certainly taller or shorter, and says by which facts", () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      for (const item of generateItemsForFact(base, asFactId("delta.height"), { seed, forms: [picture] }).items) {
        for (const { text, certificate } of item.options) {
          if (text === "Delta") expect(certificate).toBeUndefined();
          else expect(certificate).toEqual({ rule: "value-disjoint", because: ["delta.height", `${text.toLowerCase()}.height`] });
          expect(text).not.toBe("Omega");
        }
      }
    }
  });

  test("never offers a variant of the drawn rocket, nor a name that contains its name", () => {
    const tricky = baseOf([["Alpha", 20], ["Bravo", 30], ["Delta", 57], ["Delta Two", 90], ["Sigma", 80]], [
      { id: "sigma.variant_of", subject: "sigma", predicate: "variant_of", value: "delta" },
    ]);
    expect(itemsOf(tricky, "delta.height").items.map(textsOf)).toEqual([["Alpha", "Bravo", "Delta"], ["Alpha", "Bravo", "Delta"]]);
  });

  test.each([
    ["where too few rockets differ in height", baseOf([["Alpha", 55], ["Bravo", 56], ["Delta", 57], ["Sigma", 90]]), "delta.height", "few-false"],
    ["of a rocket whose core is disputed", disputedCore(), "delta.height", "few-figures"],
    ["of another fact than the height", base, "delta.core", "not-height"],
  ])("is not made %s", (_, facts, fact, reason) => {
    const made = itemsOf(facts, fact);
    expect(made.items).toEqual([]);
    expect(made.reason).toBe(reason);
  });

  function disputedCore(): FactBase {
    return baseOf(rockets, [{ id: "delta.core.2", subject: "delta", predicate: "core_diameter", value: 9, assurance: "disputed" }]);
  }
});
