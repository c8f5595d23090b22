"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import type { Response } from "@/lib/grading/grade";
import type { StudyCard } from "@/lib/questions/study-card";
import { createAnswerSender } from "./answer-sender";
import type { AnswerSender, SaveStatus } from "./answer-sender";
import { createEventId } from "./event-id";
import { createOutbox } from "./outbox";
import { heldIds, reduceSession, startSession, wantsCards } from "./session-reducer";
import { fetchCards, postAnswer } from "./study-api";

const fetchedAtOnce = 3;

/** Outlives the component: going back in the browser may show cards that were answered a moment ago. */
const answeredInThisTab = new Set<string>();

function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const secondsUntilRetry = (attempt: number) => Math.min(30, 2 ** attempt);

export function useStudySession(initial: { cards: StudyCard[]; left: number }) {
  const [state, dispatch] = useReducer(reduceSession, initial, ({ cards, left }) => startSession(cards, left, answeredInThisTab));
  const [save, setSave] = useState<SaveStatus>({ kind: "idle" });
  const [refusal, setRefusal] = useState<string | null>(null);
  const sender = useRef<AnswerSender | null>(null);
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

  useEffect(() => {
    const outbox = createOutbox(browserStorage());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const own = createAnswerSender({
      outbox,
      post: postAnswer,
      onGraded: ({ eventId, presentationId }, feedback) => {
        if (feedback.verdict !== "ambiguous") answeredInThisTab.add(presentationId);
        dispatch({ type: "verdict-arrived", eventId, feedback });
      },
      onRefused: ({ eventId, presentationId }, reason) => {
        answeredInThisTab.add(presentationId);
        setRefusal(reason);
        dispatch({ type: "answer-refused", eventId });
      },
      onStatus: setSave,
      retryLater: (attempt, retry) => {
        timer = setTimeout(retry, secondsUntilRetry(attempt) * 1000);
      },
    });
    sender.current = own;
    for (const { eventId, presentationId, response } of outbox.list()) dispatch({ type: "resumed", eventId, presentationId, response });
    own.flush();
    window.addEventListener("online", own.flush);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", own.flush);
    };
  }, []);

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
    sender.current?.send({
      eventId,
      presentationId,
      response,
      elapsedMs: Math.round(performance.now() - shownAt.current),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  };

  return {
    state,
    save,
    refusal,
    answer,
    flip: () => dispatch({ type: "flipped" }),
    goOn: () => dispatch({ type: "went-on" }),
    retry: () => void load(),
  };
}
