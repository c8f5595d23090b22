"use client";

import { useEffect, type Dispatch } from "react";
import type { SessionAction } from "./session-reducer";
import { heldIds, wantsCards, type SessionState } from "./session-state";
import { fetchCards, type AskedFor } from "./study-api";

const fetchedAtOnce = 4;

/** Fetches cards ahead, and again when the connection is back; gives what tries at once. */
export function useCardSupply(state: SessionState, dispatch: Dispatch<SessionAction>, asked: AskedFor): () => void {
  const load = async () => {
    const turnThen = state.turn;
    dispatch({ type: "fetching" });
    const page = await fetchCards({ ...asked, count: fetchedAtOnce, holding: heldIds(state) });
    if (typeof page === "string") dispatch({ type: "fetch-failed", problem: page });
    else dispatch({ type: "cards-arrived", cards: page.cards, left: page.remaining.due + page.remaining.new, turnThen });
  };

  const wants = wantsCards(state);
  useEffect(() => {
    if (wants) void load();
    // `load` is new on each render; what starts a fetch is only that cards are wanted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wants]);

  const isOffline = state.problem === "offline";
  useEffect(() => {
    if (!isOffline) return;
    const goOnline = () => void load();
    window.addEventListener("online", goOnline);
    return () => window.removeEventListener("online", goOnline);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOffline]);

  return () => void load();
}
