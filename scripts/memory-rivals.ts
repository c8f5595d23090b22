import { neutral, published, type ModelConstants } from "@/lib/scheduling/constants";
import { isRight, type Evidence } from "@/lib/scheduling/evidence";
import { applyAnswer, recallOn, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { addDays, daysBetween } from "@/lib/scheduling/learner-day";
import { emptyMemory } from "@/lib/scheduling/learner-memory";

/** A way to plan reviews, as a simulation meets it. Facts are numbered; days count from 0. */
export type Scheduler = {
  /** A scored answer; what was missed is put right in the same session. */
  answer(fact: number, day: number, evidence: Evidence): void;
  dueDay(fact: number): number;
  /** The recall it foretells for a fact that has been answered. */
  recall(fact: number, day: number): number;
  /** Days until it believes that recall has fallen to 90 %. */
  stabilityDays(fact: number): number;
};

export type SchedulerKind = { name: string; create(): Scheduler };

const epoch = "2026-01-01";
const desiredRetention = 0.9;

function foldScheduler(rule: MemoryRule): Scheduler {
  const facts = new Map<number, FactState>();
  let { calibration } = emptyMemory(rule);
  let count = 0;
  const apply = (fact: number, day: number, evidence: Evidence) => {
    const answer = { id: String(++count), factId: String(fact), atMs: count, learnerDay: addDays(epoch, day), evidence };
    const after = applyAnswer({ fact: facts.get(fact) ?? null, calibration }, answer, rule);
    facts.set(fact, after.fact);
    calibration = after.calibration;
  };
  return {
    answer(fact, day, evidence) {
      apply(fact, day, evidence);
      if (rule.isGuarded && !isRight(evidence)) apply(fact, day, { ...evidence, outcome: "right" });
    },
    dueDay: (fact) => daysBetween(epoch, facts.get(fact)!.dueOn),
    recall: (fact, day) => recallOn(facts.get(fact)!, addDays(epoch, day), calibration, rule.engine),
    stabilityDays: (fact) => facts.get(fact)!.stabilityDays * Math.exp(calibration.mu),
  };
}

/** Our model, with the published constants or others. */
export const oursWith = (name: string, constants: ModelConstants): SchedulerKind => ({
  name,
  create: () => foldScheduler({ engine: createFsrsEngine(), constants, desiredRetention, isGuarded: true }),
});

export const ours = oursWith("ours", published);

/** FSRS-6 with default weights: right is Good, wrong is Again. */
export const plainFsrs: SchedulerKind = {
  name: "plain FSRS-6",
  create: () => foldScheduler({ engine: createFsrsEngine(), constants: neutral, desiredRetention, isGuarded: false }),
};

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
