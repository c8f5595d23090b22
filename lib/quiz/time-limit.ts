import type { QuizTimer } from "./quiz-setup";

/** More time for those who need it: the limit is multiplied, then lengthened; `isUnlimited` takes it away. */
export type Accommodation = { multiplier: number; extraMs: number; isUnlimited: boolean };

export const noAccommodation: Accommodation = { multiplier: 1, extraMs: 0, isUnlimited: false };

/** What may arrive late because the network is slow; nobody is told of it, so that nobody counts on it. */
export const graceMs = { paper: 30_000, question: 5_000 } as const;

/** An attempt without a limit, or with limits for its questions only, is closed when it was begun so long ago. */
export const longestOpenMs = 30 * 86_400_000;

/**
 * When time is up for the whole paper (ms of the server's clock): min(start + limit × multiplier + extra, the window's end). Null without a limit. The window
 * holds for everybody, also for those without a limit.
 */
export function paperDeadline(startedAtMs: number, timer: QuizTimer, { multiplier, extraMs, isUnlimited }: Accommodation, windowEndsAtMs: number | null): number | null {
  if (timer.kind !== "paper" || isUnlimited) return windowEndsAtMs;
  return Math.min(startedAtMs + timer.seconds * 1000 * multiplier + extraMs, windowEndsAtMs ?? Infinity);
}

/** When time is up for a question that was opened then; extra time of the paper is shared out among its `count` questions. Null without such a limit. */
export function questionDeadline(openedAtMs: number, timer: QuizTimer, { multiplier, extraMs, isUnlimited }: Accommodation, count: number): number | null {
  if (timer.kind !== "question" || isUnlimited) return null;
  return openedAtMs + timer.seconds * 1000 * multiplier + Math.round(extraMs / count);
}
