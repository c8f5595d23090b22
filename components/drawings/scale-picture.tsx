import type { ReactNode } from "react";
import type { VehicleDrawing } from "@/lib/drawings/launch-vehicle";
import { drawPerson } from "@/lib/drawings/person";
import type { ScaleLine } from "@/lib/drawings/scale-line";
import { pathOf } from "@/lib/drawings/shapes";

type ScalePictureProps = {
  /** The picture in words. */
  label: string;
  line: ScaleLine;
  drawings: readonly VehicleDrawing[];
  /** Pixels below the ground, for names. */
  footer: number;
  children?: ReactNode;
};

const person = drawPerson();

const hand = "stroke-ink forced-colors:stroke-[CanvasText]";

/** Rockets on their ground line, with a ruler in metres and a person; drawn pixel for pixel, so that its letters keep their size. */
export function ScalePicture({ label, line, drawings, footer, children }: ScalePictureProps) {
  const { width, ground, ruler, marks, pixelsPerMetre: scale } = line;
  const height = ground + footer;
  return (
    <svg role="img" aria-label={label} width={Math.ceil(width)} height={height} viewBox={`0 0 ${Math.ceil(width)} ${height}`} className="block max-w-none shrink-0">
      {marks.slice(1).map(({ metres, y }) => (
        <path key={metres} d={`M${ruler.x},${y}H${width}`} className="stroke-line forced-colors:stroke-[GrayText]" strokeWidth={1} />
      ))}
      <g className={hand} strokeWidth={1.5} fill="none">
        <path d={`M${ruler.x},${marks.at(-1)!.y}V${ground}H${width}`} />
        {marks.map(({ metres, y }) => (
          <path key={metres} d={`M${ruler.x - 5},${y}H${ruler.x}`} />
        ))}
      </g>
      <g className="fill-muted text-14 tabular-nums forced-colors:fill-[CanvasText]" textAnchor="end">
        {marks.map(({ metres, y }) => (
          <text key={metres} x={ruler.x - 9} y={y + 5}>{`${metres} m`}</text>
        ))}
      </g>
      <path d={pathOf(person, { x: line.person.x, y: ground, scale })} className="fill-ink forced-colors:fill-[CanvasText]" />
      <g className={`fill-surface ${hand} forced-colors:fill-[Canvas]`} strokeWidth={1.5} strokeLinejoin="round">
        {drawings.flatMap(({ shapes }, at) =>
          shapes.map(({ points }, i) => (
            <path key={`${at} ${i}`} d={pathOf(points, { x: line.places[at]!.x, y: ground, scale })} vectorEffect="non-scaling-stroke" />
          )),
        )}
      </g>
      {children}
    </svg>
  );
}
