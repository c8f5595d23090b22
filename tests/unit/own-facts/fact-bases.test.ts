import { describe, expect, test } from "vitest";
import { inWrittenOrder, joinBases, readVersions, setsOfFacts, versionFor, versionsOf, type OwnBase } from "@/lib/own-facts/fact-bases";
import { ownIds } from "@/lib/own-facts/own-ids";
import { statementOf } from "@/lib/facts/render";
import { baseOf, cardOf, idsFrom, main, rockets, setId, tableOf } from "./own-base";

const other = "1b6f7a52-9a0e-4c5a-8f7e-2f4d6a1c3b58";
const table = tableOf(rockets, { newId: idsFrom("z") });
const cards = [cardOf(2, "apogee", "the highest point of an orbit"), cardOf(1, "perigee", "the lowest point of an orbit")];
const base = baseOf([table], cards);
const own: OwnBase = { base, facts: inWrittenOrder(base, setId, { cards, tables: [table] }) };
const bases = joinBases(main, new Map([[setId, own]]));
const someFact = own.facts[0]!.id;

describe("bases side by side", () => {
  test("a fact of a set belongs to the set's own base, and is found in it", () => {
    expect(bases.of(someFact)).toBe(base);
    expect(bases.fact(someFact)).toBe(own.facts[0]);
  });

  test("a fact of the content belongs to the content, which knows none of a set's", () => {
    expect(bases.of("shenzhou-5.launch-date")).toBe(main);
    expect(main.facts.has(someFact)).toBe(false);
  });

  test("a fact of a set that is not there is nobody's", () => {
    expect(bases.of(`own.${other}.z1.z2`)).toBe(main);
    expect(bases.fact(`own.${other}.z1.z2`)).toBeUndefined();
    expect(bases.fact(`own.${setId}.z1.gone`)).toBeUndefined();
  });

  test("facts come as they were written, also where their ids sort otherwise: cards, then row by row", () => {
    const said = own.facts.map((fact) => statementOf(base, fact));
    expect(own.facts).toHaveLength(base.content.facts.length);
    expect(said[0]).toContain("the highest point");
    expect(said[1]).toContain("the lowest point");
    expect(own.facts.slice(2, 6).map(({ subject }) => subject)).toEqual(Array(4).fill(ownIds(setId).entity(table.rows[0]!.id)));
    expect(own.facts.map(({ id }) => id)).not.toEqual(base.content.facts.map(({ id }) => id));
  });
});

describe("which sets facts are of", () => {
  test("each set is named once, and facts of the content name none", () => {
    expect(setsOfFacts([someFact, own.facts[1]!.id, "owner.of", "own.x", `own.${other}.a.b`])).toEqual([setId, other]);
  });
});

describe("the versions of several bases in one text", () => {
  const versions = versionsOf(bases);

  test("it is the content's version where there are no own facts", () => {
    expect(versionsOf(joinBases(main, new Map()))).toBe(main.version);
  });

  test("each fact finds the version of its own base in it", () => {
    expect(versionFor(versions, someFact)).toBe(base.version);
    expect(versionFor(versions, "shenzhou-5.launch-date")).toBe(main.version);
    expect(readVersions(versions)).toEqual({ main: main.version, own: new Map([[setId, base.version]]) });
    expect(readVersions(main.version)).toEqual({ main: main.version, own: new Map() });
  });

  test("a fact of a set that was not there then has no version of that set's", () => {
    expect(versionFor(versions, `own.${other}.a.b`)).not.toBe(base.version);
    expect(versionFor(main.version, someFact)).not.toBe(base.version);
  });
});
