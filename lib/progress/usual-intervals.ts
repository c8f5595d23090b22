import { longestFirstIntervalDays } from "@/lib/scheduling/constants";
import type { Memory, MemoryEngine } from "@/lib/scheduling/engine";

/** By what a learner's days are planned. `factor` is the c > 0 of the calibration, `desiredRetention` in [0.75, 0.97]. */
export type Planning = { engine: MemoryEngine; factor: number; desiredRetention: number };

const right = 3;

/**
 * After how many whole days ≥ 1 a fact comes back that is always produced rightly on the day it is due: after its first answer, its second
 * and so on, `count` of them. Without the few days either way by which facts are spread.
 */
export function usualIntervals({ engine, factor, desiredRetention }: Planning, count: number): number[] {
  const intervals: number[] = [];
  let memory: Memory | null = null;
  while (intervals.length < count) {
    memory = engine.next(memory, (intervals.at(-1) ?? 0) / factor, right);
    const days = Math.max(1, Math.round(factor * engine.exactInterval(memory, desiredRetention)));
    intervals.push(intervals.length === 0 ? Math.min(longestFirstIntervalDays, days) : days);
  }
  return intervals;
}
