import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawLaunchVehicle } from "@/lib/drawings/launch-vehicle";
import { drawPerson, personHeight } from "@/lib/drawings/person";
import { layToScale, roundLength } from "@/lib/drawings/scale-line";

const seed = 20261123;
const vehicle = (height: number, boosters = 0) => drawLaunchVehicle({ height, coreDiameter: height / 12, boosters, about: [] });

describe("drawings on one ground line", () => {
  test("share one scale, in which the tallest has the wanted height", () => {
    const line = layToScale([vehicle(57), vehicle(114), vehicle(20)], { height: 342 });
    expect(line.pixelsPerMetre).toBe(3);
  });

  test("never overlap, keep their order, and end inside the picture", () => {
    const heights = fc.array(fc.record({ height: fc.double({ min: 10, max: 120, noNaN: true }), boosters: fc.integer({ min: 0, max: 4 }), label: fc.integer({ min: 0, max: 120 }) }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(heights, (list) => {
        const drawings = list.map(({ height, boosters }) => vehicle(height, boosters));
        const line = layToScale(drawings, { height: 320, leastWidths: list.map(({ label }) => label) });
        let right = line.person.x;
        drawings.forEach(({ bounds }, i) => {
          const place = line.places[i]!;
          expect(place.x + bounds.left * line.pixelsPerMetre).toBeGreaterThan(right);
          expect(place.width).toBeGreaterThanOrEqual(list[i]!.label);
          right = place.x + bounds.right * line.pixelsPerMetre;
        });
        expect(right).toBeLessThan(line.width);
      }),
      { seed },
    );
  });

  test("stand beside a ruler of round metres that is true to their scale", () => {
    fc.assert(
      fc.property(fc.double({ min: 10, max: 150, noNaN: true }), (height) => {
        const { marks, ground, pixelsPerMetre } = layToScale([vehicle(height)], { height: 300 });
        expect(marks.length).toBeGreaterThanOrEqual(4);
        expect(marks.length).toBeLessThanOrEqual(9);
        expect(marks[0]).toEqual({ metres: 0, y: ground });
        for (const { metres, y } of marks) {
          expect(ground - y).toBeCloseTo(metres * pixelsPerMetre, 6);
          expect(metres).toBeLessThanOrEqual(height + 1e-6);
        }
      }),
      { seed },
    );
  });
});

test.each([[0.7, 0.5], [1, 1], [4.9, 2], [5, 5], [19, 10], [38, 20], [99, 50]])("the longest round length up to %d m is %d m", (most, length) => {
  expect(roundLength(most)).toBe(length);
});

test("the person beside the drawings is 1.7 m tall", () => {
  const heights = drawPerson().map(([, y]) => y);
  expect(Math.max(...heights)).toBeCloseTo(personHeight, 2);
  expect(Math.min(...heights)).toBe(0);
});
