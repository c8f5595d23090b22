import { describe, expect, test } from "vitest";
import { describeVehicle } from "@/lib/drawings/describe";
import { vehicleFiguresOf } from "@/lib/drawings/vehicle-figures";
import { createFactBase } from "@/lib/facts/fact-base";
import { asEntityId } from "@/lib/shared/ids";
import { makeContent, someUnits, type FactInput } from "@/tests/support/fact-base";

const lengths = ["height", "core_diameter", "booster_diameter", "second_stage_diameter", "fairing_diameter", "fairing_length"];
const counts = ["number_of_stages", "number_of_boosters"];

const cm = { id: "cm", symbol: "cm", dimension: "length", factor: 0.01, aliases: [] };

function figuresFrom(facts: (Omit<FactInput, "subject"> & { subject?: string })[], id = "rocket") {
  const content = makeContent({
    types: ["launch_vehicle", "satellite"],
    units: [...someUnits, cm],
    entities: [{ id: "rocket", type: "launch_vehicle" }, { id: "moonlet", type: "satellite" }],
    predicates: [
      ...lengths.map((name) => ({ id: name, functional: true, valueKind: "quantity" as const, unit: "m" })),
      ...counts.map((name) => ({ id: name, functional: true, valueKind: "quantity" as const })),
    ],
    facts: facts.map((fact, i) => ({ id: `f${i}`, subject: "rocket", ...fact }) as FactInput),
  });
  return vehicleFiguresOf(createFactBase(content, "test"), asEntityId(id));
}

const height = { predicate: "height", value: 57 };
const core = { predicate: "core_diameter", value: 5 };

describe("the figures of a rocket", () => {
  test("come from its facts, in metres, each with its fact", () => {
    const found = figuresFrom([height, { predicate: "core_diameter", value: { kind: "quantity", amount: 335, unit: "cm" } }, { predicate: "number_of_boosters", value: 4 }]);
    expect(found).toEqual({
      ok: true,
      value: { figures: { height: 57, coreDiameter: 3.35, boosters: 4, about: [] }, facts: { height: "f0", coreDiameter: "f1", boosters: "f2" } },
    });
  });

  test.each([
    ["no height", [core], "no-height"],
    ["no core diameter", [height], "no-core-diameter"],
    ["a disputed height", [{ ...height, assurance: "disputed" as const }, core], "no-height"],
    ["a height that another source disputes", [height, { predicate: "height", value: 60, assurance: "disputed" as const }, core], "no-height"],
    ["a withdrawn height", [{ ...height, rank: "deprecated" as const }, core], "no-height"],
    ["two heights of which neither is preferred", [height, { predicate: "height", value: 58 }, core], "no-height"],
    ["a height that is only a lower bound", [{ predicate: "height", value: { kind: "quantity" as const, amount: 57, unit: "m", bound: "at-least" as const } }, core], "no-height"],
    ["a height in kilograms", [{ predicate: "height", value: { kind: "quantity" as const, amount: 57, unit: "kg" } }, core], "no-height"],
    ["a rocket as wide as it is tall", [{ predicate: "height", value: 5 }, core], "impossible"],
  ])("are not drawn from %s", (_, facts, reason) => {
    expect(figuresFrom(facts)).toEqual({ ok: false, error: reason });
  });

  test("are of rockets only", () => {
    expect(figuresFrom([{ ...height, subject: "moonlet" }, { ...core, subject: "moonlet" }], "moonlet")).toEqual({ ok: false, error: "not-a-rocket" });
    expect(figuresFrom([], "nobody")).toEqual({ ok: false, error: "unknown-entity" });
  });

  test("take the preferred value where there are several, and say what is only about right", () => {
    const about = { kind: "quantity" as const, amount: 67, unit: "m", bound: "about" as const };
    const found = figuresFrom([{ predicate: "height", value: about, rank: "preferred" }, height, core]);
    expect(found.ok && found.value.figures).toEqual({ height: 67, coreDiameter: 5, about: ["height"] });
  });
});

test("a drawing is described with every figure that it shows", () => {
  expect(describeVehicle({ height: 57, coreDiameter: 5, stages: 2, boosters: 4, boosterDiameter: 3.35, about: ["height"] })).toBe(
    "about 57 m tall, 5 m across the core, 2 stages, 4 boosters 3.35 m across",
  );
  expect(describeVehicle({ height: 19.5, coreDiameter: 1.2, stages: 1, boosters: 0, fairingDiameter: 1.4, fairingLength: 3, secondStageDiameter: 1, about: [] })).toBe(
    "19.5 m tall, 1.2 m across the core, 1 m across the second stage, 1 stage, no boosters, a fairing 1.4 m across, a fairing 3 m long",
  );
});
