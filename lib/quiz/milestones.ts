/** What a learner is told of the time while a paper goes on. */
export type Milestone = "half" | "fiveMinutes" | "oneMinute";

const minuteMs = 60_000;

const all = (limitMs: number): { name: Milestone; atMs: number }[] => [
  { name: "oneMinute", atMs: minuteMs },
  { name: "fiveMinutes", atMs: 5 * minuteMs },
  { name: "half", atMs: limitMs / 2 },
];

/**
 * What to say when less time is left than before, or null: half of the limit, five minutes, one minute. Where several were passed at once, only the nearest to the end is
 * said, and "half" is left out where it falls on one of the others. `beforeMs` is the least that was left so far, so that nothing is said twice when a clock is set right;
 * nothing is said at the end, nor of times that are not shorter than the limit. All in ms.
 */
export function milestoneBetween(limitMs: number, beforeMs: number, afterMs: number): Milestone | null {
  if (afterMs <= 0) return null;
  const passed = all(limitMs).filter(({ atMs }) => atMs < limitMs && afterMs <= atMs && atMs < beforeMs);
  return passed.reduce<(typeof passed)[number] | null>((nearest, milestone) => (nearest && nearest.atMs <= milestone.atMs ? nearest : milestone), null)?.name ?? null;
}
