import { describe, expect, it, test } from "vitest";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { estimateDifference, figures } from "@/scripts/memory-figures";
import { calibrationAlone, leitner, ours, plainFsrs, sm2 } from "@/scripts/memory-rivals";
import { simulate, type Outcome } from "@/scripts/memory-simulation";
import { actrWorld, exactWorld, fsrs6World, halfLifeWorld, twoTraceWorld, type World } from "@/scripts/memory-truths";

const course = { days: 120, factsPerDay: 3, newFactDays: 80 };
const learners = 8;
const group = (world: World, kind: typeof ours, seed = 11): Promise<Outcome[]> => Promise.all(Array.from({ length: learners }, (_, learner) => simulate(world, kind, course, seed, learner)));

/** Learners whose stabilities are from a third to three times the published. */
const stretched = Array.from({ length: learners }, (_, i) => defaultWeights.map((weight, w) => (w < 4 ? weight * 3 ** ((2 * i) / (learners - 1) - 1) : weight)));

/** Learners from a fifth to five times the published first stability, who gain less or more by each success. */
const farOff = Array.from({ length: learners }, (_, i) => {
  const way = (2 * i) / (learners - 1) - 1;
  return defaultWeights.map((weight, w) => (w < 4 ? weight * 5 ** way : w === 8 ? weight + 0.8 * way : weight));
});

describe("simulated learners", () => {
  it("who remember as FSRS-6 says are foretold without bias, however they answer", async () => {
    const outcomes = await group(fsrs6World([defaultWeights]), ours);
    const mean = outcomes.reduce((sum, { foretold, recalled }) => sum + foretold - recalled, 0) / learners;
    expect(Math.abs(mean)).toBeLessThan(0.02);
  });

  test.each([fsrs6World(stretched), twoTraceWorld, actrWorld, halfLifeWorld])("of the world $name are foretold better than by plain FSRS-6", async (world) => {
    const [mine, plain] = [await group(world, ours), await group(world, plainFsrs)];
    expect(estimateDifference("bias", mine, plain).value).toBeLessThan(0);
    expect(figures.worst(mine)).toBeGreaterThan(figures.worst(plain));
    expect(figures.bias(mine)).toBeLessThan(0.04);
  });

  it("far from the published ones, whose answers are what they seem, are foretold with at most half of plain FSRS-6's bias", async () => {
    const [calibrated, plain] = [await group(exactWorld(farOff), calibrationAlone), await group(exactWorld(farOff), plainFsrs)];
    expect(figures.bias(plain)).toBeGreaterThan(0.03);
    expect(figures.bias(calibrated)).toBeLessThanOrEqual(figures.bias(plain) / 2);
    expect(figures.worst(calibrated)).toBeGreaterThan(figures.worst(plain));
    expect(figures.spread(calibrated)).toBeLessThan(figures.spread(plain));
  });

  it("meet the same memory and luck with every scheduler, run after run", async () => {
    for (const kind of [ours, sm2, leitner]) expect(await simulate(actrWorld, kind, course, 5, 1)).toEqual(await simulate(actrWorld, kind, course, 5, 1));
    expect(await simulate(actrWorld, ours, course, 5, 1)).not.toEqual(await simulate(actrWorld, ours, course, 6, 1));
  });
});
