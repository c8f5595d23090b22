import { expect, test } from "vitest";
import { boxUnder, placeUnder, shiftOf, type Drag } from "@/components/answer/drag-places";

const rowAt = (top: number, height = 50) => ({ left: 0, top, width: 300, height });

/** Four rows with gaps of 10, the second twice as high. */
const boxes = [rowAt(100), rowAt(160, 100), rowAt(270), rowAt(330)];

const dragged = (item: number, down: number): Drag => ({ item, from: { x: 20, y: 0 }, to: { x: 20, y: down }, boxes });

const shiftsOf = (drag: Drag) => boxes.map((_, place) => shiftOf(place, drag));

test.each([
  [0, 0, 0],
  [0, 39, 0],
  [0, 60, 1],
  [0, 230, 3],
  [3, -170, 1],
  [3, -9999, 0],
  [1, 9999, 3],
])("row %i dragged by %i pixels goes to place %i", (item, down, place) => {
  expect(placeUnder(dragged(item, down))).toBe(place);
});

test("the rows between make room for the dragged one, by its height", () => {
  expect(shiftsOf(dragged(0, 180))).toEqual([180, -60, -60, 0]);
  expect(shiftsOf(dragged(3, -130))).toEqual([0, 60, 60, -130]);
  expect(shiftsOf(dragged(1, 0))).toEqual([0, 0, 0, 0]);
});

test("a dragged row keeps within its list", () => {
  expect(shiftOf(3, dragged(3, 500))).toBe(0);
  expect(shiftOf(0, dragged(0, -500))).toBe(0);
  expect(shiftOf(1, dragged(1, 500))).toBe(120);
});

test("an option is over the box that the pointer is in, and over none between them", () => {
  const over = (x: number, y: number) => boxUnder({ item: 0, from: { x: 0, y: 0 }, to: { x, y }, boxes });
  expect(over(10, 110)).toBe(0);
  expect(over(10, 155)).toBeNull();
  expect(over(10, 260)).toBe(1);
  expect(over(301, 260)).toBeNull();
});
