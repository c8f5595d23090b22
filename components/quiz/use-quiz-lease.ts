"use client";

import { useEffect, useEffectEvent, useRef, type Dispatch } from "react";
import { secondsUntilRetry } from "@/components/answer/sender";
import type { RunningQuiz } from "@/lib/quiz/exchange";
import { browserNowMs } from "./browser-clock";
import { fetchStatus, takeLease } from "./quiz-api";
import type { QuizAction } from "./quiz-reducer";
import type { QuizIds } from "./quiz-saves";
import { openTabLine } from "./quiz-tabs";
import type { SaveQueue } from "./save-queue";

/** How often a tab asks by itself: somebody may be given more time, or another device go on. */
const askEveryMs = 60_000;

/** What waits, without what the server has or is ahead of. */
function stillWaiting(queue: SaveQueue, { answers }: RunningQuiz) {
  for (const { position, sequence } of answers) queue.settle(position, sequence);
  return queue.list();
}

type LeaseOptions = { queue: SaveQueue; isReady: boolean; onReady: () => void };

/** Makes this tab the one that goes on with the quiz, and hears when another one does. Gives ways to take it (back), with the state as the server has it, and to ask how it stands. */
export function useQuizLease({ attemptId, leaseId }: QuizIds, dispatch: Dispatch<QuizAction>, { queue, isReady, onReady }: LeaseOptions) {
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);
  const line = useRef<ReturnType<typeof openTabLine> | null>(null);

  const take = async (attempt = 1): Promise<void> => {
    clearTimeout(retry.current);
    const reply = await takeLease(attemptId, leaseId);
    if (reply.kind === "later") {
      retry.current = setTimeout(() => void take(attempt + 1), secondsUntilRetry(attempt) * 1000);
      return;
    }
    // The page says it as the server does: signed out, or no such quiz.
    if (reply.kind === "refused") return window.location.reload();
    if (!reply.value.isOpen || !("questions" in reply.value)) return dispatch({ type: "closed" });
    line.current?.tell();
    dispatch({ type: "loaded", running: reply.value, waiting: stillWaiting(queue, reply.value), nowMs: browserNowMs() });
    onReady();
  };

  const ask = async (): Promise<void> => {
    const reply = await fetchStatus(attemptId, leaseId);
    if (reply.kind === "ok") dispatch({ type: "heard", status: reply.value, nowMs: browserNowMs() });
  };

  const begin = useEffectEvent(() => void take());
  const askNow = useEffectEvent(() => (isReady ? void ask() : void take()));
  useEffect(() => {
    line.current = openTabLine({ attemptId, leaseId }, () => dispatch({ type: "taken-over" }));
    begin();
    const listening = new AbortController();
    const { signal } = listening;
    const isShown = () => document.visibilityState === "visible";
    window.addEventListener("online", () => askNow(), { signal });
    window.addEventListener("focus", () => askNow(), { signal });
    document.addEventListener("visibilitychange", () => isShown() && askNow(), { signal });
    const asking = setInterval(() => isShown() && askNow(), askEveryMs);
    return () => {
      clearInterval(asking);
      clearTimeout(retry.current);
      listening.abort();
      line.current?.close();
    };
  }, [attemptId, leaseId, dispatch]);

  return { take: () => void take(), ask: () => void ask() };
}
