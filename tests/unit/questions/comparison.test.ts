import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparison } from "@/lib/questions/forms/comparison";
import { generateItemsForFact } from "@/lib/questions/generate";
import { asFactId } from "@/lib/shared/ids";
import { makeDate, makeFactBase, type FactInput } from "@/tests/support/fact-base";
import { boundsOf, factBehind, isFirm, itemsOfForm, severalBases } from "./several-base";

const wording = {
  compare: { most: { en: ["Which of these two {types} was launched later?"] }, least: { en: ["Which of these two {types} was launched earlier?"] } },
};

function pairOf(names: [string, string], values: [FactInput["value"], FactInput["value"]], kind: "date" | "quantity" = "date") {
  return makeFactBase({
    types: [{ id: "probe", plural: { en: "probes" } }],
    entities: names.map((name, i) => ({ id: `probe-${i}`, name })),
    predicates: [{ id: "launch_date", functional: true, valueKind: kind, ...(kind === "quantity" && { unit: "kg" }), wording }],
    facts: values.map((value, i) => ({ id: `fact-${i}`, subject: `probe-${i}`, predicate: "launch_date", value })),
  });
}

const reasonFor = (base: ReturnType<typeof pairOf>) => generateItemsForFact(base, asFactId("fact-0"), { seed: 1, forms: [comparison] }).reasons[0]?.reason;

describe("a comparison", () => {
  it("has a key whose value is certainly on the side that is asked for, by intervals worked out by hand", () => {
    let made = 0;
    fc.assert(fc.property(severalBases, (base) => {
      for (const item of itemsOfForm(base, comparison)) {
        const [key] = item.key as number[];
        const [right, wrong] = [item.options[key!]!, item.options[1 - key!]!].map(({ entity }) => factBehind(base, item, entity));
        expect([right, wrong].every((fact) => isFirm(fact!))).toBe(true);
        const asksForMost = item.template.includes("compare-most");
        expect(/later|heavier/.test(item.stem)).toBe(asksForMost);
        const [less, more] = asksForMost ? [wrong!, right!] : [right!, wrong!];
        expect(boundsOf(less)[1]).toBeLessThan(boundsOf(more)[0]);
        made++;
      }
    }), { seed: 31, numRuns: 40 });
    expect(made).toBeGreaterThan(300);
  });

  it("certifies the other option by both facts, and the key by nothing", () => {
    fc.assert(fc.property(severalBases, (base) => {
      for (const item of itemsOfForm(base, comparison)) {
        const [key] = item.key as number[];
        expect(item.options).toHaveLength(2);
        expect(item.options[key!]!.certificate).toBeUndefined();
        expect(item.options[1 - key!]!.certificate).toEqual({ rule: "compared", because: item.tests });
      }
    }), { seed: 32, numRuns: 15 });
  });

  it("puts the key first as often as second, and asks for either side", () => {
    const items = fc.sample(severalBases, { seed: 33, numRuns: 12 }).flatMap((base) => [1, 2, 3].flatMap((seed) => itemsOfForm(base, comparison, seed)));
    const share = (count: number) => count / items.length;
    expect(share(items.filter(({ key }) => (key as number[])[0] === 0).length)).toBeCloseTo(0.5, 1);
    expect(share(items.filter(({ template }) => template.includes("compare-most")).length)).toBeCloseTo(0.5, 1);
  });

  it.each([
    ["numbers of one series tell the dates", ["Comet 5", "Comet 9"]],
    ["a year in a name tells its date", ["Harvest 2012", "Aurora flight"]],
    ["one has a number and the other is the first of its name", ["Rabbit", "Rabbit-2"]],
    ["ordinals tell the dates", ["first Lantern", "second Lantern"]],
    ["one name is a part of the other", ["Aurora", "Aurora Prime"]],
  ])("is not made where %s", (_, names) => {
    expect(reasonFor(pairOf(names as [string, string], ["2001-03-04", "2009-03-04"]))).toBe("nothing-to-compare");
  });

  it("sets numbers of one series beside each other where an amount is asked for", () => {
    expect(reasonFor(pairOf(["Comet 5", "Comet 9"], [100, 900], "quantity"))).toBeUndefined();
  });

  it("is not made of a name that says its amount", () => {
    expect(reasonFor(pairOf(["500-day flight", "Aurora flight"], [500, 900], "quantity"))).toBe("nothing-to-compare");
  });

  it("is not made of days that may be the same in another calendar", () => {
    const days = (second: string): [FactInput["value"], FactInput["value"]] => [makeDate("2001-03-04", { timeZone: "UTC" }), makeDate(second, { timeZone: "Asia/Shanghai" })];
    expect(reasonFor(pairOf(["Aurora", "Iris B"], days("2001-03-05")))).toBe("nothing-to-compare");
    expect(reasonFor(pairOf(["Aurora", "Iris B"], days("2001-03-07")))).toBeUndefined();
  });
});
