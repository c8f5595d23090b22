import { FSRSAlgorithm, clipParameters, default_w, forgetting_curve } from "ts-fsrs";
import type { MemoryEngine } from "./engine";

const lowestRetention = 0.75;
const highestRetention = 0.97;

/** The published default weights of FSRS-6 (21 numbers). */
export const defaultWeights: readonly number[] = default_w;

/**
 * FSRS-6 with its published default weights or a learner's own (21 numbers, kept within the ranges of FSRS), short-term stability on
 * (open-spaced-repetition/ts-fsrs 5.4). Only its pure maths are used: its schedulers count UTC calendar days, which are not the learner's.
 */
export function createFsrsEngine(weights: readonly number[] = defaultWeights): MemoryEngine {
  const w = clipParameters([...weights], 1);
  const decay = w[20]!;
  const engineFor = (retention: number) => new FSRSAlgorithm({ w, enable_short_term: true, request_retention: retention });
  const algorithm = engineFor(0.9);
  const byRetention = new Map<number, FSRSAlgorithm>();
  const algorithmFor = (desiredRetention: number) => {
    const retention = Math.min(highestRetention, Math.max(lowestRetention, desiredRetention));
    let scheduler = byRetention.get(retention);
    if (!scheduler) byRetention.set(retention, (scheduler = engineFor(retention)));
    return scheduler;
  };
  const retrievability: MemoryEngine["retrievability"] = (memory, elapsedDays) => forgetting_curve(w, Math.max(0, elapsedDays), memory.stabilityDays);
  return {
    next(memory, elapsedDays, rating) {
      const state = memory && { stability: memory.stabilityDays, difficulty: memory.difficulty };
      const next = algorithm.next_state(state, Math.max(0, elapsedDays), rating);
      return { stabilityDays: next.stability, difficulty: next.difficulty };
    },
    retrievability,
    slope(memory, elapsedDays) {
      const recall = retrievability(memory, elapsedDays);
      return decay * recall * (1 - recall ** (1 / decay));
    },
    exactInterval: (stabilityDays, desiredRetention) => stabilityDays * algorithmFor(desiredRetention).interval_modifier,
    intervalDays: (stabilityDays, desiredRetention) => algorithmFor(desiredRetention).next_interval(stabilityDays, 0),
  };
}
