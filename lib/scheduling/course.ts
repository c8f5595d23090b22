import { factorOf, type Calibration } from "./calibration";
import { longestFirstIntervalDays, longestIntervalDays } from "./constants";
import { changed, createExpectation, isProduced, type ExpectedAnswer, type LogMemory } from "./expected-answer";
import { addTo, cohortsOf, copyOf, type Cohort, type Schedule } from "./course-schedule";
import type { FactState, MemoryRule } from "./fact-state";
import { daysBetween, type LearnerDay } from "./learner-day";

/** What a course of study is reckoned from. `facts` are those to be known, null where one has not been begun. */
export type CourseTask = { facts: readonly (FactState | null)[]; calibration: Calibration; rule: MemoryRule; today: LearnerDay };

/** What a day holds: answers, those to a fact that was just missed included, and facts begun. */
export type CourseDay = { answers: number; begun: number };

/** Where all courses of a task begin: all that is due before `behind` has been answered; `missed` facts of today wait to be put right. */
export type CourseStart = { schedule: Schedule; behind: number; unbegun: number; answeredToday: number; missed: number };

/**
 * An expected course of study while it goes on. Each answer parts the facts into those answered rightly, with the chance that the memory model
 * foretells, and the others; both go on by the model's own rules (lib/scheduling/evidence.ts, longest intervals) and are due when their recall
 * falls to the desired retention. On a day, counted from today, there is room for so many answers more.
 */
export type Course = Pick<CourseStart, "schedule" | "behind" | "unbegun"> & { terms: CourseTerms; day: number; room: number; answers: number };

/** What stays the same through a course. */
export type CourseTerms = {
  rule: MemoryRule;
  factor: number;
  expect: ReturnType<typeof createExpectation>;
  land: Land;
};

/** Days on which facts come again that were answered on `day` and should rest for `interval` days, at most `longest`; with shares of them that add up to 1. */
export type Land = (day: number, interval: number, longest: number) => readonly { dueDay: number; share: number }[];

/** The terms of all courses of a task. */
export function termsOf({ calibration, rule }: Pick<CourseTask, "calibration" | "rule">, land: Land): CourseTerms {
  return { rule, factor: factorOf(calibration), expect: createExpectation(rule), land };
}

/** The chance in [0, 1] of recalling a fact so many days ≥ 0 after its last answer. */
export function recallAfter({ logStability, difficulty }: LogMemory, days: number, { rule, factor }: CourseTerms): number {
  return rule.engine.retrievability({ stabilityDays: Math.exp(logStability), difficulty }, days / factor);
}

/** The facts expected to be recalled on the course's day: a sum of chances. */
export const recalledOn = ({ schedule, terms, day }: Course): number =>
  cohortsOf(schedule).reduce((sum, cohort) => sum + cohort.size * recallAfter(cohort, day - cohort.lastDay, terms), 0);

/** The longest interval after an answer to a fact in this state (memory-model page §3.2), as forms are chosen here: what was recognised last was recognised before too. */
function longestAfter(memory: LogMemory | null): number {
  if (memory === null) return longestFirstIntervalDays;
  return longestIntervalDays[isProduced(memory.logStability) ? "produced" : "recognised"];
}

/** Puts facts that were answered on the day where they come again. */
function comeAgain({ terms, day, schedule }: Course, before: LogMemory | null, memory: LogMemory, size: number): void {
  const { rule, factor, land } = terms;
  const interval = factor * rule.engine.exactInterval({ stabilityDays: Math.exp(memory.logStability), difficulty: memory.difficulty }, rule.desiredRetention);
  const longest = longestAfter(before);
  for (const { dueDay, share } of land(day, Math.min(interval, longest), longest)) addTo(schedule, memory, size * share, day, Math.max(day + 1, dueDay));
}

/** Answers as many of `size` facts in one state as there is room for, each miss twice; says how many. */
function answer(course: Course, memory: LogMemory | null, size: number, { rightChance, right, wrong }: ExpectedAnswer): number {
  const cost = 2 - rightChance;
  const answered = Math.min(size, course.room / cost);
  course.room -= answered * cost;
  course.answers += answered * cost;
  comeAgain(course, memory, changed(memory, wrong), answered * (1 - rightChance));
  comeAgain(course, memory, changed(memory, right), answered * rightChance);
  return answered;
}

/** What to expect when facts of a cohort are answered on the course's day. */
export const expectOf = ({ terms, day }: Course, cohort: Cohort): ExpectedAnswer => terms.expect(cohort, (day - cohort.lastDay) / terms.factor);

/** Answers as many facts of a cohort as there is room for. */
export function review(course: Course, cohort: Cohort, expected: ExpectedAnswer): void {
  cohort.size -= answer(course, cohort, cohort.size, expected);
}

/** Answers what is due, the oldest first, as far as there is room: the order of reviews matters less than chance does (memory-model page §3.9). */
export function reviewDue(course: Course): void {
  const { schedule, day } = course;
  for (; course.behind <= day; course.behind++) {
    for (const cohort of schedule.get(course.behind)?.values() ?? []) {
      if (course.room <= 0) return;
      if (cohort.size > 0) review(course, cohort, expectOf(course, cohort));
    }
    schedule.delete(course.behind);
  }
}

/** Begins facts as far as there is room; says how many. */
export function begin(course: Course): number {
  if (course.room <= 0 || course.unbegun <= 0) return 0;
  const answered = answer(course, null, course.unbegun, course.terms.expect(null, 0));
  course.unbegun -= answered;
  return answered;
}

/** How the courses of a task begin. */
export function startOf({ facts, today }: CourseTask): CourseStart {
  const start: CourseStart = { schedule: new Map(), behind: 0, unbegun: 0, answeredToday: 0, missed: 0 };
  for (const fact of facts) {
    if (!fact) start.unbegun++;
    else {
      const lastDay = -daysBetween(fact.lastDay, today);
      // What was answered today is not asked for again today, though it may have been missed.
      const dueDay = lastDay === 0 ? Math.max(1, fact.intervalDays) : lastDay + daysBetween(fact.lastDay, fact.dueOn);
      addTo(start.schedule, { logStability: Math.log(fact.stabilityDays), difficulty: fact.difficulty }, 1, lastDay, dueDay);
      start.behind = Math.min(start.behind, dueDay);
      if (fact.lastDay === today) start.answeredToday++;
      if (lastDay === 0 && fact.dueOn <= fact.lastDay) start.missed++;
    }
  }
  return start;
}

/** A course at its beginning, which leaves the start as it is. */
export const courseFrom = ({ schedule, behind, unbegun }: CourseStart, terms: CourseTerms): Course => ({ schedule: copyOf(schedule), behind, unbegun, terms, day: 0, room: 0, answers: 0 });
