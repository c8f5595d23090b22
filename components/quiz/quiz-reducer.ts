import type { QuizAnswer, QuizQuestion, QuizStatus, RunningQuiz, SaveReply } from "@/lib/quiz/exchange";
import { canChange, isForward, loadQuiz, withStatus, type GivenAnswer, type QuizState } from "./quiz-state";

/** What can be changed at a question. */
export type AnswerChange = Partial<Pick<GivenAnswer, "response" | "certainty" | "isFlagged" | "isFinal">>;

/** `nowMs`: by the browser's clock that nobody can set. */
export type QuizAction =
  | { type: "changed"; position: number; change: AnswerChange; at?: number | null }
  | { type: "took-in-hand"; position: number; at: number | null }
  | { type: "went"; position: number }
  | { type: "loaded"; running: RunningQuiz; waiting: readonly QuizAnswer[]; nowMs: number }
  | { type: "heard"; status: QuizStatus; nowMs: number }
  | { type: "kept"; reply: SaveReply; nowMs: number }
  | { type: "refused"; position: number; sequence: number; words: string }
  | { type: "question-opened"; question: QuizQuestion; status: QuizStatus; nowMs: number }
  | { type: "taken-over" }
  | { type: "asked-to-end" }
  | { type: "end-called-off" }
  | { type: "time-was-up" }
  | { type: "question-time-was-up" }
  | { type: "closed" };

const withAnswer = (state: QuizState, position: number, change: Partial<GivenAnswer>): QuizState => ({
  ...state,
  answers: state.answers.map((answer, i) => (i === position ? { ...answer, ...change } : answer)),
});

function changeAnswer(state: QuizState, { position, change, at }: Extract<QuizAction, { type: "changed" }>): QuizState {
  if (!canChange(state, position)) return state;
  const { sequence } = state.answers[position]!;
  const inHand = at === undefined && position === state.position ? state.at : (at ?? null);
  return { ...withAnswer(state, position, { ...change, sequence: sequence + 1, isWaiting: true }), position, at: inHand };
}

/** Where each question has its own time, one does not go back, nor ahead. */
function goTo(state: QuizState, position: number): QuizState {
  if (position === state.position || isForward(state) || !state.questions[position]) return state;
  return { ...state, position, at: null };
}

/** A later change may be on its way already; where another tab was first, the next change must be newer than that one's. */
function noteKept(state: QuizState, { position, sequence }: SaveReply): QuizState {
  const answer = state.answers[position];
  if (!answer) return state;
  return withAnswer(state, position, { isWaiting: answer.sequence > sequence, sequence: Math.max(answer.sequence, sequence) });
}

function openQuestion(state: QuizState, question: QuizQuestion): QuizState {
  const { position } = question;
  return { ...state, questions: state.questions.map((old, i) => (i === position ? question : old)), position, at: null };
}

/** What was refused is the server's to say: its own answer comes with the state, which is asked for then. */
function noteRefusal(state: QuizState, position: number, sequence: number, words: string): QuizState {
  const isLast = state.answers[position]?.sequence === sequence;
  return { ...(isLast ? withAnswer(state, position, { isWaiting: false }) : state), refusals: [...state.refusals.filter((old) => old !== words), words] };
}

/** The state keeps the place, what was told, and the end that is under way. */
function reload(state: QuizState, { running, waiting, nowMs }: Extract<QuizAction, { type: "loaded" }>): QuizState {
  const loaded = withStatus({ ...loadQuiz(running, waiting, nowMs), ending: state.ending }, running, nowMs);
  const position = isForward(loaded) || !loaded.questions[state.position] ? loaded.position : state.position;
  return { ...loaded, position, at: position === state.position ? state.at : null, refusals: state.refusals };
}

export function reduceQuiz(state: QuizState, action: QuizAction): QuizState {
  if (state.ending === "closed") return state;
  switch (action.type) {
    case "changed":
      return changeAnswer(state, action);
    case "took-in-hand":
      return { ...state, position: action.position, at: action.at };
    case "went":
      return goTo(state, action.position);
    case "loaded":
      return reload(state, action);
    case "heard":
      return withStatus(state, action.status, action.nowMs);
    case "kept":
      return withStatus(noteKept(state, action.reply), action.reply, action.nowMs);
    case "refused":
      return noteRefusal(state, action.position, action.sequence, action.words);
    case "question-opened":
      return withStatus(openQuestion(state, action.question), action.status, action.nowMs);
    case "taken-over":
      return { ...state, isHolder: false, ending: state.ending === "asked" ? "no" : state.ending };
    case "asked-to-end":
      return state.isHolder && state.ending === "no" ? { ...state, ending: "asked" } : state;
    case "end-called-off":
      return state.ending === "asked" ? { ...state, ending: "no" } : state;
    case "time-was-up":
      return { ...state, ending: "time-up" };
    case "question-time-was-up":
      return { ...state, question: state.question && { ...state.question, isUp: true } };
    case "closed":
      return { ...state, ending: "closed" };
  }
}
