import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatFault } from "@/lib/content/content-fault";
import { loadContent } from "@/lib/content/load-content";
import { certify } from "@/lib/facts/certificates";
import { factsOf } from "@/lib/facts/fact-base";
import { asEntityId, asFactId, asPredicateId } from "@/lib/shared/ids";
import { writeTinyContent, type ContentFolder } from "../support/content";
import { openContent } from "./bank-base";

const base = openContent();

const valuesOf = (subject: string, predicate: string) => factsOf(base, asEntityId(subject), asPredicateId(predicate));
const isComplete = (subject: string, predicate: string) => {
  const facts = valuesOf(subject, predicate);
  return facts.length > 0 && facts.every(({ complete }) => complete);
};

describe("completeness in the real content", () => {
  it("is declared for the crew of every crewed mission, and so for the flights of every astronaut, with a date and a source", () => {
    const missions = base.entitiesByType.get("crewed_mission") ?? [];
    expect(missions.filter(({ id }) => !isComplete(id, "crew_member")).map(({ id }) => id)).toEqual([]);
    expect(base.predicates.get(asPredicateId("crew_member"))?.complete).toEqual({ asOf: "2026-05-24", source: "m-vony" });
  });

  it.each([
    ["the modules of the station", "tiangong-station", "module", 3],
    ["the academies of CASC", "casc", "academy", 8],
    ["the research bases of CASC", "casc", "rd_base_city", 8],
    ["the four elders", "four-elders", "member", 4],
    ["the recipients of the Two Bombs, One Satellite medal", "two-bombs-medal", "recipient", 23],
    ["the first signatories of the APSCO Convention", "apsco-convention", "first_signatory", 8],
    ["the joint satellites with Brazil", "cbers", "satellite", 6],
  ])("is declared for %s", (_, subject, predicate, amount) => {
    expect(isComplete(subject, predicate)).toBe(true);
    expect(valuesOf(subject, predicate)).toHaveLength(amount);
  });

  it("of a list that grows holds at a date that the questions say", () => {
    const growing = ["launched_from", "used_with", "full_member", "satellite", "planned_launcher"];
    for (const id of growing) {
      expect(base.predicates.get(asPredicateId(id))?.timeVarying).toBe(true);
      const undated = (base.factsByPredicate.get(asPredicateId(id)) ?? []).filter(({ complete, asOf }) => complete && asOf === undefined);
      expect(undated.map((fact) => fact.id)).toEqual([]);
    }
  });

  it("proves that a rocket had not been launched from another site at that date", () => {
    const fact = base.facts.get(asFactId(valuesOf("cz-7", "launched_from")[0]!.id))!;
    const forward = certify(base, { fact, direction: "forward", option: asEntityId("jiuquan") });
    expect(forward.ok && forward.value.rule).toBe("complete");
    const inverse = certify(base, { fact, direction: "inverse", option: asEntityId("cz-2f") });
    expect(inverse.ok && inverse.value.rule).toBe("complete");
    expect(certify(base, { fact, direction: "inverse", option: asEntityId("cz-11") })).toEqual({ ok: false, error: "unknown" });
  });

  it("rests on cited facts that are neither disputed nor withdrawn", () => {
    const complete = base.content.facts.filter((fact) => fact.complete);
    expect(complete.length).toBeGreaterThan(300);
    expect(complete.filter(({ citations, assurance, rank }) => citations.length === 0 || assurance === "disputed" || rank === "deprecated").map(({ id }) => id)).toEqual([]);
  });
});

const flights = "entities/flights.yaml";
const academies = "entities/organizations.yaml";

describe("a figure that cannot be", () => {
  let folder: ContentFolder;
  beforeEach(() => {
    folder = writeTinyContent();
    folder.write("predicates/figures.yaml", figures);
    folder.edit("qualifiers.yaml", "launch_id:", "since: {label: Since, narrows: false, kind: date}\nlaunch_id:");
    folder.edit(flights, "    mass:", `${flightFigures}    mass:`);
    folder.edit(academies, "    located_in:", `${academyFigures}    located_in:`);
  });
  afterEach(() => folder.remove());

  const faults = () => {
    const loaded = loadContent(folder.path);
    return loaded.ok ? [] : loaded.error.map(formatFault);
  };

  it("is not found in the small folder as it is", () => {
    expect(faults()).toEqual([]);
  });

  it.each([
    ["a landing before the launch", flights, "value: 2003-10-17", "value: 2003-10-14", /"landed_on" cannot be before "launch_date", which is given by ship-1\.launch_date\. Correct one/],
    ["a landing in a year before the launch", flights, "value: 2003-10-17", "value: 2002", /"landed_on" cannot be before "launch_date"/],
    ["a crew size that the crew contradicts", flights, "value: 2 # the crew", "value: 3 # the crew", /It says 3, but 2 are on record as a complete list: ship-1\.crew\.1, ship-1\.crew\.2/],
    ["a number of flights that the crews contradict", academies, "value: 1 # flights", "value: 2 # flights", /It says 2, but 1 are on record as a complete list: ship-1\.crew\.1/],
    ["a qualifier that should be a date", flights, "since: 2003-10", "since: October", /"since: October" is not a date/],
  ])("is reported with file and line: %s", (_, file, from, to, problem) => {
    const line = folder.edit(file, from, to);
    expect(faults()).toHaveLength(1);
    expect(faults()[0]).toMatch(problem);
    expect(faults()[0]).toMatch(new RegExp(`^content/${file}:${line}:`));
  });

  it.each([
    ["a landing on the day of the launch elsewhere", flights, "value: 2003-10-17", "value: 2003-10-15"],
    ["a landing in the month of the launch", flights, "value: 2003-10-17", "value: 2003-10"],
    ["an amount that is only a bound", flights, "value: 2 # the crew", "value: 3\n        bound: at-most"],
    ["an amount at another date than the list", academies, "asOf: 2010", "asOf: 2009"],
  ])("is not: %s", (_, file, from, to) => {
    folder.edit(file, from, to);
    expect(faults()).toEqual([]);
  });

  it.each([
    ["an order among what is no date", "  notBefore: [launch_date]", "  notBefore: [crew_size]", /Only dates have an order in time/],
    ["an order after an unknown predicate", "  notBefore: [launch_date]", "  notBefore: [lunch_date]", /There is no predicate "lunch_date"\. Did you mean "launch_date"/],
    ["a count of an unknown predicate", "  counts: crew", "  counts: crow", /There is no predicate "crow"\. Did you mean "crew"/],
  ])("is nor a flag that makes no sense: %s", (_, from, to, problem) => {
    const line = folder.edit("predicates/figures.yaml", from, to);
    expect(faults()).toContainEqual(expect.stringMatching(problem));
    expect(faults()).toContainEqual(expect.stringContaining(`content/predicates/figures.yaml:${line}:`));
  });
});

const figures = `landed_on:
  label: Landed on
  domain: [spacecraft]
  kind: date
  functional: true
  notBefore: [launch_date]
  statement: "{subject} landed on {value}."

crew:
  label: Crew
  domain: [spacecraft]
  kind: entity
  range: [organization]
  complete: {asOf: 2010, source: catalogue}
  statement: "{value} flew on {subject}."

crew_size:
  label: Crew size
  domain: [spacecraft]
  kind: quantity
  functional: true
  counts: crew
  statement: "{subject} had a crew of {value}."

flights:
  label: Flights
  domain: [organization]
  kind: quantity
  functional: true
  timeVarying: true
  countsInverse: crew
  statement: "{subject} made {value} flights."
`;

const flightFigures = `    landed_on:
      - id: ship-1.landed_on
        value: 2003-10-17
        zone: UTC
        qualifiers: {since: 2003-10}
        sources: [press]
    crew:
      - {id: ship-1.crew.1, value: first-academy, complete: true, sources: [press]}
      - {id: ship-1.crew.2, value: second-academy, complete: true, sources: [press]}
    crew_size:
      - id: ship-1.crew_size
        value: 2 # the crew
        sources: [press]
`;

const academyFigures = `    flights:
      - id: first-academy.flights
        value: 1 # flights
        asOf: 2010
        sources: [press]
`;
