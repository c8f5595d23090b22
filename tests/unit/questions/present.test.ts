import { describe, expect, it } from "vitest";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { answerOf, explainOption, toStudyCard } from "@/lib/questions/present";
import { asFactId, asSourceId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";
import { spaceBase } from "./space-base";

const base = spaceBase();
const find = (fact: string, type: Item["type"], direction: Item["direction"] = "forward") =>
  generateItemsForFact(base, asFactId(fact), { seed: 1 }).items.find((item) => item.type === type && item.direction === direction)!;
const card = (item: Item) => toStudyCard(base, item, { presentationId: "p1", isNew: true });

describe("a study card", () => {
  it("shows the options and keeps the key back", () => {
    const item = find("probe-15.rocket", "multiple-choice");
    expect(card(item)).toEqual({
      presentationId: "p1", factId: "probe-15.rocket", form: "multiple-choice", stem: item.stem,
      options: item.options.map(({ text }) => text), asks: { kind: "name" }, isNew: true,
    });
  });

  it.each<[string, Item["type"], Item["direction"], object]>([
    ["probe-15.mass", "numeric", "forward", { kind: "number", unit: "kg" }],
    ["probe-15.date", "date", "forward", { kind: "date", precision: "day" }],
    ["probe-15.date", "multiple-choice", "inverse", { kind: "name" }],
    ["burns.0", "short-answer", "forward", { kind: "text" }],
  ])("says what kind of answer it wants: %s, %s, %s", (fact, type, direction, asks) => {
    expect(card(find(fact, type, direction)).asks).toEqual(asks);
  });

  it("brings the back of a flashcard along", () => {
    expect(card(find("probe-15.mass", "flashcard")).back).toMatchObject({ text: "2,710 kg", statement: "Probe 15 weighs 2,710 kg." });
  });
});

describe("an answer", () => {
  const sources = [
    { id: "catalogue", title: "Launch log", kind: "dataset" as const, url: "https://catalogue.example/log", credit: "CC BY" },
    { id: "article", title: "Wikipedia: Tianhe", kind: "wikipedia" as const, url: "https://mirror.example/tianhe" },
    { id: "own", title: "Wikipedia: Tianhe", kind: "wikipedia" as const, url: "https://en.wikipedia.org/wiki/Tianhe" },
  ];
  const answerFrom = (ids: string[]) => {
    const cited = makeFactBase({
      entities: ["a", "b"], predicates: [{ id: "p", functional: true }], sources,
      facts: [{ id: "f", subject: "a", predicate: "p", value: "b", citations: ids.map((id) => ({ source: asSourceId(id), at: "line 3" })) }],
    });
    const item = generateItemsForFact(cited, asFactId("f"), { seed: 1 }).items.find(({ type }) => type === "flashcard")!;
    return answerOf(cited, item);
  };

  it("shows strong sources alone, with their credit", () => {
    expect(answerFrom(["article", "catalogue"]).sources).toEqual([
      { title: "Launch log", kind: "dataset", url: "https://catalogue.example/log", at: "line 3", credit: "CC BY" },
    ]);
  });

  it("names a Wikipedia article without the address of a mirror", () => {
    expect(answerFrom(["article"]).sources).toEqual([{ title: "Wikipedia: Tianhe", kind: "wikipedia", at: "line 3" }]);
    expect(answerFrom(["own"]).sources[0]?.url).toBe("https://en.wikipedia.org/wiki/Tianhe");
  });
});

describe("what a wrong option is true of", () => {
  it("is a fact with that value", () => {
    const item = find("probe-15.rocket", "multiple-choice");
    for (const [i, option] of item.options.entries()) {
      const told = explainOption(base, item, i);
      if (option.certificate) expect(told).toMatch(new RegExp(`^Probe \\d+ was launched by ${option.text}\\.$`));
      else expect(told).toBeUndefined();
    }
  });

  it("is the option's own fact when the subject was asked for", () => {
    const item = find("probe-15.date", "multiple-choice", "inverse");
    const wrong = item.options.findIndex(({ certificate }) => certificate);
    expect(explainOption(base, item, wrong)).toMatch(new RegExp(`^${item.options[wrong]!.text} was launched on \\d+ March 20\\d\\d`));
  });

  it("is nothing for a made-up number and for a position that is not there", () => {
    const item = find("probe-15.mass", "multiple-choice");
    const odd = item.options.findIndex(({ value }) => value?.kind === "quantity" && (value.amount - 1230) % 370 !== 0);
    expect(odd).toBeGreaterThanOrEqual(0);
    expect(explainOption(base, item, odd)).toBeUndefined();
    expect(explainOption(base, item, 9)).toBeUndefined();
  });
});
