import { describe, expect, it } from "vitest";
import type { FactBase } from "@/lib/facts/fact-base";
import { nameOf } from "@/lib/facts/render";
import { wordsWithoutHelp } from "@/lib/questions/plain-words";
import type { Question } from "@/lib/questions/question";
import { asFactId } from "@/lib/shared/ids";
import { makeFactBase } from "../../support/fact-base";

const site = (id: string, name: string) => ({ id, name, type: "spaceport" });
const craft = (id: string) => ({ id, type: "craft" });

function launches(sites: string[]): FactBase {
  return makeFactBase({
    types: ["craft", "spaceport"],
    entities: [
      site("jiuquan", "Jiuquan Launch Center"), site("taiyuan", "Taiyuan Launch Center"), site("xichang", "Xichang Launch Center"), site("wenchang", "Wenchang Spaceport"),
      ...sites.map((_, i) => craft(`craft-${i}`)),
    ],
    predicates: ["launch_site"],
    facts: sites.map((value, i) => ({ id: `f${i}`, subject: `craft-${i}`, predicate: "launch_site", value })),
  });
}

function harmless(base: FactBase, factId: string): string[] {
  const fact = base.facts.get(asFactId(factId))!;
  const entity = fact.value.kind === "entity" ? fact.value.entity : fact.subject;
  const question: Question = { base, fact, predicate: base.predicates.get(fact.predicate)!, direction: "forward", answer: { text: nameOf(base, entity, { bare: true }), entity } };
  return [...wordsWithoutHelp(question)].sort();
}

describe("the words of an answer that help nobody", () => {
  it("are its type and what at least half of the other answers share", () => {
    expect(harmless(launches(["jiuquan", "taiyuan", "wenchang"]), "f0")).toEqual(["center", "launch", "spaceport"]);
    expect(harmless(launches(["wenchang", "taiyuan", "xichang"]), "f0")).toEqual(["spaceport"]);
  });

  it("are not what only a few other answers share", () => {
    expect(harmless(launches(["jiuquan", "taiyuan", "wenchang", "wenchang"]), "f0")).toEqual(["spaceport"]);
  });

  it("are not counted in facts with the same answer, however many there are", () => {
    expect(harmless(launches(["jiuquan", "jiuquan", "jiuquan", "jiuquan", "wenchang", "wenchang", "taiyuan"]), "f0")).toEqual(["spaceport"]);
  });

  it("are not judged by a single other answer", () => {
    expect(harmless(launches(["jiuquan", "taiyuan", "taiyuan"]), "f0")).toEqual(["spaceport"]);
  });
});
