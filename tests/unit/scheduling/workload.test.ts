import { describe, expect, it } from "vitest";
import { createFsrsEngine, defaultWeights } from "@/lib/scheduling/fsrs";
import { answersInYear } from "@/lib/scheduling/workload";

describe("the answers that a fact asks for in a year", () => {
  const engine = createFsrsEngine();

  it("grow with the chance of recall that is wanted, and steeply towards certainty", () => {
    const [low, usual, high, highest] = [0.8, 0.9, 0.95, 0.97].map((retention) => answersInYear(engine, retention));
    expect(low!).toBeLessThan(usual!);
    expect(high! / usual!).toBeGreaterThan(1.3);
    expect(highest! / high!).toBeGreaterThan(1.2);
  });

  it("are the same each time, and those at the limits beyond them", () => {
    expect(answersInYear(engine, 0.9)).toBe(answersInYear(engine, 0.9));
    expect(answersInYear(engine, 0.5)).toBe(answersInYear(engine, 0.75));
    expect(answersInYear(engine, 0.99)).toBe(answersInYear(engine, 0.97));
  });

  it("are fewer for one who remembers longer", () => {
    const lasting = createFsrsEngine(defaultWeights.map((weight, i) => (i < 4 ? weight * 4 : i === 8 ? weight + 0.8 : weight)));
    expect(answersInYear(lasting, 0.9)).toBeLessThan(0.7 * answersInYear(engine, 0.9));
  });
});
