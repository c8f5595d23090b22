import type { VehicleDrawing } from "./launch-vehicle";
import { personHeight } from "./person";

/** Several drawings on one ground line at one scale; in pixels, y downwards. */
export type ScaleLine = {
  pixelsPerMetre: number;
  width: number;
  /** Where the ground is; the tallest drawing ends `margin` below the top. */
  ground: number;
  /** The axis of each drawing, and the width that is kept free for it. */
  places: { x: number; width: number }[];
  person: { x: number };
  ruler: { x: number };
  /** Marks on the ruler from the ground up, evenly spaced by a round number of metres. */
  marks: { metres: number; y: number }[];
};

export type ScaleLineOptions = {
  /** Height of the tallest drawing in pixels, > 0. */
  height: number;
  /** Least width of each drawing's place in pixels, for its label. */
  leastWidths?: readonly number[];
};

const margin = 8;
/** Room for its figures, left of its line. */
const rulerWidth = 52;
const personWidth = 26;
const gap = 18;

/** The largest of 1, 2 or 5 times a power of ten that is at most `most` (> 0): a length people can count in. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((factor) => factor * power).find((length) => length <= most * (1 + 1e-9)) ?? power;
}

/** Stands the drawings side by side, in their order, behind a ruler and a person; throws on none. */
export function layToScale(drawings: readonly VehicleDrawing[], { height, leastWidths = [] }: ScaleLineOptions): ScaleLine {
  if (drawings.length === 0) throw new Error("layToScale: nothing to lay out");
  const tallest = Math.max(personHeight, ...drawings.map(({ bounds }) => bounds.top));
  const pixelsPerMetre = height / tallest;
  const ground = margin + height;
  let x = rulerWidth + personWidth + gap;
  const places = drawings.map(({ bounds }, i) => {
    const drawn = (bounds.right - bounds.left) * pixelsPerMetre;
    const width = Math.max(drawn, leastWidths[i] ?? 0);
    const place = { x: x + width / 2 - ((bounds.left + bounds.right) / 2) * pixelsPerMetre, width };
    x += width + gap;
    return place;
  });
  const step = roundLength(tallest / 3);
  const marks = Array.from({ length: Math.floor(tallest / step + 1e-9) + 1 }, (_, i) => ({ metres: i * step, y: ground - i * step * pixelsPerMetre }));
  return { pixelsPerMetre, width: x - gap + margin, ground, places, person: { x: rulerWidth + personWidth / 2 }, ruler: { x: rulerWidth }, marks };
}
