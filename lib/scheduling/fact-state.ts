import { calibrate, factorOf, type Calibration } from "./calibration";
import type { ModelConstants, Proof } from "./constants";
import type { Memory, MemoryEngine, Rating } from "./engine";
import { forecast, isRight, proofOf, weigh, type Evidence } from "./evidence";
import { longestInterval, plannedDays } from "./interval";
import { addDays, daysBetween, type LearnerDay } from "./learner-day";

/** A line of the review log. `atMs` and then `id` order the log. */
export type Answer = { id: string; factId: string; atMs: number; learnerDay: LearnerDay; evidence: Evidence };

/** What the log says of one fact. */
export type FactState = Memory & {
  /** Scored answers; practice on the same day does not count. */
  reviewCount: number;
  /** Scored wrong answers after the first scored answer. */
  lapseCount: number;
  firstDay: LearnerDay;
  /** Day of the last scored answer. */
  lastDay: LearnerDay;
  /** Days from `lastDay` after which it is due, once a wrong answer has been put right. */
  intervalDays: number;
  /** Not after `lastDay` while a wrong answer waits to be put right. */
  dueOn: LearnerDay;
  /** What the last two scored answers showed. */
  lastProof: Proof;
  previousProof: Proof | null;
};

export type MemoryRule = {
  engine: MemoryEngine;
  constants: ModelConstants;
  /** In [0.75, 0.97]; kept within. */
  desiredRetention: number;
  /** False leaves out the guard rails (§3): every answer is scored, nothing is capped or fuzzed. */
  isGuarded: boolean;
  /** When the learner's own parameters were accepted; answers before it calibrate nothing (§5). */
  fittedAtMs?: number;
};

/** A fact and the learner's calibration, before or after an answer; `fact` is null before the first one. */
export type Before = { fact: FactState | null; calibration: Calibration };
export type After = { fact: FactState; calibration: Calibration };

/** The chance in [0, 1] that a learner recalls the fact on a day; R of §2. */
export function recallOn(fact: FactState, day: LearnerDay, calibration: Calibration, engine: MemoryEngine): number {
  return engine.retrievability(fact, daysBetween(fact.lastDay, day) / factorOf(calibration));
}

/** Whether a wrong answer still waits to be put right. */
export const isMissed = ({ dueOn, lastDay }: Pick<FactState, "dueOn" | "lastDay">): boolean => dueOn <= lastDay;

function practise(fact: FactState, answer: Answer): FactState {
  return { ...fact, dueOn: isRight(answer.evidence) ? addDays(fact.lastDay, fact.intervalDays) : answer.learnerDay };
}

function calibrateBy({ fact, calibration }: Before, { learnerDay, evidence, atMs }: Answer, { engine, constants, fittedAtMs = -Infinity }: MemoryRule): Calibration {
  if (!fact || atMs < fittedAtMs) return calibration;
  const elapsedDays = daysBetween(fact.lastDay, learnerDay) / factorOf(calibration);
  const { right, slope } = forecast(engine.retrievability(fact, elapsedDays), evidence, constants);
  return calibrate(calibration, { right, slope: slope * engine.slope(fact, elapsedDays) }, isRight(evidence), constants.calibration);
}

function memoryAfter({ fact, calibration }: Before, { learnerDay, evidence }: Answer, { engine, constants, isGuarded }: MemoryRule): Memory {
  if (!fact) return weigh(engine, null, { recall: constants.knownBefore, elapsedDays: 0 }, evidence, constants);
  const days = daysBetween(fact.lastDay, learnerDay);
  const elapsedDays = days / factorOf(calibration);
  const occasion = { recall: recallOn(fact, learnerDay, calibration, engine), elapsedDays: isGuarded ? Math.max(1, elapsedDays) : elapsedDays };
  return weigh(engine, fact, occasion, evidence, constants);
}

type Proofs = Pick<FactState, "lastProof" | "previousProof">;

function daysUntilDue(memory: Memory, proofs: Proofs, answer: Answer, calibration: Calibration, { engine, desiredRetention, isGuarded }: MemoryRule): number {
  if (!isGuarded) return engine.intervalDays(memory, desiredRetention);
  const days = factorOf(calibration) * engine.exactInterval(memory, desiredRetention);
  return plannedDays(days, longestInterval(proofs.lastProof, proofs.previousProof), `${answer.factId}:${answer.learnerDay}`);
}

/**
 * A fact and the calibration after one more answer, which must be later in the log than all before it. The first answer of a learner's day
 * is scored; later ones (and those of a day that seems to lie before it) are practice and change only whether the fact is still due today.
 */
export function applyAnswer(before: Before, answer: Answer, rule: MemoryRule): After {
  const { fact } = before;
  const { learnerDay, evidence } = answer;
  if (fact && rule.isGuarded && learnerDay <= fact.lastDay) return { fact: practise(fact, answer), calibration: before.calibration };
  const calibration = calibrateBy(before, answer, rule);
  const memory = memoryAfter({ fact, calibration }, answer, rule);
  const proofs = { lastProof: proofOf(evidence, rule.constants), previousProof: fact?.lastProof ?? null };
  const intervalDays = daysUntilDue(memory, proofs, answer, calibration, rule);
  const lastDay = fact && fact.lastDay > learnerDay ? fact.lastDay : learnerDay;
  const isAgainToday = rule.isGuarded && !isRight(evidence);
  const after: FactState = {
    stabilityDays: memory.stabilityDays,
    difficulty: memory.difficulty,
    lastProof: proofs.lastProof,
    previousProof: proofs.previousProof,
    reviewCount: (fact?.reviewCount ?? 0) + 1,
    lapseCount: (fact?.lapseCount ?? 0) + (fact && !isRight(evidence) ? 1 : 0),
    firstDay: fact?.firstDay ?? learnerDay,
    lastDay,
    intervalDays,
    dueOn: isAgainToday ? lastDay : addDays(lastDay, intervalDays),
  };
  if (memory.fastStabilityDays !== undefined) after.fastStabilityDays = memory.fastStabilityDays;
  return { calibration, fact: after };
}

/** The fact that would be answered, and the learner's day it would be on. */
export type Asked = Pick<Answer, "factId" | "learnerDay">;

function daysAfter(before: Before, asked: Asked, evidence: Evidence, rule: MemoryRule): number {
  return daysBetween(asked.learnerDay, applyAnswer(before, { ...asked, id: "", atMs: Infinity, evidence }, rule).fact.dueOn);
}

/** The whole days ≥ 0 until a fact would come back after a right and after a wrong answer to a question of some form; 0 is again in this session. */
export function previewIntervals(before: Before, asked: Asked, form: Pick<Evidence, "form" | "count" | "questionEase">, rule: MemoryRule): { right: number; wrong: number } {
  return { right: daysAfter(before, asked, { ...form, outcome: "right" }, rule), wrong: daysAfter(before, asked, { ...form, outcome: "wrong" }, rule) };
}

/** The same for each rating of a flashcard. */
export function previewRatings(before: Before, asked: Asked, rule: MemoryRule): Record<Rating, number> {
  const after = (outcome: Rating) => daysAfter(before, asked, { form: "flashcard", outcome }, rule);
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}
