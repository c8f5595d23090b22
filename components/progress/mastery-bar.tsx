import { StaticSvg } from "@/components/ui/static-svg";

const length = 200;

const part = (count: number, facts: number) => Math.round((length * count) / facts);

/** A bar as long as the facts: solid as far as they would be recalled, pale as far as they are begun. For the eye only: say the figures beside it. */
export function MasteryBar({ facts, begun, recalled }: { facts: number; begun: number; recalled: number }) {
  return (
    <StaticSvg>
      <svg viewBox={`0 0 ${length} 8`} preserveAspectRatio="none" className="h-2 w-full rounded-key bg-sunken" aria-hidden>
        <rect width={part(begun, facts)} height="8" className="fill-chart-1/35 forced-colors:fill-[GrayText]" />
        <rect width={part(recalled, facts)} height="8" className="fill-chart-1 forced-colors:fill-[CanvasText]" />
      </svg>
    </StaticSvg>
  );
}
