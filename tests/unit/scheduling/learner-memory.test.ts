import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neutral, type EvidenceForm } from "@/lib/scheduling/constants";
import { applyAnswer, type Answer } from "@/lib/scheduling/fact-state";
import { addAnswer, answersInOrder, emptyMemory, foldLog, type LogEvent, type Undo } from "@/lib/scheduling/learner-memory";
import { answerOn, rule } from "./learner";

const undo = (undoes: string, id = `undo-${undoes}`): Undo => ({ id, atMs: 0, undoes });

const steps = fc.record({
  gap: fc.nat(8),
  factId: fc.constantFrom("a", "b", "c"),
  outcome: fc.constantFrom("right" as const, "wrong" as const, 2 as const),
  form: fc.constantFrom<EvidenceForm>("short-answer", "flashcard", "true-false", "multiple-choice"),
  elapsedMs: fc.constantFrom(300, 4000),
});
const logs = fc.array(steps, { minLength: 1, maxLength: 30 }).map((list): Answer[] => {
  let day = 0;
  return list.map(({ gap, outcome, ...more }) => answerOn((day += gap), outcome, more));
});
const logsWithUndo = logs.chain((answers) => fc.tuple(fc.constant(answers), fc.subarray(answers)));

fc.configureGlobal({ seed: 20261123 });

describe("folding a learner's log", () => {
  it("gives the same memory answer by answer as by replay, bit by bit", () => {
    fc.assert(
      fc.property(logs, (answers) => {
        const stepwise = answers.reduce((memory, answer) => addAnswer(memory, answer, rule), emptyMemory(rule));
        expect(foldLog(answers, rule)).toEqual(stepwise);
      }),
    );
  });

  it("does not care in which order events arrive, undone ones and those given twice included", () => {
    const shuffles = logsWithUndo.chain(([answers, undone]) => {
      const events: LogEvent[] = [...answers, ...answers, ...undone.map(({ id }) => undo(id))];
      return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
    });
    fc.assert(
      fc.property(shuffles, ([events, shuffled]) => {
        expect(foldLog(shuffled, rule)).toEqual(foldLog(events, rule));
      }),
    );
  });

  it("takes an answer back as if it had never been given", () => {
    fc.assert(
      fc.property(logsWithUndo, ([answers, undone]) => {
        const without = answers.filter((answer) => !undone.includes(answer));
        expect(foldLog([...answers, ...undone.map(({ id }) => undo(id))], rule)).toEqual(foldLog(without, rule));
      }),
    );
  });

  it("takes back the last answer also of a fact that then was never asked", () => {
    const only = answerOn(0, "right");
    expect(foldLog([only, undo(only.id)], rule)).toEqual(emptyMemory(rule));
  });

  it("scores the next answer of a day when the first is taken back", () => {
    const [first, second] = [answerOn(0, "wrong"), answerOn(0, "right")];
    expect(foldLog([first, second, undo(first.id)], rule)).toEqual(foldLog([second], rule));
  });

  it("does nothing for an undo of an undo, of nothing, or sent again", () => {
    const answer = answerOn(0, "right");
    const taken = undo(answer.id);
    expect(foldLog([answer, taken, undo(taken.id), taken, undo("nobody")], rule)).toEqual(emptyMemory(rule));
  });

  it("calibrates with the answers to all facts, in the order in which they were given", () => {
    const [a, b] = [[answerOn(0, "right", { factId: "a" }), answerOn(9, "wrong", { factId: "a" })], [answerOn(0, "right", { factId: "b" }), answerOn(12, "right", { factId: "b" })]];
    const together = foldLog([...b, ...a], rule);
    expect(together.calibration).not.toEqual(foldLog(b, rule).calibration);
    expect(together.facts.get("b")).not.toEqual(foldLog(b, rule).facts.get("b"));
    expect(together.facts.get("a")).toEqual(foldLog(a, rule).facts.get("a"));
  });

  it("starts the calibration anew, and surer, from the instant parameters were accepted", () => {
    const answers = [answerOn(0, "right"), answerOn(9, "wrong"), answerOn(20, "right")];
    const fitted = { ...rule, fittedAtMs: answers[2]!.atMs };
    expect(foldLog(answers.slice(0, 2), fitted).calibration).toEqual({ mu: 0, variance: 0.1 });
    expect(foldLog(answers, fitted).calibration.mu).not.toBe(0);
  });

  it("puts answers of one instant in the order of their ids", () => {
    const [a, b] = [{ ...answerOn(0, "right"), id: "a", atMs: 5 }, { ...answerOn(0, "right"), id: "b", atMs: 5 }];
    expect(answersInOrder([b, a]).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

describe("without guard rails and with neutral constants", () => {
  const plain = { ...rule, constants: neutral, isGuarded: false };

  it("a log folds to what FSRS-6 gives, same-day answers included", () => {
    fc.assert(
      fc.property(logs, (answers) => {
        for (const factId of ["a", "b", "c"]) {
          const own = answers.filter((answer) => answer.factId === factId);
          let [memory, last]: [ReturnType<typeof plain.engine.next> | null, Answer | null] = [null, null];
          for (const answer of own) {
            const days: number = last ? Math.round((Date.parse(answer.learnerDay) - Date.parse(last.learnerDay)) / 86_400_000) : 0;
            const { outcome } = answer.evidence;
            memory = plain.engine.next(memory, days, outcome === "wrong" ? 1 : outcome === "right" ? 3 : outcome);
            last = answer;
          }
          const state = foldLog(answers, plain).facts.get(factId);
          expect(state && { stabilityDays: state.stabilityDays, difficulty: state.difficulty }).toEqual(memory ?? undefined);
        }
      }),
    );
  });

  it("a wrong answer is due after its interval, not at once", () => {
    const { fact } = applyAnswer({ fact: null, calibration: emptyMemory(plain).calibration }, answerOn(0, "wrong"), plain);
    expect(fact.dueOn > fact.lastDay).toBe(true);
  });
});
