import { describe, expect, it } from "vitest";
import { generateItemsForFact } from "@/lib/questions/generate";
import { asFactId } from "@/lib/shared/ids";
import { makeFactBase, type FactInput } from "../../support/fact-base";

const names = ["Anchorage", "Baltimore", "Cambridge", "Dortmund", "Edinburgh", "Florence"];

function cardOf(facts: FactInput[]) {
  const base = makeFactBase({ entities: ["firm", ...names.map((name) => ({ id: name.toLowerCase(), name }))], predicates: ["branch"], facts });
  const { items, reasons } = generateItemsForFact(base, asFactId("b0"), { seed: 1, types: ["flashcard"] });
  return { card: items.find((item) => item.direction === "forward"), reason: reasons.find(({ direction }) => direction === "forward")?.reason };
}

const branches = (count: number, more: Partial<FactInput> = {}): FactInput[] =>
  names.slice(0, count).map((name, i) => ({ id: `b${i}`, subject: "firm", predicate: "branch", value: name.toLowerCase(), ...more }));

describe("a flashcard of several right answers", () => {
  it("shows all of five", () => {
    const { card } = cardOf(branches(5));
    expect(card?.key).toEqual({ text: "Anchorage, Baltimore, Cambridge, Dortmund and Edinburgh" });
    expect(card?.asserts).toEqual(["b0", "b1", "b2", "b3", "b4"]);
  });

  it("is not made of more than five, even where the list is complete", () => {
    expect(cardOf(branches(6))).toEqual({ card: undefined, reason: "many-answers" });
    expect(cardOf(branches(6, { complete: true })).card).toBeUndefined();
  });

  it("neither shows nor tells what is kept for the record", () => {
    const [first, second, third] = branches(3);
    const { card } = cardOf([first!, second!, { ...third!, ask: { not: "closed again" } }]);
    expect(card?.key).toEqual({ text: "Anchorage and Baltimore" });
    expect(card?.asserts).toEqual(["b0", "b1"]);
  });
});
