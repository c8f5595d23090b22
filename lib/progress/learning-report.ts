import type { MemoryEngine } from "@/lib/scheduling/engine";
import type { LearnerDay } from "@/lib/scheduling/learner-day";
import { dayNumber, dayOfNumber } from "./day-number";
import { answersOn, mondayOf, studyDays, type StudyDay } from "./days";
import { growthOn, sampleDays, type GrowthPoint } from "./growth";
import type { FactMask, History } from "./history";
import { trueRetention, type Retention } from "./retention";
import { answeredDays, streakOf, type Streak } from "./streak";

type Dated<T> = Omit<T, "day"> & { day: LearnerDay };

/** Answers within the last so many days, and on how many of them there were any. */
export type LastDays = { days: number; answers: number; studied: number };
export type DatedStudyDay = Dated<StudyDay>;
export type DatedGrowth = Dated<GrowthPoint>;
export type RetentionOfDays = { days: number } & Retention;

export type LearningReport = {
  /** The last day that the figures are about: today, or a later one that the learner answered on before flying east. */
  lastDay: LearnerDay;
  /** Days from the last one with an answer to `lastDay`; null before the first answer. */
  idleDays: number | null;
  /** Answers on each day from a Monday about a year ago. */
  calendar: { from: LearnerDay; answers: number[] };
  year: LastDays;
  month: LastDays;
  /** The days of `month`. */
  perDay: DatedStudyDay[];
  retention: RetentionOfDays[];
  desiredRetention: number;
  /** From the first day with an answer to the last, on no more than 60 days; empty before the first answer. */
  growth: DatedGrowth[];
  /** How it stood when `month` began; null for whoever began later. */
  monthAgo: DatedGrowth | null;
  /** Null for the facts of a set: days in a row are about all that is answered. */
  streak: Streak | null;
};

export type LearningBasis = {
  history: History;
  /** The facts that are looked at. */
  mask: FactMask;
  /** Of these, the facts that may be asked today, so that growth ends with what would be recalled now. */
  askable: FactMask;
  today: LearnerDay;
  nowMs: number;
  engine: MemoryEngine;
  desiredRetention: number;
};

const weeksShown = 53;
const daysOfMonth = 30;
const daysOfYear = 365;
const retentionDays = [7, daysOfMonth, daysOfYear];
const mostGrowthDays = 60;

const dated = <T extends { day: number }>(value: T): Dated<T> => ({ ...value, day: dayOfNumber(value.day) });

function lastDays(days: readonly StudyDay[]): LastDays {
  const answers = days.map(answersOn);
  return { days: days.length, answers: answers.reduce((sum, count) => sum + count, 0), studied: answers.filter((count) => count > 0).length };
}

function growthReport({ history, askable, engine }: LearningBasis, first: number, last: number): Pick<LearningReport, "growth" | "monthAgo"> {
  const monthAgo = last - daysOfMonth;
  const days = [...new Set([...sampleDays(first, last, mostGrowthDays - 1), ...(first <= monthAgo ? [monthAgo] : [])])].sort((a, b) => a - b);
  const growth = growthOn(days, history, askable, engine);
  return { growth: growth.map(dated), monthAgo: growth.filter(({ day }) => day === monthAgo).map(dated)[0] ?? null };
}

/** How somebody has learnt over time, by their whole history. Spans of days end with `lastDay` and include it. */
export function learningReportOf(basis: LearningBasis): LearningReport {
  const { history, mask, today, nowMs, desiredRetention } = basis;
  let last = dayNumber(today);
  for (const day of history.day) if (day > last) last = day;
  const from = mondayOf(last) - 7 * (weeksShown - 1);
  const days = studyDays(history, mask, from, last);
  const month = days.slice(-daysOfMonth);
  const answered = answeredDays(history, mask);
  const first = answered[0]?.day;
  return {
    lastDay: dayOfNumber(last),
    idleDays: answered.length > 0 ? last - answered.at(-1)!.day : null,
    calendar: { from: dayOfNumber(from), answers: days.map(answersOn) },
    year: lastDays(days.slice(-daysOfYear)),
    month: lastDays(month),
    perDay: month.map(dated),
    retention: retentionDays.map((count) => ({ days: count, ...trueRetention(history, mask, last - count + 1, last) })),
    desiredRetention,
    ...(first === undefined ? { growth: [], monthAgo: null } : growthReport(basis, first, last)),
    streak: mask ? null : streakOf(answered, { day: dayNumber(today), atMs: nowMs }),
  };
}
