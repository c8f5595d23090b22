import { describe, expect, it, test } from "vitest";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { estimateDifference, figures } from "@/scripts/memory-figures";
import { leitner, ours, plainFsrs, sm2 } from "@/scripts/memory-rivals";
import { simulate, type Outcome } from "@/scripts/memory-simulation";
import { actrWorld, fsrs6World, halfLifeWorld, twoTraceWorld, type World } from "@/scripts/memory-truths";

const course = { days: 120, factsPerDay: 3, newFactDays: 80 };
const learners = 8;
const group = (world: World, kind: typeof ours, seed = 11): Outcome[] => Array.from({ length: learners }, (_, learner) => simulate(world, kind, course, seed, learner));

/** Learners whose stabilities are from a third to three times the published. */
const stretched = Array.from({ length: learners }, (_, i) => defaultWeights.map((weight, w) => (w < 4 ? weight * 3 ** ((2 * i) / (learners - 1) - 1) : weight)));

describe("simulated learners", () => {
  it("who remember as FSRS-6 says are foretold without bias, however they answer", () => {
    const outcomes = group(fsrs6World([defaultWeights]), ours);
    const mean = outcomes.reduce((sum, { foretold, recalled }) => sum + foretold - recalled, 0) / learners;
    expect(Math.abs(mean)).toBeLessThan(0.02);
  });

  test.each([fsrs6World(stretched), twoTraceWorld, actrWorld, halfLifeWorld])("of the world $name are foretold better than by plain FSRS-6", (world) => {
    const [mine, plain] = [group(world, ours), group(world, plainFsrs)];
    expect(estimateDifference("bias", mine, plain).value).toBeLessThan(0);
    expect(figures.worst(mine)).toBeGreaterThan(figures.worst(plain));
    expect(figures.bias(mine)).toBeLessThan(0.04);
  });

  it("meet the same memory and luck with every scheduler, run after run", () => {
    for (const kind of [ours, sm2, leitner]) expect(simulate(actrWorld, kind, course, 5, 1)).toEqual(simulate(actrWorld, kind, course, 5, 1));
    expect(simulate(actrWorld, ours, course, 5, 1)).not.toEqual(simulate(actrWorld, ours, course, 6, 1));
  });
});
