import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ordering } from "@/lib/questions/forms/ordering";
import { generateItemsForFact } from "@/lib/questions/generate";
import { asFactId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";
import { boundsOf, factBehind, isFirm, itemsOfForm, severalBases } from "./several-base";

/** One series of numbered rockets and how much each weighs. */
function seriesOf(masses: readonly (readonly [name: string, kilograms: number])[]) {
  return makeFactBase({
    entities: masses.map(([name], i) => ({ id: `rocket-${i}`, name })),
    predicates: [{ id: "mass", functional: true, valueKind: "quantity", unit: "kg", wording: { order: { en: ["Put these {types} in order of mass, the lightest first."] } } }],
    facts: masses.map(([, value], i) => ({ id: `fact-${i}`, subject: `rocket-${i}`, predicate: "mass", value })),
  });
}

const make = (base: ReturnType<typeof seriesOf>) => generateItemsForFact(base, asFactId("fact-0"), { seed: 1, forms: [ordering] });

describe("an ordering", () => {
  it("has each value certainly before the next, by intervals worked out by hand", () => {
    let made = 0;
    fc.assert(fc.property(severalBases, (base) => {
      for (const item of itemsOfForm(base, ordering)) {
        const facts = (item.key as number[]).map((position) => factBehind(base, item, item.options[position]!.entity));
        expect(facts.every(isFirm)).toBe(true);
        facts.slice(1).forEach((fact, i) => expect(boundsOf(facts[i]!)[1]).toBeLessThan(boundsOf(fact)[0]));
        made++;
      }
    }), { seed: 41, numRuns: 40 });
    expect(made).toBeGreaterThan(200);
  });

  it("lists three to five subjects, each once, never in the right order already, and tests all of their facts", () => {
    fc.assert(fc.property(severalBases, (base) => {
      for (const { key, options, tests, asserts } of itemsOfForm(base, ordering)) {
        const order = key as number[];
        expect([3, 4, 5]).toContain(order.length);
        expect([...order].sort((a, b) => a - b)).toEqual(options.map((_, i) => i));
        expect(order).not.toEqual([...order].sort((a, b) => a - b));
        expect(tests).toHaveLength(options.length);
        expect(asserts).toEqual(expect.arrayContaining(tests));
      }
    }), { seed: 42, numRuns: 15 });
  });

  it("has no two dates of one numbered series and no name with a year", () => {
    fc.assert(fc.property(severalBases, (base) => {
      for (const { options } of itemsOfForm(base, ordering).filter(({ predicate }) => predicate === "launch_date")) {
        const names = options.map(({ text }) => text);
        expect(names.filter((name) => name.includes("Comet")).length).toBeLessThan(2);
        expect(names.filter((name) => name.includes("Dawn")).length).toBeLessThan(2);
        expect(names.filter((name) => name.includes("Lantern")).length).toBeLessThan(2);
        expect(names).not.toContain("Harvest 2012");
      }
    }), { seed: 43, numRuns: 15 });
  });

  it("is not made where the numbers in the names rise or fall with the amounts", () => {
    expect(make(seriesOf([["March 1", 100], ["March 2", 200], ["March 3", 300]])).items).toEqual([]);
    expect(make(seriesOf([["March 9", 100], ["March 5", 200], ["March 3", 300]])).items).toEqual([]);
    expect(make(seriesOf([["March 2", 100], ["March 1", 200], ["March 3", 300]])).items).toHaveLength(1);
  });

  it("is not made where two amounts may be the same, or fewer than three are known", () => {
    expect(make(seriesOf([["March 2", 100], ["March 1", 100], ["March 3", 300]])).reasons[0]?.reason).toBe("few-in-order");
    expect(make(seriesOf([["March 2", 100], ["March 1", 200]])).reasons[0]?.reason).toBe("few-in-order");
  });
});
