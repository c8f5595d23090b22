"use client";

import { useEffect, useReducer, useRef } from "react";
import type { Response } from "@/lib/grading/grade";
import type { Draft } from "./draft";
import { createEventId } from "./event-id";
import type { SessionCard } from "./session-card";
import { heldIds, reduceSession, startSession, wantsCards } from "./session-reducer";
import { fetchCards } from "./study-api";
import { answeredInThisTab, useAnswerSender } from "./use-answer-sender";

const fetchedAtOnce = 3;

/** The session as the page shows it: its state, and the moves a learner can make. */
export function useStudySession(initial: { cards: SessionCard[]; left: number }) {
  const [state, dispatch] = useReducer(reduceSession, initial, ({ cards, left }) => startSession(cards, left, answeredInThisTab));
  const { save, refusal, send } = useAnswerSender(dispatch);
  const shownAt = useRef(0);

  const load = async () => {
    const answeredThen = state.answered;
    dispatch({ type: "fetching" });
    const page = await fetchCards(fetchedAtOnce, heldIds(state));
    if (typeof page === "string") dispatch({ type: "fetch-failed", problem: page });
    else dispatch({ type: "cards-arrived", cards: page.cards, left: page.remaining.due + page.remaining.new, answeredThen });
  };

  const wants = wantsCards(state);
  useEffect(() => {
    if (wants) void load();
    // `load` is new on each render; what starts a fetch is only that cards are wanted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wants]);

  const isOffline = state.stage.at === "stuck" && state.stage.problem === "offline";
  useEffect(() => {
    if (!isOffline) return;
    const goOnline = () => void load();
    window.addEventListener("online", goOnline);
    return () => window.removeEventListener("online", goOnline);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOffline]);

  const cardId = "card" in state.stage ? state.stage.card.presentationId : null;
  useEffect(() => {
    shownAt.current = performance.now();
  }, [cardId]);

  const answer = (response: Response) => {
    if (state.stage.at !== "asking") return;
    const { presentationId } = state.stage.card;
    const eventId = createEventId();
    dispatch({ type: "answered", eventId, response });
    const elapsedMs = Math.round(performance.now() - shownAt.current);
    send({ eventId, presentationId, response, elapsedMs, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  };

  const draft = (next: Draft) => dispatch({ type: "drafted", draft: next });
  const flip = () => dispatch({ type: "flipped" });
  const goOn = () => dispatch({ type: "went-on" });
  return { state, save, refusal, answer, draft, flip, goOn, retry: () => void load() };
}
