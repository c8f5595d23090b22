import { describe, expect, it } from "vitest";
import type { Draft } from "@/components/study/draft";
import { heldIds, reduceSession, startSession, wantsCards } from "@/components/study/session-reducer";
import type { SessionAction, SessionState } from "@/components/study/session-reducer";
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
const arrive = (cards: StudyCard[], left: number, answeredThen: number): SessionAction => ({ type: "cards-arrived", cards, left, answeredThen });
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
    expect(next).toMatchObject({ answered: 1, right: 1, left: 1 });
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
    expect(state).toMatchObject({ answered: 1, right: 0, left: 2 });
  });

  it("asks an ambiguous answer again and counts nothing", () => {
    const state = run(start(card("a", "short-answer")), { type: "answered", eventId: "e1", response: { kind: "typed", text: "3/1/2019" } }, verdict("e1", { verdict: "ambiguous", isRight: false, score: 0, note: { key: "dayOrMonth", values: {} } }));
    expect(state.stage).toMatchObject({ at: "asking", again: { key: "dayOrMonth" } });
    expect(state).toMatchObject({ answered: 0, left: 1 });
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
    expect(run(rated, verdict("e1"))).toMatchObject({ answered: 1, right: 1 });
  });

  it("lets a learner go on without the verdict, and counts it when it comes", () => {
    const skipped = run(start(card("a"), card("b")), choose("e1"), goOn);
    expect(skipped.stage).toMatchObject({ at: "asking" });
    const later = run(skipped, verdict("e1", { isRight: false }));
    expect(shown(later)).toBe("b");
    expect(later).toMatchObject({ answered: 1, right: 0 });
  });

  it("goes on when the server refuses an answer", () => {
    const state = run(start(card("a"), card("b")), choose("e1"), { type: "answer-refused", eventId: "e1" });
    expect(shown(state)).toBe("b");
    expect(state.answered).toBe(0);
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
  it("wants cards when fewer than two wait behind the shown one", () => {
    expect(wantsCards(start(card("a"), card("b")))).toBe(true);
    expect(wantsCards(start(card("a"), card("b"), card("c")))).toBe(false);
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
    expect(heldIds(state).sort()).toEqual(["a", "b", "c"]);
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
    expect(run(state, verdict("e1"))).toMatchObject({ stage: { at: "verdict" }, answered: 1 });
  });

  it("leaves a waiting answer's card out of the queue", () => {
    const state = run(start(card("a"), card("b")), { type: "resumed", eventId: "e1", presentationId: "b", response: { kind: "choice", option: 1 } });
    expect(shown(state)).toBe("a");
    expect(state.queue).toEqual([]);
  });
});
