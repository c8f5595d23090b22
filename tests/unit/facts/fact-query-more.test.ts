import { describe, expect, it } from "vitest";
import { factQuerySchema, factsIn, mostQueried, type FactQuery } from "@/lib/facts/fact-query";
import { programmesOf } from "@/lib/facts/programmes";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";

const base = makeFactBase({
  types: ["thing", { id: "craft", parent: "thing" }, { id: "programme", parent: null }],
  entities: [
    { id: "moon-plan", type: "programme", topic: "plans" }, { id: "idle-plan", type: "programme", topic: "plans" },
    { id: "moon-series", type: "thing", topic: "ships" }, { id: "ship-1", type: "craft", topic: "ships" }, { id: "ship-2", type: "craft", topic: "ships" },
  ],
  predicates: [{ id: "programme", range: ["programme"] }, { id: "series", range: ["thing"] }, { id: "launched", valueKind: "date" }, { id: "mass", valueKind: "quantity", unit: "kg" }, { id: "engines", valueKind: "quantity" }],
  facts: [
    { id: "a", subject: "ship-1", predicate: "series", value: "moon-series" },
    { id: "b", subject: "moon-series", predicate: "programme", value: "moon-plan" },
    { id: "c", subject: "ship-1", predicate: "launched", value: "2003-10-15" },
    { id: "d", subject: "ship-2", predicate: "launched", value: "2005-10-12" },
    { id: "e", subject: "ship-2", predicate: "mass", value: 8000 },
    { id: "f", subject: "ship-2", predicate: "engines", value: 4 },
  ],
});

const none: FactQuery = { topics: [], entities: [], facts: [] };
const found = (query: Partial<FactQuery>) => factsIn(base, { ...none, ...query }).map(({ id }) => id);

describe("a query by types, programmes and kinds", () => {
  it("finds facts about things of a type, and of types below it", () => {
    expect(found({ types: ["craft"] })).toEqual(["a", "c", "d", "e", "f"]);
    expect(found({ types: ["thing"] })).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  it("finds facts about all that belongs to a programme, by way of others too", () => {
    expect(found({ programmes: [asEntityId("moon-plan")] })).toEqual(["a", "b", "c"]);
    expect(programmesOf(base)).toEqual(["moon-plan"]);
  });

  it("keeps only what asks for a kind of thing, but never drops what was picked", () => {
    expect(found({ topics: ["ships"], kinds: ["date"] })).toEqual(["c", "d"]);
    expect(found({ topics: ["ships"], kinds: ["measure", "count"] })).toEqual(["e", "f"]);
    expect(found({ types: ["craft"], kinds: ["thing"], facts: [asFactId("e")] })).toEqual(["a", "e"]);
  });

  it("asks for kinds of everything where it names nothing else, and for nothing where it names nothing", () => {
    expect(found({ kinds: ["date"] })).toEqual(["c", "d"]);
    expect(found({ kinds: ["date"], facts: [asFactId("e")] })).toEqual(["c", "d", "e"]);
    expect(found({ kinds: [], types: [], programmes: [] })).toEqual([]);
  });

  it("keeps only answers that are so hard to recall, of the kinds that it names, but never drops what was picked", () => {
    // Names of two or three things, one of the other kind; days; one digit that counts.
    expect(found({ topics: ["ships"], difficulties: ["easy"] })).toEqual(["a", "b", "e", "f"]);
    expect(found({ topics: ["ships"], difficulties: ["hard"], facts: [asFactId("e")] })).toEqual(["c", "d", "e"]);
    expect(found({ topics: ["ships"], difficulties: ["easy", "hard"], kinds: ["date", "count"] })).toEqual(["c", "d", "f"]);
    expect(found({ topics: ["ships"], difficulties: ["medium"] })).toEqual([]);
    expect(found({ difficulties: ["hard"] })).toEqual(["c", "d"]);
  });

  it("knows only three difficulties", () => {
    expect(factQuerySchema.safeParse({ ...none, difficulties: ["extreme"] }).success).toBe(false);
    expect(factQuerySchema.parse({ ...none, difficulties: ["hard", "easy", "hard"] }).difficulties).toEqual(["hard", "easy"]);
  });

  it("passes over what nobody knows, without asking for everything instead", () => {
    expect(found({ types: ["nothing"], programmes: [asEntityId("nobody")], kinds: ["date"] })).toEqual([]);
  });

  it("from before these were there is read as it was", () => {
    expect(factQuerySchema.parse({ topics: ["ships"], entities: [], facts: [] })).toStrictEqual({ topics: ["ships"], entities: [], facts: [] });
  });

  it.each(["types", "programmes", "kinds"] as const)("is refused with more %s than it may name", (part) => {
    const names = Array.from({ length: mostQueried[part] + 1 }, (_, i) => `${i}`);
    expect(factQuerySchema.safeParse({ ...none, [part]: names }).success).toBe(false);
    expect(factQuerySchema.safeParse({ ...none, [part]: names.slice(1) }).success).toBe(true);
  });
});
