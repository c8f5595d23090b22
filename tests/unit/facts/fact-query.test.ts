import { describe, expect, it } from "vitest";
import { factQuerySchema, factsIn, mostQueried, type FactQuery } from "@/lib/facts/fact-query";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";

const base = makeFactBase({
  entities: [
    { id: "ship-1", topic: "ships" }, { id: "ship-2", topic: "ships" },
    { id: "rocket-1", topic: "rockets" }, { id: "rocket-2", topic: "rockets" },
  ],
  predicates: ["launched_by", "followed_by"],
  facts: [
    { id: "a", subject: "ship-1", predicate: "launched_by", value: "rocket-1", formerIds: ["old-a"] },
    { id: "b", subject: "ship-2", predicate: "launched_by", value: "rocket-2" },
    { id: "c", subject: "rocket-1", predicate: "followed_by", value: "rocket-2" },
    { id: "d", subject: "ship-2", predicate: "launched_by", value: "rocket-1", rank: "deprecated" },
    { id: "e", subject: "ship-1", predicate: "followed_by", value: "ship-2", ask: { not: "trivial" } },
  ],
});

const none: FactQuery = { topics: [], entities: [], facts: [] };
const found = (query: Partial<FactQuery>) => factsIn(base, { ...none, ...query }).map(({ id }) => id);

describe("a query for facts", () => {
  it("finds those of a topic by their subject", () => {
    expect(found({ topics: ["ships"] })).toEqual(["a", "b"]);
    expect(found({ topics: ["rockets"] })).toEqual(["c"]);
  });

  it("finds those about an entity and those that name it", () => {
    expect(found({ entities: [asEntityId("rocket-1")] })).toEqual(["a", "c"]);
    expect(found({ entities: [asEntityId("rocket-2")] })).toEqual(["b", "c"]);
  });

  it("finds a fact by its id and by a former one, once", () => {
    expect(found({ facts: [asFactId("old-a"), asFactId("a"), asFactId("b")] })).toEqual(["a", "b"]);
  });

  it("adds up what it asks for", () => {
    expect(found({ topics: ["rockets"], entities: [asEntityId("ship-1")], facts: [asFactId("b")] })).toEqual(["a", "b", "c"]);
  });

  it("never finds what is deprecated or not to be asked, and passes over what nobody knows", () => {
    expect(found({ facts: [asFactId("d"), asFactId("e"), asFactId("nobody")], topics: ["nothing"], entities: [asEntityId("no-one")] })).toEqual([]);
  });
});

describe("a query from outside", () => {
  it("keeps each name once", () => {
    expect(factQuerySchema.parse({ topics: ["x", "x"], entities: ["y"], facts: ["z", "z"] })).toEqual({ topics: ["x"], entities: ["y"], facts: ["z"] });
  });

  it.each([
    { topics: Array.from({ length: mostQueried.topics + 1 }, (_, i) => `${i}`), entities: [], facts: [] },
    { topics: [], entities: Array.from({ length: mostQueried.entities + 1 }, (_, i) => `${i}`), facts: [] },
    { topics: [], entities: [], facts: Array.from({ length: mostQueried.facts + 1 }, (_, i) => `${i}`) },
    { topics: [""], entities: [], facts: [] },
    { topics: ["x".repeat(201)], entities: [], facts: [] },
    { topics: [] },
    "all",
  ])("is refused beyond its limits (%#)", (query) => {
    expect(factQuerySchema.safeParse(query).success).toBe(false);
  });
});
