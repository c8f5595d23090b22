import type { Draft } from "@/components/answer/draft";
import type { Feedback } from "@/lib/grading/feedback";
import type { Response } from "@/lib/grading/grade";
import type { Restored } from "./kept-session";
import type { SessionCard } from "./session-card";
import { closing, endByTime, goOn, opening, prolong, putAside, restore, settle, takeUp, undo, type Decision } from "./session-moves";
import { ask, heldIds, isSettled, shownCard, type FetchProblem, type Given, type SessionState, type Stage } from "./session-state";

export type SessionAction =
  | { type: "fetching" }
  | { type: "cards-arrived"; cards: readonly SessionCard[]; left: number; turnThen: number }
  | { type: "fetch-failed"; problem: FetchProblem }
  /** The session was begun before a reload. */
  | ({ type: "restored" } & Restored)
  /** An answer from before the page was loaded that still waits to be sent. */
  | { type: "resumed"; eventId: string; presentationId: string; response: Response }
  | { type: "flipped" }
  | { type: "drafted"; draft: Draft }
  | { type: "answered"; eventId: string; response: Response }
  | { type: "verdict-arrived"; eventId: string; feedback: Feedback }
  | { type: "answer-refused"; eventId: string }
  /** The last answer is taken back, by an undo of this id. */
  | { type: "undone"; eventId: string }
  | { type: "undo-arrived"; eventId: string }
  /** The learner wants no more of a fact, for good or for today. */
  | ({ type: "put-aside" } & Decision)
  /** A fact put aside may come again. */
  | ({ type: "taken-up" } & Decision)
  /** The server has heard that a fact was put aside or taken up. */
  | { type: "decision-arrived"; eventId: string }
  | { type: "went-on" }
  | { type: "time-passed" }
  /** As many cards or minutes again. */
  | { type: "prolonged" };

function addCards(state: SessionState, action: Extract<SessionAction, { type: "cards-arrived" }>): SessionState {
  const held = new Set([...heldIds(state), ...state.closedIds]);
  const fresh = action.cards.filter((card) => !held.has(card.presentationId) && !state.asideIds.has(card.factId));
  // A count from before an answer is out of date, and which answers it knew of cannot be told.
  const isCurrent = isSettled(state) && state.turn === action.turnThen;
  const next: SessionState = {
    ...state,
    queue: [...state.queue, ...fresh],
    left: isCurrent ? action.left : state.left,
    isFetching: false,
    emptyAt: fresh.length === 0 ? action.turnThen : null,
  };
  return next.stage.at === "waiting" || next.stage.at === "stuck" ? goOn(next) : next;
}

function resume(state: SessionState, { eventId, presentationId, response }: Extract<SessionAction, { type: "resumed" }>): SessionState {
  const here = [shownCard(state.stage), ...state.queue].find((card) => card?.presentationId === presentationId) ?? null;
  const isOwn = state.history.some((given) => given.eventId === eventId);
  const resumed: SessionState = {
    ...state,
    queue: state.queue.filter((card) => card.presentationId !== presentationId),
    history: isOwn ? state.history : [...state.history, { eventId, presentationId, card: here, feedback: null, isEarlier: true }],
    closedIds: closing(state, presentationId),
  };
  const { stage } = state;
  if (stage.at !== "asking" || stage.card.presentationId !== presentationId) return resumed;
  return response.kind === "rating" ? goOn(resumed) : { ...resumed, stage: { at: "checking", card: stage.card, response, eventId } };
}

function takeAnswer(state: SessionState, eventId: string, response: Response): SessionState {
  if (state.stage.at !== "asking") return state;
  const { card } = state.stage;
  const { presentationId } = card;
  const taken: SessionState = {
    ...state,
    stage: { at: "checking", card, response, eventId },
    history: [...state.history, { eventId, presentationId, card, feedback: null }],
    closedIds: closing(state, presentationId),
  };
  // The learner has seen the back and given the verdict: there is nothing to wait for.
  return response.kind === "rating" ? goOn(taken) : taken;
}

const without = (state: SessionState, eventId: string): SessionState => ({ ...state, history: state.history.filter((given) => given.eventId !== eventId) });

const isChecking = ({ stage }: SessionState, eventId: string) => stage.at === "checking" && stage.eventId === eventId;

function askAgain(state: SessionState, { eventId, presentationId }: Given, note: Feedback["note"]): SessionState {
  const reopened = { ...without(state, eventId), closedIds: opening(state, presentationId) };
  return isChecking(state, eventId) ? { ...reopened, stage: ask(shownCard(state.stage)!, note) } : reopened;
}

function takeVerdict(state: SessionState, eventId: string, feedback: Feedback): SessionState {
  const given = state.history.find((each) => each.eventId === eventId);
  if (!given || given.feedback) return state;
  if (feedback.verdict === "ambiguous") return askAgain(state, given, feedback.note);
  const counted: SessionState = {
    ...state,
    history: state.history.map((each) => (each === given ? { ...given, feedback } : each)),
    left: feedback.dueInDays === 0 ? state.left : Math.max(0, state.left - 1),
    turn: state.turn + 1,
  };
  const { stage } = state;
  if (stage.at !== "checking" || stage.eventId !== eventId) return counted;
  return { ...counted, stage: { at: "verdict", card: stage.card, response: stage.response, feedback } };
}

function takeRefusal(state: SessionState, eventId: string): SessionState {
  if (!state.history.some((given) => given.eventId === eventId)) return state;
  const rest = { ...without(state, eventId), turn: state.turn + 1 };
  return isChecking(state, eventId) ? goOn(rest) : rest;
}

export function reduceSession(state: SessionState, action: SessionAction): SessionState {
  switch (action.type) {
    case "fetching":
      return { ...state, isFetching: true, problem: null, stage: state.stage.at === "stuck" ? { at: "waiting" } : state.stage };
    case "cards-arrived":
      return addCards(state, action);
    case "fetch-failed": {
      const stage: Stage = state.stage.at === "waiting" ? { at: "stuck", problem: action.problem } : state.stage;
      return { ...state, isFetching: false, problem: action.problem, stage };
    }
    case "restored":
      return restore(state, action);
    case "resumed":
      return resume(state, action);
    case "flipped":
      return state.stage.at === "asking" ? { ...state, stage: { ...state.stage, isFlipped: true } } : state;
    case "drafted":
      return state.stage.at === "asking" && state.stage.draft ? { ...state, stage: { ...state.stage, draft: action.draft } } : state;
    case "answered":
      return takeAnswer(state, action.eventId, action.response);
    case "verdict-arrived":
      return takeVerdict(state, action.eventId, action.feedback);
    case "answer-refused":
      return takeRefusal(state, action.eventId);
    case "undone":
      return undo(state, action.eventId);
    case "undo-arrived":
    case "decision-arrived":
      return settle(state, action.eventId);
    case "put-aside":
      return putAside(state, action);
    case "taken-up":
      return takeUp(state, action);
    case "went-on":
      return state.stage.at === "verdict" || state.stage.at === "checking" ? goOn(state) : state;
    case "time-passed":
      return endByTime(state);
    case "prolonged":
      return prolong(state);
  }
}
