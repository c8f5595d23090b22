import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { loadContent } from "@/lib/content/load-content";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { writeTinyContent, type ContentFolder } from "../support/content";

let folder: ContentFolder;
beforeEach(() => {
  folder = writeTinyContent();
});
afterEach(() => folder.remove());

function load() {
  const loaded = loadContent(folder.path);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

describe("loading content", () => {
  it("types an entity with its names and the article of its type", () => {
    const base = load();
    expect(base.entities.get(asEntityId("first-academy"))).toEqual({
      id: "first-academy",
      type: "organization",
      labels: { en: "First Academy", zh: "一院" },
      aliases: ["Academy"],
      notToBeConfusedWith: [],
      article: "the",
      topic: "organizations",
    });
    expect(base.entities.get(asEntityId("capital"))?.article).toBe("none");
  });

  it("types a date with its precision, zone and day in Beijing", () => {
    expect(load().facts.get(asFactId("ship-1.launch_date"))?.value).toEqual({
      kind: "date",
      edtf: "2003-10-15",
      precision: "day",
      timeZone: "UTC",
      beijingDate: "2003-10-16",
    });
  });

  it.each([
    ["2003", "year"],
    ["2003-10", "month"],
    ["1970~", "year"],
  ])("reads the precision of %s as %s", (date, precision) => {
    folder.edit("entities/flights.yaml", "value: 2003-10-15\n        zone: UTC\n        beijing: 2003-10-16", `value: ${date}`);
    expect(load().facts.get(asFactId("ship-1.launch_date"))?.value).toEqual({ kind: "date", edtf: date, precision });
  });

  it("lets a date be asked less precisely than it is written", () => {
    folder.edit("entities/flights.yaml", "zone: UTC", "precision: month");
    expect(load().facts.get(asFactId("ship-1.launch_date"))?.value).toMatchObject({ edtf: "2003-10-15", precision: "month" });
  });

  it("takes a day in Beijing's zone as the day in Beijing", () => {
    folder.edit("entities/flights.yaml", "zone: UTC\n        beijing: 2003-10-16", "zone: Beijing");
    expect(load().facts.get(asFactId("ship-1.launch_date"))?.value).toMatchObject({ timeZone: "Asia/Shanghai", beijingDate: "2003-10-15" });
  });

  it("gives an amount its own unit, or else the unit of the predicate", () => {
    expect(load().facts.get(asFactId("ship-1.mass"))?.value).toEqual({ kind: "quantity", amount: 8, unit: "t", bound: "about" });
    folder.edit("entities/flights.yaml", "value: 8\n        unit: t", "value: 8000");
    expect(load().facts.get(asFactId("ship-1.mass"))?.value).toEqual({ kind: "quantity", amount: 8000, unit: "kg", bound: "about" });
  });

  it("splits a citation into document and place", () => {
    expect(load().facts.get(asFactId("first-academy.part_of"))?.citations).toEqual([{ source: "catalogue", at: "row 7" }]);
  });

  it("finds a fact by its former id", () => {
    expect(load().facts.get(asFactId("ship-1.rocket"))?.id).toBe("ship-1.launched_by");
  });

  it("keeps a fact that is not asked, with the reason", () => {
    folder.edit("entities/flights.yaml", "assurance: single-source", "ask: false\n        because: Too vague.");
    expect(load().facts.get(asFactId("ship-1.mass"))?.ask).toEqual({ not: "Too vague." });
  });
});

describe("the content version", () => {
  it("stays the same when entries, keys and files change their order", () => {
    const before = load().version;
    folder.edit("entities/flights.yaml", "qualifiers: {launch_id: 2003-045, altitude_km: 340}", "qualifiers: {altitude_km: 340, launch_id: 2003-045}");
    folder.edit("entities/flights.yaml", "type: rocket\n  name: Rocket 1", "name: Rocket 1\n  type: rocket");
    folder.edit("predicates/general.yaml", "mass:\n", "");
    folder.edit("predicates/general.yaml", "  label: Mass\n  domain: [spacecraft]\n  kind: quantity\n  functional: true\n  unit: kg\n  feasible: {min: 1, max: 200000}\n  tolerance: 0.05\n  statement: \"{subject} has a mass of {value}.\"\n", "");
    folder.edit("predicates/general.yaml", "part_of:\n", "mass:\n  domain: [spacecraft]\n  label: Mass\n  kind: quantity\n  functional: true\n  feasible: {max: 200000, min: 1}\n  unit: kg\n  tolerance: 0.05\n  statement: \"{subject} has a mass of {value}.\"\n\npart_of:\n");
    expect(load().version).toBe(before);
  });

  it.each([
    ["a value", "entities/flights.yaml", "value: 8\n", "value: 9\n"],
    ["an alias", "entities/flights.yaml", "[S-1]", "[S-1, S1]"],
    ["a wording", "predicates/launches.yaml", "Which rocket launched", "What launched"],
    ["a declaration", "predicates/general.yaml", "granular: true", "granular: false"],
    ["a source", "sources.yaml", "credit: CC BY", "credit: CC0"],
  ])("changes with %s", (_what, file, from, to) => {
    const before = load().version;
    folder.edit(file, from, to);
    expect(load().version).not.toBe(before);
  });
});

describe("getFactBase", () => {
  it("reads a folder once", () => {
    const first = getFactBase(folder.path);
    folder.edit("entities/flights.yaml", "name: Ship 1", "name: Ship One");
    expect(getFactBase(folder.path)).toBe(first);
  });

  it("refuses a broken folder with file, line and mend in the message", () => {
    const line = folder.edit("entities/flights.yaml", "launched_by:", "lauched_by:");
    expect(() => getFactBase(folder.path)).toThrow(`content/entities/flights.yaml:${line}: There is no predicate "lauched_by". Did you mean "launched_by"?`);
  });
});
