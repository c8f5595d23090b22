import { forceCollide, forceLink, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";

/** A thing to be placed: a disc, on the island of its group; with a label, if it is to have one below it. */
export type MapDisc = { id: string; radius: number; group: string; label?: string };
export type MapLink = { from: string; to: string };

/** `labelY` is where the letters of the label stand; their middle is at `x`. */
export type PlacedDisc = MapDisc & { x: number; y: number; labelY: number };
/** Where the discs of a group lie: the middle, and the box around them. */
export type Island = { group: string; x: number; top: number; left: number; right: number; bottom: number };
export type MapLayout = { width: number; height: number; discs: PlacedDisc[]; islands: Island[] };

type Body = SimulationNodeDatum & { id: string; radius: number; x: number; y: number };
type Pull = SimulationLinkDatum<Body> & { weight: number };

/** Room around a disc, around an island and for its name above it, in the map's units (pixels of the screen). */
const gap = { disc: 2.5, island: 4, name: 32 };
const margin = 8;

/** Of a label, in text of 14 (the map is usually shown at five sixths): an average letter, the height of a line, where letters stand below the disc, and how far a disc with a label lies above the middle of both. */
export const labelSize = { letter: 7, height: 15, foot: 13, rise: 7 };

const ticks = { islands: 200, discs: 120, apart: 80 };
/** Of the map, width to height. */
const shape = 1.8;

/** Of the circle around a disc and its label; its corners may stand out a little. */
function reachOf({ radius, label }: MapDisc): number {
  if (label === undefined) return radius;
  return Math.max(radius + labelSize.rise, 0.95 * Math.hypot((label.length * labelSize.letter) / 2, radius + labelSize.rise));
}

const riseOf = ({ label }: MapDisc) => (label === undefined ? 0 : labelSize.rise);

const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** d3-force draws on no chance and no clock as long as it is stepped by hand, so the same discs always lie in the same places. Halts after each step. */
function* settle(bodies: Body[], steps: number, forces: Record<string, Parameters<ReturnType<typeof forceSimulation<Body>>["force"]>[1]>): Generator<void, void> {
  const simulation = forceSimulation(bodies).stop();
  for (const [name, force] of Object.entries(forces)) simulation.force(name, force);
  for (let step = 0; step < steps; step++) {
    simulation.tick();
    yield;
  }
}

/** Discs pack to about so much of their circle. */
const packing = 0.8;

/** The middles of the islands: those with many links between them lie side by side. */
function* placeIslands(discs: readonly MapDisc[], links: readonly MapLink[]): Generator<void, Map<string, Body>> {
  const groupOf = new Map(discs.map(({ id, group }) => [id, group]));
  const area = new Map<string, number>();
  for (const disc of discs) area.set(disc.group, (area.get(disc.group) ?? 0) + (reachOf(disc) + gap.disc) ** 2);
  const counts = new Map<string, number>();
  for (const { from, to } of links) {
    const [a, b] = [groupOf.get(from)!, groupOf.get(to)!];
    if (a !== b) counts.set(key(a, b), (counts.get(key(a, b)) ?? 0) + 1);
  }
  const bodies = [...area].map(([id, sum], i) => ({ id, radius: Math.sqrt(sum / packing) + gap.island, x: 200 * Math.cos(i * 2.4), y: 100 * Math.sin(i * 2.4) }));
  const most = Math.max(1, ...counts.values());
  const pulls: Pull[] = [...counts].map(([pair, count]) => ({ source: pair.split(" ")[0]!, target: pair.split(" ")[1]!, weight: count / most }));
  yield* settle(bodies, ticks.islands, {
    link: forceLink<Body, Pull>(pulls).id(({ id }) => id).distance(0).strength(({ weight }) => 0.05 * weight),
    x: forceX<Body>(0).strength(0.05),
    y: forceY<Body>(0).strength(0.05 * shape * shape),
    collide: forceCollide<Body>(({ radius }) => radius + gap.name / 2).strength(1).iterations(8),
  });
  return new Map(bodies.map((body) => [body.id, body]));
}

function* placeDiscs(discs: readonly MapDisc[], links: readonly MapLink[], islands: ReadonlyMap<string, Body>): Generator<void, Body[]> {
  const groupOf = new Map(discs.map(({ id, group }) => [id, group]));
  const bodies: (Body & { group: string })[] = discs.map((disc, i) => {
    const [{ id, group }, middle] = [disc, islands.get(disc.group)!];
    const away = middle.radius * Math.sqrt(((i * 7919) % discs.length) / discs.length);
    return { id, radius: reachOf(disc), group, x: middle.x + away * Math.cos(i * 2.399963), y: middle.y + away * Math.sin(i * 2.399963) };
  });
  const collide = forceCollide<Body>(({ radius }) => radius + gap.disc).strength(0.9).iterations(2);
  const toMiddle = (strength: number) => ({
    x: forceX<Body>((body) => islands.get(groupOf.get(body.id)!)!.x).strength(strength),
    y: forceY<Body>((body) => islands.get(groupOf.get(body.id)!)!.y).strength(strength),
  });
  const pulls: Pull[] = links.filter(({ from, to }) => groupOf.get(from) === groupOf.get(to)).map(({ from, to }) => ({ source: from, target: to, weight: 1 }));
  yield* settle(bodies, ticks.discs, { link: forceLink<Body, Pull>(pulls).id(({ id }) => id).distance(12).strength(0.12), ...toMiddle(0.14), collide });
  yield* settle(bodies, ticks.apart, { ...toMiddle(0.01), collide: forceCollide<Body>(({ radius }) => radius + gap.disc).strength(1).iterations(4) });
  return bodies;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** The box around bodies, with the middle of its width. */
function boxAround(bodies: readonly { x: number; y: number; radius: number }[]): Omit<Island, "group"> {
  const [left, right] = [Math.min(...bodies.map(({ x, radius }) => x - radius)), Math.max(...bodies.map(({ x, radius }) => x + radius))];
  const [top, bottom] = [Math.min(...bodies.map(({ y, radius }) => y - radius)), Math.max(...bodies.map(({ y, radius }) => y + radius))];
  return { x: tenth((left + right) / 2), left, right, top, bottom };
}

/**
 * Places discs on a plane by forces: those of a group lie together, linked ones near each other, none upon another and none upon a label. The same
 * input gives the same map; units are pixels, from 0 to `width` and `height`. Links name discs; ids have no blanks. Halts after each of some hundred
 * steps of about a millisecond, so that others can have their turn.
 */
export function* layOutMap(discs: readonly MapDisc[], links: readonly MapLink[]): Generator<void, MapLayout> {
  if (discs.length === 0) return { width: 0, height: 0, discs: [], islands: [] };
  const bodies = yield* placeDiscs(discs, links, yield* placeIslands(discs, links));
  const all = boxAround(bodies);
  const [left, top] = [all.left - margin, all.top - margin - gap.name];
  const placed = discs.map((disc, i) => {
    const y = tenth(bodies[i]!.y - top - riseOf(disc));
    return { ...disc, x: tenth(bodies[i]!.x - left), y, labelY: tenth(y + disc.radius + labelSize.foot) };
  });
  const islands = [...new Set(discs.map(({ group }) => group))].map((group): Island => {
    return { group, ...boxAround(placed.filter((disc) => disc.group === group)) };
  });
  return { width: Math.ceil(all.right - left + margin), height: Math.ceil(all.bottom - top + margin), discs: placed, islands };
}
