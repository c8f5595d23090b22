import { expect, it } from "vitest";
import { lookBack } from "@/components/study/look-back";
import type { Given } from "@/components/study/session-state";

function given(factId: string, { isRight = true, isNew = false, isHeard = true } = {}): Given {
  const answer = { text: "", statement: `About ${factId}.`, sources: [] };
  const feedback: Given["feedback"] = { verdict: isRight ? "exact" : "wrong", isRight, score: isRight ? 1 : 0, note: { key: "exact", values: {} }, answer, about: [], dueInDays: isRight ? 3 : 0 };
  const card: Given["card"] = { presentationId: factId, factId, form: "multiple-choice", stem: "", options: [], asks: { kind: "name" }, isNew };
  return { eventId: factId, presentationId: factId, card, feedback: isHeard ? feedback : null };
}

const names = (history: Given[]) => {
  const { learnt, open, slipped, missed } = lookBack(history);
  const idsOf = (facts: { factId: string }[]) => facts.map(({ factId }) => factId);
  return { learnt: idsOf(learnt), open: idsOf(open), slipped: idsOf(slipped), missed: idsOf(missed) };
};

it("calls a new fact learnt, one that was known before neither, and a missed one slipped", () => {
  expect(names([given("new", { isNew: true }), given("known"), given("missed", { isRight: false })])).toEqual({ learnt: ["new"], open: [], slipped: ["missed"], missed: ["missed"] });
});

it("says of no new fact that it slipped: it is learnt once it was right, and open until then", () => {
  const guessed = given("a", { isRight: false, isNew: true });
  expect(names([guessed])).toEqual({ learnt: [], open: ["a"], slipped: [], missed: ["a"] });
  expect(names([guessed, given("a")])).toEqual({ learnt: ["a"], open: [], slipped: [], missed: ["a"] });
  expect(names([guessed, given("a"), given("a", { isRight: false })])).toEqual({ learnt: [], open: ["a"], slipped: [], missed: ["a"] });
});

it("names a fact that slipped once, also when it was right the second time", () => {
  expect(names([given("a", { isRight: false }), given("a", { isRight: false }), given("a")])).toEqual({ learnt: [], open: [], slipped: ["a"], missed: ["a"] });
});

it("leaves out what has no verdict yet, and whose question is not known", () => {
  expect(names([given("a", { isNew: true, isHeard: false }), { ...given("b", { isRight: false }), card: null }])).toEqual({ learnt: [], open: [], slipped: [], missed: [] });
});

it("gives each fact in a sentence", () => {
  expect(lookBack([given("a", { isRight: false })]).slipped).toEqual([{ factId: "a", statement: "About a." }]);
});
