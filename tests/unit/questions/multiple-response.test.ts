import { describe, expect, it } from "vitest";
import { certify } from "@/lib/facts/certificates";
import { generateBank, generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { isSameValue } from "@/lib/questions/known-facts";
import { asFactId } from "@/lib/shared/ids";
import { spaceBase } from "./space-base";

const base = spaceBase();
const items = Array.from({ length: 10 }, (_, seed) => [...generateBank(base, { seed, types: ["multiple-response"] })]).flat();
const keyOf = (item: Item) => (Array.isArray(item.key) ? item.key : []);
const asValue = (option: Item["options"][number]) => option.value ?? { kind: "entity" as const, entity: option.entity! };

describe("a question with several right answers", () => {
  it("has five or six options, two or more right ones and at least one wrong one", () => {
    expect(items.length).toBeGreaterThan(150);
    for (const { options, ...item } of items) {
      expect([5, 6]).toContain(options.length);
      const right = keyOf({ options, ...item });
      expect(right.length).toBeGreaterThanOrEqual(2);
      expect(right.length).toBeLessThan(options.length);
      expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
    }
    expect(new Set(items.map((item) => keyOf(item).length)).size).toBeGreaterThan(1);
  });

  it("has a fact behind each right option, all of which it tests, and a proof behind each wrong one", () => {
    for (const item of items) {
      const own = base.facts.get(item.tests[0]!)!;
      expect(item.tests.length).toBe(keyOf(item).length);
      for (const [i, option] of item.options.entries()) {
        if (keyOf(item).includes(i)) {
          expect(option.certificate).toBeUndefined();
          const facts = item.tests.map((id) => base.facts.get(id)!);
          const isBacked = facts.some((fact) => (item.direction === "inverse" ? fact.subject === option.entity && isSameValue(fact.value, own.value) : fact.subject === own.subject && isSameValue(fact.value, asValue(option))));
          expect(isBacked).toBe(true);
        } else {
          expect(certify(base, { fact: own, direction: item.direction, option: asValue(option) })).toEqual({ ok: true, value: option.certificate });
        }
      }
    }
  });

  it("puts right answers at every position", () => {
    const counts = [0, 0, 0, 0, 0];
    for (const item of items.filter(({ options }) => options.length === 5)) for (const position of keyOf(item)) counts[position]! += 1;
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    expect(counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)).toBeLessThan(18.47);
  });

  it("asks in the words of a sentence where the predicate has none of its own", () => {
    const { items: own } = generateItemsForFact(base, asFactId("probe-15.rocket"), { seed: 1, types: ["multiple-response"] });
    expect(own.map(({ stem, template }) => [stem, template])).toEqual([["Which of these satellites can complete “… was launched by Long March 2F”?", "launched_by/allInverse/0"]]);
  });

  it.each([
    ["probe-15.rocket", "forward", "single-answer"],
    ["probe-15.mass", "inverse", "single-asked-answer"],
    ["list.open", "forward", "single-asked-answer"],
  ] as const)("is not made of %s, %s: %s", (fact, direction, reason) => {
    const { reasons } = generateItemsForFact(base, asFactId(fact), { seed: 1, types: ["multiple-response"] });
    expect(reasons).toContainEqual({ form: "multiple-response", direction, reason });
  });
});
