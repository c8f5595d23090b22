import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EvidenceForm } from "@/lib/scheduling/constants";
import type { Rating } from "@/lib/scheduling/engine";
import { applyAnswer, isMissed, previewIntervals, previewRatings, type Answer } from "@/lib/scheduling/fact-state";
import { addDays, daysBetween } from "@/lib/scheduling/learner-day";
import { emptyMemory, foldLog } from "@/lib/scheduling/learner-memory";
import { answerOn, firstDay, rule } from "./learner";

const { calibration: fresh } = emptyMemory(rule);
const asked = (day: number) => ({ factId: "fact", learnerDay: addDays(firstDay, day) });

const outcomes = fc.constantFrom("right" as const, "wrong" as const);
const forms = fc.constantFrom<EvidenceForm>("short-answer", "flashcard", "true-false", "multiple-choice");
const logs = fc.array(fc.tuple(fc.nat(20), outcomes, forms), { minLength: 1, maxLength: 15 }).map((steps) => {
  let day = 0;
  const answers: Answer[] = steps.map(([gap, outcome, form]) => answerOn((day += gap), outcome, { form }));
  const { calibration, facts } = foldLog(answers, rule);
  return { day, before: { fact: facts.get("fact")!, calibration } };
});

fc.configureGlobal({ seed: 20261123 });

describe("the intervals shown before an answer", () => {
  it("are for a new flashcard what FSRS-6 gives, less a chance that it was luck: again now, then 1, 2 and about 7 days", () => {
    expect(previewRatings({ fact: null, calibration: fresh }, asked(0), rule)).toEqual({ 1: 0, 2: 1, 3: 2, 4: expect.toSatisfy((days: number) => days >= 6 && days <= 9) });
  });

  it("are those that come, whatever the answer's id and however long it takes", () => {
    fc.assert(
      fc.property(logs, fc.nat(60), outcomes, forms, fc.integer({ min: 800, max: 400_000 }), ({ day, before }, wait, outcome, form, elapsedMs) => {
        const today = addDays(firstDay, day + wait);
        const { fact } = applyAnswer(before, answerOn(day + wait, outcome, { form, elapsedMs }), rule);
        expect(previewIntervals(before, asked(day + wait), { form }, rule)[outcome]).toBe(daysBetween(today, fact.dueOn));
      }),
    );
  });

  it("are those that come for each rating of a flashcard", () => {
    fc.assert(
      fc.property(logs, fc.nat(60), fc.constantFrom<Rating>(1, 2, 3, 4), ({ day, before }, wait, rating) => {
        const { fact } = applyAnswer(before, answerOn(day + wait, rating, { form: "flashcard" }), rule);
        expect(previewRatings(before, asked(day + wait), rule)[rating]).toBe(daysBetween(addDays(firstDay, day + wait), fact.dueOn));
      }),
    );
  });

  it("say that a missed fact comes again at once, and when it is due after that", () => {
    const { facts, calibration } = foldLog([answerOn(0, "right"), answerOn(5, "wrong")], rule);
    const fact = facts.get("fact")!;
    expect(isMissed(fact)).toBe(true);
    expect(previewIntervals({ fact, calibration }, asked(5), { form: "short-answer" }, rule)).toEqual({ right: fact.intervalDays, wrong: 0 });
  });
});
