"use client";

import { useEffect, useEffectEvent } from "react";
import { steps } from "@/components/answer/draft-keys";
import { quizDraft } from "./quiz-draft";
import { moveOfQuizKey } from "./quiz-keys";
import type { QuizMoves } from "./quiz-moves";
import { canChange, type QuizState } from "./quiz-state";

/** Keys here are the person's own; a box takes the space key alone, and a round one the arrows too. */
const writing = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], dialog";

function isOwnKey({ key, target }: KeyboardEvent): boolean {
  const element = target instanceof Element ? target : null;
  if (element?.closest(writing)) return false;
  if (element?.closest("input[type=radio]") && key.startsWith("Arrow")) return false;
  return !(key === "Enter" && element?.closest("a[href], button, summary"));
}

/** Held down, only the arrows that move a row go on. */
const isPlain = (event: KeyboardEvent) => !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey && (steps[event.key] !== undefined || !event.repeat);

/** Letters, digits and signs, which a voice or a shaking hand may give unasked (WCAG 2.1.4). */
const isCharacter = (key: string) => key.length === 1;

/** Keys work anywhere on the page, but never where one writes. */
export function useQuizKeys(state: QuizState, moves: QuizMoves, hasShortcuts: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { position } = state;
    const question = state.questions[position];
    if (!question || !isOwnKey(event) || !isPlain(event) || (isCharacter(event.key) && !hasShortcuts)) return;
    const draft = quizDraft(question, state.answers[position]!, state.at);
    const move = moveOfQuizKey(event.key, question, draft);
    const isAnswering = move?.do === "choose" || move?.do === "draft" || move?.do === "flag";
    if (!move || (isAnswering && !canChange(state, position))) return;
    event.preventDefault();
    switch (move.do) {
      case "choose":
        return moves.change(position, { response: { kind: "choice", option: move.option } });
      case "draft":
        return moves.draft(position, draft!, move.draft);
      case "flag":
        return moves.flag(position);
      case "next":
        return moves.goOn(position);
      case "previous":
        return moves.goBack();
      case "help":
        return moves.help();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
