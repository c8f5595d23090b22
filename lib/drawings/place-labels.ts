/** Pixels, y downwards. */
export type Box = { left: number; top: number; right: number; bottom: number };

export type Label = {
  lines: string[];
  /** Where the first line's baseline is, and from which end the text runs. */
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
};

type Spot = { label: Label; box: Box };

export type MarkToLabel = { x: number; y: number; name: string };

export const labelSize = 13;
const lineHeight = 15;
const ascent = 10;
/** Generous for Latin letters in the page's font at `labelSize`; Han characters are square. */
const letterWidth = 7.1;
const clearance = 8;

const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? labelSize : letterWidth), 0);

/** One line if it is short, else two of about the same length, parted at a space. */
export function wrapLabel(name: string): string[] {
  const words = name.split(" ");
  if (name.length <= 14 || words.length === 1) return [name];
  const splits = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")]);
  const longest = (lines: string[]) => Math.max(...lines.map((line) => line.length));
  return splits.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}

/** The sides of a mark on which its label may stand, the most readable first. */
const sides = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]] as const;

function spotAt({ x, y, name }: MarkToLabel, [right, down]: readonly [number, number]): Spot {
  const lines = wrapLabel(name);
  const width = Math.max(...lines.map(widthOf));
  const height = lines.length * lineHeight;
  const reach = right !== 0 && down !== 0 ? clearance * 0.7 : clearance;
  const left = right > 0 ? x + reach : right < 0 ? x - reach - width : x - width / 2;
  const top = down > 0 ? y + reach : down < 0 ? y - reach - height : y - height / 2;
  const anchor = right > 0 ? "start" : right < 0 ? "end" : "middle";
  const at = anchor === "start" ? left : anchor === "end" ? left + width : x;
  return { label: { lines, x: Math.round(at), y: Math.round(top + ascent + 1), anchor }, box: { left, top, right: left + width, bottom: top + height } };
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isInside = (box: Box, { left, top, right, bottom }: Box) => box.left >= left && box.top >= top && box.right <= right && box.bottom <= bottom;

const boxOfMark = ({ x, y }: MarkToLabel): Box => ({ left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 });

/**
 * A label for each mark, inside the frame, such that none meets another or a mark that is not its own. Undefined where there is no such
 * choice of sides: more marks than can be told apart.
 */
export function placeLabels(marks: readonly MarkToLabel[], frame: Box): Label[] | undefined {
  const spots = marks.map((mark) => {
    const others = marks.filter((other) => other !== mark).map(boxOfMark);
    return sides.map((side) => spotAt(mark, side)).filter(({ box }) => isInside(box, frame) && !others.some((other) => meet(box, other)));
  });
  const chosen: Spot[] = [];
  const choose = (i: number): boolean => {
    if (i === marks.length) return true;
    for (const spot of spots[i]!) {
      if (chosen.some(({ box }) => meet(box, spot.box))) continue;
      chosen.push(spot);
      if (choose(i + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  return choose(0) ? chosen.map(({ label }) => label) : undefined;
}
