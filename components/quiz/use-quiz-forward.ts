"use client";

import { useEffect, useEffectEvent, useState, type Dispatch } from "react";
import { secondsUntilRetry } from "@/components/answer/sender";
import { browserNowMs } from "./browser-clock";
import { openQuestion } from "./quiz-api";
import type { QuizAction } from "./quiz-reducer";
import type { QuizIds } from "./quiz-saves";
import { isPastLast, nextToOpen, type QuizState } from "./quiz-state";
import { sleep } from "./sleep";

type ForwardOptions = { isReady: boolean; ask: () => void };

/** Where each question has its own time: fetches the next one when one is over, and ends the quiz after the last. Tells whether the next one could not be fetched so far. */
export function useQuizForward({ attemptId, leaseId }: QuizIds, state: QuizState, dispatch: Dispatch<QuizAction>, { isReady, ask }: ForwardOptions): { isStuck: boolean } {
  const [isStuck, setIsStuck] = useState(false);
  const isOver = isPastLast(state);
  const next = isReady ? nextToOpen(state) : null;

  const open = useEffectEvent(async (position: number): Promise<boolean> => {
    const reply = await openQuestion(attemptId, leaseId, position);
    if (reply.kind === "ok") dispatch({ type: "question-opened", question: reply.value.question, status: reply.value, nowMs: browserNowMs() });
    else ask();
    return reply.kind === "ok";
  });
  useEffect(() => {
    if (next === null) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    const run = async () => {
      for (let attempt = 1; !signal.aborted && !(await open(next)); attempt++) {
        if (!signal.aborted) setIsStuck(true);
        await sleep(secondsUntilRetry(attempt) * 1000, signal);
      }
    };
    void run();
    return () => {
      stopping.abort();
      setIsStuck(false);
    };
  }, [next]);

  useEffect(() => {
    if (isOver && isReady) dispatch({ type: "time-was-up" });
  }, [isOver, isReady, dispatch]);

  return { isStuck };
}
