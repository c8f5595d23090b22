import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlookOf } from "@/lib/progress/why-then";
import type { Answer } from "@/lib/scheduling/fact-state";
import { recallOn } from "@/lib/scheduling/fact-state";
import { addDays, daysBetween } from "@/lib/scheduling/learner-day";
import { foldLog } from "@/lib/scheduling/learner-memory";
import { rule } from "../scheduling/learner";

const first = "2026-01-01";
const answer = (day: number, isRight: boolean): Answer => ({
  id: String(day), factId: "fact", atMs: Date.parse(first) + day * 86_400_000, learnerDay: addDays(first, day),
  evidence: { form: "short-answer", outcome: isRight ? "right" : "wrong", elapsedMs: 4000 },
});

describe("the outlook of a fact", () => {
  it("names the first day on which the chance is as low as is aimed at, so that it never contradicts the chance of today", () => {
    const days = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.boolean()), { minLength: 1, maxLength: 8, selector: ([day]) => day });
    fc.assert(
      fc.property(days, (answers) => {
        const { facts, calibration } = foldLog(answers.sort(([a], [b]) => a - b).map(([day, isRight]) => answer(day, isRight)), rule);
        const fact = facts.get("fact")!;
        const { sinksOn } = outlookOf(fact, fact.lastDay, calibration, rule);
        const nearly = 1e-9;
        expect(daysBetween(fact.lastDay, sinksOn)).toBeGreaterThan(0);
        expect(recallOn(fact, sinksOn, calibration, rule.engine)).toBeLessThanOrEqual(rule.desiredRetention + nearly);
        expect(recallOn(fact, addDays(sinksOn, -1), calibration, rule.engine)).toBeGreaterThan(rule.desiredRetention - nearly);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
