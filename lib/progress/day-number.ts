import { addDays, daysBetween, type LearnerDay } from "@/lib/scheduling/learner-day";

const first: LearnerDay = "1970-01-01";

/** A learner's day as whole days since 1970-01-01 (≥ 0). */
export const dayNumber = (day: LearnerDay): number => daysBetween(first, day);

/** The learner's day of a number of days since 1970-01-01 (≥ 0). */
export const dayOfNumber = (number: number): LearnerDay => addDays(first, number);
