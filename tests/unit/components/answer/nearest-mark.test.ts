import { describe, expect, it } from "vitest";
import { nearestMark } from "@/components/answer/nearest-mark";

const drawing = { width: 400, height: 200, marks: [{ x: 100, y: 100 }, { x: 140, y: 100 }, { x: 300, y: 50 }] };
/** Shown at half its size, somewhere on the page. */
const box = { left: 10, top: 20, width: 200, height: 100 };

describe("a press on the map", () => {
  it.each([
    ["on a mark", { x: 60, y: 70 }, 0],
    ["between two, nearer to the second", { x: 75, y: 70 }, 1],
    ["a little beside one", { x: 165, y: 60 }, 2],
    ["on nothing", { x: 20, y: 30 }, null],
  ])("%s", (_, pressed, mark) => {
    expect(nearestMark(drawing, box, pressed)).toBe(mark);
  });

  it("without marks is on nothing", () => {
    expect(nearestMark({ ...drawing, marks: [] }, box, { x: 60, y: 70 })).toBeNull();
  });
});
