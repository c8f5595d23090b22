import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "@/lib/progress/day-number";
import { memoryCurve } from "@/lib/progress/memory-curve";
import type { Answer } from "@/lib/scheduling/fact-state";
import { recallOn } from "@/lib/scheduling/fact-state";
import { addDays } from "@/lib/scheduling/learner-day";
import { foldLog } from "@/lib/scheduling/learner-memory";
import { rule } from "../scheduling/learner";
import { recorded } from "./recorded";

const first = "2026-01-01";
const answer = (day: number, isRight: boolean, factId = "fact", place = 0): Answer => ({
  id: `${factId}-${day}-${place}`, factId, atMs: Date.parse(first) + day * 86_400_000 + place * 1000, learnerDay: addDays(first, day),
  evidence: { form: "short-answer", outcome: isRight ? "right" : "wrong", elapsedMs: 4000 },
});
const at = (day: number) => dayNumber(first) + day;
const curveOf = (answers: readonly Answer[], until: number, ids = ["fact"]) => memoryCurve(recorded(answers), new Set(ids), at(until), rule.engine);

describe("the memory curve of a fact", () => {
  it("stands at 1 after each scored answer and sinks until the next", () => {
    const { stretches, answers } = curveOf([answer(0, true), answer(3, true), answer(12, false)], 20);
    expect(stretches.map((points) => [points[0]!.day, points.at(-1)!.day])).toEqual([[at(0), at(3)], [at(3), at(12)], [at(12), at(20)]]);
    for (const points of stretches) {
      expect(points[0]!.recall).toBe(1);
      points.slice(1).forEach((point, i) => expect(point.recall).toBeLessThan(points[i]!.recall));
    }
    expect(answers.map(({ isRight }) => isRight)).toEqual([true, true, false]);
    expect(answers[0]!.recall).toBeNull();
    expect(answers.slice(1).map(({ recall }) => recall)).toEqual(stretches.slice(0, 2).map((points) => points.at(-1)!.recall));
  });

  it("is changed neither by practice nor by another fact's answers, but for the calibration that those teach", () => {
    const { stretches, answers } = curveOf([answer(0, true), answer(0, false, "fact", 1), answer(1, true, "other"), answer(4, true)], 6);
    expect(answers).toHaveLength(2);
    expect(stretches).toHaveLength(2);
  });

  it("follows a fact under its former ids, and is empty for one that was never answered", () => {
    const log = [answer(0, true, "old"), answer(5, true, "new")];
    expect(curveOf(log, 9, ["new", "old"]).answers).toHaveLength(2);
    expect(curveOf(log, 9, ["none"])).toEqual({ stretches: [], answers: [] });
  });

  it("agrees with the fold of the log so far on every day that it shows", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(days, fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean()), { maxLength: 8 }), fc.infiniteStream(fc.boolean()), (own, others, outcomes) => {
        const log = [...own.map((day) => answer(day, outcomes.next().value as boolean)), ...others.map(([day, isRight], i) => answer(day, isRight, "other", i + 1))];
        log.sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
        for (const [n, points] of curveOf(log, 70).stretches.entries()) {
          for (const { day, recall } of points.slice(1)) {
            const { facts, calibration } = foldLog(log.filter(({ learnerDay, factId }) => dayNumber(learnerDay) < day && (factId === "other" || own.slice(0, n + 1).includes(dayNumber(learnerDay) - at(0)))), rule);
            expect(recall).toBeCloseTo(recallOn(facts.get("fact")!, addDays(first, day - at(0)), calibration, rule.engine), 2);
          }
        }
      }),
      { seed: 3, numRuns: 40 },
    );
  });
});
