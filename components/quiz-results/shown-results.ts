import type { Feedback } from "@/lib/grading/feedback";
import type { Response } from "@/lib/grading/grade";
import type { QuestionFace } from "@/lib/questions/study-card";
import type { Certainty } from "@/lib/quiz/attempt";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";
import type { ResultOutcome } from "@/lib/quiz/results";

export type Outcome = ResultOutcome;

/** A question with all that may be told once a quiz is over. Responses and the key name positions in `options`. */
export type ShownQuestion = Omit<QuestionFace, "asks"> & {
  position: number;
  factId: string;
  given: Response | null;
  certainty: Certainty | null;
  isFlagged: boolean;
  outcome: Outcome;
  /** Whether a teacher left it out of the marks. */
  isLeftOut: boolean;
  points: number;
  mostPoints: number;
  elapsedMs: number;
  feedback: Pick<Feedback, "answer" | "about" | "key"> & { note: Feedback["note"] | null };
};

export type ShownResults = {
  setup: QuizSetup;
  closedAt: Date;
  isTimeUp: boolean;
  spentMs: number;
  /** For the whole quiz, with the extra time that was granted. */
  limitMs: number | null;
  points: number;
  mostPoints: number;
  counts: Record<Outcome, number>;
  /** `share` of the points, in [0, 1]; the latest first. */
  earlier: { attemptId: string; at: Date; share: number }[];
  questions: ShownQuestion[];
};
