import "server-only";

const firstWaitMs = 60_000;
const longestWaitMs = 24 * 60 * 60_000;

/** Attempts that could not be graded, and when each is tried again. */
export type Retries = {
  /** Those whose time has not come. */
  waitingAt: (nowMs: number) => string[];
  /** Doubles the wait, from a minute up to a day; true for the first failure. */
  failed: (attemptId: string, nowMs: number) => boolean;
  /** Drops those that are due and not among the open ones any more. */
  settle: (open: ReadonlySet<string>, nowMs: number) => void;
};

/** Kept in memory: another process, or the same after a restart, tries once more and says so once more. */
export function createRetries(): Retries {
  const waits = new Map<string, { ms: number; untilMs: number }>();
  return {
    waitingAt: (nowMs) => [...waits].flatMap(([id, { untilMs }]) => (untilMs > nowMs ? [id] : [])),
    failed: (attemptId, nowMs) => {
      const before = waits.get(attemptId);
      const ms = before ? Math.min(longestWaitMs, 2 * before.ms) : firstWaitMs;
      waits.set(attemptId, { ms, untilMs: nowMs + ms });
      return before === undefined;
    },
    settle: (open, nowMs) => {
      for (const [id, { untilMs }] of waits) if (untilMs <= nowMs && !open.has(id)) waits.delete(id);
    },
  };
}
