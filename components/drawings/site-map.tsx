import type { MapDrawing } from "@/lib/drawings/map";

type SiteMapProps = {
  drawing: MapDrawing;
  /** The map in words: what is marked, and where. */
  label: string;
};

/** Coasts and marked places; plain, so that it can be drawn in the browser from what the server worked out. */
export function SiteMap({ drawing: { width, height, land, graticule, marks }, label }: SiteMapProps) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="block h-auto w-120 max-w-full rounded-control border border-line bg-surface">
      <path d={graticule} fill="none" strokeWidth={1} vectorEffect="non-scaling-stroke" className="stroke-line" />
      <path d={land} strokeWidth={1.5} vectorEffect="non-scaling-stroke" strokeLinejoin="round" className="fill-sunken stroke-control forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]" />
      {marks.map(({ x, y }, i) => (
        <circle key={i} cx={x} cy={y} r={5.5} strokeWidth={1.5} className="fill-accent stroke-surface forced-colors:fill-[Highlight]" />
      ))}
      <g fontSize={13} strokeWidth={4} strokeLinejoin="round" paintOrder="stroke" className="fill-ink stroke-sunken forced-colors:fill-[CanvasText] forced-colors:stroke-[Canvas]">
        {marks.map(({ label: name }, i) =>
          name ? (
            <text key={i} textAnchor={name.anchor}>
              {name.lines.map((line, row) => (
                <tspan key={row} x={name.x} y={name.y + row * 15}>
                  {line}
                </tspan>
              ))}
            </text>
          ) : null,
        )}
      </g>
    </svg>
  );
}
