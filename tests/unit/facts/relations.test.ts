import { describe, expect, it } from "vitest";
import { normaliseName, sharesName } from "@/lib/facts/names";
import { ancestorsOf, areRelated, descendantsOf } from "@/lib/facts/relations";
import { asEntityId } from "@/lib/shared/ids";
import { makeFactBase } from "../../support/fact-base";

const id = asEntityId;
const base = makeFactBase({
  entities: ["casc", "calt", "institute", "beijing", { id: "cz-5", name: "Long March 5", aliases: ["CZ-5"] }, { id: "other", aliases: ["cz 5"] }, "cz-5b"],
  predicates: ["part_of", "variant_of", "located_in", "built"],
  facts: [
    { subject: "institute", predicate: "part_of", value: "calt" },
    { subject: "calt", predicate: "part_of", value: "casc" },
    { subject: "calt", predicate: "located_in", value: "beijing" },
    { subject: "calt", predicate: "built", value: "cz-5" },
    { subject: "cz-5b", predicate: "variant_of", value: "cz-5", assurance: "disputed" },
    { subject: "other", predicate: "part_of", value: "cz-5", rank: "deprecated" },
  ],
});

describe("relatives", () => {
  it("are found at any distance and through every hierarchical predicate", () => {
    expect([...ancestorsOf(base, id("institute"))].sort()).toEqual(["beijing", "calt", "casc"]);
    expect([...descendantsOf(base, id("casc"))].sort()).toEqual(["calt", "institute"]);
    expect(areRelated(base, id("casc"), id("institute"))).toBe(true);
  });

  it("include disputed ones, since a relation only forbids", () => {
    expect(areRelated(base, id("cz-5"), id("cz-5b"))).toBe(true);
  });

  it("are not made by other predicates or by deprecated facts", () => {
    expect(areRelated(base, id("calt"), id("cz-5"))).toBe(false);
    expect(areRelated(base, id("other"), id("cz-5"))).toBe(false);
    expect(areRelated(base, id("casc"), id("beijing"))).toBe(false);
  });

  it("do not include the entity itself, even in a ring", () => {
    const ring = makeFactBase({
      entities: ["a", "b"],
      predicates: ["part_of"],
      facts: [{ subject: "a", predicate: "part_of", value: "b" }, { subject: "b", predicate: "part_of", value: "a" }],
    });
    expect([...ancestorsOf(ring, id("a"))]).toEqual(["b"]);
  });
});

describe("names", () => {
  it.each([
    ["Xi’an", "xian"],
    ["Xiʼan", "xian"],
    ["The  Long–March_5", "long march 5"],
    ["Tiān Hé", "tian he"],
    ["ＣＺ－５", "cz 5"],
  ])("compare %s as %s", (name, normal) => {
    expect(normaliseName(name)).toBe(normal);
  });

  it("are shared when any two of them compare equal", () => {
    expect(sharesName(base, id("cz-5"), id("other"))).toBe(true);
    expect(sharesName(base, id("cz-5"), id("cz-5b"))).toBe(false);
  });
});
