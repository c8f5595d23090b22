"use client";

import { useEffect, useEffectEvent } from "react";
import type { Response } from "@/lib/grading/grade";
import type { Stage } from "./session-reducer";

export type StudyMoves = { answer: (response: Response) => void; flip: () => void; goOn: () => void; help: () => void };

/** 1–9 and a–i as positions from 0; null for any other key. */
function positionOf(key: string): number | null {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-i]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : null;
}

const isGo = (key: string) => key === "Enter" || key === " ";

/** The move a key stands for at this stage of the session; null for keys that mean nothing here. */
export function moveOfKey(key: string, stage: Stage): ((moves: StudyMoves) => void) | null {
  if (key === "?") return (moves) => moves.help();
  if (stage.at === "verdict") return isGo(key) ? (moves) => moves.goOn() : null;
  if (stage.at !== "asking") return null;
  const { card, isFlipped } = stage;
  const position = positionOf(key);
  if (card.form === "multiple-choice") {
    return position !== null && position < card.options.length ? (moves) => moves.answer({ kind: "choice", option: position }) : null;
  }
  if (card.form !== "flashcard") return null;
  if (!isFlipped) return isGo(key) ? (moves) => moves.flip() : null;
  const rating = /^[1-4]$/.test(key) ? (Number(key) as 1 | 2 | 3 | 4) : null;
  return rating ? (moves) => moves.answer({ kind: "rating", rating }) : null;
}

const writing = "input, textarea, select, [contenteditable=true], dialog";
const pressing = "a[href], button, summary";

/** Keys work anywhere on the page, but never where one writes, and Enter and Space first belong to what has the focus. */
export function useStudyKeys(stage: Stage, moves: StudyMoves): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(writing) || (isGo(event.key) && target?.closest(pressing))) return;
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
