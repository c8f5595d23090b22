type Corner = readonly [x: number, y: number];
type Line = { corners: Corner[]; isClosed: boolean };

/** What d3-geo draws on. */
type PathContext = {
  beginPath: () => void;
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  closePath: () => void;
  arc: () => void;
};

/** Tenths of a pixel, as whole numbers, so that relative steps add up without drift. */
const tenths = (value: number) => Math.round(value * 10);

const extentOf = (corners: readonly Corner[]) => {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return Math.hypot(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
};

/** Leaves out corners that are nearer than `step` to the one before; keeps both ends of an open line. */
function thin({ corners, isClosed }: Line, step: number): Corner[] {
  const kept: Corner[] = [];
  for (const [i, corner] of corners.entries()) {
    const last = kept.at(-1);
    const isEnd = !isClosed && i === corners.length - 1;
    if (!last || isEnd || Math.hypot(corner[0] - last[0], corner[1] - last[1]) >= step) kept.push(corner);
  }
  return kept;
}

function lineText(corners: readonly Corner[], isClosed: boolean): string {
  const points = corners.map(([x, y]) => [tenths(x), tenths(y)] as const);
  const show = (dx: number, dy: number) => `${dx / 10}${dy < 0 ? "" : ","}${dy / 10}`;
  const steps = points.slice(1).map(([x, y], i) => `l${show(x - points[i]![0], y - points[i]![1])}`);
  return `M${show(...points[0]!)}${steps.join("")}${isClosed ? "Z" : ""}`;
}

/** A drawing context whose `text` is a short SVG path: corners nearer than `step` pixels to the last are left out, and rings smaller than `ring` pixels across. */
export function thinPath({ step, ring }: { step: number; ring: number }): { context: PathContext; text: () => string } {
  const lines: Line[] = [];
  const context: PathContext = {
    beginPath: () => undefined,
    moveTo: (x, y) => void lines.push({ corners: [[x, y]], isClosed: false }),
    lineTo: (x, y) => void lines.at(-1)?.corners.push([x, y]),
    closePath: () => {
      const line = lines.at(-1);
      if (line) line.isClosed = true;
    },
    arc: () => undefined,
  };
  const isDrawn = (line: Line, corners: readonly Corner[]) => corners.length >= (line.isClosed ? 3 : 2) && (!line.isClosed || extentOf(corners) >= ring);
  const text = () => lines.map((line) => ({ line, corners: thin(line, step) })).filter(({ line, corners }) => isDrawn(line, corners)).map(({ line, corners }) => lineText(corners, line.isClosed)).join("");
  return { context, text };
}
