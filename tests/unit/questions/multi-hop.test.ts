import { describe, expect, it } from "vitest";
import { multiHop } from "@/lib/questions/forms/multi-hop";
import { generateItemsForFact } from "@/lib/questions/generate";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { makeFactBase, type FactBaseInput, type FactInput } from "@/tests/support/fact-base";

const rockets = ["Arrow", "Bow", "Crossbow", "Dart", "Sling"];
const probes = ["Iris", "Juniper", "Kestrel", "Lotus"];

const given: FactBaseInput = {
  types: ["rocket", "probe", "place"],
  entities: [
    ...rockets.map((name) => ({ id: name.toLowerCase(), name, type: "rocket", aliases: [`${name.slice(0, 2)}-1`] })),
    ...probes.map((name) => ({ id: name.toLowerCase(), name, type: "probe" })),
    ...["Alder Bay", "Birch Bay", "Cedar Bay", "Dover Bay"].map((name) => ({ id: name.slice(0, 5).trim().toLowerCase(), name, type: "place" })),
  ],
  predicates: [
    { id: "launched_by", functional: true, domain: ["probe"], range: ["rocket"], wording: { describeValue: { en: ["the rocket that launched {subject}"] }, describeSubject: { en: ["the probe that {value} launched"] } } },
    { id: "height", functional: true, valueKind: "quantity", unit: "m", feasible: { min: 5, max: 500 }, domain: ["rocket"], wording: { forward: { en: ["How tall is {subject}?"] } } },
    { id: "built_at", functional: true, domain: ["rocket"], range: ["place"], wording: { forward: { en: ["Where was {subject} built?"] } } },
  ],
  facts: [
    ...probes.map((name, i) => ({ id: `${name}.rocket`, subject: name.toLowerCase(), predicate: "launched_by", value: rockets[i]!.toLowerCase() })),
    ...rockets.slice(0, 4).map((name, i) => ({ id: `${name}.height`, subject: name.toLowerCase(), predicate: "height", value: 40 + 13 * i })),
    ...["alder", "birch", "cedar", "dover"].map((value, i) => ({ id: `${rockets[i]}.built`, subject: rockets[i]!.toLowerCase(), predicate: "built_at", value })),
  ],
};

type Change = { fact?: [id: string, change: Partial<FactInput>]; extra?: FactInput[]; predicate?: [id: string, change: object]; entity?: [id: string, change: object] };

/** The base above with one thing changed. */
function baseWith({ fact, extra = [], predicate, entity }: Change = {}) {
  const change = <T>(list: readonly T[], [id, what]: [string, object] | [] = []): T[] => list.map((each) => (typeof each === "object" && (each as { id?: string }).id === id ? { ...each, ...what } : each));
  return makeFactBase({ ...given, entities: change(given.entities, entity), predicates: change(given.predicates, predicate), facts: [...change(given.facts!, fact), ...extra] });
}

const make = (id: string, base = baseWith(), seed = 1) => generateItemsForFact(base, asFactId(id), { seed, forms: [multiHop] });

describe("a question in two hops", () => {
  it("describes the subject by another fact instead of naming it", () => {
    const [item] = make("Arrow.height").items;
    expect(item!.stem).toBe("How tall is the rocket that launched Iris?");
    expect(item!.tests).toEqual(["Arrow.height", "Iris.rocket"]);
    expect(item!.options[(item!.key as number[])[0]!]!.text).toBe("40 m");
  });

  it("names the subject nowhere, and its options are values that the subject is known not to have", () => {
    const base = baseWith();
    for (const seed of Array.from({ length: 30 }, (_, i) => i)) {
      for (const [i, rocket] of rockets.slice(0, 4).entries()) {
        const items = ["height", "built"].flatMap((what) => make(`${rocket}.${what}`, base, seed).items);
        expect(items).toHaveLength(2);
        for (const { stem, options, key } of items) {
          expect([stem, ...options.map(({ text }) => text)].filter((text) => text.includes(rocket))).toEqual([]);
          expect(stem).toContain(probes[i]);
          options.forEach(({ value, entity, certificate }, j) => {
            const isTrue = entity === undefined ? value?.kind === "quantity" && value.amount === 40 + 13 * i : entity === asEntityId(["alder", "birch", "cedar", "dover"][i]!);
            expect(isTrue).toBe(j === (key as number[])[0]);
            expect(certificate === undefined).toBe(isTrue);
          });
        }
      }
    }
  });

  it.each<[string, Change]>([
    ["is disputed", { fact: ["Iris.rocket", { assurance: "disputed" }] }],
    ["is withdrawn", { fact: ["Iris.rocket", { rank: "deprecated" }] }],
    ["is kept for the record", { fact: ["Iris.rocket", { ask: { not: "for a test" } }] }],
    ["holds at a date only", { fact: ["Iris.rocket", { asOf: "2020" }] }],
    ["changes with time", { predicate: ["launched_by", { timeVarying: true }] }],
    ["may have other values that are not on record", { predicate: ["launched_by", { functional: false }] }],
    ["has another value beside it", { fact: ["Iris.rocket", { complete: true }], predicate: ["launched_by", { functional: false }], extra: [{ subject: "iris", predicate: "launched_by", value: "sling", complete: true }] }],
    ["has a name in which the subject's own stands", { entity: ["iris", { name: "Arrow Pioneer" }] }],
    ["holds under a condition that the description leaves out", { fact: ["Iris.rocket", { qualifiers: { stage: 2 } }] }],
  ])("is not made by a fact that %s", (_, change) => {
    expect(make("Arrow.height", baseWith(change)).reasons[0]?.reason).toBe("no-hop");
  });

  it("counts a complete list of one as a description", () => {
    const base = baseWith({ fact: ["Iris.rocket", { complete: true }], predicate: ["launched_by", { functional: false }] });
    expect(make("Arrow.height", base).items[0]?.stem).toBe("How tall is the rocket that launched Iris?");
  });

  it("does not lead from the answer back to itself", () => {
    const extra: FactInput[] = [{ id: "alder.rocket", subject: "alder", predicate: "launched_by", value: "sling" }, { id: "Sling.built", subject: "sling", predicate: "built_at", value: "alder" }];
    expect(make("Sling.built", baseWith({ extra })).items).toEqual([]);
  });

  it("describes a subject by its value only where no other subject is known to share it", () => {
    const extra: FactInput[] = [{ id: "Iris.height", subject: "iris", predicate: "height", value: 77 }];
    expect(make("Iris.height", baseWith({ extra })).items[0]?.stem).toBe("How tall is the probe that Arrow launched?");
    const shared: FactInput[] = [...extra, { subject: "lotus", predicate: "launched_by", value: "arrow" }];
    expect(make("Iris.height", baseWith({ extra: shared, fact: ["Lotus.rocket", { rank: "deprecated" }] })).items).toEqual([]);
  });

  it.each([
    ["has a possessive after the name", "What is {subject}'s height?"],
    ["repeats a word of the description", "How tall is {subject} when it is launched?"],
    ["goes on with words that would belong to the description", "How tall is {subject} with its payload?"],
    ["names the subject twice", "Of {subject}, how tall is {subject}?"],
  ])("does not use a wording that %s", (_, wording) => {
    const base = baseWith({ predicate: ["height", { wording: { forward: { en: [wording, "What is the height of {subject}?"] } } }] });
    const stems = Array.from({ length: 12 }, (_, seed) => make("Arrow.height", base, seed).items[0]!.stem);
    expect(new Set(stems)).toEqual(new Set(["What is the height of the rocket that launched Iris?"]));
  });

  it("offers nothing that is true of a variant of the subject where the description may mean the variant", () => {
    const place = (value: string): FactInput => ({ id: "Sling.built", subject: "sling", predicate: "built_at", value });
    const variant: FactInput = { subject: "sling", predicate: "part_of", value: "arrow" };
    const base = makeFactBase({
      ...given,
      predicates: [...given.predicates.map((predicate) => (typeof predicate === "object" && predicate.id === "launched_by" ? { ...predicate, granular: true } : predicate)), "part_of"],
      facts: [...given.facts!, place("birch"), variant],
    });
    const items = Array.from({ length: 12 }, (_, seed) => make("Arrow.built", base, seed).items).flat();
    expect(items.flatMap(({ options }) => options.map(({ text }) => text))).not.toContain("Birch Bay");
  });
});
