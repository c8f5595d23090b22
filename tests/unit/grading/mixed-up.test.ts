import { describe, expect, it, test } from "vitest";
import type { Response } from "@/lib/grading/grade";
import { mixedUp, type AskedItem } from "@/lib/grading/mixed-up";
import { asEntityId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";

const names = { wentian: "Wentian laboratory module", mengtian: "Mengtian laboratory module", tianhe: "Tianhe core module", cz5b: "Long March 5B" };
const base = makeFactBase({
  entities: Object.entries(names).map(([id, name]) => ({ id, name })),
  predicates: ["launched_by"],
  facts: [{ id: "wentian-rocket", subject: "wentian", predicate: "launched_by", value: "cz5b" }],
});

const entity = (id: string) => ({ entity: asEntityId(id) });
const item = (more: Partial<AskedItem>): AskedItem => ({
  type: "multiple-choice", direction: "inverse", key: [0], options: [entity("wentian"), entity("mengtian"), entity("tianhe"), {}], tests: ["wentian-rocket"], ...more,
});
const inWords = (asked: AskedItem, response: Response) => mixedUp(base, asked, response).map(({ named, right }) => `${named} for ${right}`);

const several = item({ type: "multiple-response", key: [0, 2] });
const pairs = item({ type: "matching", key: [0, 1, 2] });
const claim = item({ type: "true-false", key: [1], options: [{}, {}], claim: entity("tianhe") });
const typed = item({ type: "short-answer", options: [], key: { text: names.wentian, ...entity("wentian") } });

describe("who was taken for whom", () => {
  test.each<[string, AskedItem, Response, string[]]>([
    ["the option that was chosen", item({}), { kind: "choice", option: 1 }, ["mengtian for wentian"]],
    ["nobody by the right option", item({}), { kind: "choice", option: 0 }, []],
    ["nobody by an option that is no entity", item({}), { kind: "choice", option: 3 }, []],
    ["nobody where two are compared", item({ type: "comparison" }), { kind: "choice", option: 1 }, []],
    ["one too many for one missed", several, { kind: "choices", options: [0, 1] }, ["mengtian for tianhe"]],
    ["nobody where one is only too many", several, { kind: "choices", options: [0, 1, 2] }, []],
    ["both of two pairs that were swapped", pairs, { kind: "pairs", pairs: [1, 0, 2] }, ["mengtian for wentian", "wentian for mengtian"]],
    ["nobody where a pair was left open", pairs, { kind: "pairs", pairs: [0, null, 2] }, []],
    ["who a false claim names, once it is believed", claim, { kind: "choice", option: 0 }, ["tianhe for wentian"]],
    ["nobody by seeing through a claim", claim, { kind: "choice", option: 1 }, []],
    ["the name that was typed", typed, { kind: "typed", text: "Mengtian laboratory module" }, ["mengtian for wentian"]],
    ["nobody by a name that nobody has", typed, { kind: "typed", text: "zzzz" }, []],
    ["nobody by the right name", typed, { kind: "typed", text: "Wentian laboratory module" }, []],
    ["nobody by a rating", item({ type: "flashcard", key: { text: "", ...entity("wentian") } }), { kind: "rating", rating: 1 }, []],
  ])("is %s", (_, asked, response, expected) => {
    expect(inWords(asked, response)).toEqual(expected);
  });

  it("is who has the value, where a claim is about the value", () => {
    const about = item({ type: "true-false", direction: "forward", key: [1], options: [{}, {}], claim: entity("tianhe") });
    expect(inWords(about, { kind: "choice", option: 0 })).toEqual(["tianhe for cz5b"]);
  });

  it("is not known once the fact or the entity has left the content", () => {
    expect(inWords({ ...claim, tests: ["gone"] }, { kind: "choice", option: 0 })).toEqual([]);
    expect(inWords({ ...typed, key: { text: "Gone", ...entity("gone") } }, { kind: "typed", text: "Mengtian laboratory module" })).toEqual([]);
  });
});
