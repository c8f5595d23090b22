"use client";

import { useEffect, type Dispatch } from "react";
import { browserStorage, tabStorage } from "./browser-storage";
import { forgetSession, keepSession, restoreSession } from "./kept-session";
import { createOutbox } from "./outbox";
import type { SessionAction } from "./session-reducer";
import { ownAnswers, type SessionState } from "./session-state";
import type { AskedFor } from "./study-api";

let isFirstOfDocument = true;

/** Whether the page was loaded anew as it stands, and this session is what it came with: any other is a new one. */
function isReloaded(): boolean {
  const isFirst = isFirstOfDocument;
  isFirstOfDocument = false;
  const [loaded] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (!isFirst || !loaded || loaded.type === "navigate") return false;
  const { pathname, search } = new URL(loaded.name);
  return pathname === window.location.pathname && search === window.location.search;
}

type Session = { learner: string; asked: AskedFor; lastAnswer: string | null };

/** Takes up the session that a reload broke off, so that its answers can be taken back and count; must come before what sends answers. */
export function useKeptSession({ history, length }: SessionState, dispatch: Dispatch<SessionAction>, { learner, asked, lastAnswer }: Session): void {
  useEffect(() => {
    const storage = tabStorage();
    const restored = isReloaded() ? restoreSession(storage, { learner, ...asked, lastAnswer, waiting: createOutbox(browserStorage()).list() }) : null;
    if (restored) dispatch({ type: "restored", ...restored });
    else forgetSession(storage);
    // Only what the page was loaded with counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    if (history.length > 0) keepSession(tabStorage(), { learner, what: asked.what, how: asked.how, history: ownAnswers(history), length });
    else forgetSession(tabStorage());
  }, [history, length, learner, asked.what, asked.how]);
}
