import { drawCoastline, type Coastline, type MapWindow, type Place } from "./coastline";
import { placeLabels, type Label } from "./place-labels";

export type MapPoint = Place & { label?: string };

export type MapMark = { x: number; y: number; label?: Label };

/** A map as it is drawn, in pixels; plain data, so that only the server needs the coasts. */
export type MapDrawing = Pick<Coastline, "width" | "height" | "land" | "graticule"> & { marks: MapMark[] };

/** Where nearly everything lies, narrowest first. Fixed, so that the middle of a map tells nothing of the point that is asked. */
const homes: MapWindow[] = [
  { west: 89, east: 133, south: 13, north: 49 },
  { west: 48, east: 142, south: 5, north: 57 },
];

const isIn = ({ west, east, south, north }: MapWindow, { latitude, longitude }: Place, edge: number) =>
  longitude >= west + edge && longitude <= east - edge && latitude >= south + edge && latitude <= north - edge;

/** The longitudes as one run without the jump at ±180°, going east from the start of the shortest arc. */
function unrolled(places: readonly Place[]): number[] {
  const sorted = places.map(({ longitude }) => longitude).sort((a, b) => a - b);
  const gaps = sorted.map((longitude, i) => (i === 0 ? longitude + 360 - sorted.at(-1)! : longitude - sorted[i - 1]!));
  const start = sorted[gaps.indexOf(Math.max(...gaps))]!;
  return sorted.map((longitude) => (longitude < start ? longitude + 360 : longitude));
}

/** The window around places anywhere: a margin of a quarter, and never so narrow that no coast is in sight. */
function windowAround(places: readonly Place[]): MapWindow {
  const longitudes = unrolled(places);
  const latitudes = places.map(({ latitude }) => latitude);
  const widen = (low: number, high: number, least: number): [number, number] => {
    const half = Math.max(least, (high - low) * 1.5) / 2;
    return [(low + high) / 2 - half, (low + high) / 2 + half];
  };
  const [west, east] = widen(Math.min(...longitudes), Math.max(...longitudes), 40);
  const [south, north] = widen(Math.min(...latitudes), Math.max(...latitudes), 30);
  return east - west > 240 ? { west: -180, east: 180, south: -60, north: 75 } : { west, east, south: Math.max(-75, south), north: Math.min(80, north) };
}

const edge = 4;

/**
 * The coasts around the points, with a mark for each and, where all labels find room, the labels beside them. Latitude within
 * ±75°, longitude within ±180°. Throws on no points.
 */
export function drawMap(points: readonly MapPoint[]): MapDrawing {
  if (points.length === 0) throw new Error("drawMap: no points");
  const home = homes.find((window) => points.every((point) => isIn(window, point, 2)));
  const coast = drawCoastline(home ?? windowAround(points));
  const places = points.map((point) => coast.project(point));
  const named = points.flatMap(({ label }, i) => (label === undefined ? [] : { ...places[i]!, name: label, index: i }));
  const labels = placeLabels(named, { left: edge, top: edge, right: coast.width - edge, bottom: coast.height - edge });
  const labelOf = new Map(named.map(({ index }, i) => [index, labels?.[i]]));
  const { width, height, land, graticule } = coast;
  const marks = places.map((place, i): MapMark => {
    const label = labelOf.get(i);
    return { ...place, ...(label && { label }) };
  });
  return { width, height, land, graticule, marks };
}
