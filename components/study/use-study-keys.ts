"use client";

import { useEffect, useEffectEvent } from "react";
import { isReady, type Draft } from "@/components/answer/draft";
import { draftOfKey, positionOf, steps } from "@/components/answer/draft-keys";
import type { Response } from "@/lib/grading/grade";
import type { SessionCard } from "./session-card";
import type { Stage } from "./session-state";

export type StudyMoves = {
  answer: (response: Response) => void;
  draft: (draft: Draft) => void;
  flip: () => void;
  goOn: () => void;
  help: () => void;
  undo: () => void;
};

type Move = (moves: StudyMoves) => void;

const isGo = (key: string) => key === "Enter" || key === " ";

function moveOfDraftKey(key: string, draft: Draft, card: SessionCard): Move | null {
  if (key === "Enter") return isReady(draft) ? (moves) => moves.answer(draft.response) : null;
  const next = draftOfKey(key, draft, card.options.length);
  return next && ((moves) => moves.draft(next));
}

/** The move a key stands for at this stage of the session; null for keys that mean nothing here. */
export function moveOfKey(key: string, stage: Stage): Move | null {
  if (key === "?") return (moves) => moves.help();
  if (stage.at === "verdict") return isGo(key) ? (moves) => moves.goOn() : null;
  if (stage.at !== "asking") return null;
  const { card, isFlipped, draft } = stage;
  if (draft) return moveOfDraftKey(key, draft, card);
  if (card.form === "flashcard") {
    if (!isFlipped) return isGo(key) ? (moves) => moves.flip() : null;
    const rating = /^[1-4]$/.test(key) ? (Number(key) as 1 | 2 | 3 | 4) : null;
    return rating ? (moves) => moves.answer({ kind: "rating", rating }) : null;
  }
  const option = positionOf(key, card.options.length);
  return option === null ? null : (moves) => moves.answer({ kind: "choice", option });
}

/** A checkbox takes the space key alone; in all else that is filled in, and in dialogs, keys are the person's own. */
const writing = "input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog";
const pressing = "a[href], button, summary";

const isOwnKey = ({ key, target }: KeyboardEvent) => {
  const element = target instanceof Element ? target : null;
  if (element?.closest(writing)) return false;
  return !(isGo(key) && element?.closest(pressing)) && !(key === " " && element?.closest("input"));
};

/** Held down, only the arrows go on; with Alt they move a row too, as in an editor. */
const isPlain = (event: KeyboardEvent) => {
  const isStep = steps[event.key] !== undefined;
  return !event.isComposing && !event.ctrlKey && !event.metaKey && (isStep || (!event.altKey && !event.repeat));
};

/** Letters, digits and signs, which a voice or a shaking hand may give unasked (WCAG 2.1.4); space is none of them. */
const isCharacter = (key: string) => key.length === 1 && key !== " ";

type Pressed = Pick<KeyboardEvent, "key" | "code" | "isComposing" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Ctrl+Z or ⌘Z. Where the keyboard writes other letters than Latin ones, the place of the key tells. */
export function isUndoKey({ key, code, isComposing, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  const isZ = key.toLowerCase() === "z" || (code === "KeyZ" && !/^[a-z]$/i.test(key));
  return isZ && ctrlKey !== metaKey && !altKey && !shiftKey && !isComposing;
}

/** Keys work anywhere on the page, but never where one writes, and Enter and Space first belong to what has the focus. */
export function useStudyKeys(stage: Stage, moves: StudyMoves, hasShortcuts: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isOwnKey(event)) return;
    if (isUndoKey(event)) {
      event.preventDefault();
      return event.repeat ? undefined : moves.undo();
    }
    if (!isPlain(event) || (isCharacter(event.key) && !hasShortcuts)) return;
    const move = moveOfKey(event.key, stage);
    if (!move) return;
    event.preventDefault();
    move(moves);
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
