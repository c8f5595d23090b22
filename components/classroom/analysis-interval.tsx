import { StaticSvg } from "@/components/ui/static-svg";
import type { Figures } from "@/lib/statistics/figures";
import { shownFacility } from "./analysis-words";

/** The facility on a line from 0 to 100 %, with where the true figure lies 19 times in 20; the words beside it say the same. */
export function AnalysisInterval({ figures }: { figures: Figures }) {
  const shown = shownFacility(figures);
  if (!shown) return null;
  const at = (share: number) => (4 + 192 * share).toFixed(1);
  return (
    <StaticSvg>
      <svg aria-hidden viewBox="0 0 200 10" width="200" height="10" className="max-w-full">
        <line x1="4" x2="196" y1="5" y2="5" stroke="var(--color-line)" strokeWidth="1" />
        <line x1={at(shown.low)} x2={at(shown.high)} y1="5" y2="5" stroke="var(--color-chart-1)" strokeWidth="2" />
        <circle cx={at(shown.share)} cy="5" r="4" fill="var(--color-chart-1)" />
      </svg>
    </StaticSvg>
  );
}
