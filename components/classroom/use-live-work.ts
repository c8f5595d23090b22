"use client";

import { useEffect, useState } from "react";
import { browserNowMs } from "@/components/quiz/browser-clock";
import type { LivePupil } from "@/lib/classroom/live-work";

/** A look at a running quiz, as the server gives it. */
export type LiveLook = { version: string; atMs: number; pupils: LivePupil[] };

/** `before`: the look before it, to tell what is new; `heardMs` by the browser's clock that nobody can set. */
export type LiveState = { look: LiveLook; before: LiveLook | null; heardMs: number; isLost: boolean };

const everyMs = 4000;
const longestWaitMs = 15_000;

type Reply = { kind: "same" } | { kind: "new"; look: LiveLook } | { kind: "failed" };

async function ask(assignmentId: string, version: string, stop: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch(`/api/classes/assignments/${assignmentId}/live`, {
      headers: { "if-none-match": `"${version}"` },
      cache: "no-store",
      signal: AbortSignal.any([stop, AbortSignal.timeout(longestWaitMs)]),
    });
    if (response.status === 304) return { kind: "same" };
    return response.ok ? { kind: "new", look: (await response.json()) as LiveLook } : { kind: "failed" };
  } catch {
    return { kind: "failed" };
  }
}

/** What a reply makes of what is shown: where nothing is new nothing is drawn anew. */
function after(old: LiveState, reply: Reply): LiveState {
  if (reply.kind === "new") return { look: reply.look, before: old.look, heardMs: browserNowMs(), isLost: false };
  const isLost = reply.kind === "failed";
  return old.isLost === isLost ? old : { ...old, isLost };
}

/** Looks again every few seconds while the page is seen, at once when it is seen again or back online, and goes on whatever fails. */
export function useLiveWork(assignmentId: string, first: LiveLook): LiveState {
  const [state, setState] = useState<LiveState>(() => ({ look: first, before: null, heardMs: browserNowMs(), isLost: false }));
  useEffect(() => {
    const stop = new AbortController();
    let [version, timer, isAsking]: [string, ReturnType<typeof setTimeout> | undefined, boolean] = [first.version, undefined, false];
    const look = async () => {
      clearTimeout(timer);
      if (isAsking || document.hidden) return;
      isAsking = true;
      const reply = await ask(assignmentId, version, stop.signal);
      isAsking = false;
      if (stop.signal.aborted) return;
      if (reply.kind === "new") version = reply.look.version;
      setState((old) => after(old, reply));
      timer = setTimeout(look, everyMs);
    };
    timer = setTimeout(look, everyMs);
    document.addEventListener("visibilitychange", look, { signal: stop.signal });
    window.addEventListener("online", look, { signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [assignmentId, first]);
  return state;
}
