import * as Plot from "@observablehq/plot";
import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { Table } from "@/components/ui/table";
import { sampleDays } from "@/lib/progress/growth";
import type { DatedGrowth } from "@/lib/progress/learning-report";
import { daysBetween } from "@/lib/scheduling/learner-day";
import { dayAndMonth, fullDay, middayOf, shortMonthAndYear } from "./learning-day-names";
import { LearningPlot } from "./learning-plot";

type LearningGrowthProps = { growth: readonly DatedGrowth[]; monthAgo: DatedGrowth | null };
type Words = { begun: string; recalled: string; dayName: (date: Date) => string };

const rowsOfTable = 13;
const ticks = 4;
const wideFrom = 400;
/** A longer time is told by months and years. */
const daysWithoutYear = 300;

/** A few of them, evenly, with both ends. */
const someOf = <T,>(all: readonly T[], most: number): T[] => sampleDays(0, all.length - 1, most).map((i) => all[i]!);

function optionsFor(growth: readonly DatedGrowth[], width: number, { begun, recalled, dayName }: Words): Plot.PlotOptions {
  const x = ({ day }: DatedGrowth) => middayOf(day);
  const last = growth.slice(-1);
  const label = { x, textAnchor: "start", dx: 8 } as const;
  return {
    marginLeft: 40, marginRight: 68, marginTop: 16, marginBottom: 28,
    x: { type: "utc", label: null, ticks: someOf(growth.map(x), width < wideFrom ? ticks - 1 : ticks), tickFormat: dayName, tickSize: 4 },
    y: { label: null, ticks: 4, tickSize: 0, grid: false, domain: [0, Math.max(4, last[0]!.begun)], nice: true, tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : "") },
    marks: [
      Plot.ruleY([0], { stroke: "var(--color-line)" }),
      Plot.areaY(growth, { x, y: "recalled", fill: "var(--color-chart-1)", fillOpacity: 0.15 }),
      Plot.lineY(growth, { x, y: "begun", stroke: "var(--color-control)", strokeWidth: 1.5, curve: "linear" }),
      Plot.lineY(growth, { x, y: "recalled", stroke: "var(--color-chart-1)", strokeWidth: 2 }),
      Plot.dot(last, { x, y: "recalled", r: 3.5, fill: "var(--color-accent)" }),
      Plot.text(last, { ...label, y: "begun", text: () => begun, dy: -6 }),
      Plot.text(last, { ...label, y: "recalled", text: () => recalled, dy: 8 }),
    ],
  };
}

/** How the facts begun and those that would be recalled became more, or fewer. */
export function LearningGrowth({ growth, monthAgo }: LearningGrowthProps) {
  const t = useTranslations("progressLearning.growth");
  const [first, last] = [growth[0], growth.at(-1)];
  if (!first || !last) return null;
  const dayName = daysBetween(first.day, last.day) > daysWithoutYear ? shortMonthAndYear : dayAndMonth;
  const then = { monthAgo: monthAgo ? "some" : "none", recalledThen: Math.round(monthAgo?.recalled ?? 0), begunThen: monthAgo?.begun ?? 0 };
  return (
    <ChartFrame
      title={t("title")}
      summary={t("summary", { since: fullDay(first.day), begun: last.begun, recalled: Math.round(last.recalled), ...then })}
      tableLabel={t("table")}
      table={
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[{ heading: t("day") }, { heading: t("begun"), isNumber: true }, { heading: t("recalled"), isNumber: true }]}
          rows={someOf(growth, rowsOfTable).map(({ day, begun, recalled }) => ({ key: day, cells: [fullDay(day), begun, Math.round(recalled)] }))}
        />
      }
    >
      <LearningPlot height={240} optionsFor={(width) => optionsFor(growth, width, { begun: t("begun"), recalled: t("recalled"), dayName })} />
    </ChartFrame>
  );
}
