import { describe, expect, test } from "vitest";
import { areApart } from "@/lib/drawings/places";
import { createFactBase, type FactBase } from "@/lib/facts/fact-base";
import { map } from "@/lib/questions/forms/map";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { asFactId } from "@/lib/shared/ids";
import { makeContent, type FactInput } from "@/tests/support/fact-base";

type Site = [name: string, latitude: number, longitude: number];

const sites: Site[] = [["Northfield", 41.3, 100.3], ["Southport", 19.6, 111], ["Westhill", 28.2, 102], ["Eastshore", 34.9, 121.2], ["Southbeach", 19.6, 110.9]];

function baseOf(places: Site[], more: FactInput[] = []): FactBase {
  const content = makeContent({
    types: ["launch_site", "satellite"],
    entities: [
      ...places.map(([name]) => ({ id: name.toLowerCase(), name, type: "launch_site" })),
      { id: "nowhere", name: "Nowhere", type: "launch_site" },
      { id: "moonlet", name: "Moonlet", type: "satellite" },
    ],
    predicates: [
      {
        id: "launch_site", functional: true, domain: ["satellite"], range: ["launch_site"],
        wording: { statement: { en: "{subject} left {value}." }, forward: { en: ["From where was {subject} launched?", "Where did {subject} lift off?"] }, inverse: { en: [] } },
      },
      {
        id: "coordinates", functional: true, valueKind: "coordinates", domain: ["launch_site"],
        wording: { statement: { en: "{subject} lies at {value}." }, forward: { en: ["Where is {subject}?"] }, inverse: { en: [] } },
      },
    ],
    facts: [
      ...places.map(([name, latitude, longitude]): FactInput => ({
        id: `${name.toLowerCase()}.place`, subject: name.toLowerCase(), predicate: "coordinates", value: { kind: "coordinates", latitude, longitude },
      })),
      { id: "moonlet.site", subject: "moonlet", predicate: "launch_site", value: "westhill" },
      ...more,
    ],
  });
  return createFactBase(content, "test");
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const make = (base: FactBase, fact: string, seed = 1) => generateItemsForFact(base, asFactId(fact), { seed, forms: [map] });
const itemsOver = (base: FactBase, fact: string): Item[] => seeds.flatMap((seed) => make(base, fact, seed).items);
const keyOf = (item: Item) => item.options[(item.key as number[])[0]!]!.text;
const pointsOf = ({ figure }: Item) => (figure?.kind === "map" ? figure.points : []);

describe("a question for a place", () => {
  const items = itemsOver(baseOf(sites), "moonlet.site");

  test("marks each option on the map under its name, and lists them in words", () => {
    expect(items).toHaveLength(2 * seeds.length);
    for (const item of items) {
      expect(keyOf(item)).toBe("Westhill");
      expect(pointsOf(item).map(({ label }) => label)).toEqual(item.options.map(({ text }) => text));
      expect(item.described).toContain("Westhill at 28.2° N, 102° E");
    }
  });

  test("never marks two places that would be one on the map", () => {
    const pairs = items.flatMap((item) => pointsOf(item).flatMap((a, i) => pointsOf(item).slice(i + 1).map((b) => [a, b] as const)));
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.filter(([a, b]) => !areApart(a, b, 1.5))).toEqual([]);
  });

  test("certifies each other place, and gives away where all of them are", () => {
    for (const item of items) {
      const wrong = item.options.filter(({ text }) => text !== "Westhill");
      expect(wrong.map(({ certificate }) => certificate?.rule)).toEqual(wrong.map(() => "functional"));
      expect(item.asserts).toEqual(expect.arrayContaining(item.options.map(({ entity }) => `${entity}.place`)));
    }
  });

  test("leaves out places whose coordinates are disputed or unknown, and is not made for them", () => {
    const base = baseOf(sites, [
      { id: "eastshore.place.2", subject: "eastshore", predicate: "coordinates", value: { kind: "coordinates", latitude: 30, longitude: 110 }, assurance: "disputed" },
      { id: "nowhere.site", subject: "moonlet", predicate: "launch_site", value: "nowhere" },
    ]);
    const offered = new Set(itemsOver(base, "moonlet.site").flatMap(({ options }) => options.map(({ text }) => text)));
    expect(offered).not.toContain("Eastshore");
    expect(offered).not.toContain("Nowhere");
    expect(make(base, "nowhere.site").reasons.map(({ reason }) => reason)).toContain("not-place");
  });
});

describe("a question for a mark", () => {
  test("marks one place without its name, and offers places that are not near it", () => {
    const items = itemsOver(baseOf(sites), "northfield.place");
    expect(items).toHaveLength(2 * seeds.length);
    for (const item of items) {
      expect([item.direction, keyOf(item)]).toEqual(["inverse", "Northfield"]);
      expect(pointsOf(item)).toEqual([{ latitude: 41.3, longitude: 100.3 }]);
      expect(item.described).toBe("The mark on the map is at 41.3° N, 100.3° E.");
      expect(item.stem + item.described).not.toContain("Northfield");
      for (const { text, certificate } of item.options) expect(certificate?.rule).toBe(text === "Northfield" ? undefined : "value-disjoint");
    }
  });

  test("is not made where another place is so near that the mark may be its own", () => {
    const { items, reasons } = make(baseOf(sites), "southport.place");
    expect(items).toEqual([]);
    expect(reasons.map(({ reason }) => reason)).toContain("shared-value");
  });
});

test.each([
  [{ latitude: 0, longitude: 179 }, { latitude: 0, longitude: -179 }, 3, false],
  [{ latitude: 0, longitude: 100 }, { latitude: 3, longitude: 100 }, 3, true],
  [{ latitude: 20, longitude: 110 }, { latitude: 22, longitude: 112 }, 3, false],
])("%o and %o are at least %i degrees apart: %s", (a, b, degrees, apart) => {
  expect(areApart(a, b, degrees)).toBe(apart);
});
