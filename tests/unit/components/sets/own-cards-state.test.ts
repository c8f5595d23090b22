import { describe, expect, it } from "vitest";
import { blankCard, cardsFrom, changeCards, revisionToName, shownCards, type CardsAction } from "@/components/sets/own-cards-state";

const three = ["apogee", "perigee", "node"].map((term) => ({ ...blankCard({ term, definition: `what ${term} is` }) }));
const [first, second, third] = three as [typeof three[0], typeof three[0], typeof three[0]];
const after = (...actions: CardsAction[]) => actions.reduce(changeCards, cardsFrom(three, blankCard()));
const terms = (...actions: CardsAction[]) => after(...actions).cards.map(({ term }) => term);

describe("cards in the form", () => {
  it("begin with one to fill in where there is none", () => {
    expect(cardsFrom([], first).cards).toEqual([first]);
  });

  it("are moved, but not beyond the ends", () => {
    expect(terms({ type: "moved", id: third.id, by: -1 })).toEqual(["apogee", "node", "perigee"]);
    expect(terms({ type: "moved", id: first.id, by: -1 })).toEqual(["apogee", "perigee", "node"]);
    expect(terms({ type: "moved", id: third.id, by: 1 })).toEqual(["apogee", "perigee", "node"]);
  });

  it("that are pasted stand behind the one they were pasted into, or in its place if it is blank", () => {
    const pasted = [blankCard({ term: "x" }), blankCard({ term: "y" })];
    expect(terms({ type: "pasted", cards: pasted, at: second.id })).toEqual(["apogee", "perigee", "x", "y", "node"]);
    const blank = blankCard();
    expect(terms({ type: "added", card: blank, after: first.id }, { type: "pasted", cards: pasted, at: blank.id })).toEqual(["apogee", "x", "y", "perigee", "node"]);
  });

  it("take their mistakes along, and lose them field by field", () => {
    const judged: CardsAction = { type: "judged", mistakes: [{ card: 1, field: "term", code: "formula", value: "=1" }, { card: 1, field: "definition", code: "too-long", value: "…" }], sent: three };
    const moved = after(judged, { type: "moved", id: second.id, by: 1 });
    expect(moved.mistakes.get(second.id)).toHaveLength(2);
    const mended = changeCards(moved, { type: "typed", id: second.id, field: "term", text: "periapsis" });
    expect(mended.mistakes.get(second.id)).toMatchObject([{ field: "definition" }]);
    expect(mended.mistakeCount).toBe(1);
    expect(changeCards(mended, { type: "removed", id: second.id }).mistakeCount).toBe(0);
  });

  it("stay in view where they are new or have a mistake", () => {
    const many = cardsFrom(Array.from({ length: 200 }, () => blankCard({ term: "t" })), first);
    const added = changeCards(many, { type: "added", card: second, after: null });
    const { shown, hidden } = shownCards(changeCards(added, { type: "judged", mistakes: [{ card: 120, field: "term", code: "formula", value: "" }], sent: added.cards }), 50);
    expect(shown.slice(-2).map(({ place }) => place)).toEqual([120, 200]);
    expect(hidden).toBe(149);
  });
});

describe("the revision that a save of cards names", () => {
  const begun = { revision: 3, cards: three };

  it("is the page's where only a table went meanwhile", () => {
    expect(revisionToName(begun, { revision: 4, cards: structuredClone(three) })).toBe(4);
  });

  it("is that of the beginning where another tab changed, added or took a card, so that it is a conflict", () => {
    const others = [[{ ...first, definition: "otherwise" }, second, third], [...three, blankCard()], [first, second]];
    for (const cards of others) expect(revisionToName(begun, { revision: 5, cards })).toBe(3);
  });
});
