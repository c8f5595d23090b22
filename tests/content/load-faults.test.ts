import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatFault } from "@/lib/content/content-fault";
import { maxFileBytes } from "@/lib/content/content-files";
import { loadContent, maxFaults } from "@/lib/content/load-content";
import { writeTinyContent, type ContentFolder } from "../support/content";

let folder: ContentFolder;
beforeEach(() => {
  folder = writeTinyContent();
});
afterEach(() => folder.remove());

function faults() {
  const loaded = loadContent(folder.path);
  return loaded.ok ? [] : loaded.error;
}

const organizations = "entities/organizations.yaml";
const flights = "entities/flights.yaml";

type Breakage = {
  what: string;
  file: string;
  from: string;
  to: string;
  /** Lines between the edit and the fault. */
  below?: number;
  problem: RegExp;
  mend: RegExp;
};

const breakages: Breakage[] = [
  { what: "broken YAML", file: flights, from: "aliases: [S-1]", to: "aliases: [S-1", below: 1, problem: /not YAML/, mend: /brackets/ },
  { what: "a key given twice", file: flights, from: "rocket-1:", to: "ship-1: {type: rocket, name: X}\nrocket-1:", below: 5, problem: /not YAML/, mend: /Mend/ },
  { what: "an unknown key of an entity", file: flights, from: "  aliases: [S-1]", to: "  aliasses: [S-1]", problem: /no key "aliasses"/, mend: /Did you mean "aliases"/ },
  { what: "an unknown key of a fact", file: flights, from: "zone: UTC", to: "zome: UTC", problem: /no key "zome"/, mend: /Did you mean "zone"/ },
  { what: "an unknown key of a predicate", file: "predicates/general.yaml", from: "tolerance:", to: "tolerence:", problem: /no key "tolerence"/, mend: /Did you mean "tolerance"/ },
  { what: "a missing key", file: flights, from: "  type: rocket\n", to: "", below: -1, problem: /"type" is missing/, mend: /README/ },
  { what: "a value out of a closed list", file: flights, from: "zone: UTC", to: "zone: Moscow", problem: /"zone"/, mend: /README/ },
  { what: "ask: false without a reason", file: flights, from: "zone: UTC", to: "ask: false", problem: /go together/, mend: /README/ },
  { what: "an unknown predicate", file: flights, from: "launched_by:", to: "lauched_by:", problem: /no predicate "lauched_by"/, mend: /Did you mean "launched_by"\?.*content\/predicates/ },
  { what: "an unknown entity as value", file: flights, from: "value: rocket-1", to: "value: rocket-7", problem: /no entity "rocket-7"/, mend: /Did you mean "rocket-1"/ },
  { what: "a value of the wrong type", file: flights, from: "value: rocket-1", to: "value: capital", problem: /of type "city"/, mend: /range/ },
  { what: "a text where a number belongs", file: flights, from: "value: 8\n        unit: t", to: "value: eight", problem: /kind "text"/, mend: /Change the value/ },
  { what: "a key that says nothing of this kind", file: flights, from: "zone: UTC", to: "bound: about", problem: /"bound" says nothing here/, mend: /Take the key out/ },
  { what: "a date that is none", file: flights, from: "value: 2003-10-15", to: "value: 15.10.2003", problem: /not a date/, mend: /2003-10-15/ },
  { what: "a day that no calendar has", file: flights, from: "value: 2003-10-15", to: "value: 2003-02-30", problem: /no calendar/, mend: /2003-10-15/ },
  { what: "an unknown unit", file: flights, from: "unit: t", to: "unit: tonnes", problem: /no unit "tonnes"/, mend: /Declare/i },
  { what: "a unit of another dimension", file: flights, from: "unit: t", to: "unit: km", problem: /"km" does not measure/, mend: /kg/ },
  { what: "an unknown qualifier", file: flights, from: "qualifiers: {launch_id", to: "qualifiers: {lunch_id", problem: /no qualifier "lunch_id"/, mend: /Did you mean "launch_id"/ },
  { what: "an unknown source", file: flights, from: "sources: [press]", to: "sources: [pres]", problem: /no source "pres"/, mend: /Did you mean "press"/ },
  { what: "no source at all", file: flights, from: "        sources: [press]\n", to: "", below: -6, problem: /No source is cited/, mend: /sources\.yaml/ },
  { what: "an unknown type", file: organizations, from: "type: city", to: "type: town", problem: /no type "town"/, mend: /Declare/i },
  { what: "a type that is no leaf", file: organizations, from: "type: city", to: "type: place", problem: /has kinds of its own/, mend: /city/ },
  { what: "an alias of two entities", file: flights, from: "aliases: [S-1]", to: "aliases: [Rocket 1]", problem: /"Rocket 1" is also a name of "rocket-1"/, mend: /ambiguous/ },
  { what: "a cyclic part_of", file: organizations, from: "  name: Corporation\n", to: "  name: Corporation\n  facts: {part_of: [{id: corporation.part_of, value: first-academy, sources: [press]}]}\n", below: -14, problem: /runs in a ring/, mend: /Remove or correct/ },
  { what: "a functional predicate given twice", file: flights, from: "    mass:", to: "    mass:\n      - {id: ship-1.mass.2, value: 9000, qualifiers: {altitude_km: 340}, sources: [press]}", below: 1, problem: /one value at a time/, mend: /not functional/ },
  { what: "a wording without its subject", file: "predicates/launches.yaml", from: "Which rocket launched {subject}?", to: "Which rocket was it?", problem: /does not say \{subject\}/, mend: /Put \{subject\} in/ },
  { what: "a wording with a placeholder that nothing fills", file: "predicates/launches.yaml", from: "launched {subject}?", to: "launched {subject} from {sight}?", problem: /placeholder \{sight\}/, mend: /qualifier/ },
  { what: "a shared name of an unknown entity", file: "ambiguous-aliases.yaml", from: "second-academy", to: "third-academy", problem: /no entity "third-academy"/, mend: /Did you mean/ },
  { what: "a shared name that one of the entities lacks", file: "ambiguous-aliases.yaml", from: "academy: [first", to: "academy: [corporation, first", problem: /"corporation" does not go by the name "academy"/, mend: /aliases/ },
];

describe("a fault in the content", () => {
  it("is not found in the small folder as it is", () => {
    expect(faults()).toEqual([]);
  });

  it.each(breakages)("is reported with file, line and mend: $what", ({ file, from, to, below = 0, problem, mend }) => {
    const line = folder.edit(file, from, to) + below;
    const found = faults().find((fault) => problem.test(fault.problem));
    expect(faults().map(formatFault).join("\n")).toMatch(problem);
    expect(found).toMatchObject({ file: `content/${file}`, line });
    expect(found?.mend).toMatch(mend);
  });

  it("names the other file when an entity id stands in two", () => {
    const line = folder.edit(organizations, "capital:\n", "capital:\n");
    folder.write("entities/more.yaml", "capital:\n  type: city\n  name: Another capital\n");
    expect(faults()).toContainEqual({
      file: `content/${organizations}`,
      line,
      problem: 'The entity id "capital" is used more than once. The first is in content/entities/more.yaml.',
      mend: "Give each entity an id of its own; an id is never reused.",
    });
  });

  it("counts a former id as used", () => {
    const line = folder.edit(flights, "id: ship-1.launch_date", "id: ship-1.rocket");
    expect(faults()).toContainEqual(expect.objectContaining({ file: `content/${flights}`, line, problem: expect.stringMatching(/fact id "ship-1.rocket" is used more than once/) }));
  });

  it("keeps an oversize file from being read", () => {
    folder.write("entities/huge.yaml", `# ${"x".repeat(maxFileBytes)}\n`);
    expect(faults()).toEqual([
      { file: "content/entities/huge.yaml", problem: expect.stringMatching(/^The file has 1000003 bytes/), mend: "Split it by topic into smaller files." },
    ]);
  });

  it("keeps a file of another name from being overlooked", () => {
    folder.write("entities/Other.yml", "capital: {}\n");
    expect(faults()).toEqual([expect.objectContaining({ file: "content/entities/Other.yml", problem: expect.stringMatching(/not a topic file/) })]);
  });

  it("keeps a folder of that name from being read", () => {
    folder.write("entities/places.yaml/inner.yaml", "");
    expect(faults()).toEqual([expect.objectContaining({ file: "content/entities/places.yaml", problem: "This is not a topic file." })]);
  });

  it("names a file that is missing", () => {
    const loaded = loadContent("/nowhere/at/all");
    expect(loaded.ok ? [] : loaded.error.map((fault) => fault.file)).toContain("content/types.yaml");
  });

  it("does not hide the others, in whatever file they stand", () => {
    folder.edit(flights, "value: rocket-1", "value: rocket-7");
    folder.edit(flights, "unit: t", "unit: tonnes");
    folder.edit("predicates/general.yaml", "domain: [spacecraft]", "domain: [spaceship]");
    const problems = faults().map((fault) => fault.problem).join("\n");
    for (const broken of ["rocket-7", "tonnes", "spaceship"]) expect(problems).toContain(`"${broken}"`);
  });

  it("is one of fifty at most, and then the number of the rest is said", () => {
    const entities = Array.from({ length: 60 }, (_, n) => `town-${n}: {type: town, name: Town ${n}}`);
    folder.write("entities/towns.yaml", `${entities.join("\n")}\n`);
    expect(faults()).toHaveLength(maxFaults + 1);
    expect(faults().at(-1)?.problem).toBe("There are 10 more faults.");
  });
});
