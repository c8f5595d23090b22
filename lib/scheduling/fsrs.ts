import { FSRSAlgorithm, clipParameters, computeDecayFactor, default_w } from "ts-fsrs";
import { highestRetention, lowestRetention } from "./constants";
import type { MemoryEngine } from "./engine";

/** The published default weights of FSRS-6 (21 numbers). */
export const defaultWeights: readonly number[] = default_w;

/** ts-fsrs rounds a chance to eight digits. */
const curveSteps = 1e8;

const clipped = (weights: readonly number[]) => clipParameters([...weights], 1);

/** The forgetting curve of FSRS-6 in two numbers, for whoever reckons with it elsewhere: the chance of recall is (1 + factor · days / stability) ^ exponent. */
export function forgettingCurve(weights: readonly number[] = defaultWeights): { factor: number; exponent: number } {
  const { decay, factor } = computeDecayFactor(clipped(weights));
  return { factor, exponent: decay };
}

/**
 * FSRS-6 with its published default weights or a learner's own (21 numbers, kept within the ranges of FSRS), short-term stability on
 * (open-spaced-repetition/ts-fsrs 5.4). It counts whole days: `next` rounds. Only its pure maths are used: its schedulers count UTC calendar days, which are not the learner's.
 */
export function createFsrsEngine(weights: readonly number[] = defaultWeights): MemoryEngine {
  const w = clipped(weights);
  const decay = w[20]!;
  const { factor, exponent } = forgettingCurve(weights);
  const engineFor = (retention: number) => new FSRSAlgorithm({ w, enable_short_term: true, request_retention: retention });
  const algorithm = engineFor(0.9);
  const byRetention = new Map<number, FSRSAlgorithm>();
  const algorithmFor = (desiredRetention: number) => {
    const retention = Math.min(highestRetention, Math.max(lowestRetention, desiredRetention));
    let scheduler = byRetention.get(retention);
    if (!scheduler) byRetention.set(retention, (scheduler = engineFor(retention)));
    return scheduler;
  };
  // As ts-fsrs' forgetting_curve to the last digit, which reckons the factor and the steps anew for each of a hundred thousand calls.
  const retrievability: MemoryEngine["retrievability"] = ({ stabilityDays }, elapsedDays) => Math.round(Math.pow(1 + (factor * Math.max(0, elapsedDays)) / stabilityDays, exponent) * curveSteps) / curveSteps;
  return {
    next(memory, elapsedDays, rating) {
      const state = memory && { stability: memory.stabilityDays, difficulty: memory.difficulty };
      const next = algorithm.next_state(state, Math.max(0, Math.round(elapsedDays)), rating);
      return { stabilityDays: next.stability, difficulty: next.difficulty };
    },
    retrievability,
    slope(memory, elapsedDays) {
      const recall = retrievability(memory, elapsedDays);
      return decay * recall * (1 - recall ** (1 / decay));
    },
    exactInterval: ({ stabilityDays }, desiredRetention) => stabilityDays * algorithmFor(desiredRetention).interval_modifier,
    intervalDays: ({ stabilityDays }, desiredRetention) => algorithmFor(desiredRetention).next_interval(stabilityDays, 0),
  };
}
