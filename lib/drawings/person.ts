import type { Point } from "./shapes";

/** How tall the person beside a drawing is, in metres. */
export const personHeight = 1.7;

const side: readonly Point[] = [[0.06, 0], [0.13, 0.02], [0.15, 0.8], [0.27, 0.78], [0.24, 1.3], [0.17, 1.44], [0.06, 1.46]];

const head = { radius: 0.12, y: personHeight - 0.12 };

/** A standing person as a closed outline, in metres: x from the middle, y above the ground. */
export function drawPerson(): Point[] {
  const round = Array.from({ length: 9 }, (_, i): Point => {
    const angle = -Math.PI / 2.6 + (i * (Math.PI / 2 + Math.PI / 2.6)) / 8;
    return [head.radius * Math.cos(angle), head.y + head.radius * Math.sin(angle)];
  });
  const right = [...side, ...round];
  return [...right, ...right.map(([x, y]): Point => [-x, y]).reverse()];
}
