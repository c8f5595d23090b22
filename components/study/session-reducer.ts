import type { Feedback } from "@/lib/grading/feedback";
import type { Response } from "@/lib/grading/grade";
import { beginDraft, type Draft } from "./draft";
import type { SessionCard } from "./session-card";

export type FetchProblem = "offline" | "failed" | "expired";

export type Stage =
  | { at: "waiting" }
  | { at: "stuck"; problem: FetchProblem }
  /** `again` is the note of an answer that could be read two ways; `draft` is there where an answer takes several steps. */
  | { at: "asking"; card: SessionCard; isFlipped: boolean; again: Feedback["note"] | null; draft: Draft | null }
  | { at: "checking"; card: SessionCard; response: Response; eventId: string }
  | { at: "verdict"; card: SessionCard; response: Response; feedback: Feedback }
  | { at: "done" };

export type SessionState = {
  stage: Stage;
  /** Fetched ahead, so that going on never waits for the network. */
  queue: readonly SessionCard[];
  /** Answers whose verdict is not in yet, by event id: the presentation each is for. */
  pending: ReadonlyMap<string, string>;
  /** Presentations answered here: a slow or repeated response never brings one back. */
  answeredIds: ReadonlySet<string>;
  /** Questions of this session that are still to be answered, the shown one included. */
  left: number;
  answered: number;
  right: number;
  isFetching: boolean;
  /** Why the last fetch failed; nothing is fetched again until the learner goes on or tries again. */
  problem: FetchProblem | null;
  /** How many verdicts were in when the server last had nothing more to ask; a later miss may have added something. */
  emptyAt: number | null;
};

export type SessionAction =
  | { type: "fetching" }
  | { type: "cards-arrived"; cards: readonly SessionCard[]; left: number; answeredThen: number }
  | { type: "fetch-failed"; problem: FetchProblem }
  /** An answer from before a reload that still waits to be sent. */
  | { type: "resumed"; eventId: string; presentationId: string; response: Response }
  | { type: "flipped" }
  | { type: "drafted"; draft: Draft }
  | { type: "answered"; eventId: string; response: Response }
  | { type: "verdict-arrived"; eventId: string; feedback: Feedback }
  | { type: "answer-refused"; eventId: string }
  | { type: "went-on" };

const wantedAhead = 2;

const ask = (card: SessionCard, again: Feedback["note"] | null = null): Stage => ({ at: "asking", card, isFlipped: false, again, draft: beginDraft(card) });

const shownCard = (stage: Stage): SessionCard | null => ("card" in stage ? stage.card : null);

/** The state before the first card is shown; cards answered earlier in this tab are left out. */
export function startSession(cards: readonly SessionCard[], left: number, answeredIds: ReadonlySet<string>): SessionState {
  const fresh = cards.filter((card) => !answeredIds.has(card.presentationId));
  const [first, ...queue] = fresh;
  const isOver = cards.length === 0;
  return {
    stage: first ? ask(first) : { at: isOver ? "done" : "waiting" },
    queue,
    pending: new Map(),
    answeredIds,
    left,
    answered: 0,
    right: 0,
    isFetching: false,
    problem: null,
    emptyAt: isOver ? 0 : null,
  };
}

/** What the server need not send: cards that are here already, or whose answer is under way. */
export function heldIds(state: SessionState): string[] {
  const card = shownCard(state.stage);
  const ids = [...(card ? [card.presentationId] : []), ...state.queue.map((queued) => queued.presentationId), ...state.pending.values()];
  return [...new Set(ids)];
}

/** Whether it is time to fetch ahead: never while the server is known to have nothing more. */
export function wantsCards(state: SessionState): boolean {
  const isFree = !state.isFetching && state.problem === null && state.stage.at !== "done";
  return isFree && state.queue.length < wantedAhead && state.emptyAt !== state.answered;
}

/** Shows the next card; with none here, waits for the server unless it has nothing more to ask. */
function goOn(state: SessionState): SessionState {
  const [next, ...queue] = state.queue;
  if (next) return { ...state, stage: ask(next), queue, problem: null };
  const isOver = state.emptyAt === state.answered && state.pending.size === 0;
  return { ...state, stage: { at: isOver ? "done" : "waiting" }, problem: null };
}

function addCards(state: SessionState, action: Extract<SessionAction, { type: "cards-arrived" }>): SessionState {
  const held = new Set([...heldIds(state), ...state.answeredIds]);
  const fresh = action.cards.filter((card) => !held.has(card.presentationId));
  // A count from before an answer is out of date, and which answers it knew of cannot be told.
  const isCurrent = state.pending.size === 0 && state.answered === action.answeredThen;
  const next: SessionState = {
    ...state,
    queue: [...state.queue, ...fresh],
    left: isCurrent ? action.left : state.left,
    isFetching: false,
    emptyAt: fresh.length === 0 ? action.answeredThen : null,
  };
  return next.stage.at === "waiting" || next.stage.at === "stuck" ? goOn(next) : next;
}

function resume(state: SessionState, { eventId, presentationId, response }: Extract<SessionAction, { type: "resumed" }>): SessionState {
  const resumed: SessionState = {
    ...state,
    queue: state.queue.filter((card) => card.presentationId !== presentationId),
    pending: new Map(state.pending).set(eventId, presentationId),
    answeredIds: new Set(state.answeredIds).add(presentationId),
  };
  const { stage } = state;
  if (stage.at !== "asking" || stage.card.presentationId !== presentationId) return resumed;
  return response.kind === "rating" ? goOn(resumed) : { ...resumed, stage: { at: "checking", card: stage.card, response, eventId } };
}

function takeAnswer(state: SessionState, eventId: string, response: Response): SessionState {
  if (state.stage.at !== "asking") return state;
  const { card } = state.stage;
  const taken: SessionState = {
    ...state,
    stage: { at: "checking", card, response, eventId },
    pending: new Map(state.pending).set(eventId, card.presentationId),
    answeredIds: new Set(state.answeredIds).add(card.presentationId),
  };
  // The learner has seen the back and given the verdict: there is nothing to wait for.
  return response.kind === "rating" ? goOn(taken) : taken;
}

function withoutPending(state: SessionState, eventId: string): SessionState {
  const pending = new Map(state.pending);
  pending.delete(eventId);
  return { ...state, pending };
}

function askAgain(state: SessionState, presentationId: string, note: Feedback["note"]): SessionState {
  const answeredIds = new Set(state.answeredIds);
  answeredIds.delete(presentationId);
  const reopened = { ...state, answeredIds };
  if (state.stage.at !== "checking") return reopened;
  return { ...reopened, stage: ask(state.stage.card, note) };
}

function takeVerdict(state: SessionState, eventId: string, feedback: Feedback): SessionState {
  const presentationId = state.pending.get(eventId);
  if (presentationId === undefined) return state;
  const rest = withoutPending(state, eventId);
  if (feedback.verdict === "ambiguous") return askAgain(rest, presentationId, feedback.note);
  const counted: SessionState = {
    ...rest,
    answered: state.answered + 1,
    right: state.right + (feedback.isRight ? 1 : 0),
    left: feedback.dueInDays === 0 ? state.left : Math.max(0, state.left - 1),
  };
  const { stage } = state;
  if (stage.at !== "checking" || stage.eventId !== eventId) return counted;
  return { ...counted, stage: { at: "verdict", card: stage.card, response: stage.response, feedback } };
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
    case "answer-refused": {
      const rest = withoutPending(state, action.eventId);
      return state.stage.at === "checking" && state.stage.eventId === action.eventId ? goOn(rest) : rest;
    }
    case "went-on":
      return state.stage.at === "verdict" || state.stage.at === "checking" ? goOn(state) : state;
  }
}
