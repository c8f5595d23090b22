"use client";

import { useEffect, useRef, useState } from "react";
import type { Dispatch } from "react";
import { secondsUntilRetry } from "@/components/answer/sender";
import { createAnswerSender, type AnswerSender, type SaveStatus, type Settled } from "./answer-sender";
import { browserStorage } from "./browser-storage";
import { alone, openLine } from "./other-tabs";
import { createOutbox, type Outbox, type Outgoing } from "./outbox";
import type { SessionAction } from "./session-reducer";
import { postFor, type Refusal } from "./study-api";

/** Outlives the component: going back in the browser may show cards that were answered a moment ago. */
export const answeredInThisTab = new Set<string>();

const takenBack = (outbox: Outbox) => new Set(outbox.list().map((outgoing) => ("undoes" in outgoing ? outgoing.undoes : null)));

/** Notes which presentations have an answer that counts; one that is being taken back has none. */
function remember(outbox: Outbox, { eventId, presentationId }: Outgoing, settled: Settled): void {
  if (settled.kind === "decided") return;
  if (settled.kind === "undone") answeredInThisTab.delete(presentationId);
  else if (settled.kind === "graded" && settled.feedback.verdict === "ambiguous") return;
  else if (!takenBack(outbox).has(eventId)) answeredInThisTab.add(presentationId);
}

/** What the session learns of it. */
function actionOf({ eventId, ...outgoing }: Outgoing, settled: Settled): SessionAction {
  if ("undoes" in outgoing) return { type: "undo-arrived", eventId };
  if ("do" in outgoing) return { type: "decision-arrived", eventId };
  return settled.kind === "graded" ? { type: "verdict-arrived", eventId, feedback: settled.feedback } : { type: "answer-refused", eventId };
}

function resume(outbox: Outbox, dispatch: Dispatch<SessionAction>): Outgoing[] {
  const undone = takenBack(outbox);
  const found = outbox.list();
  for (const outgoing of found) {
    if ("undoes" in outgoing || undone.has(outgoing.eventId)) continue;
    if ("do" in outgoing) {
      const { eventId, presentationId, factId } = outgoing;
      dispatch({ type: outgoing.do === "resume" ? "taken-up" : "put-aside", eventId, presentationId, factId });
      continue;
    }
    const { eventId, presentationId, response } = outgoing;
    dispatch({ type: "resumed", eventId, presentationId, response });
  }
  return found;
}

/** Long enough for whoever sent it to have told of it. */
const askAgainMs = 3000;

/** Sends answers for as long as the page is open, those of an earlier visit first, and tells the session what becomes of them. */
export function useAnswerSender(dispatch: Dispatch<SessionAction>, learner: string) {
  const [save, setSave] = useState<SaveStatus>({ kind: "idle" });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sender = useRef<AnswerSender | null>(null);

  useEffect(() => {
    const outbox = createOutbox(browserStorage());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = new Set<string>();
    const settle = (outgoing: Outgoing, settled: Settled) => {
      heard.add(outgoing.eventId);
      remember(outbox, outgoing, settled);
      if (settled.kind === "refused") setRefusal(settled.reason);
      dispatch(actionOf(outgoing, settled));
    };
    const line = openLine(({ outgoing, settled }) => {
      settle(outgoing, settled);
      if (outbox.list().length === 0) setSave({ kind: "saved" });
    });
    const own = createAnswerSender({
      outbox,
      post: (outgoing) => postFor(learner, outgoing),
      alone,
      onSettled: (outgoing, settled) => {
        settle(outgoing, settled);
        line.tell({ outgoing, settled });
      },
      onStatus: setSave,
      retryLater: (attempt, retry) => {
        clearTimeout(timer);
        timer = setTimeout(retry, secondsUntilRetry(attempt) * 1000);
      },
    });
    sender.current = own;
    const found = resume(outbox, dispatch);
    own.flush();
    // Another tab may have sent one of them and told of it before this one listened; what is sent twice is harmless.
    const again = setInterval(() => {
      const kept = new Set(outbox.list().map(({ eventId }) => eventId));
      const lost = found.filter(({ eventId }) => !heard.has(eventId) && !kept.has(eventId));
      lost.forEach(outbox.add);
      if (lost.length > 0) own.flush();
    }, askAgainMs);
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("online", own.flush, { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && own.flush(), { signal });
    return () => {
      clearTimeout(timer);
      clearInterval(again);
      listening.abort();
      line.close();
    };
  }, [dispatch, learner]);

  return { save, refusal, send: (outgoing: Outgoing) => sender.current?.send({ ...outgoing, learner }) };
}
