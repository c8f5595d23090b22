"use client";

import { useEffect, useReducer, useState } from "react";
import { createEventId } from "@/components/answer/event-id";
import type { RunningQuiz } from "@/lib/quiz/exchange";
import { browserNowMs } from "./browser-clock";
import { reduceQuiz } from "./quiz-reducer";
import { isForward, loadQuiz, waitingPositions, type QuizState } from "./quiz-state";
import { browserStorage, createSaveQueue } from "./save-queue";
import { useCountdown } from "./use-countdown";
import { useQuizEnding } from "./use-quiz-ending";
import { useQuizForward } from "./use-quiz-forward";
import { useQuizLease } from "./use-quiz-lease";
import { useQuizSaves } from "./use-quiz-saves";

/** Nobody holds the quiz by looking at its page; this tab is about to. */
const beginQuiz = (running: RunningQuiz): QuizState => loadQuiz({ ...running, isHolder: true }, [], browserNowMs());

/** The quiz as its page shows it: its state, kept with the server's; the time; and what stands in the way. */
export function useQuiz(running: RunningQuiz) {
  const { attemptId } = running;
  const [state, dispatch] = useReducer(reduceQuiz, running, beginQuiz);
  const [isReady, setIsReady] = useState(false);
  const [ids] = useState(() => ({ attemptId, leaseId: createEventId() }));
  const [queue] = useState(() => createSaveQueue(browserStorage(), attemptId));

  const { take, ask } = useQuizLease(ids, dispatch, { queue, isReady, onReady: () => setIsReady(true) });
  const { status, flush } = useQuizSaves(ids, queue, state, dispatch, { isReady, onDoubt: () => state.isHolder && take() });

  const forward = isForward(state);
  const countdown = forward ? (state.question?.countdown ?? null) : state.paper;
  const timeUp = () => {
    flush();
    dispatch({ type: forward ? "question-time-was-up" : "time-was-up" });
  };
  const leftMs = useCountdown(countdown, timeUp);
  const { isStuck } = useQuizForward(ids, state, dispatch, { isReady, ask });
  const { isHeldUp } = useQuizEnding(ids, state, dispatch, flush);

  const mayLose = waitingPositions(state).length > 0 && state.ending !== "closed";
  useEffect(() => {
    if (!mayLose) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [mayLose]);

  return { state, dispatch, status, leftMs, isStuck, isHeldUp: isHeldUp || status.kind === "waiting", take, flush };
}
