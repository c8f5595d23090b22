import type { PlotOptions } from "@observablehq/plot";
import { PlotFigure } from "@/components/ui/plot-figure";

type LearningPlotProps = { optionsFor: (width: number) => PlotOptions; height: number };

const [narrow, wide] = [310, 460];

/** Drawn for a phone and for a wider place, so that the text has the same size in both. */
export function LearningPlot({ optionsFor, height }: LearningPlotProps) {
  return (
    <>
      <PlotFigure className="max-w-96 sm:hidden" options={optionsFor(narrow)} width={narrow} height={height} />
      <PlotFigure className="hidden max-w-140 sm:block" options={optionsFor(wide)} width={wide} height={height} />
    </>
  );
}
