import * as Plot from "@observablehq/plot";
import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { PlotFigure } from "@/components/ui/plot-figure";
import { Table } from "@/components/ui/table";
import { dayNumber, dayOfNumber } from "@/lib/progress/day-number";
import type { CurveAnswer, CurvePoint, MemoryCurve } from "@/lib/progress/memory-curve";
import type { LearnerDay } from "@/lib/scheduling/learner-day";
import { chancePercent } from "./chance-percent";
import { dayAndMonth, fullDay, middayOf, shortMonthAndYear } from "./learning-day-names";

type FactHistoryCurveProps = { history: { curve: MemoryCurve; today: LearnerDay; desiredRetention: number; standing: { dueOn: LearnerDay; recall: number } | null } };
type Words = { today: string; due: string };

const [narrow, wide] = [310, 640];
const height = 260;
const daysWithoutYear = 300;

const percent = (chance: number) => `${Math.round(100 * chance)}%`;
const dateOf = ({ day }: { day: number }) => middayOf(dayOfNumber(day));

/** Of a fact that slips again and again, dots would hide each other. */
const dotSize = ({ answers }: MemoryCurve) => (answers.length > 20 ? 3.5 : 4.5);

type Piece = CurvePoint & { stretch: number };

/** What was, and what is foretold, which begins where the other ends. */
function splitAt(stretches: readonly CurvePoint[][], today: number): { past: Piece[]; ahead: Piece[] } {
  const pieces = stretches.flatMap((points, stretch) => points.map((point) => ({ ...point, stretch })));
  const past = pieces.filter(({ day }) => day <= today);
  const last = past.at(-1);
  return { past, ahead: [...(last ? [last] : []), ...pieces.filter(({ day }) => day > today)] };
}

/** Whole days, evenly, the ends among them: what Plot would choose may be hours. */
function ticksBetween(from: number, to: number, most: number): Date[] {
  const count = Math.min(most, to - from + 1);
  const days = Array.from({ length: count }, (_, i) => Math.round(from + ((to - from) * i) / Math.max(1, count - 1)));
  return [...new Set(days)].map((day) => dateOf({ day }));
}

function optionsFor({ curve, today, desiredRetention, standing }: FactHistoryCurveProps["history"], width: number, words: Words): Plot.PlotOptions {
  const days = curve.stretches.flat().map(({ day }) => day);
  const [from, to, now] = [Math.min(...days), Math.max(...days), dayNumber(today)];
  const { past, ahead } = splitAt(curve.stretches, now);
  const isDueEarly = standing !== null && dayNumber(standing.dueOn) - from < (to - from) / 2;
  const lowest = Math.min(desiredRetention, ...curve.stretches.flat().map(({ recall }) => recall));
  const line = { x: dateOf, y: "recall", z: "stretch", stroke: "var(--color-chart-1)", strokeWidth: 2 } as const;
  const dot = { x: dateOf, y: ({ recall }: CurveAnswer) => recall ?? 1 } as const;
  return {
    marginLeft: 46, marginRight: 26, marginTop: 34, marginBottom: 28,
    x: { type: "utc", label: null, domain: [dateOf({ day: from }), dateOf({ day: Math.max(to, from + 1) })], ticks: ticksBetween(from, to, width < 400 ? 3 : 5), tickFormat: to - from > daysWithoutYear ? shortMonthAndYear : dayAndMonth, tickSize: 4 },
    y: { label: null, domain: [Math.max(0, Math.floor(lowest * 10 - 0.5) / 10), 1], ticks: 4, tickFormat: percent, tickSize: 0 },
    marks: [
      Plot.ruleY([desiredRetention], { stroke: "var(--color-control)", strokeDasharray: "2 4" }),
      Plot.ruleX(standing && dayNumber(standing.dueOn) > now ? [middayOf(standing.dueOn)] : [], { stroke: "var(--color-control)" }),
      Plot.text(standing && dayNumber(standing.dueOn) > now ? [middayOf(standing.dueOn)] : [], { x: (date: Date) => date, frameAnchor: "top", dy: -14, text: () => words.due, ...(isDueEarly ? { textAnchor: "start", dx: -4 } : { textAnchor: "end", dx: 4 }) }),
      Plot.line(past, line),
      Plot.line(ahead, { ...line, strokeDasharray: "3 4" }),
      Plot.dot(curve.answers.filter(({ isRight }) => isRight), { ...dot, r: dotSize(curve), fill: "var(--color-chart-1)" }),
      Plot.dot(curve.answers.filter(({ isRight }) => !isRight), { ...dot, r: dotSize(curve) + 0.5, symbol: "times", stroke: "var(--color-chart-2)", strokeWidth: 2.5 }),
      Plot.ruleX([middayOf(today)], { stroke: "var(--color-accent)", strokeWidth: 1 }),
      Plot.text([middayOf(today)], { x: (date: Date) => date, frameAnchor: "top", dy: -28, text: () => words.today, fill: "var(--color-accent)", textAnchor: now - from < (to - from) / 2 ? "start" : "end" }),
    ],
  };
}

/** The chance of knowing the fact from its first answer until it comes back, as it was foretold at each time. */
export function FactHistoryCurve({ history }: FactHistoryCurveProps) {
  const t = useTranslations("factHistory.curve");
  const { curve, today, standing, desiredRetention } = history;
  const words = { today: t("today"), due: standing ? t("due", { day: dayAndMonth(standing.dueOn) }) : "" };
  const last = curve.stretches.at(-1)?.findLast(({ day }) => day <= dayNumber(today))?.recall ?? 0;
  return (
    <ChartFrame
      title={t("title")}
      heading="h2"
      summary={t("summary", { percent: `${chancePercent(standing?.recall ?? last)}%`, aim: percent(desiredRetention) })}
      tableLabel={t("table")}
      table={
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[{ heading: t("day") }, { heading: t("foretold"), isNumber: true }, { heading: t("outcome") }, { heading: t("firm"), isNumber: true }]}
          rows={curve.answers.map(({ day, recall, isRight, stabilityDays }, i) => ({
            key: String(i),
            cells: [fullDay(dayOfNumber(day)), recall === null ? t("first") : `${chancePercent(recall)}%`, isRight ? t("right") : t("wrong"), t("days", { days: Math.max(1, Math.round(stabilityDays)) })],
          })).reverse()}
        />
      }
    >
      <PlotFigure className="max-w-96 sm:hidden" options={optionsFor(history, narrow, words)} width={narrow} height={height} />
      <PlotFigure className="hidden sm:block" options={optionsFor(history, wide, words)} width={wide} height={height} />
    </ChartFrame>
  );
}
