import * as Plot from "@observablehq/plot";
import type { ForecastDay } from "@/lib/progress/forecast";
import { dayAndMonth } from "./learning-day-names";

/** From the bottom of a bar to its top. */
export const partsInOrder = ["planned", "repeats", "fresh"] as const;
export type Part = (typeof partsInOrder)[number];

const looks: Record<Part, Plot.BarYOptions> = {
  planned: { fill: "var(--color-chart-1)" },
  repeats: { fill: "var(--color-chart-1)", fillOpacity: 0.3, stroke: "var(--color-chart-1)", insetTop: 0.5 },
  fresh: { fill: "var(--color-chart-2)" },
};

const daysOfWeek = 7;

const below = (day: ForecastDay, place: number) => partsInOrder.slice(0, place).reduce((sum, part) => sum + day[part], 0);

/** Less than this would be a line and no bar. */
const leastShown = 0.25;

const bars = (days: readonly ForecastDay[]) =>
  partsInOrder.map((part, i) => Plot.barY(days.filter((day) => day[part] >= leastShown), { x: "day", y1: (day: ForecastDay) => below(day, i), y2: (day: ForecastDay) => below(day, i + 1), ...looks[part] }));

export type ComingWords = { today: string; minutes: (minutes: number) => string };

/** A bar for each day, of cards on the left scale and minutes on the right one; every seventh day has its name. */
export function comingBars(days: readonly ForecastDay[], minutesPerCard: number, words: ComingWords): Plot.PlotOptions {
  const names = days.map(({ day }) => day);
  const scale = { ticks: 3, tickSize: 0, label: null };
  return {
    marginLeft: 32, marginRight: 52, marginTop: 12, marginBottom: 26,
    x: { type: "band", domain: names, padding: 0.2, label: null, ticks: names.filter((_, i) => i % daysOfWeek === 0), tickFormat: (day: string) => (day === names[0] ? words.today : dayAndMonth(day)), tickSize: 4 },
    y: { nice: true, label: null },
    marks: [
      Plot.ruleY([0], { stroke: "var(--color-line)" }),
      Plot.axisY({ ...scale, anchor: "left", tickFormat: (cards: number) => (Number.isInteger(cards) ? String(cards) : "") }),
      Plot.axisY({ ...scale, anchor: "right", tickFormat: (cards: number) => (cards === 0 ? "" : words.minutes(cards * minutesPerCard)) }),
      ...bars(days),
    ],
  };
}
