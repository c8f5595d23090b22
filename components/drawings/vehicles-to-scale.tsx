import { drawLaunchVehicle } from "@/lib/drawings/launch-vehicle";
import { layToScale } from "@/lib/drawings/scale-line";
import type { VehicleFigures } from "@/lib/drawings/vehicle-figures";
import { ScalePicture } from "./scale-picture";

type VehiclesToScaleProps = {
  vehicles: readonly { id: string; name: string; figures: VehicleFigures }[];
  /** The picture in words. */
  label: string;
  /** What the frame is called that scrolls where the picture is wider than the page. */
  frameLabel: string;
};

const height = 400;
const lineHeight = 19;

/** "Long March" above "3B": what tells rockets apart keeps a line of its own. */
function linesOf(name: string): string[] {
  const at = name.lastIndexOf(" ");
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

/** Generous for the page's font at 14 pixels; the air between two is the gap of the line. */
const widthOf = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length)) * 7.6 + 4;

/** Several rockets on one ground line at one scale, each over its name. */
export function VehiclesToScale({ vehicles, label, frameLabel }: VehiclesToScaleProps) {
  const drawings = vehicles.map(({ figures }) => drawLaunchVehicle(figures));
  const names = vehicles.map(({ name }) => linesOf(name));
  const line = layToScale(drawings, { height, leastWidths: names.map(widthOf) });
  return (
    <div role="region" aria-label={frameLabel} tabIndex={0} className="w-fit max-w-full overflow-x-auto rounded-control border border-line bg-surface p-4">
      <ScalePicture label={label} line={line} drawings={drawings} footer={2 * lineHeight + 12}>
        <g className="fill-ink text-14 forced-colors:fill-[CanvasText]" textAnchor="middle">
          {names.map((lines, i) => (
            <text key={vehicles[i]!.id}>
              {lines.map((text, row) => (
                <tspan key={row} x={line.places[i]!.x} y={line.ground + (row + 1) * lineHeight + 4}>
                  {text}
                </tspan>
              ))}
            </text>
          ))}
        </g>
      </ScalePicture>
    </div>
  );
}
