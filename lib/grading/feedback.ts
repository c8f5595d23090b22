import type { Answer } from "@/lib/questions/study-card";
import type { Verdict } from "./grade";

/** What a learner is told after an answer. */
export type Feedback = {
  verdict: Verdict;
  isRight: boolean;
  score: number;
  /** A key of the message catalogue under `grading`, with its values. */
  note: { key: string; values: Record<string, string> };
  answer: Answer;
  /** For a wrong option: what that option is true of, as a sentence. */
  chosen?: string;
  /** Position of the right option, for multiple choice. */
  rightOption?: number;
  /** Whole learner's days until the fact comes back; 0 = again in this session. */
  dueInDays: number;
};
