import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawLaunchVehicle } from "@/lib/drawings/launch-vehicle";
import { boundsOf, pathOf, type Shape } from "@/lib/drawings/shapes";
import type { VehicleFigures } from "@/lib/drawings/vehicle-figures";

const seed = 20261123;
const some = (values: fc.Arbitrary<number>) => fc.option(values, { nil: undefined });

const vehicles: fc.Arbitrary<VehicleFigures> = fc
  .record({
    coreDiameter: fc.double({ min: 0.5, max: 11, noNaN: true }),
    slenderness: fc.double({ min: 4, max: 30, noNaN: true }),
    stages: some(fc.integer({ min: 1, max: 5 })),
    boosters: some(fc.integer({ min: 0, max: 8 })),
    boosterShare: some(fc.double({ min: 0.3, max: 1, noNaN: true })),
    upperShare: some(fc.double({ min: 0.5, max: 1, noNaN: true })),
    fairingShare: some(fc.double({ min: 0.6, max: 1.6, noNaN: true })),
  })
  .map(({ coreDiameter, slenderness, stages, boosters, boosterShare, upperShare, fairingShare }) => ({
    height: coreDiameter * slenderness,
    coreDiameter,
    ...(stages !== undefined && { stages }),
    ...(boosters !== undefined && { boosters }),
    ...(boosterShare !== undefined && { boosterDiameter: boosterShare * coreDiameter }),
    ...(upperShare !== undefined && { secondStageDiameter: upperShare * coreDiameter }),
    ...(fairingShare !== undefined && { fairingDiameter: fairingShare * coreDiameter }),
    about: [],
  }));

const partsOf = (shapes: Shape[], part: Shape["part"]) => shapes.filter((shape) => shape.part === part);
const widthOf = (shape: Shape) => {
  const { left, right } = boundsOf([shape]);
  return right - left;
};

describe("a drawn rocket", () => {
  test("is as tall as its figures say, to the tip, and stands on the ground", () => {
    fc.assert(
      fc.property(vehicles, (figures) => {
        const { bounds } = drawLaunchVehicle(figures);
        expect(bounds.top).toBeCloseTo(figures.height, 9);
        expect(bounds.bottom).toBe(0);
      }),
      { seed },
    );
  });

  test("has a core, boosters and a fairing of the given width", () => {
    fc.assert(
      fc.property(vehicles, (figures) => {
        const { shapes } = drawLaunchVehicle(figures);
        expect(widthOf(partsOf(shapes, "stage")[0]!)).toBeCloseTo(figures.coreDiameter, 9);
        for (const booster of partsOf(shapes, "booster")) {
          expect(widthOf(booster)).toBeCloseTo(figures.boosterDiameter ?? (figures.coreDiameter * 2) / 3, 9);
        }
        if (figures.fairingDiameter !== undefined && figures.secondStageDiameter === undefined && figures.fairingDiameter > figures.coreDiameter) {
          expect(widthOf(partsOf(shapes, "fairing")[0]!)).toBeCloseTo(figures.fairingDiameter, 9);
        }
      }),
      { seed },
    );
  });

  test("shows its stages, stacked without a gap, and no more boosters than it has", () => {
    fc.assert(
      fc.property(vehicles, (figures) => {
        const { shapes } = drawLaunchVehicle(figures);
        const stages = partsOf(shapes, "stage").map((shape) => boundsOf([shape]));
        expect(stages).toHaveLength(figures.stages ?? 1);
        const fairing = boundsOf(partsOf(shapes, "fairing"));
        stages.forEach((stage, i) => {
          expect(stage.top).toBeGreaterThan(stage.bottom);
          expect((stages[i + 1] ?? fairing).bottom).toBeCloseTo(stage.top, 9);
        });
        expect(partsOf(shapes, "booster").length).toBeLessThanOrEqual(figures.boosters ?? 0);
      }),
      { seed },
    );
  });

  test("has outlines that turn back nowhere: a nose grows narrower all the way up", () => {
    fc.assert(
      fc.property(vehicles, (figures) => {
        for (const { points } of partsOf(drawLaunchVehicle(figures).shapes, "fairing")) {
          const tip = points.findIndex(([, y]) => Math.abs(y - figures.height) < 1e-9);
          const heights = points.slice(0, tip + 1).map(([, y]) => y);
          expect(heights).toEqual([...heights].sort((a, b) => a - b));
        }
      }),
      { seed },
    );
  });

  test.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [4, 3],
    [6, 4],
  ])("with %i boosters shows %i from the front", (boosters, seen) => {
    const { shapes } = drawLaunchVehicle({ height: 57, coreDiameter: 5, stages: 2, boosters, about: [] });
    expect(partsOf(shapes, "booster")).toHaveLength(seen);
  });

  test("with four boosters stands one of them before the core", () => {
    const { shapes } = drawLaunchVehicle({ height: 57, coreDiameter: 5, stages: 2, boosters: 4, boosterDiameter: 3.35, about: [] });
    const lastStage = shapes.findLastIndex(({ part }) => part === "stage");
    const before = shapes.slice(lastStage).filter(({ part }) => part === "booster").map((shape) => boundsOf([shape]));
    expect(before).toHaveLength(1);
    expect(before[0]!.left + before[0]!.right).toBeCloseTo(0, 9);
    expect(boundsOf(shapes).right).toBeCloseTo(2.5 + 3.35, 9);
  });
});

test("an outline becomes a path that is closed, upside up and rounded to a tenth", () => {
  const path = pathOf([[0, 0], [1.234, 10], [-1, 10]], { x: 20, y: 100, scale: 2 });
  expect(path).toBe("M20,100L22.5,80L18,80Z");
});
