import type { CourseDay } from "./course";
import { createCourses, type ExamCourse, type ExamTask } from "./exam-course";
import { addDays, daysBetween, type LearnerDay } from "./learner-day";

/**
 * What it takes to recall a share of facts on a day. Reachable: the fewest answers a day (more than 32 to within 3 %) with which the expected share is at least the goal,
 * and what each day then holds. Not reachable: what the whole capacity comes to, how many answers a day it would take (null: no number would do), and the first
 * day on which the capacity would do (null: none within two years).
 */
export type ExamPlan =
  | { isReachable: true; share: number; perDay: number; days: CourseDay[]; peak: number; mean: number }
  | { isReachable: false; share: number; neededPerDay: number | null; earliestOn: LearnerDay | null };

const furthestDays = 730;

/** A number of answers a day or of days, and the course it was tried on. */
type Tried = { value: number; course: ExamCourse };

type Try = (value: number) => ExamCourse;

/** Answers a day are found to within this share of them. */
const precision = 1 / 32;

/**
 * The least whole number above `low` whose course comes to the goal, if `high` does, `low` does not, and from some number on all do; or one that is
 * higher by less than a share `within` of it. Guessed from the shares at both ends, and by halving whenever a guess has left more than half of what there was.
 */
function leastBetween(goal: number, low: Tried, high: Tried, within: number, attempt: Try): Tried {
  let [below, enough, isHalving] = [low, high, false];
  while (enough.value - below.value > Math.max(1, within * enough.value)) {
    const gap = enough.value - below.value;
    const guess = isHalving ? gap / 2 : (gap * (goal - below.course.share)) / (enough.course.share - below.course.share);
    const value = below.value + Math.min(gap - 1, Math.max(1, Math.floor(guess)));
    const tried = { value, course: attempt(value) };
    if (tried.course.share >= goal) enough = tried;
    else below = tried;
    isHalving = (enough.value - below.value) * 2 > gap;
  }
  return enough;
}

/** The same with nothing known above `low`: twice as much, or more where much is missing, until it does or `most` does not do. */
function leastUpTo(goal: number, low: Tried, most: number, within: number, attempt: Try): Tried | null {
  for (let below = low; below.value < most; ) {
    const growth = Math.max(2, Math.min(8, goal / below.course.share));
    const value = Math.min(most, Math.max(2, Math.ceil(below.value * growth)));
    const tried = { value, course: attempt(value) };
    if (tried.course.share >= goal) return leastBetween(goal, below, tried, within, attempt);
    below = tried;
  }
  return null;
}

function reachable({ value: perDay, course: { share, days } }: Tried): ExamPlan {
  const answers = days.map((day) => day.answers);
  const mean = answers.length === 0 ? 0 : answers.reduce((sum, count) => sum + count, 0) / answers.length;
  return { isReachable: true, share, perDay, days, peak: Math.max(0, ...answers), mean };
}

/**
 * The plan for an exam on a day (not before today) with at most `capacity` ≥ 0 answers a day. The share on the day of the exam is the mean foretold
 * recall of the facts; numbers of answers a day are tried on the expected course of study (exam-course.ts).
 */
export function planExam(task: ExamTask, examOn: LearnerDay, capacity: number): ExamPlan {
  const { goal, today, facts } = task;
  const examDays = daysBetween(today, examOn);
  const courseOf = createCourses(task);
  const withPerDay = (perDay: number) => courseOf(examDays, perDay);
  const idle = { value: 0, course: withPerDay(0) };
  if (idle.course.share >= goal) return reachable(idle);
  const whole = { value: capacity, course: withPerDay(capacity) };
  if (whole.course.share >= goal) return reachable(leastBetween(goal, idle, whole, precision, withPerDay));
  // Every fact twice a day is more than anybody can use.
  const needed = examDays === 0 ? null : leastUpTo(goal, whole, Math.max(2 * facts.length, capacity), precision, withPerDay);
  const earliest = capacity === 0 ? null : leastUpTo(goal, { value: examDays, course: whole.course }, furthestDays, 0, (days) => courseOf(days, capacity));
  return {
    isReachable: false,
    share: Math.max(idle.course.share, whole.course.share),
    neededPerDay: needed && needed.value,
    earliestOn: earliest && addDays(today, earliest.value),
  };
}
