/** The shades of a day, from none: one hue that grows fuller, so that they differ for everybody. Forced colours leave only an outline of none. */
export const heatFills = [
  { className: "fill-sunken" },
  { className: "fill-chart-1/30 forced-colors:fill-[GrayText]" },
  { className: "fill-chart-1/55 forced-colors:fill-[GrayText]" },
  { className: "fill-chart-1/80 forced-colors:fill-[CanvasText]" },
  { className: "fill-chart-1 forced-colors:fill-[CanvasText]" },
] as const;
