import { beginDraft, type Draft } from "@/components/answer/draft";
import type { Feedback } from "@/lib/grading/feedback";
import type { Response } from "@/lib/grading/grade";
import type { StudyLength } from "@/lib/questions/study-request";
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

/** An answer. `card` is null for one from before a reload whose question is not here; `feedback` until the verdict is in. `isEarlier`: of another session, which it waits to be sent for; it does not count in this one. */
export type Given = { eventId: string; presentationId: string; card: SessionCard | null; feedback: Feedback | null; isEarlier?: true };

export type SessionState = {
  stage: Stage;
  /** Fetched ahead, so that going on never waits for the network. */
  queue: readonly SessionCard[];
  /** Answers that count, oldest first: those taken back, refused, or to be given anew are not among them. */
  history: readonly Given[];
  /** What the server has not heard of yet, but for answers: those taken back and facts put aside or taken up, by the id of each; the presentation that each is about. */
  underWay: ReadonlyMap<string, string>;
  /** Presentations answered here or put aside: a slow or repeated response never brings one back. */
  closedIds: ReadonlySet<string>;
  /** Facts put aside here: what was dealt before the server heard of it is not asked either. */
  asideIds: ReadonlySet<string>;
  /** Questions there are to be answered, the shown one included; the session may end before. */
  left: number;
  /** Counts whatever the server has heard of, and what was taken back: what it dealt before may be out of date. */
  turn: number;
  isFetching: boolean;
  /** Why the last fetch failed; nothing is fetched again until the learner goes on or tries again. */
  problem: FetchProblem | null;
  /** The turn at which the server had nothing more to ask; a later miss may have added something. */
  emptyAt: number | null;
  length: StudyLength;
  /** No new question after the minutes asked for. */
  isTimeUp: boolean;
  /** How many answers were taken back: a question that is put anew begins from the start. */
  undone: number;
};

export const wantedAhead = 4;

/** The server takes no longer list. */
const mostHeld = 20;

export const ask = (card: SessionCard, again: Feedback["note"] | null = null): Stage => ({ at: "asking", card, isFlipped: false, again, draft: beginDraft(card) });

export const shownCard = (stage: Stage): SessionCard | null => ("card" in stage ? stage.card : null);

/** The state before the first card is shown; cards answered earlier in this tab are left out. */
export function startSession(cards: readonly SessionCard[], left: number, closedIds: ReadonlySet<string>, length: StudyLength = null): SessionState {
  const fresh = cards.filter((card) => !closedIds.has(card.presentationId));
  const [first, ...queue] = fresh;
  const isOver = cards.length === 0;
  return {
    stage: first ? ask(first) : { at: isOver ? "done" : "waiting" },
    queue,
    history: [],
    underWay: new Map(),
    closedIds,
    asideIds: new Set(),
    left,
    turn: 0,
    isFetching: false,
    problem: null,
    emptyAt: isOver ? 0 : null,
    length,
    isTimeUp: false,
    undone: 0,
  };
}

export const isUnheard = ({ feedback }: Given) => feedback === null;

/** The answers of this session. */
export const ownAnswers = (history: readonly Given[]) => history.filter(({ isEarlier }) => !isEarlier);

/** Whether the server has heard of all that was done here. */
export const isSettled = ({ history, underWay }: SessionState) => underWay.size === 0 && !history.some(isUnheard);

/** How many cards may still be answered, the shown one included. */
const roomLeft = ({ length, history }: SessionState) => (length?.unit === "cards" ? Math.max(0, length.count - ownAnswers(history).length) : Infinity);

/** Whether the session has been as long as was asked for. */
export const isSpent = (state: SessionState) => state.isTimeUp || roomLeft(state) === 0;

/** What the server need not send: cards whose answer is under way, then those that are here already, the one that comes last at the end. */
export function heldIds({ stage, queue, history, underWay }: SessionState): string[] {
  const card = shownCard(stage);
  const here = [...(card ? [card] : []), ...queue].map(({ presentationId }) => presentationId);
  const unheard = [...underWay.values(), ...history.filter(isUnheard).map(({ presentationId }) => presentationId)].filter((id) => !here.includes(id));
  return [...new Set(unheard), ...here].slice(-mostHeld);
}

/** Whether it is time to fetch ahead: never while the server is known to have nothing more. */
export function wantsCards(state: SessionState): boolean {
  const isFree = !state.isFetching && state.problem === null && state.stage.at !== "done" && !isSpent(state);
  const behindShown = roomLeft(state) - (state.stage.at === "asking" ? 1 : 0);
  return isFree && state.queue.length < Math.min(wantedAhead, behindShown) && state.emptyAt !== state.turn;
}

/** What the learner is told: answers with a verdict, how many of them were right, and how many questions are left of the session. */
export function tallyOf(state: SessionState): { answered: number; right: number; left: number } {
  const judged = ownAnswers(state.history).filter((given) => !isUnheard(given));
  const room = state.length?.unit === "cards" ? Math.max(0, state.length.count - judged.length) : Infinity;
  return { answered: judged.length, right: judged.filter(({ feedback }) => feedback?.isRight).length, left: Math.min(state.left, room) };
}

/** Whether the last answer can be taken back: its question must be here. */
export const canUndo = ({ history }: SessionState): boolean => Boolean(history.at(-1)?.card);
