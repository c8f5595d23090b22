import { factorOf } from "@/lib/scheduling/calibration";
import { neutral, published, type ModelConstants } from "@/lib/scheduling/constants";
import { isRight, type Evidence } from "@/lib/scheduling/evidence";
import { recallOn, type MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { addDays, daysBetween } from "@/lib/scheduling/learner-day";
import type { Train } from "@/lib/scheduling/parameters";
import { createLearner, createTrainer, type Learner, type Trials } from "./memory-learner";

/** A way to plan reviews, as a simulation meets it. Facts are numbered; days count from 0. */
export type Scheduler = {
  /** A scored answer; what was missed is put right in the same session. */
  answer(fact: number, day: number, evidence: Evidence): void;
  dueDay(fact: number): number;
  /** The recall it foretells for a fact that has been answered. */
  recall(fact: number, day: number): number;
  /** Days until it believes that recall has fallen to 90 %. */
  stabilityDays(fact: number): number;
  /** What is done between two days, if anything. */
  rest?(): Promise<void>;
};

export type SchedulerKind = { name: string; create(): Scheduler };

const epoch = "2026-01-01";
const desiredRetention = 0.9;

function foldScheduler(learner: Learner): Scheduler {
  const stateOf = (fact: number) => learner.stateOf(String(fact))!;
  const apply = (fact: number, day: number, evidence: Evidence) => {
    const count = learner.log.length;
    learner.apply({ id: String(count), factId: String(fact), atMs: count, learnerDay: addDays(epoch, day), evidence });
  };
  return {
    answer(fact, day, evidence) {
      apply(fact, day, evidence);
      if (learner.rule().isGuarded && !isRight(evidence)) apply(fact, day, { ...evidence, outcome: "right" });
    },
    dueDay: (fact) => daysBetween(epoch, stateOf(fact).dueOn),
    recall: (fact, day) => recallOn(stateOf(fact), addDays(epoch, day), learner.calibration(), learner.rule().engine),
    stabilityDays: (fact) => stateOf(fact).stabilityDays * factorOf(learner.calibration()),
  };
}

const ruleWith = (constants: ModelConstants, isGuarded = true): MemoryRule => ({ engine: createFsrsEngine(), constants, desiredRetention, isGuarded });

/** Our model with the published weights, and with the constants and guard rails that are asked for. */
export const foldKind = (name: string, constants: ModelConstants, isGuarded = true): SchedulerKind => ({
  name,
  create: () => foldScheduler(createLearner(ruleWith(constants, isGuarded))),
});

export const ours = foldKind("ours", published);

/** Our model, with parameters of the learner's own from the day on that memory-model page §5 asks for. */
export const oursWithOwn = (train: Train, trials: Trials): SchedulerKind => ({
  name: "ours, own parameters",
  create() {
    const learner = createLearner(ruleWith(published));
    return { ...foldScheduler(learner), rest: createTrainer(learner, train, trials) };
  },
});

/** Calibration alone: every answer is what it seems (memory-model page §4). */
export const calibrationAlone = foldKind("calibration alone", { ...neutral, calibration: published.calibration });

/** FSRS-6 with default weights: right is Good, wrong is Again. */
export const plainFsrs = foldKind("plain FSRS-6", neutral, false);

type Step = { day: number; interval: number; level: number };

/** Schedulers without a memory model: they are taken to foretell 90 % at the end of each interval. */
function ladderScheduler(next: (step: Step | undefined, wasRight: boolean) => Pick<Step, "interval" | "level">): Scheduler {
  const steps = new Map<number, Step>();
  return {
    answer: (fact, day, evidence) => void steps.set(fact, { day, ...next(steps.get(fact), isRight(evidence)) }),
    dueDay: (fact) => steps.get(fact)!.day + steps.get(fact)!.interval,
    recall: (fact, day) => desiredRetention ** ((day - steps.get(fact)!.day) / steps.get(fact)!.interval),
    stabilityDays: (fact) => steps.get(fact)!.interval,
  };
}

/** SM-2 (P. A. Woźniak 1990): 1 day, 6 days, then × 2.5, which a right answer (grade 4) leaves as it is; a miss begins again. */
export const sm2: SchedulerKind = {
  name: "SM-2",
  create: () =>
    ladderScheduler((step, wasRight) => {
      const level = wasRight ? (step?.level ?? 0) + 1 : 0;
      return { level, interval: level <= 1 ? 1 : level === 2 ? 6 : Math.round(step!.interval * 2.5) };
    }),
};

const boxes = [1, 2, 4, 8, 16, 32, 64];

/** Leitner's boxes, doubling from 1 to 64 days; a miss goes back to the first. */
export const leitner: SchedulerKind = {
  name: "Leitner",
  create: () =>
    ladderScheduler((step, wasRight) => {
      const level = wasRight ? Math.min(boxes.length - 1, (step?.level ?? -1) + 1) : 0;
      return { level, interval: boxes[level]! };
    }),
};
