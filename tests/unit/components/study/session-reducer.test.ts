import { describe, expect, it } from "vitest";
import type { Draft } from "@/components/answer/draft";
import { reduceSession, type SessionAction } from "@/components/study/session-reducer";
import { canUndo, heldIds, startSession, tallyOf, wantsCards, type SessionState } from "@/components/study/session-state";
import type { Feedback } from "@/lib/grading/feedback";
import type { StudyCard } from "@/lib/questions/study-card";

const card = (presentationId: string, form: StudyCard["form"] = "multiple-choice"): StudyCard => ({
  presentationId,
  factId: `fact-of-${presentationId}`,
  form,
  stem: "Which rocket launched Shenzhou 5?",
  options: form === "multiple-choice" ? ["Long March 2F", "Long March 3B", "Long March 5"] : [],
  asks: { kind: "name" },
  isNew: true,
});

const feedback = (change: Partial<Feedback> = {}): Feedback => ({
  verdict: "exact",
  isRight: true,
  score: 1,
  note: { key: "exact", values: {} },
  answer: { text: "Long March 2F", statement: "Shenzhou 5 was launched by Long March 2F.", sources: [] },
  about: [], dueInDays: 2,
  ...change,
});

const none = new Set<string>();
const start = (...cards: StudyCard[]) => startSession(cards, cards.length, none);
const run = (state: SessionState, ...actions: SessionAction[]) => actions.reduce(reduceSession, state);

const choose = (eventId: string, option = 0): SessionAction => ({ type: "answered", eventId, response: { kind: "choice", option } });
const rate = (eventId: string, rating: 1 | 2 | 3 | 4): SessionAction => ({ type: "answered", eventId, response: { kind: "rating", rating } });
const verdict = (eventId: string, change?: Partial<Feedback>): SessionAction => ({
  type: "verdict-arrived",
  eventId,
  feedback: feedback(change),
});
const arrive = (cards: StudyCard[], left: number, turnThen: number): SessionAction => ({ type: "cards-arrived", cards, left, turnThen });
const goOn: SessionAction = { type: "went-on" };

const shown = (state: SessionState) => ("card" in state.stage ? state.stage.card.presentationId : null);

describe("answering", () => {
  it("goes from the question over the check to the verdict and on to the next card", () => {
    const asked = start(card("a"), card("b"));
    const checking = run(asked, choose("e1"));
    const told = run(checking, verdict("e1"));
    const next = run(told, goOn);
    expect([asked, checking, told, next].map((state) => state.stage.at)).toEqual(["asking", "checking", "verdict", "asking"]);
    expect(shown(next)).toBe("b");
    expect(tallyOf(next)).toEqual({ answered: 1, right: 1, left: 1 });
  });

  it("takes only the first of two answers to a card", () => {
    const once = run(start(card("a")), choose("e1", 0));
    expect(run(once, choose("e2", 1))).toBe(once);
  });

  it("counts a verdict that arrives twice once", () => {
    const once = run(start(card("a")), choose("e1"), verdict("e1"));
    expect(run(once, verdict("e1"))).toBe(once);
  });

  it("keeps a missed fact among what is left, because it comes back in this session", () => {
    const state = run(start(card("a"), card("b")), choose("e1"), verdict("e1", { isRight: false, score: 0, dueInDays: 0 }));
    expect(tallyOf(state)).toEqual({ answered: 1, right: 0, left: 2 });
  });

  it("asks an ambiguous answer again and counts nothing", () => {
    const state = run(start(card("a", "short-answer")), { type: "answered", eventId: "e1", response: { kind: "typed", text: "3/1/2019" } }, verdict("e1", { verdict: "ambiguous", isRight: false, score: 0, note: { key: "dayOrMonth", values: {} } }));
    expect(state.stage).toMatchObject({ at: "asking", again: { key: "dayOrMonth" } });
    expect(tallyOf(state)).toMatchObject({ answered: 0, left: 1 });
    expect(run(state, { type: "answered", eventId: "e2", response: { kind: "typed", text: "1 March 2019" } }).stage.at).toBe("checking");
  });

  it("keeps what is drafted until it is handed in, and begins anew with the next card", () => {
    const draft: Draft = { response: { kind: "order", order: [2, 0, 1] }, at: 0 };
    const sites = (id: string): StudyCard => ({ ...card(id, "ordering"), options: ["Jiuquan", "Xichang", "Taiyuan"] });
    const drafted = run(start(sites("a"), sites("b")), { type: "drafted", draft });
    expect(drafted.stage).toMatchObject({ at: "asking", draft });
    const checking = run(drafted, { type: "answered", eventId: "e1", response: { kind: "order", order: [2, 0, 1] } });
    expect(run(checking, { type: "drafted", draft: { response: { kind: "order", order: [0, 1, 2] }, at: null } })).toBe(checking);
    expect(run(checking, verdict("e1"), goOn).stage).toMatchObject({ card: { presentationId: "b" }, draft: { response: { order: [0, 1, 2] }, at: null } });
  });

  it("takes no draft where an answer is one step", () => {
    const state = start(card("a"));
    expect(run(state, { type: "drafted", draft: { response: { kind: "choices", options: [1] }, at: null } })).toBe(state);
  });

  it("goes straight on after a rated flashcard and counts it when the server has it", () => {
    const rated = run(start(card("a", "flashcard"), card("b")), { type: "flipped" }, rate("e1", 3));
    expect(shown(rated)).toBe("b");
    expect(tallyOf(run(rated, verdict("e1")))).toMatchObject({ answered: 1, right: 1 });
  });

  it("lets a learner go on without the verdict, and counts it when it comes", () => {
    const skipped = run(start(card("a"), card("b")), choose("e1"), goOn);
    expect(skipped.stage).toMatchObject({ at: "asking" });
    const later = run(skipped, verdict("e1", { isRight: false }));
    expect(shown(later)).toBe("b");
    expect(tallyOf(later)).toMatchObject({ answered: 1, right: 0 });
  });

  it("goes on when the server refuses an answer", () => {
    const state = run(start(card("a"), card("b")), choose("e1"), { type: "answer-refused", eventId: "e1" });
    expect(shown(state)).toBe("b");
    expect(tallyOf(state).answered).toBe(0);
  });

  it.each<[string, SessionAction]>([
    ["going on before an answer", goOn],
    ["a verdict nobody asked for", verdict("unknown")],
  ])("ignores %s", (_, action) => {
    const state = start(card("a"));
    expect(run(state, action)).toBe(state);
  });
});

describe("fetching ahead", () => {
  it("wants cards when fewer than four wait behind the shown one", () => {
    expect(wantsCards(start(card("a"), card("b"), card("c"), card("d")))).toBe(true);
    expect(wantsCards(start(card("a"), card("b"), card("c"), card("d"), card("e")))).toBe(false);
  });

  it("fetches once at a time", () => {
    expect(wantsCards(run(start(card("a")), { type: "fetching" }))).toBe(false);
  });

  it("rests when the server had nothing more, until another verdict may have added something", () => {
    const empty = run(start(card("a")), { type: "fetching" }, arrive([], 1, 0));
    expect(wantsCards(empty)).toBe(false);
    expect(wantsCards(run(empty, choose("e1"), verdict("e1")))).toBe(true);
  });

  it("never shows a card again that is shown, queued or answered", () => {
    const state = run(start(card("a"), card("b")), choose("e1"), verdict("e1"), goOn, { type: "fetching" }, arrive([card("a"), card("b"), card("c")], 2, 1));
    expect(shown(state)).toBe("b");
    expect(state.queue.map((queued) => queued.presentationId)).toEqual(["c"]);
  });

  it("believes the server's count of what is left unless an answer came between", () => {
    const asked = run(start(card("a"), card("b")), { type: "fetching" });
    expect(run(asked, arrive([], 7, 0)).left).toBe(7);
    expect(run(asked, choose("e1"), arrive([], 7, 0)).left).toBe(2);
    expect(run(asked, choose("e1"), verdict("e1"), arrive([], 7, 0)).left).toBe(1);
  });

  it("holds what is shown, what is queued and what is on its way to the server", () => {
    const state = run(start(card("a"), card("b"), card("c")), choose("e1"), goOn);
    expect(heldIds(state)).toEqual(["a", "b", "c"]);
  });

  it("names at most twenty, and those at hand rather than those under way", () => {
    const cards = Array.from({ length: 24 }, (_, i) => card(`c${i}`, "flashcard"));
    const rated = cards.slice(0, 20).map((_, i) => rate(`e${i}`, 3));
    const held = heldIds(run(start(...cards), ...rated));
    expect(held).toHaveLength(20);
    expect(held.slice(-4)).toEqual(["c20", "c21", "c22", "c23"]);
  });

  it("shows the first card that arrives while the learner waits", () => {
    const waiting = run(start(card("a")), choose("e1"), verdict("e1"), goOn);
    expect(waiting.stage.at).toBe("waiting");
    expect(shown(run(waiting, { type: "fetching" }, arrive([card("b")], 1, 1)))).toBe("b");
  });

  it("does not fetch over and over after a problem, and shows it only to who has to wait", () => {
    const failed = run(start(card("a")), { type: "fetching" }, { type: "fetch-failed", problem: "offline" });
    expect(failed.stage.at).toBe("asking");
    expect(wantsCards(failed)).toBe(false);
    const waiting = run(failed, choose("e1"), verdict("e1"), goOn);
    expect(wantsCards(waiting)).toBe(true);
    expect(run(waiting, { type: "fetching" }, { type: "fetch-failed", problem: "offline" }).stage).toEqual({ at: "stuck", problem: "offline" });
  });
});

describe("the end", () => {
  it("is reached when the server has nothing more after the last verdict", () => {
    const state = run(start(card("a")), choose("e1"), verdict("e1"), goOn, { type: "fetching" }, arrive([], 0, 1));
    expect(state.stage.at).toBe("done");
  });

  it("waits for an answer that is still on its way, since a miss comes back", () => {
    const rated = run(start(card("a", "flashcard")), { type: "flipped" }, rate("e1", 1), { type: "fetching" }, arrive([], 1, 0));
    expect(rated.stage.at).toBe("waiting");
    const told = run(rated, verdict("e1", { isRight: false, dueInDays: 0 }));
    expect(wantsCards(told)).toBe(true);
    expect(shown(run(told, { type: "fetching" }, arrive([card("a2", "flashcard")], 1, 1)))).toBe("a2");
  });

  it("is there at once when nothing is to be studied", () => {
    expect(start().stage.at).toBe("done");
  });
});

describe("coming back to the page", () => {
  it("leaves out cards that were answered earlier in this tab", () => {
    expect(shown(startSession([card("a"), card("b")], 2, new Set(["a"])))).toBe("b");
  });

  it("takes up an answer that still waits to be sent instead of asking again", () => {
    const state = run(start(card("a"), card("b")), { type: "resumed", eventId: "e1", presentationId: "a", response: { kind: "choice", option: 1 } });
    expect(state.stage).toMatchObject({ at: "checking", eventId: "e1" });
    expect(run(state, verdict("e1")).stage.at).toBe("verdict");
  });

  it("does not count an answer of another session in its own length", () => {
    const cards = [card("a"), card("b"), card("c"), card("d")];
    const waited: SessionAction = { type: "resumed", eventId: "e0", presentationId: "a", response: { kind: "choice", option: 1 } };
    const state = run(startSession(cards, 4, none, { unit: "cards", count: 2 }), waited, verdict("e0"));
    expect(tallyOf(state)).toEqual({ answered: 0, right: 0, left: 2 });
    const first = run(state, goOn, choose("e1"), verdict("e1"), goOn);
    expect(tallyOf(first)).toEqual({ answered: 1, right: 1, left: 1 });
    const over = run(first, choose("e2"), verdict("e2"), goOn);
    expect([first.stage.at, over.stage.at]).toEqual(["asking", "done"]);
    expect(shown(run(over, { type: "prolonged" }))).toBe("d");
  });

  it("goes on with its own answers after a reload, takes them back, and ends where it would have ended", () => {
    const before = run(startSession([card("a"), card("b"), card("c")], 3, none, { unit: "cards", count: 2 }), choose("e1"), verdict("e1"), goOn, choose("e2"));
    const reloaded = startSession([card("b"), card("c")], 2, none, { unit: "cards", count: 2 });
    const restored = run(reloaded, { type: "restored", history: before.history, length: before.length }, { type: "resumed", eventId: "e2", presentationId: "b", response: { kind: "choice", option: 0 } });
    expect(tallyOf(run(restored, verdict("e2")))).toEqual({ answered: 2, right: 2, left: 0 });
    expect(restored.stage.at).toBe("done");
    const back = run(restored, undo("u2"), undo("u1"));
    expect([shown(back), canUndo(back), tallyOf(back).left]).toEqual(["a", false, 2]);
  });

  it("leaves a waiting answer's card out of the queue", () => {
    const state = run(start(card("a"), card("b")), { type: "resumed", eventId: "e1", presentationId: "b", response: { kind: "choice", option: 1 } });
    expect(shown(state)).toBe("a");
    expect(state.queue).toEqual([]);
  });
});

const undo = (eventId = "u1"): SessionAction => ({ type: "undone", eventId });
const miss = { isRight: false, score: 0, dueInDays: 0 };
const ids = (cards: readonly StudyCard[]) => cards.map(({ presentationId }) => presentationId);

describe("taking an answer back", () => {
  it("asks the question anew from its verdict, and counts nothing", () => {
    const told = run(start(card("a"), card("b")), choose("e1"), verdict("e1"));
    const back = run(told, undo());
    expect(back.stage).toMatchObject({ at: "asking", card: { presentationId: "a" }, isFlipped: false });
    expect(tallyOf(back)).toEqual({ answered: 0, right: 0, left: 2 });
    expect(tallyOf(run(back, choose("e2"), verdict("e2")))).toEqual({ answered: 1, right: 1, left: 1 });
  });

  it("brings the last question back and keeps the one on screen for after it", () => {
    const back = run(start(card("a"), card("b"), card("c")), choose("e1"), verdict("e1"), goOn, undo());
    expect(shown(back)).toBe("a");
    expect(ids(back.queue)).toEqual(["b", "c"]);
    expect(shown(run(back, choose("e2"), verdict("e2"), goOn))).toBe("b");
  });

  it("goes back several answers, one by one, and no further than the first", () => {
    const third = run(start(card("a", "flashcard"), card("b", "flashcard"), card("c")), rate("e1", 3), rate("e2", 3), verdict("e1"), verdict("e2"));
    const back = run(third, undo("u1"), undo("u2"));
    expect(shown(back)).toBe("a");
    expect(ids(back.queue)).toEqual(["b", "c"]);
    expect(canUndo(back)).toBe(false);
    expect(run(back, undo("u3"))).toBe(back);
  });

  it("works after the last card", () => {
    const over = run(start(card("a")), choose("e1"), verdict("e1"), goOn, { type: "fetching" }, arrive([], 0, 1));
    expect(over.stage.at).toBe("done");
    const back = run(over, undo());
    expect(shown(back)).toBe("a");
    expect(wantsCards(back)).toBe(true);
    const again = run(back, { type: "undo-arrived", eventId: "u1" }, choose("e2"), verdict("e2"), goOn, { type: "fetching" });
    expect(run(again, arrive([], 0, again.turn)).stage.at).toBe("done");
  });

  it.each([["before its verdict is in", []], ["before the undo is", [verdict("e1")]]])("takes back an answer %s, and a late verdict changes nothing", (_, first) => {
    const back = run(start(card("a"), card("b")), choose("e1"), ...first, undo());
    expect(run(back, verdict("e1"))).toBe(back);
    expect(run(back, choose("e2"), verdict("e1")).stage).toMatchObject({ at: "checking", eventId: "e2" });
  });

  it("drops a second question on the same fact that was dealt because of the miss", () => {
    const again = { ...card("a2"), factId: "fact-of-a" };
    const missed = run(start(card("a"), card("b")), choose("e1"), verdict("e1", miss), { type: "fetching" }, arrive([again], 2, 1));
    expect(ids(missed.queue)).toEqual(["b", "a2"]);
    expect(ids(run(missed, undo()).queue)).toEqual(["b"]);
  });

  it("does not believe the server's count before it has heard of the undo, and then asks for more", () => {
    const back = run(start(card("a"), card("b")), choose("e1"), verdict("e1"), undo(), { type: "fetching" });
    const early = run(back, arrive([], 1, back.turn));
    expect(early.left).toBe(2);
    expect(wantsCards(early)).toBe(false);
    expect(wantsCards(run(early, { type: "undo-arrived", eventId: "u1" }))).toBe(true);
  });

  it("takes a card that comes again after it was taken back as the one that is shown", () => {
    const back = run(start(card("a")), choose("e1"), verdict("e1"), undo(), { type: "fetching" });
    const dealt = run(back, arrive([card("a"), card("b")], 2, back.turn));
    expect(ids(dealt.queue)).toEqual(["b"]);
  });

  it("begins a question of several steps from the start", () => {
    const sites: StudyCard = { ...card("a", "multiple-response"), options: ["Jiuquan", "Xichang"] };
    const given = run(start(sites), { type: "answered", eventId: "e1", response: { kind: "choices", options: [1] } }, verdict("e1"));
    expect(run(given, undo()).stage).toMatchObject({ draft: { response: { options: [] } } });
  });

  it("is not possible for an answer that was refused, or is to be given anew", () => {
    const refused = run(start(card("a"), card("b")), choose("e1"), { type: "answer-refused", eventId: "e1" });
    expect(canUndo(refused)).toBe(false);
    const unclear = run(start(card("a", "short-answer")), { type: "answered", eventId: "e1", response: { kind: "typed", text: "3/1/2019" } }, verdict("e1", { verdict: "ambiguous" }));
    expect(canUndo(unclear)).toBe(false);
  });

  it("is possible for an answer from before a reload only while its question is here", () => {
    const resumed = (presentationId: string): SessionAction => ({ type: "resumed", eventId: "e1", presentationId, response: { kind: "choice", option: 1 } });
    expect(canUndo(run(start(card("a")), resumed("a")))).toBe(true);
    expect(canUndo(run(start(card("a")), resumed("gone")))).toBe(false);
  });
});

describe("a session of some length", () => {
  const some = (count: number, ...cards: StudyCard[]) => startSession(cards, cards.length, none, { unit: "cards", count });

  it("ends after so many cards, and says how many are left of them", () => {
    const first = some(2, card("a"), card("b"), card("c"));
    expect(tallyOf(first).left).toBe(2);
    const second = run(first, choose("e1"), verdict("e1"), goOn);
    expect(tallyOf(second).left).toBe(1);
    expect(run(second, choose("e2"), verdict("e2", miss), goOn).stage.at).toBe("done");
  });

  it("does not wait for the verdicts of flashcards to end", () => {
    expect(run(some(1, card("a", "flashcard"), card("b")), rate("e1", 1)).stage.at).toBe("done");
  });

  it("fetches no more than it will show", () => {
    expect(wantsCards(some(2, card("a"), card("b")))).toBe(false);
    expect(wantsCards(some(3, card("a"), card("b")))).toBe(true);
  });

  it("gives an answer back at its end, and ends again after it", () => {
    const over = run(some(1, card("a"), card("b")), choose("e1"), verdict("e1"), goOn);
    const back = run(over, undo());
    expect(shown(back)).toBe("a");
    expect(run(back, choose("e2"), verdict("e2"), goOn).stage.at).toBe("done");
  });

  it("goes on for as many cards again if the learner wants", () => {
    const on = run(some(1, card("a"), card("b"), card("c")), choose("e1"), verdict("e1"), goOn, { type: "prolonged" });
    expect(shown(on)).toBe("b");
    expect(run(on, choose("e2"), verdict("e2"), goOn).stage.at).toBe("done");
  });

  it("finishes the question under way when the time is up, and asks no other", () => {
    const late = run(startSession([card("a"), card("b")], 2, none, { unit: "minutes", count: 5 }), { type: "time-passed" });
    expect(shown(late)).toBe("a");
    expect(wantsCards(late)).toBe(false);
    const over = run(late, choose("e1"), verdict("e1"), goOn);
    expect(over.stage.at).toBe("done");
    expect(shown(run(over, { type: "prolonged" }))).toBe("b");
  });

  it("ends when the time is up while nothing is asked", () => {
    expect(run(run(start(card("a")), choose("e1"), verdict("e1"), goOn), { type: "time-passed" }).stage.at).toBe("done");
  });

  it("cannot be prolonged before its end", () => {
    const state = some(2, card("a"), card("b"));
    expect(run(state, { type: "prolonged" })).toBe(state);
  });
});

describe("putting a fact aside", () => {
  const aside = (presentationId: string): SessionAction => ({ type: "put-aside", eventId: `d-${presentationId}`, presentationId, factId: `fact-of-${presentationId}` });

  it("goes on without an answer, and there is one question less", () => {
    const state = run(start(card("a"), card("b")), aside("a"));
    expect(shown(state)).toBe("b");
    expect(tallyOf(state)).toEqual({ answered: 0, right: 0, left: 1 });
    expect(ids(run(state, { type: "fetching" }, arrive([card("a")], 2, 0)).queue)).toEqual([]);
  });

  it("takes a missed fact out of what is left, and one that was right not twice", () => {
    const answered = (change?: Partial<Feedback>) => run(start(card("a"), card("b")), choose("e1"), verdict("e1", change), aside("a"));
    expect(answered(miss).left).toBe(1);
    expect(answered().left).toBe(1);
  });

  it("drops other questions on the fact", () => {
    const state = run(start(card("a"), { ...card("a2"), factId: "fact-of-a" }, card("b")), aside("a"));
    expect(shown(state)).toBe("b");
  });

  it("takes a card that is not shown out of those that come", () => {
    const state = run(start(card("a"), card("b")), aside("b"));
    expect([shown(state), ids(state.queue), tallyOf(state).left]).toEqual(["a", [], 1]);
  });

  it("asks no other question on the fact that was dealt before the server heard of it, nor believes its count", () => {
    const again = { ...card("a2"), factId: "fact-of-a" };
    const state = run(start(card("a"), card("b")), aside("a"), { type: "fetching" });
    expect(heldIds(state)).toEqual(["a", "b"]);
    const dealt = run(state, arrive([again, card("c")], 3, state.turn));
    expect([ids(dealt.queue), tallyOf(dealt).left]).toEqual([["c"], 1]);
    const heard = run(dealt, { type: "decision-arrived", eventId: "d-a" }, { type: "fetching" });
    expect(heldIds(heard)).toEqual(["b", "c"]);
    expect(tallyOf(run(heard, arrive([], 2, heard.turn))).left).toBe(2);
  });

  it("fetches anew when the fact is taken up again", () => {
    const empty = run(start(card("a"), card("b")), aside("a"), { type: "fetching" });
    const rested = run(empty, arrive([], 1, empty.turn));
    expect(wantsCards(rested)).toBe(false);
    expect(wantsCards(run(rested, { type: "taken-up", eventId: "t-a", presentationId: "a", factId: "fact-of-a" }))).toBe(true);
  });
});

it("comes to its end when the last answer is refused while nothing is left to ask", () => {
  const waiting = run(start(card("a", "flashcard")), rate("e1", 3), { type: "fetching" }, arrive([], 0, 0));
  const refused = run(waiting, { type: "answer-refused", eventId: "e1" });
  expect(wantsCards(refused)).toBe(true);
  expect(run(refused, { type: "fetching" }, arrive([], 0, refused.turn)).stage.at).toBe("done");
});
