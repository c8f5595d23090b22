import type { Draft } from "@/components/answer/draft";
import type { AnswerChange } from "./quiz-reducer";

/** What a learner can do in a quiz. */
export type QuizMoves = {
  change: (position: number, change: AnswerChange, at?: number | null) => void;
  /** From one draft of an answer in several steps to the next: the answer changes, or only what is in hand. */
  draft: (position: number, from: Draft, to: Draft) => void;
  flag: (position: number) => void;
  /** What was typed may be sent now. */
  rest: () => void;
  /** To a question, which gets the focus. */
  go: (position: number) => void;
  /** Keys go to this question from now on. */
  enter: (position: number) => void;
  /** Past a question: its answer is final where that is the rule, and after the last the quiz may be handed in. */
  goOn: (position: number) => void;
  goBack: () => void;
  askToEnd: () => void;
  help: () => void;
};
