/** What a learner did, on the scale of FSRS: 1 again (wrong), 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4;

/** How well one fact is remembered: stability is the days until recall falls to 90 %; difficulty is in [1, 10]. */
export type Memory = { stabilityDays: number; difficulty: number };

/**
 * The forgetting model, and nothing about calendars: days are learner's days ≥ 0, whole for `next`.
 * FSRS-6 stands behind it today; a model with other maths can follow without a change to the fold.
 */
export type MemoryEngine = {
  /** The memory after an answer; `memory` is null for the first one. */
  next(memory: Memory | null, elapsedDays: number, rating: Rating): Memory;
  /** The chance in [0, 1] that the learner could recall the fact now. */
  retrievability(memory: Memory, elapsedDays: number): number;
  /** How steeply the chance of recall falls with the logarithm of time: −t·∂R/∂t ≥ 0, which is also its rise per unit of log stability. */
  slope(memory: Memory, elapsedDays: number): number;
  /** Days > 0, not rounded, after which the chance of recall has fallen to `desiredRetention` (kept within [0.75, 0.97]). */
  exactInterval(stabilityDays: number, desiredRetention: number): number;
  /** The same in whole days ≥ 1. */
  intervalDays(stabilityDays: number, desiredRetention: number): number;
};
