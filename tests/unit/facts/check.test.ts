import { describe, expect, it } from "vitest";
import { checkContent } from "@/lib/facts/check";
import { editDistance, nearestId } from "@/lib/facts/fault";
import type { Content, FactValue } from "@/lib/facts/model";
import { asEntityId, asPredicateId, asSourceId } from "@/lib/shared/ids";
import { makeContent, makeDate, type FactBaseInput } from "../../support/fact-base";

/** Content without a fault; each test spoils one thing. */
const good = (): FactBaseInput => ({
  types: ["vehicle", { id: "rocket", parent: "vehicle" }, { id: "plane", parent: "vehicle" }, "maker"],
  entities: [
    { id: "cz-5", type: "rocket", name: "Long March 5", aliases: ["CZ-5"] },
    { id: "cz-5b", type: "rocket", name: "Long March 5B" },
    { id: "y-20", type: "plane" },
    { id: "calt", type: "maker" },
    { id: "casc", type: "maker" },
  ],
  qualifiers: ["stage"],
  predicates: [
    { id: "built_by", domain: ["rocket"], range: ["maker"], functional: true, inverse: "builds" },
    { id: "builds", domain: ["maker"], range: ["rocket"], inverse: "built_by", inverseFunctional: true },
    { id: "part_of", domain: ["maker"], range: ["maker"], granular: true },
    { id: "height", domain: ["vehicle"], range: [], valueKind: "quantity", unit: "m", functional: true, feasible: { min: 1, max: 150 } },
    { id: "flew_on", domain: ["vehicle"], range: [], valueKind: "date", functional: true },
    { id: "staff", domain: ["maker"], range: [], valueKind: "quantity", functional: true, timeVarying: true },
  ],
  facts: [
    { id: "built", subject: "cz-5", predicate: "built_by", value: "calt" },
    { id: "part", subject: "calt", predicate: "part_of", value: "casc" },
    { id: "height", subject: "cz-5", predicate: "height", value: 57, qualifiers: { stage: "all" } },
    { id: "flew", subject: "cz-5", predicate: "flew_on", value: "2016-11-03" },
    { id: "staff-1", subject: "calt", predicate: "staff", value: 100, asOf: "2010" },
    { id: "staff-2", subject: "calt", predicate: "staff", value: 200, asOf: "2020" },
  ],
});

type Spoil = (input: FactBaseInput, content: Content) => void;

function spoiled(spoil: Spoil): Content {
  const input = good();
  spoil(input, makeContent(input));
  return makeContent(input);
}

const faultsOf = (content: Content) => checkContent(content).map(({ at, problem, mend }) => `${at.kind} ${at.id} ${at.field ?? ""}: ${problem} ${mend}`);

const predicate = (input: FactBaseInput, id: string) => input.predicates.find((each) => typeof each === "object" && each.id === id) as Record<string, unknown>;
const fact = (input: FactBaseInput, id: string) => input.facts!.find((each) => each.id === id)! as unknown as Record<string, unknown>;
const entity = (input: FactBaseInput, id: string) => input.entities.find((each) => typeof each === "object" && each.id === id) as Record<string, unknown>;
const add = (input: FactBaseInput, ...facts: NonNullable<FactBaseInput["facts"]>) => input.facts!.push(...facts);
const wording = (statement: string, forward = "Who built {subject}?", inverse = "What did {value} build?") => ({
  statement: { en: statement }, forward: { en: [forward] }, inverse: { en: [inverse] },
});
const stated = "{subject} is by {value}.";

const cases: [what: string, spoil: Spoil, at: string, problem: string, mend: string][] = [
  ["an unknown predicate", (x) => (fact(x, "built").predicate = "build_by"), "fact built predicate", 'no predicate "build_by"', 'Did you mean "built_by"?'],
  ["an unknown subject", (x) => (fact(x, "built").subject = "cz-6x"), "fact built subject", 'no entity "cz-6x"', ""],
  ["an unknown value", (x) => (fact(x, "built").value = "cald"), "fact built value", 'no entity "cald"', 'Did you mean "calt"?'],
  ["a subject outside the domain", (x) => (fact(x, "built").subject = "y-20"), "fact built subject", 'of type "plane"', "domain"],
  ["a value outside the range", (x) => (fact(x, "built").value = "cz-5b"), "fact built value", 'of type "rocket"', "range"],
  ["a value of another kind", (x) => (fact(x, "built").value = { kind: "text", text: "CALT" }), "fact built value", 'takes "entity"', "kind"],
  ["a day that does not exist", (x) => (fact(x, "flew").value = makeDate("2016-11-31")), "fact flew value", "no calendar", "2003-10-15"],
  ["a date in words", (x) => (fact(x, "flew").value = makeDate("November 2016")), "fact flew value", "not a date", "2003-10-15"],
  ["a precision that is finer than the date", (x) => (fact(x, "flew").value = makeDate("2016", { precision: "day" })), "fact flew precision", "known to the year", "precision: year"],
  ["a Beijing date that is no day", (x) => (fact(x, "flew").value = makeDate("2016-11-03", { beijingDate: "2016-11" })), "fact flew beijingDate", "not a day", ""],
  ["a Beijing date before the day", (x) => (fact(x, "flew").value = makeDate("2016-11-03", { timeZone: "UTC", beijingDate: "2016-11-02" })), "fact flew beijingDate", "cannot have been", "the next"],
  ["a Beijing date two days later", (x) => (fact(x, "flew").value = makeDate("2016-11-30", { timeZone: "UTC", beijingDate: "2016-12-02" })), "fact flew beijingDate", "cannot have been", "the next"],
  ["an unknown unit", (x) => (fact(x, "height").value = { kind: "quantity", amount: 5, unit: "mm" }), "fact height unit", 'no unit "mm"', "Did you mean"],
  ["a unit of another dimension", (x) => (fact(x, "height").value = { kind: "quantity", amount: 5, unit: "kg" }), "fact height unit", "does not measure", "Use m"],
  ["a missing unit", (x) => (fact(x, "height").value = { kind: "quantity", amount: 5 }), "fact height unit", "no unit", "measured in m"],
  ["a unit where none belongs", (x) => (fact(x, "staff-1").value = { kind: "quantity", amount: 5, unit: "m" }), "fact staff-1 unit", "has no unit", ""],
  ["an amount that cannot be", (x) => (fact(x, "height").value = { kind: "quantity", amount: 5, unit: "km" }), "fact height value", "5000 m lies outside", "feasible"],
  ["an amount below what can be", (x) => (fact(x, "height").value = { kind: "quantity", amount: 0.5, unit: "m" }), "fact height value", "0.5 m lies outside", "feasible"],
  ["an amount that is no number", (x) => (fact(x, "height").value = { kind: "quantity", amount: NaN, unit: "m" }), "fact height value", "not an amount", "number"],
  ["a date before it can have been", (x) => (predicate(x, "flew_on").feasible = { from: "2017" }), "fact flew value", "lies outside", "feasible"],
  ["a date after it can have been", (x) => (predicate(x, "flew_on").feasible = { to: "2015" }), "fact flew value", "lies outside", "feasible"],
  ["feasible dates of amounts", (x) => (predicate(x, "height").feasible = { from: "2017" }), "predicate height feasible", "Only dates", "min and max"],
  ["a feasible date that is none", (x) => (predicate(x, "flew_on").feasible = { from: "early" }), "predicate flew_on feasible", "not a date", "1970"],
  ["feasible dates that end first", (x) => (predicate(x, "flew_on").feasible = { from: "2010", to: "2009" }), "predicate flew_on feasible", "begins (2010)", "Exchange"],
  ["an undeclared qualifier", (x) => (fact(x, "height").qualifiers = { stagee: 1 }), "fact height qualifiers", 'no qualifier "stagee"', '"stage"'],
  ["an asOf that is no date", (x) => (fact(x, "staff-1").asOf = "last year"), "fact staff-1 asOf", "not a date", ""],
  ["no source", (x) => (fact(x, "built").citations = []), "fact built sources", "No source", "sources.yaml"],
  ["an unknown source", (x) => (fact(x, "built").citations = [{ source: asSourceId("source-2") }]), "fact built sources", 'no source "source-2"', '"source-1"'],
  ["a functional predicate given twice", (x) => add(x, { id: "second", subject: "cz-5", predicate: "built_by", value: "casc" }), "fact second value", "one value at a time", "disputed"],
  ["a functional predicate given twice at one date", (x) => (fact(x, "staff-2").asOf = "2010"), "fact staff-2 value", "one value at a time", ""],
  [
    "an inverse-functional predicate with two subjects",
    (x) => add(x, { id: "b1", subject: "calt", predicate: "builds", value: "cz-5b" }, { id: "b2", subject: "casc", predicate: "builds", value: "cz-5b" }),
    "fact b2 value", "one subject for a value", "inverseFunctional",
  ],
  ["an inverse that says otherwise", (x) => add(x, { id: "b", subject: "casc", predicate: "builds", value: "cz-5" }), "fact b value", "built gives another value", '"casc"'],
  [
    "an inverse whose complete list leaves it out",
    (x) => add(x, { id: "b", subject: "calt", predicate: "builds", value: "cz-5b", complete: true }),
    "fact built value", "complete list without this one", '"cz-5"',
  ],
  [
    "an inverse declared complete that leaves it out",
    (x) => (predicate(x, "builds").complete = { asOf: "2026", source: "source-1" }),
    "fact built value", "declared complete", '"builds" of "calt"',
  ],
  [
    "a list that is complete in part",
    (x) => add(x, { id: "b1", subject: "calt", predicate: "builds", value: "cz-5", complete: true }, { id: "b2", subject: "calt", predicate: "builds", value: "cz-5b" }),
    "fact b2 complete", "b1 says that the list is complete", "every fact",
  ],
  ["a ring of parts", (x) => add(x, { id: "ring", subject: "casc", predicate: "part_of", value: "calt" }), "fact ring value", "calt > casc > calt", "Remove"],
  ["a part of itself", (x) => add(x, { id: "self", subject: "casc", predicate: "part_of", value: "casc" }), "fact self value", "casc > casc", "Remove"],
  ["an alias that another entity has", (x) => (entity(x, "cz-5b").aliases = ["cz 5"]), "entity cz-5b aliases", 'also a name of "cz-5"', "ambiguous"],
  ["an unknown type", (x) => (entity(x, "cz-5b").type = "rockt"), "entity cz-5b type", 'no type "rockt"', '"rocket"'],
  ["a type that has kinds", (x) => (entity(x, "cz-5b").type = "vehicle"), "entity cz-5b type", "kinds of its own", "rocket, plane"],
  ["a look-alike that does not exist", (x) => (entity(x, "cz-5b").notToBeConfusedWith = ["cz-5c"]), "entity cz-5b notToBeConfusedWith", 'no entity "cz-5c"', '"cz-5"'],
  ["an entity twice", (x) => x.entities.push({ id: "calt", type: "maker" }), "entity calt", "more than once", "of its own"],
  ["a fact id that is another's former id", (x) => (fact(x, "built").formerIds = ["part"]), "fact part", "more than once", "of its own"],
  ["types in a ring", (x) => x.types!.push({ id: "x", parent: "y" }, { id: "y", parent: "x" }), "type x parent", "below itself", "another parent"],
  ["a type with an unknown parent", (x) => x.types!.push({ id: "x", parent: "makr" }), "type x parent", 'no type "makr"', '"maker"'],
  ["a unit without a factor", (x) => (x.units = [{ id: "m", symbol: "m", dimension: "length", factor: 0, aliases: [] }]), "unit m factor", "is 0", "above 0"],
  ["an unknown domain", (x) => (predicate(x, "built_by").domain = ["rocket", "makers"]), "predicate built_by domain", 'no type "makers"', '"maker"'],
  ["a domain of nothing", (x) => (predicate(x, "flew_on").domain = []), "predicate flew_on domain", "No type", "at least one"],
  ["entities of no type as values", (x) => (predicate(x, "builds").range = []), "predicate builds range", "no type", "at least one"],
  ["a range of dates", (x) => (predicate(x, "flew_on").range = ["maker"]), "predicate flew_on range", "has no types", "out"],
  ["an unknown inverse", (x) => (predicate(x, "built_by").inverse = "build"), "predicate built_by inverse", 'no predicate "build"', '"builds"'],
  ["an inverse that does not look back", (x) => delete predicate(x, "builds").inverse, "predicate built_by inverse", "in turn", "inverse: built_by"],
  ["flags of inverses that differ", (x) => (predicate(x, "builds").inverseFunctional = false), "predicate built_by inverse", "is not inverse-functional", "both or neither"],
  ["a range of amounts upside down", (x) => (predicate(x, "height").feasible = { min: 200, max: 1 }), "predicate height feasible", "above the largest", "Exchange"],
  ["a tolerance in per cent", (x) => (predicate(x, "height").tolerance = 5), "predicate height tolerance", "is 5", "0.05"],
  ["an unknown unit of a predicate", (x) => (predicate(x, "height").unit = "metre"), "predicate height unit", 'no unit "metre"', ""],
  ["completeness without a source", (x) => (predicate(x, "part_of").complete = { asOf: "2026", source: "none" }), "predicate part_of complete", 'no source "none"', ""],
  ["completeness without a date", (x) => (predicate(x, "part_of").complete = { asOf: "now", source: "source-1" }), "predicate part_of complete", "not a date", "2026"],
  ["an unknown placeholder", (x) => (predicate(x, "built_by").wording = wording("{subject} is by {valu}{value}.")), "predicate built_by wording.statement", "{valu}", '"value"'],
  ["a question that gives its answer away", (x) => (predicate(x, "built_by").wording = wording(stated, "Did {value} build {subject}?")), "predicate built_by wording.forward", "gives away {value}", "Take {value} out"],
  ["a reverse question that gives its answer away", (x) => (predicate(x, "built_by").wording = wording(stated, undefined, "Did {value} build {subject}?")), "predicate built_by wording.inverse", "gives away {subject}", ""],
  ["a question that names nothing", (x) => (predicate(x, "built_by").wording = wording(stated, "Who built it?")), "predicate built_by wording.forward", "does not say {subject}", "Put {subject} in"],
  ["a bracket without a partner", (x) => (predicate(x, "built_by").wording = wording("{subject} is by {value}[[.")), "predicate built_by wording.statement", "partner", "README"],
  ["a statement that the fact cannot fill", (x) => (predicate(x, "built_by").wording = wording("{subject} is by {value} on {stage}.")), "fact built qualifiers", "says {stage}", "[[ ]]"],
];

describe("checking the content", () => {
  it("finds nothing in good content", () => {
    expect(checkContent(makeContent(good()))).toEqual([]);
  });

  it.each(cases)("finds %s and says how to mend it", (_, spoil, at, problem, mend) => {
    const faults = faultsOf(spoiled(spoil)).filter((line) => line.startsWith(at));
    expect(faults.join("\n")).toContain(problem);
    expect(faults.join("\n")).toContain(mend);
  });

  it.each<[string, Spoil]>([
    ["a disputed second value", (x) => add(x, { subject: "cz-5", predicate: "built_by", value: "casc", assurance: "disputed" })],
    ["a deprecated second value", (x) => add(x, { subject: "cz-5", predicate: "built_by", value: "casc", rank: "deprecated" })],
    ["a second value of another stage", (x) => add(x, { subject: "cz-5", predicate: "height", value: 30, qualifiers: { stage: "first" } })],
    ["a whole beside its part, of a granular predicate", (x) => {
      predicate(x, "part_of").functional = true;
      x.entities.push({ id: "lab", type: "maker" });
      add(x, { subject: "lab", predicate: "part_of", value: "calt" }, { subject: "lab", predicate: "part_of", value: "casc" });
    }],
    ["a shared name that is declared", (x) => {
      entity(x, "cz-5b").aliases = ["cz 5"];
      x.ambiguousAliases = ["CZ-5"];
    }],
    ["the next day in Beijing, over the end of a year", (x) => (fact(x, "flew").value = makeDate("2016-12-31", { timeZone: "UTC", beijingDate: "2017-01-01" }))],
    ["an alias that repeats the entity's own name", (x) => (entity(x, "cz-5b").aliases = ["long march 5b"])],
    ["an inverse whose complete list is of another date", (x) => {
      Object.assign(predicate(x, "builds"), { timeVarying: true });
      add(x, { subject: "calt", predicate: "builds", value: "cz-5b", complete: true, asOf: "2010" });
    }],
    ["an inverse that says the same", (x) => add(x, { subject: "calt", predicate: "builds", value: "cz-5" })],
  ])("allows %s", (_, spoil) => {
    expect(faultsOf(spoiled(spoil))).toEqual([]);
  });

  it("compares the sound facts even when others are broken", () => {
    const faults = faultsOf(spoiled((x) => {
      fact(x, "flew").value = makeDate("2016-11-31");
      add(x, { id: "again", subject: "cz-5", predicate: "built_by", value: "casc" });
    }));
    expect(faults).toHaveLength(2);
  });

  it("does not throw on content whose parts all miss each other", () => {
    const content = makeContent(good());
    const lost: Content = { ...content, entities: [], types: [], predicates: [], units: [], qualifiers: [], sources: [] };
    expect(checkContent(lost).length).toBeGreaterThanOrEqual(content.facts.length);
  });

  it("judges thousands of facts without comparing each with each", () => {
    const count = 3000;
    const content = makeContent(good());
    const template = content.facts[0]!;
    const rocket = content.entities[0]!;
    const rockets = Array.from({ length: count }, (_, i) => ({ ...rocket, id: asEntityId(`r-${i}`), labels: { en: `Rocket ${i}` }, aliases: [] }));
    const facts = rockets.map((each, i) => ({ ...template, id: `f-${i}` as typeof template.id, subject: each.id, predicate: asPredicateId("built_by") }));
    let readings = 0;
    const counted = facts.map((each) => ({
      ...each,
      get value(): FactValue {
        readings++;
        return template.value;
      },
    }));
    expect(checkContent({ ...content, entities: [...content.entities, ...rockets], facts: [...content.facts, ...counted] })).toEqual([]);
    expect(readings).toBeLessThan(count * 50);
  });
});

describe("the id that was probably meant", () => {
  it("is the nearest one, and none that is far away", () => {
    expect(nearestId("shenzou-5", ["shenzhou-5", "shenzhou-15", "tianhe"])).toBe("shenzhou-5");
    expect(nearestId("abc", ["wentian", "mengtian"])).toBeUndefined();
  });

  it.each([["kitten", "sitting", 5, 3], ["same", "same", 2, 0], ["short", "very long text", 3, 4]])("%s to %s within %i is %i", (a, b, most, edits) => {
    expect(editDistance(a, b, most)).toBe(edits);
  });
});
