"use client";

import { useEffect, useRef, useState } from "react";
import type { Dispatch } from "react";
import { createAnswerSender } from "./answer-sender";
import type { AnswerSender, SaveStatus } from "./answer-sender";
import { createOutbox } from "./outbox";
import type { OutgoingAnswer } from "./outbox";
import type { SessionAction } from "./session-reducer";
import { postAnswer } from "./study-api";
import type { Refusal } from "./study-api";

/** Outlives the component: going back in the browser may show cards that were answered a moment ago. */
export const answeredInThisTab = new Set<string>();

function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const secondsUntilRetry = (attempt: number) => Math.min(30, 2 ** attempt);

/** Sends answers for as long as the page is open, those of an earlier visit first, and tells the session what becomes of them. */
export function useAnswerSender(dispatch: Dispatch<SessionAction>) {
  const [save, setSave] = useState<SaveStatus>({ kind: "idle" });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sender = useRef<AnswerSender | null>(null);

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
  }, [dispatch]);

  return { save, refusal, send: (answer: OutgoingAnswer) => sender.current?.send(answer) };
}
