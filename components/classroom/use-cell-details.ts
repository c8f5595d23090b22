"use client";

import { useEffect, useState } from "react";
import type { Save } from "@/components/settings/use-saving";
import type { AttemptState } from "@/lib/quiz/attempt";
import type { CellPlace } from "./gradebook-rows";

/** What stands behind a cell, as the server tells it; shares in [0, 1]. */
export type ShownDetails = {
  status: string; reckoned: number | null; isOverridden: boolean; share: number | null; note: string; doneAtMs: number | null; timeZone: string; kind: "quiz" | "study";
  attemptList: { id: string; state: AttemptState; startedAtMs: number; closedAtMs: number | null; share: number | null }[];
};

/** What a teacher can do with a cell. */
export type CellActions = {
  override: Save<CellPlace & { score: number; note: string }>;
  restore: Save<CellPlace>;
  excuse: Save<CellPlace & { isExcused: boolean; note: string }>;
};

type Loaded = { round: number; details: ShownDetails | null };

/** Fetches what stands behind a cell; `reload` fetches it again, and what was there stays until then. */
export function useCellDetails({ userId, workId }: CellPlace) {
  const [round, setRound] = useState(0);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const response = await fetch(`/api/classes/assignments/${workId}/pupils/${userId}`, { cache: "no-store", signal: stop.signal });
      return response.ok ? ((await response.json()) as ShownDetails) : null;
    };
    load().then(
      (details) => setLoaded({ round, details }),
      () => !stop.signal.aborted && setLoaded({ round, details: null }),
    );
    return () => stop.abort();
  }, [userId, workId, round]);
  return {
    details: loaded?.details ?? null,
    isLoading: loaded?.round !== round,
    hasFailed: loaded?.round === round && loaded.details === null,
    /** Rises with each that was loaded. */
    round: loaded?.round ?? 0,
    reload: () => setRound((before) => before + 1),
  };
}
