/** Metres: x to the right of the axis, y above the ground. */
export type Point = readonly [x: number, y: number];

/** A closed outline; later ones are painted over earlier ones. */
export type Shape = { part: "engine" | "stage" | "fairing" | "booster"; points: Point[] };

export type Bounds = { left: number; right: number; bottom: number; top: number };

/** The smallest upright box around the shapes; throws on none. */
export function boundsOf(shapes: readonly Shape[]): Bounds {
  const points = shapes.flatMap((shape) => shape.points);
  if (points.length === 0) throw new Error("boundsOf: nothing drawn");
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** A body that is the same on both sides of the axis `x`, from its profile of [half width, height] going up. */
export function symmetrical(profile: readonly Point[], x = 0): Point[] {
  const right = profile.map(([half, y]): Point => [x + half, y]);
  const left = profile.filter(([half]) => half > 0).map(([half, y]): Point => [x - half, y]);
  return [...right, ...left.reverse()];
}

/** Enough for a curve that looks smooth at the size of a page. */
const noseSteps = 10;

/** The profile of a tangent ogive that starts `radius` wide at `y` and ends in a point `length` above; length ≥ radius. (Crowell, The Descriptive Geometry of Nose Cones, 1996.) */
export function ogive(radius: number, y: number, length: number): Point[] {
  const rho = (radius ** 2 + length ** 2) / (2 * radius);
  return Array.from({ length: noseSteps + 1 }, (_, i): Point => {
    const above = (length * i) / noseSteps;
    const half = i === noseSteps ? 0 : Math.sqrt(rho ** 2 - above ** 2) + radius - rho;
    return [half, y + above];
  });
}

/** An SVG path of the outline at `scale` units a metre, with its axis at `x` and the ground at `y` (downwards), rounded to a tenth. */
export function pathOf(points: readonly Point[], { x, y, scale }: { x: number; y: number; scale: number }): string {
  const round = (value: number) => String(Math.round(value * 10) / 10);
  return `M${points.map(([px, py]) => `${round(x + px * scale)},${round(y - py * scale)}`).join("L")}Z`;
}
