import { drawLaunchVehicle } from "@/lib/drawings/launch-vehicle";
import { layToScale } from "@/lib/drawings/scale-line";
import type { VehicleFigures } from "@/lib/drawings/vehicle-figures";
import { ScalePicture } from "./scale-picture";

type VehicleDrawingProps = {
  figures: VehicleFigures;
  /** The drawing in words, with all its figures. */
  label: string;
  /** Of the rocket, in pixels. */
  height?: number;
};

/** One rocket drawn from its figures, beside a ruler and a person. */
export function VehicleDrawing({ figures, label, height = 300 }: VehicleDrawingProps) {
  const drawing = drawLaunchVehicle(figures);
  return <ScalePicture label={label} line={layToScale([drawing], { height })} drawings={[drawing]} footer={10} />;
}
