import { describe, expect, it } from "vitest";
import { cardsOf, forecastDays, heaviestDay } from "@/lib/progress/forecast";
import { foldLog } from "@/lib/scheduling/learner-memory";
import { addDays } from "@/lib/scheduling/learner-day";
import { namedRandom } from "@/lib/shared/random";
import { answerOn, rule } from "@/tests/unit/scheduling/learner";

const today = "2026-12-22";
const random = namedRandom(7, "forecast");
const log = Array.from({ length: 500 }, (_, i) => answerOn(Math.floor(i / 10), random() < 0.8 ? "right" : "wrong", { factId: `fact-${Math.floor(random() * 150)}` }));
const memory = foldLog(log, rule);
const states = [...memory.facts.values()];
const task = { facts: states, calibration: memory.calibration, rule, today };
const load = { budget: 60, unit: "cards" as const, usualMs: 8000, answers: 0, answeringMs: 0, begunToday: 0, newFactsPerDay: 3 };

describe("the forecast", () => {
  it("counts on each day the facts that are planned for it, those that have waited longer on the first", () => {
    const days = forecastDays(task, load, 30);
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 30 }, (_, i) => addDays(today, i)));
    expect(days.map(({ planned }) => planned)).toEqual(days.map(({ day }, i) => states.filter(({ dueOn }) => (i === 0 ? dueOn <= day : dueOn === day)).length));
    expect(days[0]!.planned).toBeGreaterThan(0);
    expect(days.every(({ fresh }) => fresh === 0)).toBe(true);
  });

  it("expects as many repeats today as answers to be wrong, and more on later days as facts come back", () => {
    const days = forecastDays(task, load, 30);
    expect(days[0]!.repeats).toBeGreaterThan(0);
    expect(days[0]!.repeats).toBeLessThan(days[0]!.planned);
    expect(days.slice(10).reduce((sum, { repeats }) => sum + repeats, 0)).toBeGreaterThan(days.slice(10).reduce((sum, { planned }) => sum + planned, 0));
  });

  it("adds for facts that are not begun what the day has room for, and leaves the others as they are", () => {
    const [without, withNew] = [forecastDays(task, load, 30), forecastDays({ ...task, facts: [...states, ...Array.from({ length: 40 }, () => null)] }, load, 30)];
    expect(withNew.map(({ planned, repeats }) => ({ planned, repeats }))).toEqual(without.map(({ planned, repeats }) => ({ planned, repeats })));
    expect(withNew.at(-1)!.fresh).toBeGreaterThan(0);
    const full = forecastDays({ ...task, facts: [...states, null] }, { ...load, budget: 0 }, 3);
    expect(full.reduce((sum, { fresh }) => sum + fresh, 0)).toBeLessThan(0.1);
  });

  it("takes an answer's usual time and the reading for each card", () => {
    for (const day of forecastDays(task, load, 30)) expect(day.minutes).toBeCloseTo((cardsOf(day) * 12) / 60, 6);
  });

  it("counts a miss of today that waits to be put right, and what was answered today no second time", () => {
    const after = foldLog([...log, answerOn(51, "wrong", { factId: "missed" }), answerOn(51, "right", { factId: "known" })], rule);
    const [day] = forecastDays({ ...task, facts: [after.facts.get("missed")!, after.facts.get("known")!] }, load, 2);
    expect(day).toMatchObject({ planned: 1, repeats: 0 });
  });

  it("finds the heaviest day, the first of equals", () => {
    const days = forecastDays({ ...task, facts: [] }, load, 4);
    expect(heaviestDay(days)).toBe(days[0]);
    const counted = forecastDays(task, load, 30);
    expect(cardsOf(heaviestDay(counted))).toBe(Math.max(...counted.map(cardsOf)));
  });
});
