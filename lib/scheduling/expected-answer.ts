import type { EvidenceForm, ModelConstants } from "./constants";
import type { Memory, MemoryEngine } from "./engine";
import { forecast, weigh } from "./evidence";
import type { MemoryRule } from "./fact-state";

/** A memory by the logarithm of its stability, in which means are taken and steps are alike. A fact not begun is at 0 in both. */
export type LogMemory = { logStability: number; difficulty: number };

/** The chance in [0, 1] of a right answer, and what is added to the memory by a right and by a wrong one. */
export type ExpectedAnswer = { rightChance: number; right: LogMemory; wrong: LogMemory };

/** Below this a fact is mostly asked with options, above it has to be produced (memory-model page §6). */
const producedFromDays = 3;

/** Whether a fact with this logarithm of its stability in days is asked in a form in which it has to be produced. */
export const isProduced = (logStability: number): boolean => logStability >= Math.log(producedFromDays);

/** Memories and delays that differ by less than a step are taken to change alike, so that few answers have to be weighed; ours. */
const stepsPerFold = 6;
const stepsPerDifficulty = 1;

/** What an engine takes: FSRS knows no stability under 0.001 days. */
const lowestLogStability = -6.9;
const lowestDifficulty = 1;
const highestDifficulty = 10;

const within = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** The memory once a change is added, kept within what an engine takes; null is a fact not begun. */
export const changed = (memory: LogMemory | null, change: LogMemory): LogMemory =>
  memory
    ? {
        logStability: Math.max(lowestLogStability, memory.logStability + change.logStability),
        difficulty: within(lowestDifficulty, memory.difficulty + change.difficulty, highestDifficulty),
      }
    : change;

function weighBoth({ engine, constants }: MemoryRule, memory: Memory | null, elapsedDays: number): ExpectedAnswer {
  const form: EvidenceForm = memory && memory.stabilityDays >= producedFromDays ? "short-answer" : "multiple-choice";
  const recall = memory ? engine.retrievability(memory, elapsedDays) : constants.knownBefore;
  const occasion = { recall, elapsedDays };
  const changeBy = (outcome: "right" | "wrong"): LogMemory => {
    const after = weigh(engine, memory, occasion, { form, outcome }, constants);
    return { logStability: Math.log(after.stabilityDays / (memory?.stabilityDays ?? 1)), difficulty: after.difficulty - (memory?.difficulty ?? 0) };
  };
  return { rightChance: forecast(recall, { form }, constants).right, right: changeBy("right"), wrong: changeBy("wrong") };
}

type Known = { constants: ModelConstants; first: ExpectedAnswer; onGrid: Map<number, ExpectedAnswer> };

/** What has been reckoned stays for the next plan; the grid has some ten thousand points that are ever met. */
const knownByEngine = new WeakMap<MemoryEngine, Known>();

function knownOf(rule: MemoryRule): Known {
  const { engine, constants } = rule;
  const before = knownByEngine.get(engine);
  if (before?.constants === constants) return before;
  const known = { constants, first: weighBoth(rule, null, 0), onGrid: new Map<number, ExpectedAnswer>() };
  knownByEngine.set(engine, known);
  return known;
}

/** What to expect of an answer to a fact (null: one that is not begun) after so many days ≥ 0 in the engine's own time; on a grid, and reckoned once for each of its points. */
export function createExpectation(rule: MemoryRule): (memory: LogMemory | null, days: number) => ExpectedAnswer {
  const { first, onGrid } = knownOf(rule);
  return (memory, days) => {
    if (!memory) return first;
    const stability = Math.round(memory.logStability * stepsPerFold);
    const difficulty = Math.round(memory.difficulty * stepsPerDifficulty);
    const delay = Math.round(Math.log(Math.max(1, days)) * stepsPerFold);
    const key = ((stability + 512) * 64 + difficulty) * 512 + delay;
    let expected = onGrid.get(key);
    if (!expected) {
      const at = { stabilityDays: Math.exp(Math.max(lowestLogStability, stability / stepsPerFold)), difficulty: difficulty / stepsPerDifficulty };
      onGrid.set(key, (expected = weighBoth(rule, at, Math.exp(delay / stepsPerFold))));
    }
    return expected;
  };
}
