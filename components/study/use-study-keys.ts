"use client";

import { useEffect, useEffectEvent } from "react";
import type { Response } from "@/lib/grading/grade";
import { clearPrompt, isReady, moveTo, pairOption, toggleOption, type Draft, type Order, type Pairs } from "./draft";
import type { SessionCard } from "./session-card";
import type { Stage } from "./session-reducer";

export type StudyMoves = {
  answer: (response: Response) => void;
  draft: (draft: Draft) => void;
  flip: () => void;
  goOn: () => void;
  help: () => void;
};

type Move = (moves: StudyMoves) => void;

const digitOf = (key: string): number | null => (/^[1-9]$/.test(key) ? Number(key) - 1 : null);
const letterOf = (key: string): number | null => (/^[a-i]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : null);

const isGo = (key: string) => key === "Enter" || key === " ";

const steps: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** 1–9 and a–i as positions from 0, if there are as many; null for any other key. */
function positionOf(key: string, count: number): number | null {
  const position = digitOf(key) ?? letterOf(key);
  return position !== null && position < count ? position : null;
}

/** A number or letter takes a row in hand, the arrows move it. */
function orderOfKey(key: string, response: Order, at: number | null): Draft | null {
  const place = positionOf(key, response.order.length);
  if (place !== null) return { response, at: place };
  const step = steps[key];
  return step !== undefined && at !== null ? moveTo(response, at, at + step) : null;
}

/** A number chooses a prompt, a letter puts an option beside it. */
function pairsOfKey(key: string, response: Pairs, at: number | null, optionCount: number): Draft | null {
  const prompt = digitOf(key);
  if (prompt !== null) return prompt < response.pairs.length ? { response, at: prompt } : null;
  if (at === null) return null;
  if (key === "Backspace" || key === "Delete") return clearPrompt(response, at);
  const option = letterOf(key);
  return option !== null && option < optionCount ? pairOption(response, at, option) : null;
}

function draftOfKey(key: string, { response, at }: Draft, card: SessionCard): Draft | null {
  switch (response.kind) {
    case "choices": {
      const option = positionOf(key, card.options.length);
      return option === null ? null : toggleOption(response, option);
    }
    case "order":
      return orderOfKey(key, response, at);
    case "pairs":
      return pairsOfKey(key, response, at, card.options.length);
  }
}

function moveOfDraftKey(key: string, draft: Draft, card: SessionCard): Move | null {
  if (key === "Enter") return isReady(draft) ? (moves) => moves.answer(draft.response) : null;
  const next = draftOfKey(key, draft, card);
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

/** Keys work anywhere on the page, but never where one writes, and Enter and Space first belong to what has the focus. */
export function useStudyKeys(stage: Stage, moves: StudyMoves): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isPlain(event) || !isOwnKey(event)) return;
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
