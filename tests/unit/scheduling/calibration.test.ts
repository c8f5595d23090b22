import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrate, factorOf, uncalibrated } from "@/lib/scheduling/calibration";
import { neutral, published } from "@/lib/scheduling/constants";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";

const constants = published.calibration;
const chances = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const slopes = fc.double({ min: 0, max: 0.4, noNaN: true });

fc.configureGlobal({ seed: 20261123 });

describe("the learner's calibration", () => {
  it("follows the published formulas in a step worked by hand", () => {
    // H = .1, Pc = .9: K = .36·.1/(.01·.36 + .09) = .038461…/.1, so K = .384615; μ = K·.1 and P = (1 − .0384615)·.36 + 1e-5.
    const after = calibrate(uncalibrated(constants), { right: 0.9, slope: 0.1 }, true, constants);
    expect(after.mu).toBeCloseTo(0.0384615, 6);
    expect(after.variance).toBeCloseTo(0.346164, 6);
  });

  it("rises with right answers and falls with wrong ones, and grows surer", () => {
    fc.assert(
      fc.property(chances, fc.double({ min: 0.01, max: 0.4, noNaN: true }), (right, slope) => {
        const before = uncalibrated(constants);
        expect(calibrate(before, { right, slope }, true, constants).mu).toBeGreaterThan(0);
        expect(calibrate(before, { right, slope }, false, constants).mu).toBeLessThan(0);
        expect(calibrate(before, { right, slope }, true, constants).variance).toBeLessThan(before.variance + 2 * constants.drift);
      }),
    );
  });

  it("stays within e^±2.5 whatever is answered", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(chances, slopes, fc.boolean()), { maxLength: 300 }), (answers) => {
        const end = answers.reduce((state, [right, slope, wasRight]) => calibrate(state, { right, slope }, wasRight, constants), uncalibrated(constants));
        expect(Math.abs(end.mu)).toBeLessThanOrEqual(2.5);
        expect(end.variance).toBeGreaterThan(0);
      }),
    );
    const surprised = Array.from({ length: 500 }).reduce<ReturnType<typeof uncalibrated>>((state) => calibrate(state, { right: 0.02, slope: 0.3 }, true, constants), uncalibrated(constants));
    expect(factorOf(surprised)).toBeCloseTo(Math.exp(2.5), 9);
  });

  it("learns nothing from what was certain, and nothing at all with neutral constants", () => {
    const before = uncalibrated(constants);
    expect(calibrate(before, { right: 1, slope: 0 }, true, constants)).toEqual(before);
    const still = uncalibrated(neutral.calibration);
    expect(calibrate(still, { right: 0.7, slope: 0.2 }, false, neutral.calibration)).toEqual(still);
  });

  it("rests on the true slope of the forgetting curve", () => {
    const engine = createFsrsEngine();
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 500, noNaN: true }), fc.double({ min: 0.5, max: 500, noNaN: true }), (stabilityDays, days) => {
        const at = (mu: number) => engine.retrievability({ stabilityDays, difficulty: 5 }, days / Math.exp(mu));
        expect(engine.slope({ stabilityDays, difficulty: 5 }, days)).toBeCloseTo((at(0.001) - at(-0.001)) / 0.002, 4);
      }),
    );
  });
});
