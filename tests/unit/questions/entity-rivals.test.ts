import { describe, expect, it } from "vitest";
import { rivalLists } from "@/lib/questions/entity-rivals";
import type { Question } from "@/lib/questions/question";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { makeFactBase } from "../../support/fact-base";

const launches = [
  ["sat-1", "jiuquan"], ["sat-2", "jiuquan"], ["sat-3", "taiyuan"], ["sat-4", "taiyuan"], ["sat-5", "kourou"],
  ["crew-1", "jiuquan"], ["crew-2", "wenchang"], ["crew-3", "wenchang"],
] as const;

const base = makeFactBase({
  types: ["satellite", "crewed", "site"],
  entities: [
    ...launches.map(([id]) => ({ id, type: id.startsWith("sat") ? "satellite" : "crewed" })),
    ...["jiuquan", "taiyuan", "wenchang", "kourou", "tanegashima"].map((id) => ({ id, type: "site" })),
  ],
  predicates: [{ id: "launch_site", domain: ["satellite", "crewed"], range: ["site"], functional: true }],
  facts: launches.map(([subject, value]) => ({ id: subject, subject, predicate: "launch_site", value })),
});

function listsFor(factId: string, direction: Question["direction"] = "forward"): string[][] {
  const fact = base.facts.get(asFactId(factId))!;
  const entity = direction === "forward" && fact.value.kind === "entity" ? fact.value.entity : asEntityId(factId);
  const question: Question = { base, fact, predicate: base.predicates.get(fact.predicate)!, direction, answer: { text: entity, entity } };
  return rivalLists(question).map((list) => [...list].sort());
}

describe("the rivals of a value", () => {
  it("that is met again and again are, first, those met again and again with subjects of its type", () => {
    expect(listsFor("sat-1").slice(0, 2)).toEqual([["taiyuan"], ["taiyuan", "wenchang"]]);
    expect(listsFor("crew-1").slice(0, 2)).toEqual([["wenchang"], ["taiyuan", "wenchang"]]);
  });

  it("that is met once are all of its type", () => {
    expect(listsFor("sat-5").slice(0, 3)).toEqual([[], [], ["jiuquan", "taiyuan", "wenchang"]]);
  });

  it("come from outside the facts only in a later list", () => {
    const lists = listsFor("sat-1");
    expect(lists[2]).toEqual(["kourou", "taiyuan", "wenchang"]);
    expect(lists[3]).toContain("tanegashima");
  });

  it("are subjects where the subject is asked for", () => {
    expect(listsFor("crew-1", "inverse").slice(0, 3)).toEqual([[], [], ["crew-2", "crew-3"]]);
  });
});
