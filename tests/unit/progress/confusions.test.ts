import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countConfusions, type Mistake } from "@/lib/progress/confusions";

const day = 86_400_000;
const now = 1000 * day;
const mistake = (named: string, right: string, daysAgo: number, factId = "f"): Mistake => ({ named, right, factId, atMs: now - daysAgo * day });

describe("confusions", () => {
  it("count both directions together, and name first what was named more often", () => {
    const [found] = countConfusions([mistake("b", "a", 50, "x"), mistake("b", "a", 40, "y"), mistake("a", "b", 30, "x")], now);
    expect(found).toEqual({ one: "b", other: "a", timesForward: 2, timesBack: 1, lastMs: now - 30 * day, factIds: ["x", "y"] });
  });

  it("tell of a single mistake for two weeks, and of two for good", () => {
    expect(countConfusions([mistake("a", "b", 13)], now)).toHaveLength(1);
    expect(countConfusions([mistake("a", "b", 14)], now)).toEqual([]);
    expect(countConfusions([mistake("a", "b", 400), mistake("b", "a", 500)], now)).toHaveLength(1);
  });

  it("come by how often, then by how lately", () => {
    const found = countConfusions([mistake("a", "b", 3), mistake("c", "d", 2), mistake("e", "f", 90), mistake("e", "f", 80)], now);
    expect(found.map(({ one }) => one)).toEqual(["e", "c", "a"]);
  });

  it("are the same in whatever order mistakes come, and lose none", () => {
    const name = fc.constantFrom("a", "b", "c");
    const mistakes = fc.array(fc.record({ named: name, right: name, factId: fc.constantFrom("f", "g"), atMs: fc.uniqueArray(fc.integer({ min: now - 10 * day, max: now }), { minLength: 1, maxLength: 1 }).map(([at]) => at!) }));
    fc.assert(
      fc.property(mistakes, (all) => {
        const real = all.filter(({ named, right }) => named !== right);
        const found = countConfusions(real, now);
        expect(found.reduce((sum, { timesForward, timesBack }) => sum + timesForward + timesBack, 0)).toBe(real.length);
        for (const { one, other, timesForward } of found) expect(timesForward).toBe(real.filter(({ named, right }) => named === one && right === other).length);
        const figures = (each: typeof found) => each.map(({ one, other, timesForward, timesBack, lastMs }) => ({ one, other, timesForward, timesBack, lastMs }));
        expect(figures(countConfusions([...real].reverse(), now))).toEqual(figures(found));
      }),
      { seed: 5 },
    );
  });
});
