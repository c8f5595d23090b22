import type { WorkPhase } from "./schedule";

/** What a pupil has done of an assignment, at a glance. `missed`: it was due and nothing was handed in. `late`: done after it was due. */
export const workStatuses = ["not-begun", "under-way", "done", "late", "missed", "excused"] as const;
export type WorkStatus = (typeof workStatuses)[number];

/** `doneAtMs`: when the first attempt was handed in, or the goal reached; null before. `isBegun`: an attempt was begun, or a fact of it was answered. */
export type WorkDone = { isBegun: boolean; doneAtMs: number | null; isExcused: boolean };

/** The status of a pupil's work. An excuse stands above everything; what was done in time stays done, whatever follows. */
export function statusOf({ isBegun, doneAtMs, isExcused }: WorkDone, dueAtMs: number | null, phase: WorkPhase): WorkStatus {
  if (isExcused) return "excused";
  if (doneAtMs !== null) return dueAtMs !== null && doneAtMs > dueAtMs ? "late" : "done";
  if (phase === "closed") return "missed";
  if (isBegun) return "under-way";
  return phase === "late" ? "missed" : "not-begun";
}

/** Which attempt counts where there are several. */
export const countedAttempts = ["best", "last", "first"] as const;
export type CountedAttempt = (typeof countedAttempts)[number];

/** Shares of the points in [0, 1], in the order in which the attempts were begun; null for one that is not graded. Null where none is. */
export function countedShare(shares: readonly (number | null)[], counted: CountedAttempt): number | null {
  const graded = shares.filter((share) => share !== null);
  if (graded.length === 0) return null;
  switch (counted) {
    case "best": return Math.max(...graded);
    case "last": return graded.at(-1)!;
    case "first": return graded[0]!;
  }
}
