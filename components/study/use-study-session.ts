"use client";

import { useEffect, useReducer, useRef } from "react";
import type { Draft } from "@/components/answer/draft";
import { createEventId } from "@/components/answer/event-id";
import type { Response } from "@/lib/grading/grade";
import type { StudyLength } from "@/lib/questions/study-request";
import type { OutgoingDecision } from "./outbox";
import type { SessionCard } from "./session-card";
import { reduceSession } from "./session-reducer";
import { canUndo, startSession } from "./session-state";
import type { AskedFor } from "./study-api";
import { answeredInThisTab, useAnswerSender } from "./use-answer-sender";
import { useCardSupply } from "./use-card-supply";
import { useKeptSession } from "./use-kept-session";

/** `learner`: the id of whoever studies. `lastAnswer`: the id of the answer that they gave last today. */
export type SessionStart = { learner: string; cards: SessionCard[]; left: number; length: StudyLength; asked: AskedFor; lastAnswer: string | null };

/** The session as the page shows it: its state, and the moves a learner can make. */
export function useStudySession({ learner, cards, left, length, asked, lastAnswer }: SessionStart) {
  const [state, dispatch] = useReducer(reduceSession, null, () => startSession(cards, left, answeredInThisTab, length));
  useKeptSession(state, dispatch, { learner, asked, lastAnswer });
  const { save, refusal, send } = useAnswerSender(dispatch, learner);
  const shownAt = useRef(0);

  const load = useCardSupply(state, dispatch, asked);

  const minutes = state.length?.unit === "minutes" && !state.isTimeUp ? state.length.count : null;
  useEffect(() => {
    if (minutes === null) return;
    const timer = setTimeout(() => dispatch({ type: "time-passed" }), minutes * 60_000);
    return () => clearTimeout(timer);
  }, [minutes]);

  const cardId = "card" in state.stage ? state.stage.card.presentationId : null;
  useEffect(() => {
    shownAt.current = performance.now();
  }, [cardId, state.undone]);

  const answer = (response: Response) => {
    if (state.stage.at !== "asking") return;
    const { presentationId } = state.stage.card;
    const eventId = createEventId();
    dispatch({ type: "answered", eventId, response });
    const elapsedMs = Math.round(performance.now() - shownAt.current);
    send({ eventId, presentationId, response, elapsedMs, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, givenAt: Date.now() });
  };

  const undo = () => {
    const last = state.history.at(-1);
    if (!last || !canUndo(state)) return;
    const eventId = createEventId();
    answeredInThisTab.delete(last.presentationId);
    dispatch({ type: "undone", eventId });
    send({ eventId, presentationId: last.presentationId, undoes: last.eventId, givenAt: Date.now() });
  };

  const draft = (next: Draft) => dispatch({ type: "drafted", draft: next });
  const flip = () => dispatch({ type: "flipped" });
  const goOn = () => dispatch({ type: "went-on" });
  const decide = (presentationId: string, factId: string, what: OutgoingDecision["do"]) => {
    const eventId = createEventId();
    dispatch({ type: what === "resume" ? "taken-up" : "put-aside", eventId, presentationId, factId });
    send({ eventId, presentationId, factId, do: what, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, givenAt: Date.now() });
  };
  const prolong = () => dispatch({ type: "prolonged" });
  return { state, save, refusal, answer, undo, draft, flip, goOn, decide, prolong, retry: load };
}
