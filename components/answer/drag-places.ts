import type { Point } from "./follow-pointer";

/** Where a thing stands on the page. */
export type Box = { left: number; top: number; width: number; height: number };

/** What is dragged, from where to where, and where things stood when that began. */
export type Drag = { item: number; from: Point; to: Point; boxes: readonly Box[] };

const middleOf = ({ top, height }: Box) => top + height / 2;

/** The row nearest to the one that is dragged up or down. */
export function placeUnder({ item, from, to, boxes }: Drag): number {
  const middle = middleOf(boxes[item]!) + to.y - from.y;
  const distances = boxes.map((box) => Math.abs(middleOf(box) - middle));
  return distances.indexOf(Math.min(...distances));
}

/** How far down a row stands, in pixels, while another is dragged; the dragged one keeps within the list. */
export function shiftOf(place: number, drag: Drag): number {
  const { item, from, to, boxes } = drag;
  const [dragged, first, last] = [boxes[item]!, boxes[0]!, boxes.at(-1)!];
  if (place === item) {
    const [most, least] = [last.top + last.height - dragged.top - dragged.height, first.top - dragged.top];
    return Math.min(most, Math.max(least, to.y - from.y));
  }
  const gap = boxes.length > 1 ? boxes[1]!.top - first.top - first.height : 0;
  const target = placeUnder(drag);
  if (item < place && place <= target) return -(dragged.height + gap);
  return target <= place && place < item ? dragged.height + gap : 0;
}

/** The position of the box that has the point in it; null if none has. */
export function boxUnder({ to, boxes }: Drag): number | null {
  const at = boxes.findIndex(({ left, top, width, height }) => to.x >= left && to.x <= left + width && to.y >= top && to.y <= top + height);
  return at === -1 ? null : at;
}
