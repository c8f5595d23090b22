import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EvidenceForm } from "@/lib/scheduling/constants";
import type { MemoryEngine } from "@/lib/scheduling/engine";
import type { Answer, MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { longestInterval } from "@/lib/scheduling/interval";
import { addAnswer, emptyMemory, foldLog, type LogEvent } from "@/lib/scheduling/learner-memory";
import { answerOn, rule as usual } from "./learner";
import { twoTraceEngine } from "./two-trace-engine";

const steps = fc.record({
  gap: fc.nat(20),
  factId: fc.constantFrom("a", "b"),
  outcome: fc.constantFrom("right" as const, "right" as const, "wrong" as const, 2 as const, 4 as const),
  form: fc.constantFrom<EvidenceForm>("short-answer", "flashcard", "true-false", "multiple-choice"),
});
const logs = fc.array(steps, { minLength: 1, maxLength: 25 }).map((list): Answer[] => {
  let day = 0;
  return list.map(({ gap, outcome, ...more }) => answerOn((day += gap), outcome, more));
});

fc.configureGlobal({ seed: 20261123 });

describe.each<[string, MemoryEngine]>([["FSRS-6", createFsrsEngine()], ["a model of two traces and fractional time", twoTraceEngine]])("with %s as the engine", (_, engine) => {
  const rule: MemoryRule = { ...usual, engine };

  it("a replay gives what the answers gave one by one, bit by bit", () => {
    fc.assert(
      fc.property(logs, (answers) => {
        expect(foldLog(answers, rule)).toEqual(answers.reduce((memory, answer) => addAnswer(memory, answer, rule), emptyMemory(rule)));
      }),
    );
  });

  it("order and repetition do not matter, and what was taken back was never there", () => {
    const shuffles = logs.chain((answers) => fc.subarray(answers).chain((undone) => {
      const events: LogEvent[] = [...answers, ...answers, ...undone.map(({ id }) => ({ id: `undo-${id}`, atMs: 0, undoes: id }))];
      return fc.tuple(fc.constant(answers.filter((answer) => !undone.includes(answer))), fc.shuffledSubarray(events, { minLength: events.length }));
    }));
    fc.assert(
      fc.property(shuffles, ([left, shuffled]) => {
        expect(foldLog(shuffled, rule)).toEqual(foldLog(left, rule));
      }),
    );
  });

  it("a wrong answer raises no trace, and a learner's day scores one answer", () => {
    fc.assert(
      fc.property(logs, fc.nat(30), (answers, wait) => {
        const before = foldLog(answers, rule).facts.get(answers[0]!.factId)!;
        const day = 600 + wait;
        const missed = answerOn(day, "wrong", { factId: answers[0]!.factId });
        const after = foldLog([...answers, missed], rule).facts.get(missed.factId)!;
        expect(after.stabilityDays).toBeLessThanOrEqual(before.stabilityDays);
        expect(after.fastStabilityDays ?? 0).toBeLessThanOrEqual(before.fastStabilityDays ?? 0);
        const drilled = foldLog([...answers, missed, answerOn(day, "right", { factId: missed.factId })], rule).facts.get(missed.factId)!;
        expect({ ...drilled, dueOn: "" }).toEqual({ ...after, dueOn: "" });
      }),
    );
  });

  it("intervals are whole days within the caps, and no longer for a higher desired retention", () => {
    fc.assert(
      fc.property(logs, (answers) => {
        const state = foldLog(answers, rule).facts.get(answers[0]!.factId)!;
        expect(Number.isInteger(state.intervalDays)).toBe(true);
        expect(state.intervalDays).toBeGreaterThanOrEqual(1);
        expect(state.intervalDays).toBeLessThanOrEqual(longestInterval(state.lastProof, state.previousProof));
        expect(engine.exactInterval(state, 0.95)).toBeLessThan(engine.exactInterval(state, 0.85));
        expect(engine.retrievability(state, engine.exactInterval(state, 0.85))).toBeCloseTo(0.85, 4);
      }),
    );
  });

  it("calibration rises with right answers and falls with wrong ones", () => {
    const mu = (outcome: "right" | "wrong") => foldLog([0, 4, 12, 30].map((day) => answerOn(day, day === 0 ? "right" : outcome)), rule).calibration.mu;
    expect(mu("right")).toBeGreaterThan(0);
    expect(mu("wrong")).toBeLessThan(0);
  });
});

describe("an engine of fractional time", () => {
  /** The days since the answer before, in the engine's own time, for answers on eight days running. */
  function daysTold(isGuarded: boolean): number[] {
    const told: number[] = [];
    const engine: MemoryEngine = { ...twoTraceEngine, next: (memory, days, rating) => (memory && told.push(days), twoTraceEngine.next(memory, days, rating)) };
    const { facts } = foldLog([0, 3, 9, 10, 11, 12, 13, 14].map((day) => answerOn(day, "right")), { ...usual, engine, isGuarded });
    expect(facts.get("fact")!.fastStabilityDays).toBeGreaterThan(0.6);
    return told;
  }

  it("is told the days as they are, not rounded, and keeps both traces from answer to answer", () => {
    expect(daysTold(true).some((days) => !Number.isInteger(days))).toBe(true);
  });

  it("is told at least a day for another day, by the guard rails alone", () => {
    expect(Math.min(...daysTold(true))).toBe(1);
    expect(Math.min(...daysTold(false))).toBeLessThan(1);
  });
});
