import type { Verdict } from "@/lib/grading/grade";
import type { Attempt, Slot } from "./attempt";

/** `unreached`: never shown, or after all that was touched when time was up. `unclear`: the answer could be read two ways, so nothing was scored. */
export const resultOutcomes = ["right", "partly", "wrong", "unclear", "blank", "unreached"] as const;
export type ResultOutcome = (typeof resultOutcomes)[number];

type Ended = Pick<Attempt, "startedAtMs" | "deadlineAtMs" | "closedAtMs">;

/** Whether a closed attempt was ended by its time, and not handed in before. */
export const isTimeUp = ({ deadlineAtMs, closedAtMs }: Ended): boolean => deadlineAtMs !== null && closedAtMs !== null && closedAtMs >= deadlineAtMs;

/** How long a closed attempt took (ms): to its end, and no longer than its time, for nobody is shown the grace. 0 while it is open. */
export const spentMs = ({ startedAtMs, deadlineAtMs, closedAtMs }: Ended): number =>
  closedAtMs === null ? 0 : Math.max(0, Math.min(closedAtMs, deadlineAtMs ?? Infinity) - startedAtMs);

/** The share of the points in [0, 1]; 0 where points were taken away below it, and where there were none to win. */
export const shareOfPoints = (points: number, mostPoints: number): number => (mostPoints > 0 ? Math.min(1, Math.max(0, points / mostPoints)) : 0);

type Marked = Pick<Slot, "openedAtMs" | "response" | "sequence"> & { verdict: Verdict | null; score: number };

function outcomeOf({ openedAtMs, response, verdict, score }: Marked, isBeyond: boolean): ResultOutcome {
  if (openedAtMs === null) return "unreached";
  if (response === null || verdict === null) return isBeyond ? "unreached" : "blank";
  if (verdict === "ambiguous") return "unclear";
  if (score === 1) return "right";
  return score > 0 ? "partly" : "wrong";
}

/** What became of each question of a graded attempt, by position. What is blank after all that was touched counts as not reached where time was up. */
export function outcomesOf(slots: readonly Marked[], wasTimeUp: boolean): ResultOutcome[] {
  const last = slots.findLastIndex(({ sequence }) => sequence > 0);
  return slots.map((slot, i) => outcomeOf(slot, wasTimeUp && i > last));
}

/** How many there are of each. */
export function countOutcomes(outcomes: readonly ResultOutcome[]): Record<ResultOutcome, number> {
  const counts: Record<ResultOutcome, number> = { right: 0, partly: 0, wrong: 0, unclear: 0, blank: 0, unreached: 0 };
  for (const outcome of outcomes) counts[outcome]++;
  return counts;
}
