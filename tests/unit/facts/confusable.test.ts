import { describe, expect, it } from "vitest";
import { confusableWith } from "@/lib/facts/confusable";
import { asFactId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";

const base = makeFactBase({
  entities: [
    "family", "one", "two", "three", "loner",
    { id: "four", notToBeConfusedWith: ["loner"] },
  ],
  predicates: ["series", "made_by", { id: "height", valueKind: "quantity" }],
  facts: [
    { id: "one.series", subject: "one", predicate: "series", value: "family" },
    { id: "two.series", subject: "two", predicate: "series", value: "family" },
    { id: "three.series", subject: "three", predicate: "series", value: "family" },
    { id: "one.height", formerIds: ["one.size"], subject: "one", predicate: "height", value: 10 },
    { id: "two.height", subject: "two", predicate: "height", value: 20 },
    { id: "three.height", subject: "three", predicate: "height", value: 10 },
    { id: "four.height", subject: "four", predicate: "height", value: 40 },
    { id: "loner.height", subject: "loner", predicate: "height", value: 50 },
    { id: "loner.height.quiet", subject: "loner", predicate: "height", value: 51, ask: { not: "kept for the record" } },
    { id: "loner.made_by.one", subject: "loner", predicate: "made_by", value: "one" },
    { id: "loner.made_by.two", subject: "loner", predicate: "made_by", value: "two" },
  ],
});
const confusable = (id: string) => [...confusableWith(base, asFactId(id))].sort();

describe("facts that are easily taken for another", () => {
  it("are those of the same predicate about other members of the family, where the value is another", () => {
    expect(confusable("one.height")).toEqual(["two.height"]);
    expect(confusable("two.height")).toEqual(["one.height", "three.height"]);
    expect(confusable("one.series")).toEqual([]);
  });

  it("are those about an entity that either side is declared not to be confused with, and that may be asked", () => {
    expect(confusable("four.height")).toEqual(["loner.height"]);
    expect(confusable("loner.height")).toEqual(["four.height"]);
  });

  it("are the other values of the same subject", () => {
    expect(confusable("loner.made_by.one")).toEqual(["loner.made_by.two"]);
  });

  it("are found by a former id as well, and none for an unknown one", () => {
    expect(confusable("one.size")).toEqual(["two.height"]);
    expect(confusable("nobody.height")).toEqual([]);
  });

  it("are the same both ways", () => {
    const asked = base.content.facts.filter(({ ask }) => ask === true);
    for (const { id } of asked) for (const other of confusableWith(base, id)) expect(confusableWith(base, other)).toContain(id);
  });
});
