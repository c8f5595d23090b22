import * as Plot from "@observablehq/plot";
import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { PlotFigure } from "@/components/ui/plot-figure";
import { Table } from "@/components/ui/table";
import type { WayLine } from "@/lib/progress/by-form";
import { asPercent } from "./trust-percent";

type TrustWaysProps = { ways: readonly WayLine[]; isMostlyRecognised: boolean };
type Drawn = WayLine & { name: string; figures: string };

const rowHeight = 56;
const gapShare = 0.7;
const margins = { marginLeft: 16, marginRight: 16, marginTop: 30, marginBottom: 32 };

function optionsFor(rows: readonly Drawn[]): Plot.PlotOptions {
  const start = Math.max(0, Math.floor(10 * Math.min(...rows.map(({ foretold, right }) => Math.min(foretold, right.low)))) / 10);
  const y = "way";
  return {
    ...margins,
    x: { domain: [start, 1], ticks: 4, tickFormat: (chance: number) => `${asPercent(chance)}%`, tickSize: 4, label: null },
    y: { type: "band", domain: rows.map(({ way }) => way), axis: null, paddingInner: gapShare, paddingOuter: 0 },
    marks: [
      Plot.text(rows, { y, frameAnchor: "left", dx: -margins.marginLeft, dy: -20, textAnchor: "start", text: "name", fill: "var(--color-ink)" }),
      Plot.text(rows, { y, frameAnchor: "right", dx: margins.marginRight, dy: -20, textAnchor: "end", text: "figures", fontVariant: "tabular-nums" }),
      Plot.ruleY(rows, { y, stroke: "var(--color-line)" }),
      Plot.ruleY(rows, { y, x1: ({ right }: Drawn) => right.low, x2: ({ right }: Drawn) => right.high, stroke: "var(--color-chart-1)", strokeWidth: 1.5 }),
      Plot.tickX(rows, { y, x: "foretold", stroke: "var(--color-ink)", strokeWidth: 2 }),
      Plot.dot(rows, { y, x: ({ right }: Drawn) => right.share, r: 4.5, fill: "var(--color-chart-1)" }),
    ],
  };
}

/** How often each way of answering is right, beside what was foretold of it. */
export function TrustWays({ ways, isMostlyRecognised }: TrustWaysProps) {
  const t = useTranslations("progressTrust.ways");
  const rows = ways.map((line) => ({ ...line, name: t(`name.${line.way}`), figures: t("figures", { right: asPercent(line.right.share), foretold: asPercent(line.foretold) }) }));
  const of = (way: string) => asPercent(ways.find((line) => line.way === way)?.right.share ?? 0);
  const height = margins.marginTop + margins.marginBottom + rowHeight * (rows.length - gapShare);
  const percent = (chance: number) => t("percent", { percent: asPercent(chance) });
  return (
    <ChartFrame
      title={t("title")}
      summary={`${isMostlyRecognised ? t("gap", { recognised: of("recognised"), produced: of("produced") }) : ""} ${t("summary")}`.trim()}
      tableLabel={t("table")}
      table={
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[{ heading: t("way") }, { heading: t("foretold"), isNumber: true }, { heading: t("right"), isNumber: true }, { heading: t("count"), isNumber: true }]}
          rows={rows.map(({ way, name, foretold, right }) => ({ key: way, cells: [name, percent(foretold), percent(right.share), right.count] }))}
        />
      }
    >
      <PlotFigure className="sm:hidden" width={320} height={height} options={optionsFor(rows)} />
      <PlotFigure className="hidden max-w-120 sm:block" width={440} height={height} options={optionsFor(rows)} />
    </ChartFrame>
  );
}
