import * as Plot from "@observablehq/plot";
import { PlotFigure } from "@/components/ui/plot-figure";

type Words = { first: string; now: string };
type EarlierPlotProps = { percents: readonly number[]; labels: Words };

const height = 150;
const [narrow, wide] = [300, 620];

function optionsFor(percents: readonly number[], { first, now }: Words): Plot.PlotOptions {
  const points = percents.map((percent, i) => ({ i, percent }));
  const last = points.slice(-1);
  const end = points.length - 1;
  return {
    marginLeft: 56, marginRight: 44, marginTop: 14, marginBottom: 28,
    x: { label: null, domain: [0, end], ticks: [0, end], tickSize: 0, tickFormat: (i: number) => (i === end ? now : first) },
    y: { label: null, domain: [0, 100], ticks: [0, 50, 100], tickSize: 0, tickFormat: (percent: number) => `${percent}%` },
    marks: [
      Plot.ruleY([0, 50, 100], { stroke: "var(--color-line)" }),
      Plot.lineY(points, { x: "i", y: "percent", stroke: "var(--color-chart-1)", strokeWidth: 1.5 }),
      Plot.dot(points.slice(0, -1), { x: "i", y: "percent", r: 3, fill: "var(--color-chart-1)" }),
      Plot.dot(last, { x: "i", y: "percent", r: 4.5, fill: "var(--color-accent)" }),
      Plot.text(last, { x: "i", y: "percent", text: ({ percent }: { percent: number }) => `${percent}%`, textAnchor: "start", dx: 9, fill: "var(--color-ink)" }),
    ],
  };
}

/** Each quiz a dot, the newest in red. */
export function EarlierPlot({ percents, labels }: EarlierPlotProps) {
  return (
    <>
      <PlotFigure className="sm:hidden" options={optionsFor(percents, labels)} width={narrow} height={height} />
      <PlotFigure className="hidden sm:block" options={optionsFor(percents, labels)} width={wide} height={height} />
    </>
  );
}
