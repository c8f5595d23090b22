import { hastyMs, hastyShareOfUsual, idleMs, type EvidenceForm, type ModelConstants, type Proof } from "./constants";
import type { Memory, MemoryEngine, Rating } from "./engine";

/** What an answer says about memory. */
export type Evidence = {
  form: EvidenceForm;
  /** Options to choose from, things to order or pairs to match; for forms where luck depends on it. */
  count?: number;
  /** A flashcard's outcome is the learner's own rating; of all others it is whether the answer was right. */
  outcome: "right" | "wrong" | Rating;
  /** How much easier than its form this question has turned out, in logits (see question-health.ts). */
  questionEase?: number;
  elapsedMs?: number;
  /** The learner's median for the form when this was answered (see pace.ts); kept with the answer, so that replay does not depend on it. */
  usualMs?: number;
};

/** Whether the answer was right: a rating of 2 or more says so. */
export const isRight = ({ outcome }: Evidence): boolean => (typeof outcome === "number" ? outcome >= 2 : outcome === "right");

/** The FSRS rating of an answer: a flashcard's own, else 3 or 1. */
export const ratingFrom = (evidence: Evidence): Rating => (typeof evidence.outcome === "number" ? evidence.outcome : isRight(evidence) ? 3 : 1);

/** Whether an answer came too fast to have been thought about: under 0.8 s or under a quarter of the usual; over five minutes says nothing. */
export function isHasty({ elapsedMs, usualMs }: Evidence): boolean {
  if (elapsedMs === undefined || elapsedMs > idleMs) return false;
  return elapsedMs < hastyMs || (usualMs !== undefined && elapsedMs < usualMs * hastyShareOfUsual);
}

/** What an answer shows: a wrong one shows no more than that the fact was asked, so it never counts as produced. */
export function proofOf(evidence: Evidence, constants: ModelConstants): Proof {
  const { proof } = constants.forms[evidence.form];
  return proof === "produced" && !isRight(evidence) ? "recognised" : proof;
}

/** What is foretold of an answer: `recognised` is R′, `right` is Pc, and `slope` is ∂Pc/∂R. All for memory-model page §2. */
export type Forecast = { recognised: number; right: number; slope: number };

/** The chance of a right answer, given the chance `recall` in [0, 1] of unaided recall. */
export function forecast(recall: number, evidence: Pick<Evidence, "form" | "count" | "questionEase">, constants: ModelConstants): Forecast {
  const form = constants.forms[evidence.form];
  const guess = form.guess(evidence.count ?? form.usualCount);
  const odds = Math.exp(form.ease + (evidence.questionEase ?? 0));
  const scale = recall * odds + (1 - recall);
  const recognised = (recall * odds) / scale;
  return {
    recognised,
    right: (1 - form.slip) * recognised + guess * (1 - recognised),
    slope: ((1 - form.slip - guess) * odds) / (scale * scale),
  };
}

/** P(really retrieved | the answer), k of §2, in [0, 1]: 0 after a wrong answer, halved after a hasty one. */
export function retrievedChance(recall: number, evidence: Evidence, constants: ModelConstants): number {
  if (!isRight(evidence)) return 0;
  const { recognised, right } = forecast(recall, evidence, constants);
  const chance = right > 0 ? ((1 - constants.forms[evidence.form].slip) * recognised) / right : 1;
  return isHasty(evidence) ? chance * constants.hastyWeight : chance;
}

/** share·ln a + (1 − share)·ln b, as a number again; exactly a or b at the ends, so that neutral constants change no digit. */
function between(a: number, b: number, share: number): number {
  if (share === 1) return a;
  if (share === 0) return b;
  return Math.exp(share * Math.log(a) + (1 - share) * Math.log(b));
}

/** Where and how an answer met the memory: `recall` is R at that time, `elapsedDays` the days in the engine's own time (t of §2, which FSRS-6 rounds). */
export type Occasion = { recall: number; elapsedDays: number };

/** One trace after a right answer: Sx and S′ of §2, from what a success and a lapse would leave and what there was before. */
const traceAfter = (good: number, again: number, before: number | undefined, gain: number, k: number): number =>
  between(before === undefined ? good : between(good, before, gain), again, k);

function fastTraceAfter(good: number | undefined, again: number | undefined, before: number | undefined, gain: number, k: number): number | undefined {
  return good === undefined || again === undefined ? undefined : traceAfter(good, again, before, gain, k);
}

const lower = (after: number | undefined, before: number | undefined) => (after === undefined || before === undefined ? after : Math.min(after, before));

function withTraces(stabilityDays: number, difficulty: number, fastStabilityDays: number | undefined): Memory {
  return fastStabilityDays === undefined ? { stabilityDays, difficulty } : { stabilityDays, difficulty, fastStabilityDays };
}

/** The memory after an answer: Sx, S′ and D′ of §2. Stability never rises after a wrong answer. */
export function weigh(engine: MemoryEngine, memory: Memory | null, { recall, elapsedDays }: Occasion, evidence: Evidence, constants: ModelConstants): Memory {
  const again = engine.next(memory, elapsedDays, 1);
  const k = retrievedChance(recall, evidence, constants);
  if (k === 0) {
    return withTraces(Math.min(again.stabilityDays, memory?.stabilityDays ?? Infinity), again.difficulty, lower(again.fastStabilityDays, memory?.fastStabilityDays));
  }
  const rating = ratingFrom(evidence);
  const good = engine.next(memory, elapsedDays, rating === 1 ? 3 : rating);
  const { gain } = constants.forms[evidence.form];
  const difficulty = k === 1 ? good.difficulty : k * good.difficulty + (1 - k) * again.difficulty;
  const fast = fastTraceAfter(good.fastStabilityDays, again.fastStabilityDays, memory?.fastStabilityDays, gain, k);
  return withTraces(traceAfter(good.stabilityDays, again.stabilityDays, memory?.stabilityDays, gain, k), difficulty, fast);
}
