import { factorOf, type Calibration } from "@/lib/scheduling/calibration";
import { forecast, isRight } from "@/lib/scheduling/evidence";
import { applyAnswer, recallOn, type Answer, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import type { LearnerMemory } from "@/lib/scheduling/learner-memory";
import { longestAnswerMs } from "@/lib/scheduling/intake";
import { dayNumber } from "./day-number";
import { answerKinds, type AnswerKind, type History } from "./history";

/** What was known before an answer. */
type Foresight = { kind: AnswerKind; recall: number; foretold: number; intervalDays: number };

function foresee(fact: FactState | null, calibration: Calibration, { learnerDay, evidence }: Answer, { engine, constants }: MemoryRule): Foresight {
  if (!fact) return { kind: "new", recall: NaN, foretold: NaN, intervalDays: 0 };
  if (learnerDay <= fact.lastDay) return { kind: "practice", recall: NaN, foretold: NaN, intervalDays: 0 };
  const recall = recallOn(fact, learnerDay, calibration, engine);
  return { kind: "review", recall, foretold: forecast(recall, evidence, constants).right, intervalDays: fact.intervalDays };
}

/** Room for `length` answers, with those of `history` at its beginning. */
function withRoom(history: History | null, length: number): History {
  const used = history?.length ?? 0;
  const grown = <T extends { set(values: T): void; subarray(from: number, to: number): T }>(fresh: T, before: T | undefined): T => {
    if (before) fresh.set(before.subarray(0, used));
    return fresh;
  };
  return {
    length,
    factIds: history?.factIds ?? [],
    forms: history?.forms ?? [],
    fact: grown(new Uint32Array(length), history?.fact),
    form: grown(new Uint8Array(length), history?.form),
    atMs: grown(new Float64Array(length), history?.atMs),
    day: grown(new Int32Array(length), history?.day),
    kind: grown(new Uint8Array(length), history?.kind),
    right: grown(new Uint8Array(length), history?.right),
    elapsedMs: grown(new Uint32Array(length), history?.elapsedMs),
    recall: grown(new Float32Array(length), history?.recall),
    foretold: grown(new Float32Array(length), history?.foretold),
    intervalDays: grown(new Uint16Array(length), history?.intervalDays),
    stabilityDays: grown(new Float32Array(length), history?.stabilityDays),
    difficulty: grown(new Float32Array(length), history?.difficulty),
    factor: grown(new Float32Array(length), history?.factor),
  };
}

/** Gives each name a number, in the order in which they are first met. */
function numbering(known: readonly string[]): { names: string[]; numberOf: (name: string) => number } {
  const names = [...known];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? names.push(name) - 1;
    numbers.set(name, number);
    return number;
  };
  return { names, numberOf };
}

/**
 * A history (null for an empty one) continued by later answers, and the memory after them; `memory` is the one after `history`.
 * `answers` stand (none was taken back) and are in the order of the log. Folds as lib/scheduling foldLog does.
 */
export function continueHistory(history: History | null, memory: LearnerMemory, answers: readonly Answer[], rule: MemoryRule): { history: History; memory: LearnerMemory } {
  const start = history?.length ?? 0;
  const longer = withRoom(history, start + answers.length);
  const [factNames, formNames] = [numbering(longer.factIds), numbering(longer.forms)];
  const facts = new Map(memory.facts);
  let { calibration } = memory;
  answers.forEach((answer, offset) => {
    const i = start + offset;
    const before = facts.get(answer.factId) ?? null;
    const { kind, recall, foretold, intervalDays } = foresee(before, calibration, answer, rule);
    const after = applyAnswer({ fact: before, calibration }, answer, rule);
    facts.set(answer.factId, after.fact);
    calibration = after.calibration;
    longer.fact[i] = factNames.numberOf(answer.factId);
    longer.form[i] = formNames.numberOf(answer.evidence.form);
    longer.atMs[i] = answer.atMs;
    longer.day[i] = dayNumber(answer.learnerDay);
    longer.kind[i] = answerKinds.indexOf(kind);
    longer.right[i] = isRight(answer.evidence) ? 1 : 0;
    longer.elapsedMs[i] = Math.min(longestAnswerMs, answer.evidence.elapsedMs ?? 0);
    longer.recall[i] = recall;
    longer.foretold[i] = foretold;
    longer.intervalDays[i] = intervalDays;
    longer.stabilityDays[i] = after.fact.stabilityDays;
    longer.difficulty[i] = after.fact.difficulty;
    longer.factor[i] = factorOf(calibration);
  });
  return { history: { ...longer, factIds: factNames.names, forms: formNames.names }, memory: { calibration, facts } };
}
