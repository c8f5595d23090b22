import type { LearnerDay } from "@/lib/scheduling/learner-day";

const written = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
  return (day: LearnerDay | Date): string => format.format(typeof day === "string" ? middayOf(day) : day);
};

/** An instant within a learner's day, read in UTC. */
export const middayOf = (day: LearnerDay): Date => new Date(`${day}T12:00:00Z`);

const shortDay = written({ day: "numeric", month: "short" });

/** In one piece in a narrow table too. */
export const dayAndMonth = (day: LearnerDay | Date): string => shortDay(day).replace(" ", "\u00a0");
export const fullDay = written({ day: "numeric", month: "long", year: "numeric" });
export const shortMonth = written({ month: "short" });
export const shortMonthAndYear = written({ month: "short", year: "numeric" });
export const monthAndYear = written({ month: "long", year: "numeric" });
export const weekdayAndDay = written({ weekday: "long", day: "numeric", month: "long" });
