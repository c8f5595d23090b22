import { describe, expect, it } from "vitest";
import { orderAroundPivot } from "@/lib/questions/pivot";
import { namedRandom, randomBelow } from "@/lib/shared/random";

type Point = { x: number; y: number };

const likeness = (a: Point, b: Point) => -Math.hypot(a.x - b.x, a.y - b.y);

/** The option with the least total distance to the others. */
function mostCentral(options: readonly Point[]): Point {
  const closeness = (from: Point) => options.reduce((sum, to) => sum + likeness(from, to), 0);
  return [...options].sort((a, b) => closeness(b) - closeness(a))[0]!;
}

function shareOfCentralKeys(choose: (key: Point, others: Point[], seed: number) => Point[]): number {
  let central = 0;
  const rounds = 4000;
  for (let seed = 0; seed < rounds; seed++) {
    const random = namedRandom(seed, "points");
    const points = Array.from({ length: 40 }, () => ({ x: random(), y: random() }));
    const key = points[randomBelow(random, points.length)]!;
    const others = points.filter((point) => point !== key);
    if (mostCentral([key, ...choose(key, others, seed)]) === key) central += 1;
  }
  return central / rounds;
}

describe("distractors around a pivot", () => {
  it.each(["hard", "medium", "easy"] as const)("make the key the most central option about one time in four (%s)", (difficulty) => {
    const share = shareOfCentralKeys((key, candidates, seed) =>
      orderAroundPivot(namedRandom(seed, "pivot"), { key, candidates, difficulty, likeness }).slice(0, 3),
    );
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.32);
  });

  it("differ from the key's nearest neighbours, which give it away", () => {
    const share = shareOfCentralKeys((key, others) => [...others].sort((a, b) => likeness(key, b) - likeness(key, a)).slice(0, 3));
    expect(share).toBeGreaterThan(0.4);
  });

  it("are every candidate once, and never the key", () => {
    const candidates = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const nearness = (a: number, b: number) => -Math.abs(a - b);
    for (let seed = 0; seed < 50; seed++) {
      const order = orderAroundPivot(namedRandom(seed, "pivot"), { key: 0, candidates, difficulty: "hard", likeness: nearness });
      expect([...order].sort((a, b) => a - b)).toEqual(candidates);
    }
  });
});
