import * as Plot from "@observablehq/plot";
import { useFormatter, useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { Table } from "@/components/ui/table";
import type { RetentionOfDays } from "@/lib/progress/learning-report";
import { matureDays } from "@/lib/progress/retention";
import type { Share } from "@/lib/progress/share";
import { LearningPlot } from "./learning-plot";

type LearningRetentionProps = { retention: readonly RetentionOfDays[]; aim: number };

const parts = ["all", "young", "mature"] as const;
type Part = (typeof parts)[number];
type Row = Share & { key: string; days: number; part: Part; isFirst: boolean };
type Words = { span: (days: number) => string; part: (part: Part) => string; percent: (share: number) => string; aim: string };

const colours: Record<Part, string> = { all: "var(--color-ink)", young: "var(--color-chart-2)", mature: "var(--color-chart-1)" };
const monthDays = 30;

const rowsOf = (retention: readonly RetentionOfDays[]): Row[] =>
  retention.flatMap((period) => parts.map((part) => ({ ...period[part], key: `${period.days}-${part}`, days: period.days, part, isFirst: part === parts[0] })));

/** What is worth a row in the picture: parts with a review, of spans of days that hold more than the shorter one before. */
const drawnOf = (retention: readonly RetentionOfDays[]): Row[] => rowsOf(retention.filter(({ all }, i) => all.count > (retention[i - 1]?.all.count ?? 0))).filter(({ count }) => count > 0);

/** The rows from top to bottom, with an empty one between spans of days. */
const placesOf = (rows: readonly Row[]) => rows.flatMap(({ key, days }, i) => (i > 0 && rows[i - 1]!.days !== days ? [`before ${key}`, key] : [key]));

function optionsFor(rows: readonly Row[], aim: number, { span, part, percent, aim: aimWords }: Words): Plot.PlotOptions {
  const start = Math.max(0, Math.min(Math.floor(10 * (aim - 0.1)), ...rows.map(({ low }) => Math.floor(10 * low))) / 10);
  const y = "key";
  const stroke = ({ part: of }: Row) => colours[of];
  return {
    marginLeft: 118, marginRight: 44, marginTop: 24, marginBottom: 28,
    x: { domain: [start, 1], ticks: 3, tickFormat: percent, tickSize: 4, label: null },
    y: { type: "point", domain: placesOf(rows), axis: null, padding: 0.6 },
    marks: [
      Plot.ruleX([aim], { stroke: "var(--color-control)", strokeDasharray: "3,3" }),
      Plot.text([aim], { x: (value: number) => value, frameAnchor: "top", dy: -16, textAnchor: "end", dx: 20, text: () => aimWords }),
      Plot.text(rows.filter(({ isFirst }) => isFirst), { y, frameAnchor: "left", textAnchor: "start", dx: -118, text: ({ days }: Row) => span(days) }),
      Plot.text(rows, { y, frameAnchor: "left", textAnchor: "end", dx: -8, text: ({ part: of }: Row) => part(of) }),
      Plot.ruleY(rows, { y, x1: "low", x2: "high", stroke, strokeWidth: 1.5 }),
      Plot.dot(rows, { y, x: "share", r: 4, fill: stroke }),
      Plot.text(rows, { y, frameAnchor: "right", textAnchor: "start", dx: 8, text: ({ share }: Row) => percent(share) }),
    ],
  };
}

/** True retention, beside what is aimed at. */
export function LearningRetention({ retention, aim }: LearningRetentionProps) {
  const t = useTranslations("progressLearning.retention");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  const month = retention.find(({ days }) => days === monthDays);
  const span = (days: number) => t("span", { days });
  const [rows, drawn] = [rowsOf(retention), drawnOf(retention)];
  const cellsOf = ({ days, part, count, share, low, high }: Row) =>
    count === 0 ? [span(days), t(part), t("nothing"), t("nothing"), 0] : [span(days), t(part), percent(share), t("between", { low: percent(low), high: percent(high) }), count];
  return (
    <ChartFrame
      title={t("title")}
      summary={month && month.all.count > 0 ? t("summary", { span: monthDays, percent: percent(month.all.share), count: month.all.count, aim: percent(aim) }) : t("none", { span: monthDays, aim: percent(aim) })}
      note={t("hint", { days: matureDays })}
      isFolded
      tableLabel={t("table")}
      table={
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[{ heading: t("time") }, { heading: t("facts") }, { heading: t("right"), isNumber: true }, { heading: t("interval"), isNumber: true }, { heading: t("reviews"), isNumber: true }]}
          rows={rows.map((row) => ({ key: row.key, cells: cellsOf(row) }))}
        />
      }
    >
      {drawn.length > 0 && <LearningPlot height={60 + 18 * placesOf(drawn).length} optionsFor={() => optionsFor(drawn, aim, { span, part: (part) => t(part), percent, aim: t("aim", { aim: percent(aim) }) })} />}
    </ChartFrame>
  );
}
