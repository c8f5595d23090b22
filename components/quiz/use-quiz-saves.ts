"use client";

import { useEffect, useEffectEvent, useRef, useState, type Dispatch } from "react";
import type { SendStatus } from "@/components/answer/sender";
import { browserNowMs } from "./browser-clock";
import type { QuizAction } from "./quiz-reducer";
import { createQuizSaves, toSave, type QuizIds, type QuizSaves } from "./quiz-saves";
import type { QuizState } from "./quiz-state";
import { browserStorage, type SaveQueue } from "./save-queue";
import { createTimeSpent, type TimeSpent } from "./time-spent";

/** So long a typed answer rests before it is sent; the browser keeps it with every letter. */
const restMs = 600;

/** Notes how long the question that is shown was looked at. */
function useTimeSpent(attemptId: string, position: number) {
  const spent = useRef<TimeSpent | null>(null);
  useEffect(() => {
    spent.current ??= createTimeSpent(browserStorage(), attemptId);
    const note = () => (document.visibilityState === "visible" ? spent.current?.enter(position, browserNowMs()) : spent.current?.leave(browserNowMs()));
    note();
    document.addEventListener("visibilitychange", note);
    return () => {
      document.removeEventListener("visibilitychange", note);
      spent.current?.leave(browserNowMs());
    };
  }, [attemptId, position]);
  return spent;
}

type SavesOptions = {
  /** Whether this tab has heard from the server: nothing is sent before. */
  isReady: boolean;
  onDoubt: () => void;
};

/** Keeps every change in the browser at once, and sends it without being asked. */
export function useQuizSaves({ attemptId, leaseId }: QuizIds, queue: SaveQueue, state: QuizState, dispatch: Dispatch<QuizAction>, { isReady, onDoubt }: SavesOptions) {
  const [status, setStatus] = useState<SendStatus>({ kind: "idle" });
  const saves = useRef<QuizSaves | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const spent = useTimeSpent(attemptId, state.position);
  const doubt = useEffectEvent(onDoubt);

  useEffect(() => {
    const made = createQuizSaves({ attemptId, leaseId }, queue, { dispatch, onStatus: setStatus, onDoubt: () => doubt() });
    saves.current = made;
    return made.stop;
  }, [attemptId, leaseId, queue, dispatch]);

  const flush = () => {
    clearTimeout(rest.current);
    if (isReady) saves.current?.sender.flush();
  };

  const keep = useEffectEvent(() => {
    const put = new Map(queue.list().map(({ position, sequence }) => [position, sequence]));
    const changed = state.answers.flatMap(({ isWaiting, sequence }, position) => (isWaiting && (put.get(position) ?? 0) < sequence ? [position] : []));
    for (const position of changed) queue.put(toSave(state, position, spent.current?.of(position, browserNowMs()) ?? 0));
    if (changed.length === 0) return;
    clearTimeout(rest.current);
    const isTyping = changed.every((position) => state.questions[position]?.kind === "typed" && !state.answers[position]!.isFinal);
    if (isTyping) rest.current = setTimeout(flush, restMs);
    else flush();
  });
  useEffect(() => keep(), [state.answers]);

  const flushNow = useEffectEvent(flush);
  useEffect(() => {
    if (isReady) flushNow();
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("online", () => flushNow(), { signal });
    // When it is hidden too: it may never be shown again.
    document.addEventListener("visibilitychange", () => flushNow(), { signal });
    window.addEventListener("pagehide", () => flushNow(), { signal });
    return () => listening.abort();
  }, [isReady]);

  return { status, flush };
}
