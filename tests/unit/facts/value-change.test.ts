import { describe, expect, it } from "vitest";
import type { FactValue } from "@/lib/facts/model";
import { contradicts } from "@/lib/facts/value-change";
import { asEntityId } from "@/lib/shared/ids";
import { makeDate, makeFactBase } from "@/tests/support/fact-base";

const base = makeFactBase({
  entities: ["whole", "part", "other", { id: "old-name", name: "Long March 2C" }, { id: "new-name", name: "LM-2C", aliases: ["Long March 2C"] }],
  predicates: [{ id: "part_of", granular: true }],
  facts: [{ subject: "part", predicate: "part_of", value: "whole" }],
});
const entity = (id: string): FactValue => ({ kind: "entity", entity: asEntityId(id) });
const text = (words: string): FactValue => ({ kind: "text", text: words });
const mass = (amount: number, unit: string, bound?: "about" | "at-least" | "better-than"): FactValue => ({ kind: "quantity", amount, unit, ...(bound && { bound }) });
const place = (latitude: number, longitude: number): FactValue => ({ kind: "coordinates", latitude, longitude });

describe("whether a fact says something else than was learnt", () => {
  it.each<[string, FactValue, FactValue]>([
    ["another day", makeDate("2003-10-15"), makeDate("2003-10-16")],
    ["another year", makeDate("1970"), makeDate("1971-04-24")],
    ["another amount", mass(8.2, "t"), mass(8.3, "t")],
    ["another count", mass(3, "astronaut"), mass(4, "astronaut")],
    ["another bound beyond the last", mass(8, "t"), mass(9, "t", "at-least")],
    ["better by another amount", mass(2, "m", "better-than"), mass(1, "m", "better-than")],
    ["another entity", entity("part"), entity("other")],
    ["the whole where a part was learnt", entity("part"), entity("whole")],
    ["other words", text("solid"), text("liquid")],
    ["fewer words", text("liquid oxygen and kerosene"), text("liquid oxygen")],
    ["no for yes", { kind: "boolean", value: true }, { kind: "boolean", value: false }],
    ["a place elsewhere", place(40.9, 100.2), place(38.8, 111.6)],
    ["another kind of value", text("3"), mass(3, "astronaut")],
  ])("yes: %s", (_, learnt, told) => {
    expect(contradicts(base, learnt, told)).toBe(true);
  });

  it.each<[string, FactValue, FactValue]>([
    ["the day of the month that was learnt", makeDate("2003-10"), makeDate("2003-10-15")],
    ["the month of the day that was learnt", makeDate("2003-10-15"), makeDate("2003-10")],
    ["a year near the one that was only about right", makeDate("1970~"), makeDate("1971")],
    ["the same day in Beijing", makeDate("2003-10-15", { timeZone: "UTC", beijingDate: "2003-10-16" }), makeDate("2003-10-16", { timeZone: "Asia/Shanghai" })],
    ["fields that only show it otherwise", makeDate("2003-10-15", { timeZone: "UTC" }), makeDate("2003-10-15", { timeZone: "UTC", beijingDate: "2003-10-16" })],
    ["a more precise amount", mass(8, "t"), mass(8.2, "t")],
    ["the same amount in another unit", mass(8200, "kg"), mass(8.2, "t")],
    ["an amount that is about it", mass(8.2, "t", "about"), mass(8, "t")],
    ["a part of the whole that was learnt", entity("whole"), entity("part")],
    ["an entity of the same name", entity("old-name"), entity("new-name")],
    ["something for an entity that is gone", entity("gone"), entity("other")],
    ["further words, other capitals", text("Solid"), text("solid propellant")],
    ["a text that has become an entity", text("Part"), entity("part")],
    ["a place nearby", place(40.9, 100.2), place(40.96, 100.29)],
    ["the same value with its fields in another order", { kind: "quantity", unit: "t", amount: 8 }, { amount: 8, kind: "quantity", unit: "t" }],
  ])("no: %s", (_, learnt, told) => {
    expect(contradicts(base, learnt, told)).toBe(false);
  });
});
