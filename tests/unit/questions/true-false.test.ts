import { describe, expect, it } from "vitest";
import { certify } from "@/lib/facts/certificates";
import { generateBank, generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { asFactId } from "@/lib/shared/ids";
import { spaceBase } from "./space-base";

const base = spaceBase();
const seeds = Array.from({ length: 12 }, (_, seed) => seed);
const items = seeds.flatMap((seed) => [...generateBank(base, { seed, types: ["true-false"] })]);
const isTrue = (item: Item) => Array.isArray(item.key) && item.key[0] === 0;
const claimed = ({ claim }: Item) => (claim?.entity !== undefined ? { kind: "entity" as const, entity: claim.entity } : claim!.value!);

describe("a true/false item", () => {
  it("offers True and False in this order, with a proof on the wrong one only", () => {
    expect(items.length).toBeGreaterThan(500);
    for (const item of items) {
      expect(item.options.map(({ text }) => text)).toEqual(["True", "False"]);
      expect(item.options.map(({ certificate }) => certificate === undefined)).toEqual([isTrue(item), !isTrue(item)]);
    }
  });

  it("claims the fact itself, or something that is proved false of it", () => {
    for (const item of items) {
      const fact = base.facts.get(item.tests[0]!)!;
      const own = item.direction === "forward" ? fact.value : { kind: "entity", entity: fact.subject };
      if (isTrue(item)) {
        expect(claimed(item)).toEqual(own);
        expect(item.options[1]!.certificate).toEqual({ rule: "entailed", because: [fact.id] });
      } else {
        expect(certify(base, { fact, direction: item.direction, option: claimed(item) })).toEqual({ ok: true, value: item.options[0]!.certificate });
      }
    }
  });

  it("is decided by a fair coin in both directions", () => {
    for (const direction of ["forward", "inverse"] as const) {
      const own = items.filter((item) => item.direction === direction);
      const heads = own.filter(isTrue).length;
      expect(Math.abs(heads - own.length / 2)).toBeLessThan((3.29 * Math.sqrt(own.length)) / 2);
    }
  });

  it("says one sentence of a fact as true once only, though it asks in both directions", () => {
    for (const seed of seeds) {
      const stems = [...generateBank(base, { seed, types: ["true-false"] })].filter(isTrue).map(({ stem }) => stem);
      expect(new Set(stems).size).toBe(stems.length);
    }
  });

  it("says the date of what changes, and names the zone whether the day is true or not", () => {
    const ofFact = (fact: string) => items.filter(({ tests, direction }) => tests[0] === fact && direction === "forward");
    expect(ofFact("staff.dated").every(({ stem }) => stem.startsWith("True or false? As of October 2024, "))).toBe(true);
    expect(new Set(ofFact("probe-16.date").map(isTrue)).size).toBe(2);
    expect(ofFact("probe-16.date").every(({ stem }) => stem.endsWith(" (UTC)."))).toBe(true);
  });

  it("is not made where nothing can be proved false, since all such items would be true", () => {
    const { items: made, reasons } = generateItemsForFact(base, asFactId("list.open"), { seed: 1, types: ["true-false"] });
    expect(made).toEqual([]);
    expect(reasons).toContainEqual({ form: "true-false", direction: "forward", reason: "nothing-false" });
  });
});
