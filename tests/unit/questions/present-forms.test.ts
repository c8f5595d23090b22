import { describe, expect, it } from "vitest";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item, Option } from "@/lib/questions/item";
import { answerOf, explainOption, keyTextOf, toStudyCard } from "@/lib/questions/present";
import { answerKindOf } from "@/lib/questions/study-card";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { spaceBase } from "./space-base";

const base = spaceBase();
const plain = generateItemsForFact(base, asFactId("probe-15.rocket"), { seed: 1, types: ["multiple-choice"] }).items[0]!;

/** An item that the forms might make, put together by hand: what is shown of it must not depend on how they do. */
const itemLike = (change: Partial<Item>): Item => ({ ...plain, direction: "forward", options: [], ...change });

const named = (id: string): Option => ({ text: base.entities.get(asEntityId(id))!.labels.en, entity: asEntityId(id) });
const functional = { rule: "functional" as const, because: [] };

const order = itemLike({
  type: "ordering",
  options: ["probe-13", "probe-11", "probe-12"].map(named),
  key: [1, 2, 0],
  tests: ["probe-12.date", "probe-13.date", "probe-11.date"].map(asFactId),
});

// Probe 11 flew on Long March 1, probe 12 on 3B; nobody asked for Long March 5.
const pairs = itemLike({
  type: "matching",
  options: ["cz-3b", "cz-5", "cz-1"].map(named),
  prompts: ["probe-11", "probe-12"].map((id, i) => ({ text: `Probe ${11 + i}`, entity: asEntityId(id), fact: asFactId(`${id}.rocket`), certificates: [functional, functional, functional] })),
  key: [2, 0],
  tests: ["probe-11.rocket", "probe-12.rocket"].map(asFactId),
});

describe("an order", () => {
  it("is told by all its facts, from the first to the last, with the tested one as its statement", () => {
    const { text, statement, more } = answerOf(base, order);
    expect(text).toBe("Probe 11, Probe 12, Probe 13");
    expect(statement).toMatch(/^Probe 12 was launched/);
    expect(more!.map((sentence) => sentence.slice(0, 8))).toEqual(["Probe 11", "Probe 12", "Probe 13"]);
  });

  it("has no wrong option to tell of", () => {
    expect(order.options.map((_, i) => explainOption(base, order, i))).toEqual([undefined, undefined, undefined]);
  });
});

describe("pairs", () => {
  it("are told prompt by prompt", () => {
    expect(keyTextOf(pairs)).toBe("Probe 11: Long March 1; Probe 12: Long March 3B");
    expect(answerOf(base, pairs).more).toEqual(["Probe 11 was launched by Long March 1.", "Probe 12 was launched by Long March 3B."]);
  });

  it("tell of a spare option what it is true of, and nothing of one that belongs to another prompt", () => {
    expect(explainOption(base, pairs, 1)).toMatch(/^Probe \d+ was launched by Long March 5\.$/);
    expect(explainOption(base, pairs, 0)).toBeUndefined();
  });

  it("reach the browser without what tells the key", () => {
    const card = toStudyCard(base, pairs, { presentationId: "p", isNew: false });
    expect(card).toMatchObject({ prompts: ["Probe 11", "Probe 12"], options: ["Long March 3B", "Long March 5", "Long March 1"] });
    expect(JSON.stringify(card)).not.toMatch(/cz-|functional|"fact"/);
  });
});

describe("a claim", () => {
  const claimed = (claim: Item["claim"], key: number): Item =>
    itemLike({
      type: "true-false",
      tests: [asFactId("probe-11.rocket")],
      claim,
      key: [key],
      options: ["True", "False"].map((text, i): Option => (i === key ? { text } : { text, certificate: key === 0 ? { rule: "entailed", because: [] } : functional })),
    });

  it("that is false tells what is true of what it claims to whoever believed it", () => {
    const item = claimed({ text: "Long March 5", entity: asEntityId("cz-5") }, 1);
    expect(explainOption(base, item, 0)).toMatch(/was launched by Long March 5\.$/);
    expect(answerOf(base, item)).toMatchObject({ text: "False", statement: "Probe 11 was launched by Long March 1." });
  });

  it("that is true needs no more than its statement", () => {
    const item = claimed({ text: "Long March 1", entity: asEntityId("cz-1") }, 0);
    expect(explainOption(base, item, 1)).toBeUndefined();
  });
});

describe("a comparison", () => {
  it("tells the other's own value", () => {
    const because = ["probe-12.mass", "probe-11.mass"];
    const item = itemLike({
      type: "comparison", key: [0], tests: because.map(asFactId),
      options: [named("probe-12"), { ...named("probe-11"), certificate: { rule: "compared", because } }],
    });
    expect(explainOption(base, item, 1)).toBe("Probe 11 weighs 1,230 kg.");
    expect(answerOf(base, item)).toMatchObject({ statement: "Probe 12 weighs 1,600 kg.", more: ["Probe 11 weighs 1,230 kg."] });
  });
});

describe("a map", () => {
  const places = [{ latitude: 40.96, longitude: 100.3 }, { latitude: 28.25, longitude: 102.03 }];
  const mapped = (points: { latitude: number; longitude: number; label?: string }[]) =>
    toStudyCard(base, itemLike({ type: "map", options: [named("cz-1"), named("cz-5")], figure: { kind: "map", points }, described: "Two marks." }), { presentationId: "p", isNew: false });

  it("comes drawn, and says whether its marks stand for the options", () => {
    const named = mapped(places.map((place, i) => ({ ...place, label: ["Long March 1", "Long March 5"][i]! })));
    expect(named.figure).toMatchObject({ kind: "map", marksOptions: true, drawing: { marks: [{}, {}] } });
    expect(named.described).toBe("Two marks.");
    expect(mapped(places.slice(0, 1)).figure).toMatchObject({ marksOptions: false });
  });

  it("is small enough to be sent with a card", () => {
    expect(JSON.stringify(mapped(places)).length).toBeLessThan(20_000);
  });
});

describe("how a card is answered", () => {
  it.each([
    ["flashcard", [], undefined, "rating"],
    ["matching", ["a"], ["b"], "pairs"],
    ["ordering", ["a", "b"], undefined, "order"],
    ["multiple-response", ["a", "b"], undefined, "choices"],
    ["cloze", ["a", "b"], undefined, "choice"],
    ["cloze", [], undefined, "typed"],
    ["picture", ["a", "b"], undefined, "choice"],
    ["date", [], undefined, "typed"],
  ] as const)("%s with options %j and prompts %j: %s", (form, options, prompts, kind) => {
    expect(answerKindOf({ form, options: [...options], ...(prompts && { prompts: [...prompts] }) })).toBe(kind);
  });
});
