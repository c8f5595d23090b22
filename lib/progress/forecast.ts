import type { CourseTask } from "@/lib/scheduling/course";
import { dailyCourse, type DailyLoad } from "@/lib/scheduling/daily-course";
import { cardMs } from "@/lib/scheduling/intake";
import { addDays, daysBetween, type LearnerDay } from "@/lib/scheduling/learner-day";

/**
 * What a day holds, in answers: facts due by the plan (whole; on the first day those that have waited longer too), what else the expected course
 * adds for the facts begun, misses and facts that come back within the days, and what it adds for facts that are not begun yet.
 */
export type ForecastDay = { day: LearnerDay; planned: number; repeats: number; fresh: number; minutes: number };

function plannedOn({ facts, today }: CourseTask, length: number): number[] {
  const counts = Array.from({ length }, () => 0);
  for (const fact of facts) {
    const day = fact ? daysBetween(today, fact.dueOn) : length;
    if (day < length) counts[day]!++;
  }
  return counts;
}

/** What the next days hold from today on (`length` ≥ 1 of them), if all that the app asks is answered each day. New facts count where the task has some. */
export function forecastDays(task: CourseTask, load: DailyLoad, length: number): ForecastDay[] {
  const all = dailyCourse(task, load, length).days;
  const begun = task.facts.filter((fact) => fact !== null);
  const begunOnly = begun.length === task.facts.length ? all : dailyCourse({ ...task, facts: begun }, load, length).days;
  const minutesPerCard = cardMs(load.usualMs) / 60_000;
  return plannedOn(task, length).map((planned, day) => {
    const [answers, ofBegun] = [all[day]!.answers, begunOnly[day]!.answers];
    return { day: addDays(task.today, day), planned, repeats: Math.max(0, ofBegun - planned), fresh: Math.max(0, answers - ofBegun), minutes: answers * minutesPerCard };
  });
}

/** The cards of a day, in answers. */
export const cardsOf = ({ planned, repeats, fresh }: ForecastDay): number => planned + repeats + fresh;

/** The day with the most cards, the first of equals; of one day or more. */
export const heaviestDay = (days: readonly ForecastDay[]): ForecastDay => days.reduce((most, day) => (cardsOf(day) > cardsOf(most) ? day : most));
