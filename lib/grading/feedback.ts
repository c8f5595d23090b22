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
  /** For each wrong option that was chosen: its position, and what it is true of as a sentence. */
  about: { option: number; statement: string }[];
  /** The key of an item with options: right positions, the right order, or the option of each prompt (see `Item.key`). */
  key?: number[];
  /** Whole learner's days until the fact comes back; 0 = again in this session. */
  dueInDays: number;
};
