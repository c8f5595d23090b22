import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { EvidenceForm } from "@/lib/scheduling/constants";
import { applyAnswer, type Answer, type FactState } from "@/lib/scheduling/fact-state";
import { addDays, daysBetween, learnerDayOf } from "@/lib/scheduling/learner-day";
import { emptyMemory, foldLog } from "@/lib/scheduling/learner-memory";
import { answerOn, firstDay, rule } from "./learner";

const stateAfter = (...answers: Answer[]) => foldLog(answers, rule).facts.get("fact") as FactState;

/** Answers the fact right in one form whenever it is due, and gives every interval that was planned. */
function intervalsOf(form: EvidenceForm, times: number): number[] {
  let day = 0;
  const answers: Answer[] = [];
  return Array.from({ length: times }, () => {
    answers.push(answerOn(day, "right", { form }));
    const { intervalDays } = stateAfter(...answers);
    day += intervalDays;
    return intervalDays;
  });
}

fc.configureGlobal({ seed: 20261123 });

describe("the caps on intervals", () => {
  test.each<[EvidenceForm, number]>([["true-false", 7], ["multiple-choice", 21], ["matching", 21], ["ordering", 21], ["multiple-response", 21], ["cloze-bank", 21]])(
    "never let %s alone put a fact off beyond %i days",
    (form, days) => {
      const intervals = intervalsOf(form, 20);
      expect(Math.max(...intervals)).toBeLessThanOrEqual(days);
      expect(Math.max(...intervals)).toBeGreaterThan(days / 2);
    },
  );

  test.each<EvidenceForm>(["short-answer", "numeric", "date", "cloze", "flashcard"])("let %s put it off for months", (form) => {
    expect(Math.max(...intervalsOf(form, 10))).toBeGreaterThan(90);
  });

  it("ask for a produced answer among the last two, so two recognised ones bring a long interval back to 21 days", () => {
    const produced = [0, 3, 14, 50].map((day) => answerOn(day, "right"));
    const first = answerOn(150, "right", { form: "multiple-choice" });
    expect(stateAfter(...produced, first).intervalDays).toBeGreaterThan(21);
    expect(stateAfter(...produced, first, answerOn(300, "right", { form: "multiple-choice" })).intervalDays).toBeLessThanOrEqual(21);
  });

  it("do not take a wrong answer for a produced one", () => {
    const state = stateAfter(...[0, 3, 14, 50, 150].map((day) => answerOn(day, "right")), answerOn(400, "wrong"), answerOn(402, "right", { form: "multiple-choice" }));
    expect([state.lastProof, state.previousProof]).toEqual(["recognised", "recognised"]);
  });

  it("hold the first interval at 14 days, however easy it was and however well the learner remembers", () => {
    const calibration = { mu: 2.5, variance: 0.01 };
    const { fact } = applyAnswer({ fact: null, calibration }, answerOn(0, 4, { form: "flashcard" }), rule);
    expect(fact.intervalDays).toBeLessThanOrEqual(14);
    expect(fact.intervalDays).toBeGreaterThan(10);
  });
});

const outcomes = fc.constantFrom("right" as const, "wrong" as const);
const practice = fc.array(fc.tuple(outcomes, fc.constantFrom<EvidenceForm>("short-answer", "true-false", "multiple-choice")), { minLength: 1, maxLength: 6 });

describe("a learner's day", () => {
  it("scores one answer for each fact: what follows changes neither memory nor calibration", () => {
    fc.assert(
      fc.property(outcomes, practice, (first, later) => {
        const scored = [answerOn(0, "right"), answerOn(5, first)];
        const once = foldLog(scored, rule);
        const drilled = foldLog([...scored, ...later.map(([outcome, form]) => answerOn(5, outcome, { form }))], rule);
        expect(drilled.calibration).toEqual(once.calibration);
        expect({ ...drilled.facts.get("fact"), dueOn: "" }).toEqual({ ...once.facts.get("fact"), dueOn: "" });
      }),
    );
  });

  it("asks a missed fact again until practice puts it right, and then waits the interval of the miss", () => {
    const log = [answerOn(0, "right"), answerOn(5, "wrong")];
    const missed = stateAfter(...log);
    expect(missed.dueOn).toBe(addDays(firstDay, 5));
    expect(stateAfter(...log, answerOn(5, "wrong")).dueOn).toBe(addDays(firstDay, 5));
    const righted = stateAfter(...log, answerOn(5, "right"));
    expect(daysBetween(righted.lastDay, righted.dueOn)).toBe(missed.intervalDays);
    expect(righted.stabilityDays).toBe(missed.stabilityDays);
  });

  it("counts from 23:50 to 00:10 no day, and none when UTC's date changes", () => {
    const at = (instant: string, timeZone: string): Answer => ({ ...answerOn(0, "right"), atMs: Date.parse(instant), learnerDay: learnerDayOf(Date.parse(instant), { timeZone, dayStartHour: 4 }) });
    expect(stateAfter(at("2026-11-23T23:50+01:00", "Europe/Berlin"), at("2026-11-24T00:10+01:00", "Europe/Berlin")).reviewCount).toBe(1);
    expect(stateAfter(at("2026-11-23T23:50Z", "Asia/Shanghai"), at("2026-11-24T00:10Z", "Asia/Shanghai")).reviewCount).toBe(1);
  });

  test.each([
    ["of 23 hours", "2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00"],
    ["of 25 hours", "2026-10-24T12:00+02:00", "2026-10-25T12:00+01:00"],
  ])("%s is one day to memory", (_, from, to) => {
    const at = (instant: string) => learnerDayOf(Date.parse(instant), { timeZone: "Europe/Berlin", dayStartHour: 4 });
    const [one, two] = [answerOn(0, "right"), answerOn(1, "right")];
    const ordinary = stateAfter(one, two);
    const shifted = stateAfter({ ...one, learnerDay: at(from) }, { ...two, learnerDay: at(to) });
    expect(shifted.stabilityDays).toBe(ordinary.stabilityDays);
  });

  it("takes a clock that went back, or a flight to the west, as practice", () => {
    const state = stateAfter(answerOn(0, "right"), answerOn(5, "right"));
    const { fact } = applyAnswer({ fact: state, calibration: emptyMemory(rule).calibration }, { ...answerOn(6, "right"), learnerDay: addDays(firstDay, 3) }, rule);
    expect(fact).toEqual(state);
  });
});

describe("the memory of a fact", () => {
  const logs = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 90 }), outcome: fc.constantFrom("right" as const, "wrong" as const, 1 as const, 2 as const, 4 as const), form: fc.constantFrom<EvidenceForm>("short-answer", "flashcard", "true-false", "ordering") }), { minLength: 1, maxLength: 15 });

  it("never grows more stable by a wrong answer, at any point of any log", () => {
    fc.assert(
      fc.property(logs, (steps) => {
        let day = 0;
        const answers = steps.map(({ gap, outcome, form }) => answerOn((day += gap), outcome, { form }));
        const before = stateAfter(...answers);
        expect(stateAfter(...answers, answerOn(day + 7, "wrong")).stabilityDays).toBeLessThanOrEqual(before.stabilityDays);
      }),
    );
  });

  it("is due no earlier for a better calibration, and no later for a higher desired retention", () => {
    const before = (mu: number) => ({ fact: stateAfter(answerOn(0, "right"), answerOn(3, "right")), calibration: { mu, variance: 0 } });
    const still = { ...rule, constants: { ...rule.constants, calibration: { ...rule.constants.calibration, drift: 0 } } };
    const answer = answerOn(14, "right");
    const days = (mu: number, desiredRetention: number) => applyAnswer(before(mu), answer, { ...still, desiredRetention }).fact.intervalDays;
    expect(days(0.7, 0.9)).toBeGreaterThan(days(0, 0.9));
    expect(days(-0.7, 0.9)).toBeLessThan(days(0, 0.9));
    expect(days(0, 0.97)).toBeLessThan(days(0, 0.9));
    expect(days(0, 0.2)).toBe(days(0, 0.75));
    expect(days(0, 0.999)).toBe(days(0, 0.97));
  });

  it("is due on the same day whatever the answer's id, so that an interval shown beforehand is the one that comes", () => {
    const log = [0, 3, 14].map((day) => answerOn(day, "right"));
    const last = answerOn(50, "right");
    const days = (id: string) => stateAfter(...log, { ...last, id }).intervalDays;
    expect(days("x")).toBe(days(last.id));
    expect(days("y")).toBe(days("x"));
  });

  it("counts half of a hasty answer", () => {
    const slow = stateAfter(answerOn(0, "right"), answerOn(3, "right", { elapsedMs: 5000 }));
    const hasty = stateAfter(answerOn(0, "right"), answerOn(3, "right", { elapsedMs: 500 }));
    expect(hasty.stabilityDays).toBeLessThan(slow.stabilityDays);
  });
});
