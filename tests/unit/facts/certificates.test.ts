import { describe, expect, it } from "vitest";
import { certify, type CertificateQuestion } from "@/lib/facts/certificates";
import type { FactBase } from "@/lib/facts/fact-base";
import type { FactValue } from "@/lib/facts/model";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { makeDate, makeFactBase } from "../../support/fact-base";

const date = (edtf: string): FactValue => makeDate(edtf, { timeZone: "UTC" });

const place = (latitude: number, longitude: number): FactValue => ({ kind: "coordinates", latitude, longitude });

const base = makeFactBase({
  entities: ["moon", "probe-1", "probe-2", "probe-3", "calt", "casc", "sast", "rocket-5", "rocket-5b", "rocket-7", "crew-1", "crew-2", "ann", "bea", "cai"],
  qualifiers: ["stage"],
  predicates: [
    "part_of",
    "variant_of",
    { id: "built_by", functional: true, granular: true },
    { id: "launched_by", functional: true },
    { id: "launched_on", functional: true, valueKind: "date" },
    { id: "mass", functional: true, valueKind: "quantity", unit: "kg", tolerance: 0.02 },
    { id: "outcome", functional: true, valueKind: "text" },
    { id: "lies_at", functional: true, valueKind: "coordinates" },
    { id: "crew_member" },
    { id: "target" },
    { id: "commands", inverseFunctional: true },
    { id: "head", functional: true, timeVarying: true },
    { id: "engine", functional: true },
  ],
  facts: [
    { subject: "calt", predicate: "part_of", value: "casc" },
    { subject: "rocket-5b", predicate: "variant_of", value: "rocket-5" },
    { id: "built", subject: "rocket-5", predicate: "built_by", value: "calt" },
    { id: "built-7", subject: "rocket-7", predicate: "built_by", value: "sast" },
    { id: "built-5b", subject: "rocket-5b", predicate: "built_by", value: "sast" },
    { id: "by", subject: "probe-1", predicate: "launched_by", value: "rocket-5" },
    { id: "by-2", subject: "probe-2", predicate: "launched_by", value: "rocket-7" },
    { id: "by-3", subject: "probe-3", predicate: "launched_by", value: "rocket-7", assurance: "disputed" },
    { id: "on", subject: "probe-1", predicate: "launched_on", value: date("2003-10-15") },
    { id: "on-2", subject: "probe-2", predicate: "launched_on", value: date("2003-10") },
    { id: "mass", subject: "probe-1", predicate: "mass", value: 1000 },
    { id: "mass-2", subject: "probe-2", predicate: "mass", value: 1030 },
    { id: "mass-3", subject: "probe-3", predicate: "mass", value: { kind: "quantity", amount: 3, unit: "t", bound: "about" } },
    { id: "place", subject: "probe-1", predicate: "lies_at", value: place(40.96, 100.29) },
    { id: "outcome", subject: "probe-1", predicate: "outcome", value: "success" },
    { id: "crew-ann", subject: "crew-1", predicate: "crew_member", value: "ann", complete: true },
    { id: "crew-bea", subject: "crew-1", predicate: "crew_member", value: "bea", complete: true },
    { id: "crew-2", subject: "crew-2", predicate: "crew_member", value: "cai", complete: true },
    { id: "target", subject: "probe-1", predicate: "target", value: "moon" },
    { id: "commands", subject: "ann", predicate: "commands", value: "crew-1" },
    { id: "commands-2", subject: "bea", predicate: "commands", value: "crew-2" },
    { id: "head-2010", subject: "casc", predicate: "head", value: "ann", asOf: "2010" },
    { id: "head-2020", subject: "casc", predicate: "head", value: "bea", asOf: "2020" },
    { id: "head-undated", subject: "sast", predicate: "head", value: "cai" },
    { id: "engine", subject: "rocket-5", predicate: "engine", value: "probe-1", qualifiers: { stage: "1" } },
    { id: "engine-2", subject: "rocket-5", predicate: "engine", value: "probe-2", qualifiers: { stage: "2" } },
  ],
});

/** The rule of the certificate, or the veto. */
function judge(id: string, direction: CertificateQuestion["direction"], option: string | FactValue, from: FactBase = base): string {
  const given = typeof option === "string" ? asEntityId(option) : option;
  const result = certify(from, { fact: from.facts.get(asFactId(id))!, direction, option: given });
  return result.ok ? result.value.rule : result.error;
}

const amount = (value: number): FactValue => ({ kind: "quantity", amount: value, unit: "kg" });

describe("an option for the value of a fact", () => {
  it.each<[string, string, string | FactValue, string]>([
    ["another rocket than the one it flew on is false", "by", "rocket-7", "functional"],
    ["the key itself is true", "by", "rocket-5", "is-true"],
    ["the kind of rocket that the key is a variant of is too near", "by", "rocket-5b", "related"],
    ["the parent of the maker is too near", "built", "casc", "related"],
    ["another maker is false", "built", "sast", "functional"],
    ["someone outside a complete crew is false", "crew-ann", "cai", "complete"],
    ["another member of the crew is true", "crew-ann", "bea", "is-true"],
    ["a target outside an open list is unknown", "target", "sast", "unknown"],
    ["a ship that someone else commands is false", "commands", "crew-2", "inverse-functional"],
    ["a ship without a known commander is unknown", "commands", "probe-1", "unknown"],
    ["an entity that the base does not have is unknown", "by", "rocket-99", "unknown"],
    ["a date is no rocket", "by", date("2003-10-15"), "other-kind"],
    ["the head of another year was one at another time", "head-2010", "bea", "other-time"],
    ["someone who was never head is false for the year", "head-2010", "cai", "functional"],
    ["without its date nothing can be said", "head-undated", "ann", "undated"],
    ["the engine of another stage is true in another context", "engine", "probe-2", "other-context"],
    ["an engine of no stage is false", "engine", "probe-3", "functional"],
    ["a disputed fact is no question", "by-3", "rocket-5", "disputed"],
    ["another day is false", "on", date("2003-10-16"), "value-disjoint"],
    ["the month around the day is the same date", "on", date("2003-10"), "overlaps"],
    ["the next month is false", "on-2", date("2003-11"), "value-disjoint"],
    ["a mass within the tolerance may be the same", "mass", amount(1039), "overlaps"],
    ["a mass beyond the tolerance of both is false", "mass", amount(1050), "value-disjoint"],
    ["the same mass in other units is true", "mass", { kind: "quantity", amount: 1, unit: "t" }, "is-true"],
    ["about the same mass may be the same", "mass", { kind: "quantity", amount: 1000, unit: "kg", bound: "about" }, "overlaps"],
    ["the same place is true", "place", place(40.96, 100.29), "is-true"],
    ["a place within a degree may be the same", "place", place(41.3, 100.9), "overlaps"],
    ["a place two degrees away is false", "place", place(40.96, 102.3), "value-disjoint"],
    ["another outcome is false", "outcome", { kind: "text", text: "failure" }, "value-disjoint"],
    ["an outcome with the same words may be the same", "outcome", { kind: "text", text: "partial success" }, "overlaps"],
  ])("%s", (_, id, option, expected) => {
    expect(judge(id, "forward", option)).toBe(expected);
  });

  it("says what its proof rests on", () => {
    expect(certify(base, { fact: base.facts.get(asFactId("by"))!, direction: "forward", option: asEntityId("rocket-7") })).toEqual({
      ok: true,
      value: { rule: "functional", because: ["functional:launched_by", "by"] },
    });
    expect(certify(base, { fact: base.facts.get(asFactId("crew-ann"))!, direction: "forward", option: asEntityId("cai") })).toEqual({
      ok: true,
      value: { rule: "complete", because: ["complete:crew-ann", "crew-ann", "crew-bea"] },
    });
  });
});

describe("an option for the subject of a fact", () => {
  it.each<[string, string, string, string]>([
    ["a probe known to have flown on another rocket is false", "by", "probe-2", "functional"],
    ["a probe whose rocket is disputed is unknown", "by", "probe-3", "unknown"],
    ["a probe whose disputed rocket is the one asked about may be right", "by-2", "probe-3", "disputed"],
    ["a probe without a known rocket is unknown", "by", "crew-1", "unknown"],
    ["the subject itself is true", "by", "probe-1", "is-true"],
    ["a crew whose complete list lacks the person is false", "crew-ann", "crew-2", "complete"],
    ["any other person is false where one commands", "commands", "cai", "inverse-functional"],
    ["a probe launched within the month may be the one of that day", "on", "probe-2", "overlaps"],
    ["a probe of a mass within the tolerance may be meant", "mass", "probe-2", "overlaps"],
    ["a much heavier probe is false", "mass", "probe-3", "value-disjoint"],
    ["a rocket of another maker is false", "built", "rocket-7", "functional"],
    ["a variant of the rocket is too near, whoever made it", "built", "rocket-5b", "related"],
  ])("%s", (_, id, option, expected) => {
    expect(judge(id, "inverse", option)).toBe(expected);
  });

  it("is an entity", () => {
    expect(judge("by", "inverse", amount(3))).toBe("other-kind");
  });
});

describe("a deprecated fact", () => {
  const withOld = makeFactBase({
    entities: ["probe", "old", "new", "third"],
    predicates: [{ id: "launched_by", functional: true }],
    facts: [
      { id: "wrong", subject: "probe", predicate: "launched_by", value: "old", rank: "deprecated" },
      { id: "right", subject: "probe", predicate: "launched_by", value: "new" },
    ],
  });

  it("is not asked, and makes nothing true", () => {
    expect(judge("wrong", "forward", "third", withOld)).toBe("deprecated");
    expect(judge("right", "forward", "old", withOld)).toBe("functional");
  });
});
