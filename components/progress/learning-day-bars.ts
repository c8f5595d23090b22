import * as Plot from "@observablehq/plot";
import type { DatedStudyDay } from "@/lib/progress/learning-report";

/** From the bottom of a bar to its top. */
export const kindsInOrder = ["review", "new", "practice"] as const;

const colours = { review: "var(--color-chart-1)", new: "var(--color-chart-2)", practice: "var(--color-control)" };
const daysOfWeek = 7;

export const minutesOf = ({ answeringMs }: DatedStudyDay): number => answeringMs / 60_000;

const below = (day: DatedStudyDay, place: number) => kindsInOrder.slice(0, place).reduce((sum, kind) => sum + day[kind], 0);

const answerBars = (days: readonly DatedStudyDay[]) =>
  kindsInOrder.map((kind, i) => Plot.barY(days.filter((day) => day[kind] > 0), { x: "day", y1: (day: DatedStudyDay) => below(day, i), y2: (day: DatedStudyDay) => below(day, i + 1), fill: colours[kind] }));

/** A bar for each day, of answers by kind or of minutes; every seventh day has its name. */
export function barsOf(days: readonly DatedStudyDay[], what: "answers" | "minutes", dayName: (day: string) => string): Plot.PlotOptions {
  const names = days.map(({ day }) => day);
  return {
    marginLeft: 36, marginRight: 8, marginTop: 12, marginBottom: 26,
    x: { type: "band", domain: names, padding: 0.2, label: null, ticks: names.filter((_, i) => (names.length - 1 - i) % daysOfWeek === 0), tickFormat: dayName, tickSize: 4 },
    y: { label: null, ticks: 3, tickSize: 0, nice: true, tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : "") },
    marks: [Plot.ruleY([0], { stroke: "var(--color-line)" }), ...(what === "answers" ? answerBars(days) : [Plot.barY(days, { x: "day", y: minutesOf, fill: "var(--color-chart-4)" })])],
  };
}
