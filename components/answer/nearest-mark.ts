import type { MapDrawing } from "@/lib/drawings/map";

type Box = Pick<DOMRect, "left" | "top" | "width" | "height">;

/** As near as a finger must come. */
const reachPixels = 28;

/** The position of the mark of a drawing in `box` that was pressed at a point of the page; null if none is near. */
export function nearestMark({ width, height, marks }: Pick<MapDrawing, "width" | "height" | "marks">, box: Box, pressed: { x: number; y: number }): number | null {
  const distances = marks.map(({ x, y }) => Math.hypot(box.left + (x / width) * box.width - pressed.x, box.top + (y / height) * box.height - pressed.y));
  const nearest = Math.min(...distances);
  return nearest <= reachPixels ? distances.indexOf(nearest) : null;
}
