import type { Dispatch } from "react";
import { headingId } from "./quiz-question";
import type { QuizMoves } from "./quiz-moves";
import type { QuizAction } from "./quiz-reducer";
import { canChange, isAnswered, isForward, isOnePage, type QuizState } from "./quiz-state";

type MovesOptions = { flush: () => void; onAskToEnd: () => void; onHelp: () => void };

/** On a page with all questions the heading is there already; elsewhere it takes the focus when it comes. */
function focusHeading(position: number): void {
  const heading = document.getElementById(headingId(position));
  heading?.focus({ preventScroll: true });
  // The focus alone would bring it to the middle of the window, under another question.
  heading?.scrollIntoView({ block: "start" });
}

export function quizMoves(state: QuizState, dispatch: Dispatch<QuizAction>, { flush, onAskToEnd, onHelp }: MovesOptions): QuizMoves {
  const last = state.questions.length - 1;
  const change: QuizMoves["change"] = (position, made, at) => dispatch({ type: "changed", position, change: made, ...(at !== undefined && { at }) });
  const go = (position: number) => {
    flush();
    dispatch({ type: "went", position });
    if (isOnePage(state)) focusHeading(position);
  };
  const goOn = (position: number) => {
    if (position === last) return onAskToEnd();
    const isLocking = isForward(state) || (state.setup.isLockIn && !isOnePage(state) && isAnswered(state.answers[position]!));
    if (isLocking && canChange(state, position)) change(position, { isFinal: true });
    if (!isForward(state)) go(position + 1);
  };
  return {
    change,
    draft: (position, from, to) => {
      if (to.response === from.response) dispatch({ type: "took-in-hand", position, at: to.at });
      else change(position, { response: to.response }, to.at);
    },
    flag: (position) => !isForward(state) && change(position, { isFlagged: !state.answers[position]!.isFlagged }),
    rest: flush,
    go,
    enter: (position) => dispatch({ type: "went", position }),
    goOn,
    goBack: () => state.position > 0 && go(state.position - 1),
    askToEnd: onAskToEnd,
    help: onHelp,
  };
}
