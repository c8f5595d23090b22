import { describe, expect, it, test } from "vitest";
import { effectOf, replanned, type Choice, type Situation } from "@/lib/progress/what-if";
import { published } from "@/lib/scheduling/constants";
import { foldLog } from "@/lib/scheduling/learner-memory";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { namedRandom } from "@/lib/shared/random";
import { fsrs6World } from "@/scripts/memory-truths";
import { byTheModel, tryChoice } from "@/scripts/what-if-learner";
import { answerOn, rule } from "@/tests/unit/scheduling/learner";

const random = namedRandom(5, "what if");
const log = Array.from({ length: 600 }, (_, i) => answerOn(Math.floor(i / 12), random() < 0.85 ? "right" : "wrong", { factId: `fact-${Math.floor(random() * 120)}`, form: random() < 0.4 ? "multiple-choice" : "short-answer" }));
const { facts: states, calibration } = foldLog(log, rule);
const today = "2026-12-22";
const load = { budget: 20, unit: "minutes" as const, usualMs: 8000, answers: 0, answeringMs: 0, begunToday: 0, newFactsPerDay: 5 };
const unbegun = Array.from({ length: 200 }, (_, i) => [`new-${i}`, null] as const);
const situation: Situation = { facts: [...states, ...unbegun], calibration, rule, today, load };
const effect = (choice: Partial<Choice>) => effectOf(situation, { desiredRetention: 0.9, dailyBudget: 20, ...choice });

describe("what another choice would change", () => {
  it("is the same every time, and nothing where there is nothing to learn", () => {
    expect(effect({})).toEqual(effect({}));
    expect(effectOf({ ...situation, facts: unbegun.slice(0, 0) }, { desiredRetention: 0.9, dailyBudget: 20 })).toEqual({ near: { cards: 0, minutes: 0 }, far: { cards: 0, minutes: 0 }, begunFar: 0, recalledFar: 0, recalledYear: 0 });
  });

  it("is more work and more recall with a higher retention", () => {
    const effects = [0.75, 0.8, 0.85, 0.9, 0.93, 0.97].map((desiredRetention) => effect({ desiredRetention, dailyBudget: 600 }));
    for (const figure of [({ near }) => near.cards, ({ far }) => far.minutes, ({ recalledFar }) => recalledFar, ({ recalledYear }) => recalledYear] as ((of: (typeof effects)[number]) => number)[]) {
      const values = effects.map(figure);
      expect([...values].sort((a, b) => a - b)).toEqual(values);
    }
  });

  it("is fewer new facts with a smaller budget, and none that would exceed the learner's own limit", () => {
    const begun = [0, 1, 2, 4, 8, 16, 600].map((dailyBudget) => Math.round(effect({ dailyBudget }).begunFar * 1e6) / 1e6);
    expect([...begun].sort((a, b) => a - b)).toEqual(begun);
    expect(begun[0]).toBeLessThan(10);
    expect(begun.at(-1)).toBeCloseTo(200, 5);
    expect(effectOf({ ...situation, load: { ...load, newFactsPerDay: 1 } }, { desiredRetention: 0.9, dailyBudget: 600 }).begunFar).toBeCloseTo(90, 5);
  });

  it("counts in cards where the learner does", () => {
    const minutes = effectOf({ ...situation, load: { ...load, budget: 6 } }, { desiredRetention: 0.9, dailyBudget: 6 });
    expect(effectOf({ ...situation, load: { ...load, unit: "cards" } }, { desiredRetention: 0.9, dailyBudget: 30 })).toEqual(minutes);
    expect(minutes.near.minutes).toBeCloseTo((minutes.near.cards * 12_000) / 60_000, 10);
  });

  test.each([0.75, 0.82, 0.95])("plans facts anew as folding the log by %d does, where the calibration stays", (desiredRetention) => {
    const still = { ...rule, constants: { ...published, calibration: { initialVariance: 0, drift: 0, limit: 2.5 } } };
    const [before, after] = [foldLog(log, still), foldLog(log, { ...still, desiredRetention })];
    const planned = [...before.facts].map(([factId, state]) => [factId, replanned(factId, state, { calibration: before.calibration, rule: still }, desiredRetention)]);
    expect(planned).toEqual([...after.facts]);
    expect(planned).not.toEqual([...before.facts]);
  });
});

const mean = <T>(values: readonly T[], of: (value: T) => number) => values.reduce((sum, value) => sum + of(value), 0) / values.length;

/**
 * Of eight learners the mean load has a standard error of about three per cent, and the course leaves out how memories differ within a group
 * of facts: hence eight per cent of the load, and three of the recall, where there is much more to tell choices apart.
 */
describe("learners in a world where the model is true", () => {
  test.each([
    { desiredRetention: 0.75, dailyBudget: 40 },
    { desiredRetention: 0.9, dailyBudget: 40 },
    { desiredRetention: 0.95, dailyBudget: 25 },
  ])("who choose $desiredRetention and $dailyBudget cards a day have the load and the recall that was foretold", (choice) => {
    const course = { facts: 200, daysBefore: 40, before: { desiredRetention: 0.9, dailyBudget: 30 }, choice, newFactsPerDay: 4 };
    const tried = Array.from({ length: 8 }, (_, learner) => tryChoice(fsrs6World([defaultWeights]), course, 3, learner, byTheModel));
    for (const [figure, tolerance] of [["near", 0.08], ["far", 0.08], ["recalledFar", 0.03], ["recalledYear", 0.03]] as const) {
      const valueOf = (of: "foretold" | "happened") => mean(tried, (one) => (figure === "near" || figure === "far" ? one[of][figure].cards : one[of][figure]));
      expect(Math.abs(valueOf("foretold") / valueOf("happened") - 1), figure).toBeLessThan(tolerance);
    }
  });
});
