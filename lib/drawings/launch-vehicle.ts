import { boundsOf, ogive, symmetrical, type Bounds, type Point, type Shape } from "./shapes";
import type { VehicleFigures } from "./vehicle-figures";

/** An elevation in metres, standing on the ground with its axis at x = 0. */
export type VehicleDrawing = { shapes: Shape[]; bounds: Bounds };

/** Proportions that no fact gives, taken from the usual look of a launch vehicle; captions call them schematic. */
const schematic = {
  fairingLength: 2.4,
  mostFairing: 0.3,
  nose: 1.15,
  engine: 0.35,
  boosterDiameter: 2 / 3,
  boosterLength: 1.25,
  mostBooster: 0.45,
};

type Layout = { engine: number; stageLength: number; stages: number; fairingBase: number };

function layOut({ height, coreDiameter, stages = 1, fairingDiameter = coreDiameter, fairingLength }: VehicleFigures): Layout {
  const fairing = Math.min(fairingLength ?? schematic.fairingLength * fairingDiameter, (fairingLength ? 0.5 : schematic.mostFairing) * height);
  const engine = Math.min(schematic.engine * coreDiameter, 0.06 * height);
  const count = Math.max(1, stages);
  return { engine, stages: count, stageLength: (height - fairing - engine) / count, fairingBase: height - fairing };
}

function drawEngine(x: number, exit: number, length: number): Shape {
  return { part: "engine", points: symmetrical([[exit / 2, 0], [exit * 0.36, length * 0.45], [exit * 0.2, length]], x) };
}

/** The stages, evenly divided, from the ground up; a narrower second stage begins with a short cone. */
function drawStages({ coreDiameter, secondStageDiameter = coreDiameter }: VehicleFigures, layout: Layout): Shape[] {
  return Array.from({ length: layout.stages }, (_, i): Shape => {
    const [bottom, top] = [layout.engine + i * layout.stageLength, layout.engine + (i + 1) * layout.stageLength];
    const [lower, upper] = [(i < 2 ? coreDiameter : secondStageDiameter) / 2, (i === 0 ? coreDiameter : secondStageDiameter) / 2];
    const cone: Point[] = lower === upper ? [] : [[upper, bottom + 0.15 * layout.stageLength]];
    return { part: "stage", points: symmetrical([[lower, bottom], ...cone, [upper, top]]) };
  });
}

function drawFairing(figures: VehicleFigures, { fairingBase, stages }: Layout): Shape {
  const { height, coreDiameter, secondStageDiameter = coreDiameter } = figures;
  const neck = (stages > 1 ? secondStageDiameter : coreDiameter) / 2;
  const radius = (figures.fairingDiameter ?? neck * 2) / 2;
  const length = height - fairingBase;
  const nose = Math.max(radius, Math.min(2 * radius * schematic.nose, 0.7 * length));
  const cone = radius === neck ? 0 : Math.min(Math.abs(radius - neck) * 1.2, 0.2 * length);
  const profile: Point[] = [[neck, fairingBase], ...(cone > 0 ? [[radius, fairingBase + cone] as const] : []), ...ogive(radius, height - nose, nose)];
  return { part: "fairing", points: symmetrical(profile) };
}

type Booster = { x: number; depth: number };

/** Boosters stand evenly around the core, the first at its right; those behind it are hidden. Farthest first. */
function placeBoosters(count: number, distance: number): Booster[] {
  const around = Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return { x: Math.cos(angle) * distance, depth: Math.sin(angle) };
  });
  return around.filter(({ depth }) => depth > -1e-9).sort((a, b) => a.depth - b.depth);
}

function drawBooster(x: number, diameter: number, height: number): Shape[] {
  const engine = Math.min(schematic.engine * diameter, 0.2 * height);
  const nose = Math.min(1.4 * diameter, 0.5 * height);
  const body = symmetrical([[diameter / 2, engine], ...ogive(diameter / 2, height - nose, nose)], x);
  return [drawEngine(x, diameter * 0.6, engine), { part: "booster", points: body }];
}

/**
 * A rocket as seen from the side, in metres. Height, core, boosters and fairing are to scale where the figures give them; the division into
 * stages (even), the length of boosters, engines and nose are schematic. Boosters are drawn as far as they can be seen from the front.
 */
export function drawLaunchVehicle(figures: VehicleFigures): VehicleDrawing {
  const { coreDiameter, boosters = 0, boosterDiameter = schematic.boosterDiameter * coreDiameter, height } = figures;
  const layout = layOut(figures);
  const length = Math.min(schematic.mostBooster * height, schematic.boosterLength * layout.stageLength);
  const placed = placeBoosters(boosters, (coreDiameter + boosterDiameter) / 2);
  const draw = ({ x }: Booster) => drawBooster(x, boosterDiameter, length);
  const engines = [-1, 1].map((side) => drawEngine((side * coreDiameter) / 4.4, coreDiameter * 0.38, layout.engine));
  const isBeside = ({ depth }: Booster) => depth < 1e-9;
  const shapes = [
    ...placed.filter(isBeside).flatMap(draw),
    ...engines,
    ...drawStages(figures, layout),
    drawFairing(figures, layout),
    ...placed.filter((booster) => !isBeside(booster)).flatMap(draw),
  ];
  return { shapes, bounds: boundsOf(shapes) };
}
