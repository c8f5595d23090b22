import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "@/lib/progress/day-number";
import { answerKinds, type History } from "@/lib/progress/history";
import { packColumns, unpackColumns } from "@/lib/progress/history-bytes";
import { continueHistory } from "@/lib/progress/record-history";
import { factorOf } from "@/lib/scheduling/calibration";
import type { EvidenceForm } from "@/lib/scheduling/constants";
import type { Answer } from "@/lib/scheduling/fact-state";
import { addAnswer, emptyMemory, foldLog } from "@/lib/scheduling/learner-memory";
import { answerOn, rule } from "../scheduling/learner";
import { recorded } from "./recorded";

fc.configureGlobal({ seed: 20261123 });

const steps = fc.record({
  gap: fc.nat(8),
  factId: fc.constantFrom("a", "b", "c"),
  outcome: fc.constantFrom("right" as const, "wrong" as const, 2 as const),
  form: fc.constantFrom<EvidenceForm>("short-answer", "flashcard", "true-false", "multiple-choice"),
  elapsedMs: fc.constantFrom(300, 4000, 90_000),
});
const logs = fc.array(steps, { minLength: 1, maxLength: 40 }).map((list): Answer[] => {
  let day = 0;
  return list.map(({ gap, outcome, ...more }) => answerOn((day += gap), outcome, more));
});
const cutLogs = logs.chain((answers) => fc.tuple(fc.constant(answers), fc.nat(answers.length)));

const kindOf = ({ kind }: History, i: number) => answerKinds[kind[i]!];

describe("a history", () => {
  it("ends in the memory that the log folds to", () => {
    fc.assert(
      fc.property(logs, (answers) => {
        expect(continueHistory(null, emptyMemory(rule), answers, rule).memory).toEqual(foldLog(answers, rule));
      }),
    );
  });

  it("says after each answer what the fold knew then", () => {
    fc.assert(
      fc.property(logs, (answers) => {
        const history = recorded(answers);
        let memory = emptyMemory(rule);
        answers.forEach((answer, i) => {
          memory = addAnswer(memory, answer, rule);
          const { stabilityDays, difficulty } = memory.facts.get(answer.factId)!;
          expect([history.stabilityDays[i], history.difficulty[i], history.factor[i]]).toEqual([stabilityDays, difficulty, factorOf(memory.calibration)].map(Math.fround));
          expect([history.factIds[history.fact[i]!], history.forms[history.form[i]!], history.day[i]]).toEqual([answer.factId, answer.evidence.form, dayNumber(answer.learnerDay)]);
        });
      }),
    );
  });

  it("is the same in two parts as in one, also when it was written and read in between", () => {
    fc.assert(
      fc.property(cutLogs, ([answers, cut]) => {
        const first = continueHistory(null, emptyMemory(rule), answers.slice(0, cut), rule);
        const read = unpackColumns(packColumns(first.history), first.history);
        expect(read).toEqual(first.history);
        const whole = continueHistory(null, emptyMemory(rule), answers, rule);
        expect(continueHistory(read, first.memory, answers.slice(cut), rule)).toEqual(whole);
      }),
    );
  });

  it("leaves the history that it continues as it was", () => {
    const first = answerOn(0, "right");
    const before = continueHistory(null, emptyMemory(rule), [first], rule);
    continueHistory(before.history, before.memory, [answerOn(3, "wrong"), answerOn(3, "right", { factId: "another" })], rule);
    expect(before.history).toEqual(recorded([first]));
    expect(before.memory).toEqual(foldLog([first], rule));
  });

  it("tells a new fact, a review and practice apart, and foretells reviews only", () => {
    const history = recorded([answerOn(0, "right"), answerOn(0, "wrong"), answerOn(2, "right"), answerOn(1, "right"), answerOn(9, "right")]);
    expect([0, 1, 2, 3, 4].map((i) => kindOf(history, i))).toEqual(["new", "practice", "review", "practice", "review"]);
    expect([...history.recall].map(Number.isNaN)).toEqual([true, true, false, true, false]);
    expect([...history.foretold].map(Number.isNaN)).toEqual([true, true, false, true, false]);
    expect(history.recall[2]!).toBeGreaterThan(0.8);
    expect([...history.right]).toEqual([1, 0, 1, 1, 1]);
  });

  it("counts a minute of an answer at most, and none where the time is not known", () => {
    expect([...recorded([answerOn(0, "right", { elapsedMs: 90_000 }), answerOn(1, "right", { elapsedMs: 4000 }), { ...answerOn(2, "right"), evidence: { form: "flashcard", outcome: 3 } }]).elapsedMs]).toEqual([60_000, 4000, 0]);
  });
});

describe("a history written as bytes", () => {
  it("is not read by another format", () => {
    const packed = packColumns(recorded([answerOn(0, "right")]));
    const other = { ...packed, counted: packed.counted.slice() };
    other.counted.set(new Uint8Array(Float64Array.of(0).buffer));
    expect(unpackColumns(other, { factIds: ["a"], forms: ["short-answer"] })).toBeNull();
  });

  it("is refused when it ends too early", () => {
    const { counted, measured } = packColumns(recorded([answerOn(0, "right"), answerOn(1, "right")]));
    expect(() => unpackColumns({ counted, measured: measured.slice(4) }, { factIds: ["a"], forms: [] })).toThrow(RangeError);
  });
});
