import type { Memory } from "@/lib/scheduling/engine";
import { createFsrsEngine, defaultWeights } from "@/lib/scheduling/fsrs";
import type { Random } from "@/lib/shared/random";

/** A learner whose memory the scheduler cannot see. Facts are numbered; days count from 0. */
export type Truth = {
  /** The chance of unaided recall of a fact that has been answered. */
  recall(fact: number, day: number): number;
  /** What an answer with its feedback leaves behind; `gain` in [0, 1] is how much a success counts beside unaided recall. */
  learn(fact: number, day: number, isRetrieved: boolean, gain: number): void;
};

/** A world: learners of one family, each made from a stream of its own. */
export type World = {
  name: string;
  createTruth(random: Random, learner: number): Truth;
  /** Everything is typed, and right exactly when it is recalled. */
  isPlain?: boolean;
};

/** A standard normal number (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const between = (random: Random, low: number, high: number) => low + random() * (high - low);
const around = (random: Random, median: number, spread: number) => median * Math.exp(spread * normal(random));

/** What is the same for a fact whenever it is looked at, drawn when it first is. */
function perFact<T>(draw: () => T): (fact: number) => T {
  const drawn = new Map<number, T>();
  return (fact) => {
    if (!drawn.has(fact)) drawn.set(fact, draw());
    return drawn.get(fact)!;
  };
}

/** FSRS-6 with one of the parameter sets, every weight moved a little, and facts that are easier or harder. */
export function fsrs6World(parameterSets: readonly (readonly number[])[]): World {
  return {
    name: "FSRS-6, perturbed",
    createTruth(random, learner) {
      const weights = parameterSets[learner % parameterSets.length]!.map((weight) => around(random, weight, 0.05));
      const engine = createFsrsEngine(weights);
      const scaleOf = perFact(() => around(random, 1, 0.3));
      const states = new Map<number, { memory: Memory; day: number }>();
      const elapsed = (fact: number, day: number) => (day - states.get(fact)!.day) / scaleOf(fact);
      return {
        recall: (fact, day) => engine.retrievability(states.get(fact)!.memory, elapsed(fact, day)),
        learn(fact, day, isRetrieved, gain) {
          const state = states.get(fact);
          const days = state ? Math.max(1, Math.round(elapsed(fact, day))) : 0;
          const next = engine.next(state?.memory ?? null, days, isRetrieved ? 3 : 1);
          if (state && isRetrieved) next.stabilityDays = state.memory.stabilityDays * (next.stabilityDays / state.memory.stabilityDays) ** gain;
          states.set(fact, { memory: next, day });
        },
      };
    },
  };
}

/** The protocol of memory-model page §4: FSRS-6 with exactly these parameters, and answers that are what they seem. */
export function exactWorld(parameterSets: readonly (readonly number[])[]): World {
  return {
    name: "FSRS-6, exact",
    isPlain: true,
    createTruth(_, learner) {
      const engine = createFsrsEngine(parameterSets[learner % parameterSets.length]!);
      const states = new Map<number, { memory: Memory; day: number }>();
      return {
        recall: (fact, day) => engine.retrievability(states.get(fact)!.memory, day - states.get(fact)!.day),
        learn(fact, day, isRetrieved) {
          const state = states.get(fact);
          states.set(fact, { memory: engine.next(state?.memory ?? null, state ? day - state.day : 0, isRetrieved ? 3 : 1), day });
        },
      };
    },
  };
}

/** Without fitted parameters: the published weights, spread as widely over learners as those of real users are. */
export function spreadParameterSets(random: Random, count: number): number[][] {
  return Array.from({ length: count }, () => {
    const scale = around(random, 1, 0.8);
    return defaultWeights.map((weight, i) => around(random, i < 4 ? weight * scale : weight, i < 4 ? 0.4 : 0.12));
  });
}

const powerCurve = (days: number, stability: number, decay: number) => (1 + (0.9 ** (-1 / decay) - 1) * (days / stability)) ** -decay;

/** A fast and a slow trace side by side, as in FSRS-7: the fast one is renewed by every answer, the slow one grows by success. */
export const twoTraceWorld: World = {
  name: "two traces",
  createTruth(random) {
    const share = between(random, 0.15, 0.45);
    const [fastDays, slowDays] = [around(random, 1.2, 0.4), around(random, 4, 0.6)];
    const [growth, saturation, spacing] = [around(random, 4, 0.4), between(random, 0.08, 0.25), between(random, 0.8, 2)];
    const difficultyOf = perFact(() => between(random, 2, 9));
    const states = new Map<number, { slow: number; fast: number; day: number }>();
    const recall = (fact: number, day: number) => {
      const { slow, fast, day: since } = states.get(fact)!;
      return (1 - share) * powerCurve(day - since, slow, 0.3) + share * powerCurve(day - since, fast, 0.6);
    };
    return {
      recall,
      learn(fact, day, isRetrieved, gain) {
        const state = states.get(fact);
        const ease = (11 - difficultyOf(fact)) / 5;
        if (!state) states.set(fact, { slow: slowDays * ease * (isRetrieved ? 1 : 0.35), fast: fastDays, day });
        else if (isRetrieved) {
          const factor = 1 + growth * ease * state.slow ** -saturation * (Math.exp(spacing * (1 - recall(fact, day))) - 1);
          states.set(fact, { slow: state.slow * factor ** gain, fast: Math.min(30, state.fast * 1.3), day });
        } else states.set(fact, { slow: Math.min(state.slow, 0.5 + state.slow ** 0.5), fast: fastDays, day });
      },
    };
  },
};

/** A day in the time of the model, in which the mind is outside of the session (Pavlik & Anderson 2005: h = 0.025). */
const modelSecondsPerDay = 86_400 * 0.025;

/** ACT-R's activation with decay that depends on activation (Pavlik & Anderson 2005, doi:10.1207/s15516709cog0000_14); threshold and noise by learner. */
export const actrWorld: World = {
  name: "ACT-R",
  createTruth(random) {
    const [threshold, noise] = [-2.2 + 0.3 * normal(random), between(random, 0.3, 0.5)];
    const [decayScale, decayFloor] = [around(random, 0.217, 0.2), around(random, 0.177, 0.15)];
    const offsetOf = perFact(() => 0.3 * normal(random));
    const traces = new Map<number, { day: number; decay: number; weight: number }[]>();
    const activation = (fact: number, day: number) =>
      Math.log((traces.get(fact) ?? []).reduce((sum, trace) => sum + trace.weight * (Math.max(0.5, day - trace.day) * modelSecondsPerDay) ** -trace.decay, 0));
    return {
      recall: (fact, day) => 1 / (1 + Math.exp((threshold + offsetOf(fact) - activation(fact, day)) / noise)),
      learn(fact, day, isRetrieved, gain) {
        const before = traces.get(fact) ?? [];
        const decay = before.length > 0 ? decayScale * Math.exp(activation(fact, day)) + decayFloor : decayFloor;
        traces.set(fact, [...before, { day, decay, weight: isRetrieved ? 0.4 + 0.6 * gain : 0.6 }]);
      },
    };
  },
};

/** Half-life regression's curve (Settles & Meeder 2016): recall halves every h days, h grows by a factor with a success and shrinks with a miss. */
export const halfLifeWorld: World = {
  name: "half-life",
  createTruth(random) {
    const [firstDays, factor] = [around(random, 6, 0.6), between(random, 1.7, 2.8)];
    const scaleOf = perFact(() => around(random, 1, 0.4));
    const states = new Map<number, { halfLife: number; day: number }>();
    const recall = (fact: number, day: number) => 2 ** (-(day - states.get(fact)!.day) / states.get(fact)!.halfLife);
    return {
      recall,
      learn(fact, day, isRetrieved, gain) {
        const state = states.get(fact);
        if (!state) states.set(fact, { halfLife: firstDays * scaleOf(fact) * (isRetrieved ? 1 : 0.5), day });
        else {
          const effort = Math.min(1.5, Math.sqrt((1 - recall(fact, day)) / 0.1));
          const grown = (1 + (factor - 1) * effort) ** gain;
          states.set(fact, { halfLife: Math.max(0.5, state.halfLife * (isRetrieved ? grown : 0.35)), day });
        }
      },
    };
  },
};
