import type { Restored } from "./kept-session";
import { ask, isSettled, isSpent, ownAnswers, shownCard, type SessionState } from "./session-state";

/** Shows the next card; with none here, waits for the server unless it has nothing more to ask. */
export function goOn(state: SessionState): SessionState {
  if (isSpent(state)) return { ...state, stage: { at: "done" } };
  const [next, ...queue] = state.queue;
  if (next) return { ...state, stage: ask(next), queue, problem: null };
  const isOver = state.emptyAt === state.turn && isSettled(state);
  return { ...state, stage: { at: isOver ? "done" : "waiting" }, problem: null };
}

/** The ids of closed presentations with one more. */
export const closing = (state: SessionState, presentationId: string) => new Set(state.closedIds).add(presentationId);

/** The ids of closed presentations without one that is to be answered after all. */
export const opening = (state: SessionState, presentationId: string) => new Set([...state.closedIds].filter((id) => id !== presentationId));

/** Takes up what was done before a reload; where that was the whole session, it is over. */
export function restore(state: SessionState, { history, length }: Restored): SessionState {
  const closedIds = new Set([...state.closedIds, ...history.map(({ presentationId }) => presentationId)]);
  const restored = { ...state, history, length, closedIds, queue: state.queue.filter(({ presentationId }) => !closedIds.has(presentationId)) };
  return isSpent(restored) ? goOn(restored) : restored;
}

/** Asks the last question anew; what was on screen comes after it. */
export function undo(state: SessionState, eventId: string): SessionState {
  const last = state.history.at(-1);
  if (!last?.card) return state;
  const { card, presentationId, feedback } = last;
  const shown = shownCard(state.stage);
  const kept = shown && shown.presentationId !== presentationId && state.stage.at === "asking" ? [shown] : [];
  // Missed, the fact was perhaps dealt again already.
  const queue = [...kept, ...state.queue].filter(({ factId }) => factId !== card.factId);
  return {
    ...state,
    stage: ask(card),
    queue,
    history: state.history.slice(0, -1),
    underWay: new Map(state.underWay).set(eventId, presentationId),
    closedIds: opening(state, presentationId),
    left: feedback && feedback.dueInDays > 0 ? state.left + 1 : state.left,
    turn: state.turn + 1,
    problem: null,
    undone: state.undone + 1,
  };
}

/** The server has heard of it, so what it deals from now on is up to date. */
export function settle(state: SessionState, eventId: string): SessionState {
  const underWay = new Map(state.underWay);
  underWay.delete(eventId);
  return { ...state, underWay, turn: state.turn + 1 };
}

export type Decision = { eventId: string; presentationId: string; factId: string };

/** Goes on without an answer; the fact does not come back. */
export function putAside(state: SessionState, { eventId, presentationId, factId }: Decision): SessionState {
  const { stage } = state;
  const card = shownCard(stage);
  const isQueued = state.queue.some((queued) => queued.factId === factId);
  const aside = { ...state, queue: state.queue.filter((queued) => queued.factId !== factId), asideIds: new Set(state.asideIds).add(factId), underWay: new Map(state.underWay).set(eventId, presentationId), turn: state.turn + 1 };
  if (card?.factId !== factId) return { ...aside, left: isQueued ? Math.max(0, state.left - 1) : state.left };
  // A right answer has counted already, and one that is on its way counts when it is in.
  const isCounted = stage.at === "verdict" ? stage.feedback.dueInDays > 0 : stage.at === "checking";
  return goOn({
    ...aside,
    closedIds: closing(state, card.presentationId),
    left: isCounted ? state.left : Math.max(0, state.left - 1),
  });
}

/** The fact may come again. */
export const takeUp = (state: SessionState, { eventId, presentationId, factId }: Decision): SessionState => ({
  ...state,
  asideIds: new Set([...state.asideIds].filter((id) => id !== factId)),
  underWay: new Map(state.underWay).set(eventId, presentationId),
  turn: state.turn + 1,
});

/** Time is up: a question under way is finished, and none comes after it. */
export function endByTime(state: SessionState): SessionState {
  const ended = { ...state, isTimeUp: true };
  return state.stage.at === "waiting" || state.stage.at === "stuck" ? goOn(ended) : ended;
}

/** Goes on for as many cards or minutes again. */
export function prolong(state: SessionState): SessionState {
  const { length } = state;
  if (!length || !isSpent(state)) return state;
  const longer = length.unit === "cards" ? { ...length, count: ownAnswers(state.history).length + length.count } : length;
  return goOn({ ...state, length: longer, isTimeUp: false });
}
