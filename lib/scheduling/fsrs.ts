import { FSRSAlgorithm, default_w, forgetting_curve } from "ts-fsrs";
import type { MemoryEngine } from "./engine";

const lowestRetention = 0.75;
const highestRetention = 0.97;

const engineFor = (retention: number) => new FSRSAlgorithm({ w: default_w, enable_short_term: true, request_retention: retention });

/**
 * FSRS-6 with its published default weights, short-term stability on (open-spaced-repetition/ts-fsrs 5.4).
 * Only its pure maths are used: its schedulers count UTC calendar days, which are not the learner's.
 */
export function createFsrsEngine(): MemoryEngine {
  const algorithm = engineFor(0.9);
  const byRetention = new Map<number, FSRSAlgorithm>();
  return {
    next(memory, elapsedDays, rating) {
      const state = memory && { stability: memory.stabilityDays, difficulty: memory.difficulty };
      const next = algorithm.next_state(state, Math.max(0, elapsedDays), rating);
      return { stabilityDays: next.stability, difficulty: next.difficulty };
    },
    retrievability(memory, elapsedDays) {
      return forgetting_curve(default_w, Math.max(0, elapsedDays), memory.stabilityDays);
    },
    intervalDays(stabilityDays, desiredRetention) {
      const retention = Math.min(highestRetention, Math.max(lowestRetention, desiredRetention));
      let scheduler = byRetention.get(retention);
      if (!scheduler) byRetention.set(retention, (scheduler = engineFor(retention)));
      return scheduler.next_interval(stabilityDays, 0);
    },
  };
}
