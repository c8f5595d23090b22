import { describe, expect, it, test } from "vitest";
import { createCourses, type ExamTask } from "@/lib/scheduling/exam-course";
import { planExam } from "@/lib/scheduling/exam-plan";
import { applyAnswer, type FactState } from "@/lib/scheduling/fact-state";
import { addDays, daysBetween } from "@/lib/scheduling/learner-day";
import { emptyMemory } from "@/lib/scheduling/learner-memory";
import { studyForExam, today } from "./exam-learner";
import { answerOn, firstDay, rule } from "./learner";

const { calibration } = emptyMemory(rule);
const unbegun = (count: number): null[] => Array.from({ length: count }, () => null);
const task = (facts: ExamTask["facts"], goal = 0.9): ExamTask => ({ facts, calibration, rule, today, goal });

/** A fact answered rightly on so many days before today. */
function known(daysAgo: number[], factId = "fact"): FactState {
  const start = daysBetween(firstDay, today);
  const [first, ...more] = daysAgo.map((days) => answerOn(start - days, "right", { factId }));
  return more.reduce((before, answer) => applyAnswer({ fact: before, calibration }, answer, rule).fact, applyAnswer({ fact: null, calibration }, first!, rule).fact);
}

const plan = (count: number, days: number, { goal = 0.9, capacity = 60 } = {}) => planExam(task(unbegun(count), goal), addDays(today, days), capacity);
const answersNeeded = (count: number, days: number, goal = 0.9) => {
  const found = plan(count, days, { goal, capacity: 1000 });
  if (!found.isReachable) throw new Error("not reachable");
  return found.perDay;
};

describe("a plan for an exam", () => {
  it("asks for no more than there is time for, begins the facts, and comes to the goal", () => {
    const found = plan(100, 30);
    expect(found).toMatchObject({ isReachable: true });
    if (!found.isReachable) return;
    expect(found.share).toBeGreaterThanOrEqual(0.9);
    expect(found.peak).toBeLessThanOrEqual(found.perDay + 1e-6);
    expect(found.perDay).toBeLessThanOrEqual(60);
    expect(found.mean).toBeLessThanOrEqual(found.peak);
    expect(found.days).toHaveLength(30);
    expect(found.days.reduce((sum, { begun }) => sum + begun, 0)).toBeGreaterThan(97);
    expect(createCourses(task(unbegun(100)))(30, found.perDay - 1).share).toBeLessThan(0.9);
  });

  it("asks for nothing where enough is known until then, and for something where it would be forgotten", () => {
    const facts = Array.from({ length: 20 }, () => known([20, 12, 3]));
    expect(planExam(task(facts, 0.8), addDays(today, 3), 60)).toMatchObject({ isReachable: true, perDay: 0, peak: 0 });
    const later = planExam(task(facts, 0.9), addDays(today, 200), 60);
    expect(later.isReachable && later.perDay).toBeGreaterThan(0);
  });

  test.each([[7, 14], [14, 30], [30, 60], [60, 120]])("with %i days takes no fewer answers a day than with %i", (few, many) => {
    expect(answersNeeded(100, few)).toBeGreaterThanOrEqual(answersNeeded(100, many));
  });

  test.each([[0.6, 0.7], [0.7, 0.8], [0.8, 0.9], [0.9, 0.95]])("for %d takes no more answers a day than for %d", (low, high) => {
    expect(answersNeeded(100, 30, low)).toBeLessThanOrEqual(answersNeeded(100, 30, high));
  });

  it("reaches with more time a day whatever it reaches with less, and until then more of it", () => {
    const shares = [2, 4, 6, 8, 10, 12].map((capacity) => createCourses(task(unbegun(100)))(30, capacity).share);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    const reached = [4, 8, 12, 16, 24, 48, 96].map((capacity) => plan(100, 30, { capacity }).isReachable);
    expect([...reached].sort()).toEqual(reached);
    expect(reached).toContain(true);
  });

  it("says what can be reached where the goal cannot, what it would take, and when there would be time enough", () => {
    const found = plan(300, 20, { capacity: 10 });
    if (found.isReachable) throw new Error("reachable");
    expect(found.share).toBeGreaterThan(0.05);
    expect(found.share).toBeLessThan(0.9);
    expect(found.neededPerDay).toBeGreaterThan(10);
    expect(plan(300, 20, { capacity: found.neededPerDay! })).toMatchObject({ isReachable: true });
    expect(plan(300, daysBetween(today, found.earliestOn!), { capacity: 10 })).toMatchObject({ isReachable: true });
    expect(plan(300, daysBetween(today, found.earliestOn!) - 1, { capacity: 10 })).toMatchObject({ isReachable: false });
  });

  it("promises nothing on the day of the exam, without time, or of knowing everything for sure", () => {
    expect(plan(10, 0)).toMatchObject({ isReachable: false, share: 0, neededPerDay: null });
    expect(plan(10, 10, { capacity: 0 })).toMatchObject({ isReachable: false, share: 0, earliestOn: null });
    expect(plan(10, 10, { goal: 1 })).toMatchObject({ isReachable: false, neededPerDay: null, earliestOn: null });
    expect(planExam(task([]), addDays(today, 9), 10)).toMatchObject({ isReachable: true, perDay: 0 });
  });

  it("counts what was answered today, and does not ask it again on the day", () => {
    const facts = Array.from({ length: 10 }, () => known([0]));
    const { days } = createCourses(task(facts, 0.95))(2, 10);
    expect(days[0]).toEqual({ answers: 0, begun: 0 });
    expect(days[1]!.answers).toBeGreaterThan(0);
  });

  it("asks less of someone who remembers longer", () => {
    const needed = (mu: number) => {
      const found = planExam({ ...task(unbegun(100)), calibration: { mu, variance: 0.1 } }, addDays(today, 60), 1000);
      return found.isReachable ? found.perDay : Infinity;
    };
    expect(needed(1)).toBeLessThan(needed(-1));
  });

  it("is the same every time", () => {
    expect(plan(150, 45)).toEqual(plan(150, 45));
  });

  test.each([
    { facts: 80, days: 30, goal: 0.9, capacity: 60 },
    { facts: 60, days: 12, goal: 0.85, capacity: 60 },
  ])("brings learners who follow it to the goal ($facts facts, $days days, $goal)", (study) => {
    const outcomes = Array.from({ length: 6 }, (_, learner) => studyForExam(study, learner));
    const mean = (of: (outcome: (typeof outcomes)[number]) => number) => outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length;
    expect(Math.abs(mean(({ recalled }) => recalled) - study.goal)).toBeLessThan(0.04);
    for (const { answers } of outcomes) expect(Math.max(...answers)).toBeLessThanOrEqual(study.capacity);
  });
});
