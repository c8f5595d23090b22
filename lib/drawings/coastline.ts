import { geoConicConformal, geoEqualEarth, geoPath, type GeoContext, type GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import land from "world-atlas/land-50m.json";
import { thinPath } from "./thin-path";

export type Place = { latitude: number; longitude: number };

/** What a map shows, in degrees; `west` to `east` going east. */
export type MapWindow = { west: number; east: number; south: number; north: number };

export type Coastline = {
  width: number;
  height: number;
  /** SVG paths. Coasts only: the packaged borders take sides in disputes, and nothing here needs them. */
  land: string;
  graticule: string;
  /** Pixels from the top left. */
  project: (place: Place) => { x: number; y: number };
};

/** Drawn as wide as the narrowest phone shows it, so that its labels are never scaled down. */
export const mapWidth = 340;

/** Lines are drawn beyond the frame, where nobody sees that they were cut. */
const bleed = 6;

/** Points all over the window: on most projections its widest part is not at its corners. */
function gridOf({ west, east, south, north }: MapWindow): GeoJSON.MultiPoint {
  const between = (from: number, to: number, i: number) => from + ((to - from) * i) / 8;
  const steps = Array.from({ length: 9 }, (_, i) => i);
  return { type: "MultiPoint", coordinates: steps.flatMap((i) => steps.map((j) => [between(west, east, i), between(south, north, j)])) };
}

/** Wider than this, and the cone gives way to the whole world, with fewer lines and coarser coasts. */
const isWide = ({ west, east, south, north }: MapWindow) => east - west > 120 || north - south > 100;

/** A cone that touches the middle of the window, which keeps shapes; the whole world where the window is too wide for one. */
function projectionFor(window: MapWindow): GeoProjection {
  const { west, east, south, north } = window;
  const middle = (west + east) / 2;
  const latitude = (south + north) / 2;
  if (isWide(window)) return geoEqualEarth().rotate([-middle, 0]);
  const parallels: [number, number] = [south + (north - south) / 4, north - (north - south) / 4];
  // Around the equator the two parallels cancel out and there is no cone.
  return geoConicConformal().rotate([-middle, 0]).parallels(Math.abs(latitude) < 5 ? [latitude + 5, latitude + 10] : parallels);
}

function measure(window: MapWindow): { projection: GeoProjection; height: number } {
  const projection = projectionFor(window).fitWidth(mapWidth, gridOf(window));
  const [[, top], [, bottom]] = geoPath(projection).bounds(gridOf(window));
  const height = Math.round(Math.min(1.2 * mapWidth, Math.max(0.55 * mapWidth, bottom - top)));
  projection.fitExtent([[0, 0], [mapWidth, height]], gridOf(window));
  return { projection: projection.clipExtent([[-bleed, -bleed], [mapWidth + bleed, height + bleed]]), height };
}

const range = (from: number, to: number, step: number) => Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

/** Meridians and parallels every ten degrees (thirty on a wide map), in steps that bend smoothly. */
function graticuleLines(window: MapWindow): GeoJSON.MultiLineString {
  const every = isWide(window) ? 30 : 10;
  const [left, right] = isWide(window) ? [-180, 180] : [Math.floor(window.west / 10) * 10 - 20, Math.ceil(window.east / 10) * 10 + 20];
  const [low, high] = isWide(window) ? [-60, 60] : [Math.max(-80, Math.floor(window.south / 10) * 10 - 10), Math.min(80, Math.ceil(window.north / 10) * 10 + 10)];
  const meridians = range(left, right, every).map((longitude) => range(low, high, every / 5).map((latitude) => [longitude, latitude]));
  const parallels = range(low, high, every).map((latitude) => range(left, right, every / 5).map((longitude) => [longitude, latitude]));
  return { type: "MultiLineString", coordinates: [...meridians, ...parallels] };
}

function drawPath(projection: GeoProjection, shape: GeoJSON.GeoJsonObject, least: { step: number; ring: number }): string {
  const path = thinPath(least);
  geoPath(projection, path.context as GeoContext)(shape as never);
  return path.text();
}

const drawn = new Map<string, Coastline>();

/** The coasts inside the window, drawn once and kept; `window` at most 360° wide, within the poles. */
export function drawCoastline(window: MapWindow): Coastline {
  const key = [window.west, window.east, window.south, window.north].join(" ");
  const known = drawn.get(key);
  if (known) return known;
  const { projection, height } = measure(window);
  const coastline: Coastline = {
    width: mapWidth,
    height,
    land: drawPath(projection, feature(land, land.objects.land), isWide(window) ? { step: 3, ring: 5 } : { step: 1.4, ring: 2.5 }),
    graticule: drawPath(projection, graticuleLines(window), { step: 4, ring: 0 }),
    project: ({ latitude, longitude }) => {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
    },
  };
  drawn.set(key, coastline);
  return coastline;
}
