import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawMap, type MapDrawing } from "@/lib/drawings/map";
import { placeLabels, wrapLabel, type Label, type MarkToLabel } from "@/lib/drawings/place-labels";
import { thinPath } from "@/lib/drawings/thin-path";

const seed = 20261123;
const jiuquan = { latitude: 41.31, longitude: 100.31, label: "Jiuquan Satellite Launch Center" };
const xichang = { latitude: 28.2472, longitude: 102.0291, label: "Xichang Satellite Launch Center" };
const wenchang = { latitude: 19.6142, longitude: 110.9511, label: "Wenchang Space Launch Site" };
const yellowSea = { latitude: 34.9, longitude: 121.19, label: "Yellow Sea sea-launch area" };
const kourou = { latitude: 5.24, longitude: -52.77, label: "Guiana Space Centre" };

const isInside = ({ width, height, marks }: MapDrawing) => marks.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);

/** Where the text stands, by the same measures as a page sets it. */
const boxOf = ({ lines, x, y, anchor }: Label) => {
  const width = Math.max(...lines.map((line) => line.length * 6.6));
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 10, bottom: y + (lines.length - 1) * 15 + 3 };
};

const meet = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe("the map", () => {
  test("has north above and east to the right", () => {
    const [north, south, west, east] = drawMap([jiuquan, wenchang, xichang, yellowSea]).marks;
    expect(north!.y).toBeLessThan(south!.y);
    expect(west!.x).toBeLessThan(east!.x);
  });

  test.each([
    ["places in China", [jiuquan, xichang, wenchang, yellowSea]],
    ["one place on another continent", [kourou]],
    ["places on both sides of the world", [kourou, jiuquan, { latitude: -41, longitude: 174.8 }]],
    ["places across the date line", [{ latitude: 60, longitude: 178 }, { latitude: 52, longitude: -175 }]],
    ["a place far south", [{ latitude: -69.4, longitude: 76.4 }]],
  ])("of %s holds them all, with a coast, in less than 12 kB", (_, points) => {
    const map = drawMap(points);
    expect(isInside(map)).toBe(true);
    expect(map.land).toMatch(/^(M[-\d.]+,?[-\d.]+(l[-\d.]+,?[-\d.]+)+Z)+$/);
    expect(map.land.length + map.graticule.length).toBeLessThan(12_000);
  });

  test("holds any places that people can launch from", () => {
    const place = fc.record({ latitude: fc.double({ min: -70, max: 70, noNaN: true }), longitude: fc.double({ min: -179, max: 179, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (points) => {
        const map = drawMap(points);
        expect(map.marks.flatMap(({ x, y }) => [x, y]).every(Number.isFinite)).toBe(true);
        expect(isInside(map)).toBe(true);
      }),
      { seed, numRuns: 60 },
    );
  });

  test("has the same window for any place in China, so that its middle gives nothing away", () => {
    const [one, other] = [drawMap([jiuquan]), drawMap([wenchang])];
    expect(one.land).toBe(other.land);
    expect(one.marks[0]).not.toEqual(other.marks[0]);
  });

  test("names each place beside its mark, and no name meets another", () => {
    const { marks, width, height } = drawMap([jiuquan, xichang, wenchang, yellowSea]);
    const boxes = marks.map(({ label }) => boxOf(label!));
    boxes.forEach((box, i) => {
      expect(boxes.slice(0, i).some((other) => meet(box, other))).toBe(false);
      expect([box.left >= 0, box.top >= 0, box.right <= width, box.bottom <= height]).toEqual([true, true, true, true]);
    });
    expect(marks.map(({ label }) => label!.lines.join(" "))).toEqual([jiuquan, xichang, wenchang, yellowSea].map(({ label }) => label));
  });
});

describe("labels", () => {
  const frame = { left: 0, top: 0, right: 340, bottom: 280 };
  const marks: fc.Arbitrary<MarkToLabel[]> = fc.array(
    fc.record({ x: fc.integer({ min: 10, max: 330 }), y: fc.integer({ min: 10, max: 270 }), name: fc.constantFrom("Jiuquan", "Yellow Sea sea-launch area", "文昌航天发射场") }),
    { minLength: 1, maxLength: 6 },
  );

  test("either all find room without meeting, or none is placed", () => {
    fc.assert(
      fc.property(marks, (list) => {
        const labels = placeLabels(list, frame);
        if (!labels) return;
        expect(labels).toHaveLength(list.length);
        const boxes = labels.filter(({ lines }) => !/\p{Script=Han}/u.test(lines[0]!)).map(boxOf);
        boxes.forEach((box, i) => expect(boxes.slice(0, i).some((other) => meet(box, other))).toBe(false));
      }),
      { seed },
    );
  });

  test("give up where marks lie on one another", () => {
    const same = Array.from({ length: 12 }, () => ({ x: 170, y: 140, name: "Yellow Sea sea-launch area" }));
    expect(placeLabels(same, frame)).toBeUndefined();
  });

  test("part a long name in two lines of about the same length", () => {
    expect(wrapLabel("Xichang Satellite Launch Center")).toEqual(["Xichang Satellite", "Launch Center"]);
    expect(wrapLabel("Wenchang")).toEqual(["Wenchang"]);
  });
});

test("a thinned path leaves out near corners and small rings, and ends where the line ended", () => {
  const { context, text } = thinPath({ step: 2, ring: 5 });
  context.moveTo(0, 0);
  context.lineTo(1, 0);
  context.lineTo(10.04, -3);
  context.lineTo(10.5, -3);
  context.moveTo(0, 0);
  context.lineTo(2, 0);
  context.lineTo(0, 2);
  context.closePath();
  expect(text()).toBe("M0,0l10-3l0.5,0");
});
