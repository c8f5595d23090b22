import type { Response } from "@/lib/grading/grade";
import type { Certainty } from "@/lib/quiz/attempt";
import type { QuizAnswer, QuizClock, QuizQuestion, QuizStatus, RunningQuiz } from "@/lib/quiz/exchange";
import { toResponse } from "@/lib/quiz/response";
import { leftAt, resync, type Countdown } from "./countdown";

/** What stands at a question: given here, or kept by the server. */
export type GivenAnswer = {
  /** In positions of the question's options. */
  response: Response | null;
  certainty: Certainty | null;
  isFlagged: boolean;
  isFinal: boolean;
  sequence: number;
  /** Not yet kept by the server. */
  isWaiting: boolean;
};

/** What goes on at the end; `time-up`: nobody asked for it. */
export type Ending = "no" | "asked" | "time-up" | "closed";

export type QuizState = {
  setup: RunningQuiz["setup"];
  questions: readonly (QuizQuestion | null)[];
  answers: readonly GivenAnswer[];
  /** The question that is shown; on a page with all of them, the one that keys go to. */
  position: number;
  /** The row in hand, or the prompt that the next option goes to. */
  at: number | null;
  /** Whether the quiz goes on in this tab. */
  isHolder: boolean;
  ending: Ending;
  paper: Countdown | null;
  paperLimitMs: number | null;
  /** The time of the question that is open, where each has its own. */
  question: { position: number; countdown: Countdown | null; limitMs: number | null; isUp: boolean } | null;
  /** What the server would not take, in its words. */
  refusals: readonly string[];
};

/** Whether questions come strictly one after the other, each with a time of its own. */
export const isForward = ({ setup }: Pick<QuizState, "setup">): boolean => setup.timer.kind === "question";

export const isOnePage = (state: Pick<QuizState, "setup">): boolean => state.setup.layout === "page" && !isForward(state);

/** Whether there is an answer: ticking nothing, pairing nothing and typing nothing is none. */
export function isAnswered({ response }: Pick<GivenAnswer, "response">): boolean {
  switch (response?.kind) {
    case undefined:
      return false;
    case "choices":
      return response.options.length > 0;
    case "pairs":
      return response.pairs.some((option) => option !== null);
    case "typed":
      return response.text.trim() !== "";
    default:
      return true;
  }
}

const positionsOf = (state: QuizState, is: (answer: GivenAnswer) => boolean) => state.answers.flatMap((answer, position) => (is(answer) ? [position] : []));

/** Without an answer, by position; one that is locked stays as it is. */
export const openPositions = (state: QuizState): number[] => positionsOf(state, (answer) => !isAnswered(answer) && !answer.isFinal);
export const flaggedPositions = (state: QuizState): number[] => positionsOf(state, ({ isFlagged }) => isFlagged);
export const waitingPositions = (state: QuizState): number[] => positionsOf(state, ({ isWaiting }) => isWaiting);

/** Whether the answer to a question can be changed in this tab. */
export function canChange(state: QuizState, position: number): boolean {
  const answer = state.answers[position];
  const isReached = !isForward(state) || (state.question?.position === position && !state.question.isUp);
  return state.isHolder && state.ending === "no" && isReached && Boolean(state.questions[position]) && answer?.isFinal === false;
}

const isUp = ({ question }: QuizState, position: number) => question?.position === position && question.isUp;

/** Whether the last question is over, where each has its own time: then so is the quiz. */
export function isPastLast(state: QuizState): boolean {
  const last = state.questions.length - 1;
  return isForward(state) && state.questions[last] !== null && (isUp(state, last) || state.answers[last]!.isFinal);
}

/**
 * The question that must be opened now, where each has its own time; null for none. One is over when it is answered for good and that is kept, or when its time is up;
 * the server is the judge of both.
 */
export function nextToOpen(state: QuizState): number | null {
  if (!isForward(state) || !state.isHolder || state.ending !== "no") return null;
  const last = state.questions.findLastIndex((question) => question !== null);
  if (last === -1) return 0;
  const { isFinal, isWaiting } = state.answers[last]!;
  const isOver = isUp(state, last) || (isFinal && !isWaiting);
  return isOver && last + 1 < state.questions.length ? last + 1 : null;
}

const toGiven = ({ response, ...answer }: Omit<QuizAnswer, "position">, question: QuizQuestion | null): Omit<GivenAnswer, "isWaiting"> => {
  const known = question && toResponse(response, question.options.map(({ id }) => id));
  return { response: known?.ok ? known.value : null, certainty: answer.certainty, isFlagged: answer.isFlagged, isFinal: answer.isFinal, sequence: answer.sequence };
};

/** The server's answers, and over them what waits in this browser, unless the server has a newer one or takes no more for that question. */
function mergeAnswers({ answers, questions }: RunningQuiz, waiting: readonly QuizAnswer[]): GivenAnswer[] {
  return answers.map((kept, position) => {
    const own = waiting.find((answer) => answer.position === position && answer.sequence > kept.sequence);
    const isMine = own !== undefined && !kept.isFinal && questions[position] !== null;
    return { ...toGiven(isMine ? own : kept, questions[position] ?? null), isWaiting: isMine };
  });
}

/** Replies may overtake each other: one from before the question that is open was opened tells nothing of its time. */
function questionAfter({ questions, answers, question: old }: QuizState, told: QuizClock["question"], nowMs: number): QuizState["question"] {
  const last = questions.findLastIndex((question) => question !== null);
  if (told === null || told.position < last) return answers[last]?.isFinal === false ? old : null;
  const known = old?.position === told.position ? old.countdown : null;
  const countdown = resync(known, told.leftMs, nowMs);
  return { position: told.position, countdown, limitMs: told.limitMs, isUp: countdown !== null && leftAt(countdown, nowMs) === 0 };
}

/** The state after word from the server about the time and about who goes on with the quiz. */
export function withStatus(state: QuizState, { isOpen, isHolder, clock }: QuizStatus, nowMs: number): QuizState {
  const paper = resync(state.paper, clock.leftMs, nowMs);
  const question = questionAfter(state, clock.question, nowMs);
  // Somebody was given more time while this tab thought it was up.
  const isBack = state.ending === "time-up" && !isForward(state) && paper !== null && leftAt(paper, nowMs) > 0;
  const ending = isOpen ? (isBack ? "no" : state.ending) : "closed";
  return { ...state, isHolder, ending, paper, paperLimitMs: clock.limitMs, question };
}

/** The quiz as the server tells it, with what waits in this browser. */
export function loadQuiz(running: RunningQuiz, waiting: readonly QuizAnswer[], nowMs: number): QuizState {
  const { setup, questions } = running;
  const answers = mergeAnswers(running, waiting);
  const blank: QuizState = { setup, questions, answers, position: 0, at: null, isHolder: true, ending: "no", paper: null, paperLimitMs: null, question: null, refusals: [] };
  const state = withStatus(blank, running, nowMs);
  const last = questions.findLastIndex((question) => question !== null);
  return { ...state, position: isForward(state) ? Math.max(0, last) : openPositions(state)[0] ?? 0 };
}
