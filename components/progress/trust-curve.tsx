import * as Plot from "@observablehq/plot";
import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { PlotFigure } from "@/components/ui/plot-figure";
import { Table } from "@/components/ui/table";
import { isWithinChance, type CalibrationBin } from "@/lib/progress/calibration-curve";
import { recentDays } from "@/lib/progress/foretold-reviews";
import { asPercent } from "./trust-percent";

type TrustCurveProps = { bins: readonly CalibrationBin[]; isRecent: boolean; reviews: number };
type Words = { x: string; y: string; diagonal: string };

/** Where the axes begin: at a full ten per cent below all there is to see. */
const startOf = (bins: readonly CalibrationBin[]) => Math.max(0, Math.floor(10 * Math.min(...bins.map(({ foretold, right }) => Math.min(foretold, right.low)))) / 10);

function optionsFor(bins: readonly CalibrationBin[], words: Words): Plot.PlotOptions {
  const start = startOf(bins);
  const axis = { domain: [start, 1], ticks: start < 0.5 ? 5 : 4, tickFormat: (chance: number) => `${asPercent(chance)}%`, tickSize: 4 };
  const low = start + (1 - start) / 20;
  return {
    marginLeft: 44, marginRight: 22, marginTop: 28, marginBottom: 38,
    x: { ...axis, label: words.x, labelAnchor: "center", labelArrow: "none" },
    y: { ...axis, label: words.y, labelArrow: "none" },
    marks: [
      Plot.line([[start, start], [1, 1]], { stroke: "var(--color-control)", strokeWidth: 1 }),
      Plot.text([[low, low]], { text: () => words.diagonal, rotate: -45, dx: -6, dy: -6, textAnchor: "start" }),
      Plot.ruleX(bins, { x: "foretold", y1: ({ right }: CalibrationBin) => right.low, y2: ({ right }: CalibrationBin) => right.high, stroke: "var(--color-chart-1)", strokeWidth: 1.5 }),
      Plot.dot(bins, {
        x: "foretold", y: ({ right }: CalibrationBin) => right.share, r: 4.5, stroke: "var(--color-chart-1)", strokeWidth: 1.5,
        fill: (bin: CalibrationBin) => (isWithinChance(bin) ? "var(--color-chart-1)" : "var(--color-surface)"),
      }),
    ],
  };
}

/** What was foretold against what came true. On the hairline the two are the same. */
export function TrustCurve({ bins, isRecent, reviews }: TrustCurveProps) {
  const t = useTranslations("progressTrust.curve");
  const within = bins.filter(isWithinChance).length;
  const period = isRecent ? t("recent", { days: recentDays, reviews }) : t("all", { reviews });
  const percent = (chance: number) => t("percent", { percent: asPercent(chance) });
  return (
    <ChartFrame
      title={t("title")}
      summary={`${t("summary", { within, groups: bins.length })} ${within < bins.length ? t("hollow") : ""} ${period}`}
      tableLabel={t("table")}
      table={
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[{ heading: t("foretold") }, { heading: t("right"), isNumber: true }, { heading: t("interval"), isNumber: true }, { heading: t("count"), isNumber: true }]}
          rows={bins.map(({ foretold, right }, i) => ({ key: String(i), cells: [percent(foretold), percent(right.share), t("between", { low: asPercent(right.low), high: asPercent(right.high) }), right.count] }))}
        />
      }
    >
      <PlotFigure className="max-w-96" width={320} height={320} options={optionsFor(bins, { x: t("axisForetold"), y: t("axisRight"), diagonal: t("same") })} />
    </ChartFrame>
  );
}
