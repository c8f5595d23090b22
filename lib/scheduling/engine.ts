/** What a learner did, on the scale of FSRS: 1 again (wrong), 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4;

/** How well one fact is remembered: stability is the days until recall falls to 90 %; difficulty is in [1, 10]. */
export type Memory = {
  stabilityDays: number;
  difficulty: number;
  /** The stability of a second, fast trace, in models that keep one beside the slow trace (FSRS-7). FSRS-6 has none, nor has the database a column for it. */
  fastStabilityDays?: number;
};

/**
 * The forgetting model, and nothing about calendars: days are ≥ 0, a learner's days in the engine's own time, so any fraction.
 * FSRS-6 stands behind it today; a model with fractional time or two traces can follow without a change to the fold.
 */
export type MemoryEngine = {
  /** The memory after an answer; `memory` is null for the first one. */
  next(memory: Memory | null, elapsedDays: number, rating: Rating): Memory;
  /** The chance in [0, 1] that the learner could recall the fact now. */
  retrievability(memory: Memory, elapsedDays: number): number;
  /** How steeply the chance of recall falls with the logarithm of time: −t·∂R/∂t ≥ 0, which is also its rise per unit of log stability. */
  slope(memory: Memory, elapsedDays: number): number;
  /** Days > 0, not rounded, after which the chance of recall has fallen to `desiredRetention` (kept within [0.75, 0.97]). */
  exactInterval(memory: Memory, desiredRetention: number): number;
  /** The same in whole days ≥ 1. */
  intervalDays(memory: Memory, desiredRetention: number): number;
};
