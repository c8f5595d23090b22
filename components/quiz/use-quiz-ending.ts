"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, type Dispatch } from "react";
import { secondsUntilRetry } from "@/components/answer/sender";
import { browserNowMs } from "./browser-clock";
import { fetchStatus, submitQuiz } from "./quiz-api";
import type { QuizAction } from "./quiz-reducer";
import type { QuizIds } from "./quiz-saves";
import { waitingPositions, type QuizState } from "./quiz-state";
import { sleep } from "./sleep";

/** So long the end waits for answers that the server fails over; by then it has closed the quiz itself. */
const patienceMs = 35_000;

/** Hands the quiz in, once what waits is saved: as soon as the network lets it, again and again. Tells whether that has failed so far. */
export function useQuizEnding({ attemptId, leaseId }: QuizIds, state: QuizState, dispatch: Dispatch<QuizAction>, flush: () => void): { isHeldUp: boolean } {
  const router = useRouter();
  const [isHeldUp, setIsHeldUp] = useState(false);
  const { ending } = state;
  const isSaved = useEffectEvent(() => waitingPositions(state).length === 0);
  const flushNow = useEffectEvent(flush);

  /** Whether there is nothing more to do. */
  const tryOnce = useEffectEvent(async (): Promise<boolean> => {
    if (ending === "time-up") {
      // Somebody may have been given more time.
      const status = await fetchStatus(attemptId, leaseId);
      if (status.kind !== "ok") return false;
      dispatch({ type: "heard", status: status.value, nowMs: browserNowMs() });
      if (!status.value.isOpen || !status.value.isHolder) return !status.value.isOpen;
    }
    const reply = await submitQuiz(attemptId, leaseId);
    if (reply.kind === "later") return false;
    if (reply.kind === "ok") dispatch({ type: "closed" });
    else dispatch({ type: "taken-over" });
    return true;
  });

  useEffect(() => {
    if (ending !== "asked" && ending !== "time-up") return;
    const stopping = new AbortController();
    const { signal } = stopping;
    const beganMs = browserNowMs();
    const run = async () => {
      flushNow();
      for (let attempt = 1; !signal.aborted; ) {
        const isDue = isSaved() || (ending === "time-up" && browserNowMs() - beganMs > patienceMs);
        if (isDue && (await tryOnce())) return;
        if (signal.aborted) return;
        if (isDue) setIsHeldUp(true);
        await sleep(isDue ? secondsUntilRetry(attempt++) * 1000 : 200, signal);
      }
    };
    void run();
    return () => {
      stopping.abort();
      setIsHeldUp(false);
    };
  }, [ending, attemptId, leaseId, dispatch]);

  useEffect(() => {
    if (ending === "closed") router.replace(`/quiz/${attemptId}/results`);
  }, [ending, attemptId, router]);

  return { isHeldUp };
}
