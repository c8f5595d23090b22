import type { AnswerKind, QuestionFace } from "@/lib/questions/study-card";
import type { AttemptState, Certainty } from "./attempt";
import type { QuizSetup } from "./quiz-setup";

/** Names an option of one question of one attempt; it tells nothing of the option's place or meaning. */
export type OptionId = string;

/** What a learner did with a question of a quiz, in option ids (see `toResponse`). */
export type QuizResponse =
  | { kind: "choice"; option: OptionId }
  | { kind: "choices"; options: OptionId[] }
  | { kind: "order"; order: OptionId[] }
  | { kind: "pairs"; pairs: (OptionId | null)[] }
  | { kind: "typed"; text: string };

/** A question of a quiz as the browser gets it before the end: no key, fact, item id, entity, certificate or seed. */
export type QuizQuestion = Omit<QuestionFace, "options"> & {
  position: number;
  kind: Exclude<AnswerKind, "rating">;
  options: { id: OptionId; text: string }[];
};

/** What is kept for a question. */
export type QuizAnswer = {
  position: number;
  sequence: number;
  response: QuizResponse | null;
  certainty: Certainty | null;
  isFlagged: boolean;
  isFinal: boolean;
};

/** By the server's clock; a browser counts down from `leftMs` by a clock of its own that nobody can set. */
export type QuizClock = {
  /** For the whole paper; null without a limit. */
  leftMs: number | null;
  /** For the whole paper, as it was at first. */
  limitMs: number | null;
  /** The question that is open, where each has its own time; null otherwise. */
  question: { position: number; leftMs: number | null; limitMs: number | null } | null;
};

/** What each reply tells of the attempt. `isHolder`: whether this tab is the newest one. */
export type QuizStatus = { isOpen: boolean; isHolder: boolean; clock: QuizClock };

/** A running quiz as its page gets it. */
export type RunningQuiz = QuizStatus & {
  attemptId: string;
  /** `count`: how many questions were asked for; there are fewer where no more could be made. */
  setup: Pick<QuizSetup, "timer" | "layout" | "isLockIn" | "marking" | "count">;
  /** By position; null for questions that are not shown yet. */
  questions: (QuizQuestion | null)[];
  answers: QuizAnswer[];
};

/** What a page gets of a quiz that is over. */
export type ClosedQuiz = QuizStatus & { isOpen: false; closed: Exclude<AttemptState, "in_progress"> };

/** A save on its way; `leaseId` names the tab. */
export type QuizSave = QuizAnswer & { leaseId: string; elapsedMs: number };

/** `sequence`: the highest that is kept for the question now; higher than the one sent where another tab was first. */
export type SaveReply = QuizStatus & { position: number; sequence: number };
