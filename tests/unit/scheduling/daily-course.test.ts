import { describe, expect, it } from "vitest";
import { dailyCourse } from "@/lib/scheduling/daily-course";
import { applyAnswer, type FactState } from "@/lib/scheduling/fact-state";
import { roomForNew, roomOnAverage } from "@/lib/scheduling/intake";
import { addDays } from "@/lib/scheduling/learner-day";
import { emptyMemory } from "@/lib/scheduling/learner-memory";
import { namedRandom } from "@/lib/shared/random";
import { answerOn, firstDay, rule } from "./learner";

const { calibration } = emptyMemory(rule);
const today = addDays(firstDay, 20);
const load = { budget: 40, unit: "cards" as const, usualMs: null, answers: 0, answeringMs: 0, begunToday: 0, newFactsPerDay: 5 };
const unbegun = (count: number): null[] => Array.from({ length: count }, () => null);
const known = (day: number, outcome: "right" | "wrong" = "right"): FactState => applyAnswer({ fact: null, calibration }, answerOn(day, outcome), rule).fact;
const task = (facts: (FactState | null)[], more: { mu?: number; desiredRetention?: number } = {}) => ({
  facts, today, calibration: { ...calibration, mu: more.mu ?? 0 }, rule: { ...rule, desiredRetention: more.desiredRetention ?? 0.9 },
});
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("the expected course of days", () => {
  it("answers all that is due today, misses twice, and what was answered today not again", () => {
    const { days } = dailyCourse(task([known(0), known(5), known(10), known(20)]), load, 1);
    expect(days[0]!.answers).toBeGreaterThan(3);
    expect(days[0]!.answers).toBeLessThan(6);
    expect(dailyCourse(task([known(20)]), load, 1).days).toEqual([{ answers: 0, begun: 0 }]);
    expect(dailyCourse(task([known(20, "wrong")]), load, 1).days).toEqual([{ answers: 1, begun: 0 }]);
  });

  it("answers what is due however small the budget, and begins nothing then", () => {
    const facts = Array.from({ length: 60 }, (_, i) => known(i % 10));
    const [day] = dailyCourse(task([...facts, ...unbegun(50)]), load, 1).days;
    expect(day!.answers).toBeGreaterThanOrEqual(60);
    expect(day!.begun).toBe(0);
  });

  it("begins each fact once, no more a day than the learner wants, fewer where today has had some", () => {
    const { days } = dailyCourse(task(unbegun(23)), { ...load, begunToday: 2 }, 10);
    expect(days.map(({ begun }) => Math.round(begun * 1000) / 1000)).toEqual([3, 5, 5, 5, 5, 0, 0, 0, 0, 0]);
  });

  it("counts what was done today against today's budget only", () => {
    const begun = (answers: number) => dailyCourse(task(unbegun(100)), { ...load, budget: 10, answers }, 2).days.map((day) => day.begun);
    const [rested, done] = [begun(0), begun(8)];
    expect(done[0]).toBeLessThan(rested[0]! / 2);
    expect(done[1]).toBeGreaterThan(rested[1]!);
  });

  it("recalls nothing of what was never begun, and tells recall on the days asked for", () => {
    expect(dailyCourse(task(unbegun(9)), { ...load, newFactsPerDay: 0 }, 30, [0, 30]).recalled).toEqual([0, 0]);
    const { recalled } = dailyCourse(task(unbegun(9)), load, 60, [0, 10, 60]);
    expect(recalled).toHaveLength(3);
    expect(recalled[0]).toBe(0);
    expect(recalled[2]).toBeGreaterThan(8);
    expect(recalled[2]).toBeLessThan(9);
  });

  it("keeps to the longest intervals of the guard rails, also where memory is said to last for years", () => {
    const { days } = dailyCourse(task(unbegun(100), { mu: 2.5, desiredRetention: 0.75 }), { ...load, budget: 1000, newFactsPerDay: 100 }, 40);
    const answersOn = (from: number, to: number) => total(days.slice(from, to + 1).map(({ answers }) => answers));
    expect(answersOn(1, 14)).toBeGreaterThanOrEqual(100);
    expect(answersOn(15, 14 + 21)).toBeGreaterThan(90);
  });
});

describe("room for new facts, averaged over days", () => {
  const draws = 20_000;

  it("is that of single days whose reviews vary by chance", () => {
    for (const [mean, deviation, most] of [[20, 4, 5], [6, 4, 5], [0, 4, 5], [-4, 5, 10]] as const) {
      const random = namedRandom(1, `room ${mean}`);
      let begun = 0;
      for (let draw = 0; draw < draws; draw++) {
        const noise = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
        // Each new fact takes one card or two, as often; whole cards are what a day has.
        let cards = Math.floor(mean + deviation * noise + random());
        let today = 0;
        while (roomForNew({ budget: cards, unit: "cards", usualMs: null, answers: 0, answeringMs: 0, reviewsLeft: 0, begunToday: today, newFactsPerDay: most }) > 0) {
          today++;
          cards -= random() < 0.5 ? 1 : 2;
        }
        begun += today;
      }
      expect(Math.abs(roomOnAverage(mean, deviation, 1.5, most) / 1.5 - begun / draws)).toBeLessThan(0.35);
    }
  });

  it("is what the rule leaves where nothing varies", () => {
    expect(roomOnAverage(1, 0, 1.5, 10)).toBe(0);
    expect(roomOnAverage(50, 0, 1.5, 10)).toBe(15);
    expect(roomOnAverage(-500, 3, 1.5, 10)).toBeCloseTo(0, 10);
  });
});
