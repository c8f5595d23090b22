import type { LogMemory } from "./expected-answer";

/** Facts that are in about the same state: how many (not whole, since these are expectations), and the days, counted from today, of the last answer and of the next. */
export type Cohort = LogMemory & {
  size: number;
  lastDay: number;
  dueDay: number;
  /** The chance of recall on the day of the exam; null until it is asked for. */
  examRecall: number | null;
};

/** Cohorts by the day they are due on and by their stability and difficulty, so that their number stays small however many facts there are. */
export type Schedule = Map<number, Map<number, Cohort>>;

/** Stabilities that differ by less than this factor may share a cohort if difficulties differ by less than so much; ours. */
const alikeStability = Math.log(1.5);
const alikeDifficulty = 2;
const difficulties = 16;

/** Adds facts to those that are due on the same day, about as stable and about as hard: were hard and easy ones mixed, a tenth of the reviews would be missed. */
export function addTo(schedule: Schedule, { logStability, difficulty }: LogMemory, size: number, lastDay: number, dueDay: number): void {
  if (size <= 0) return;
  let onDay = schedule.get(dueDay);
  if (!onDay) schedule.set(dueDay, (onDay = new Map<number, Cohort>()));
  const key = Math.round(logStability / alikeStability) * difficulties + Math.round(difficulty / alikeDifficulty);
  const there = onDay.get(key);
  if (!there || there.size <= 0) {
    onDay.set(key, { logStability, difficulty, size, lastDay, dueDay, examRecall: null });
    return;
  }
  const share = size / (there.size + size);
  there.logStability += share * (logStability - there.logStability);
  there.difficulty += share * (difficulty - there.difficulty);
  there.lastDay += share * (lastDay - there.lastDay);
  there.size += size;
  there.examRecall = null;
}

export function cohortsOf(schedule: Schedule): Cohort[] {
  const cohorts: Cohort[] = [];
  for (const onDay of schedule.values()) for (const cohort of onDay.values()) if (cohort.size > 0) cohorts.push(cohort);
  return cohorts;
}

/** The same cohorts again, for another course. */
export function copyOf(schedule: Schedule): Schedule {
  const copy: Schedule = new Map();
  for (const [day, onDay] of schedule) copy.set(day, new Map([...onDay].map(([key, cohort]) => [key, { ...cohort }])));
  return copy;
}
