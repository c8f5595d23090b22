import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edtfAt, ladderOfDates, positionOf, type DateRules } from "@/lib/questions/date-ladder";
import { seededRandom } from "@/lib/shared/random";
import { makeDate } from "@/tests/support/fact-base";

describe("positions of dates", () => {
  it.each([
    ["1970-01-01", 0], ["1969-12-31", -1], ["2000-02-29", 11016], ["2024-03-01", 19783], ["2003-10", 2003 * 12 + 9], ["1956", 1956],
  ])("%s stands at %d", (edtf, position) => {
    expect(positionOf(makeDate(edtf))).toBe(position);
    expect(edtfAt(position, makeDate(edtf).precision)).toBe(edtf);
  });

  it("come back from every day of four centuries", () => {
    fc.assert(fc.property(fc.integer({ min: -73_000, max: 73_000 }), (day) => {
      expect(positionOf(makeDate(edtfAt(day, "day")))).toBe(day);
    }), { seed: 3 });
  });
});

describe("a ladder of dates", () => {
  const anyRules = fc.record({
    precision: fc.constantFrom<DateRules["precision"]>("day", "month", "year"),
    difficulty: fc.constantFrom<DateRules["difficulty"]>("easy", "medium", "hard"),
    rank: fc.integer({ min: 0, max: 3 }),
    room: fc.integer({ min: 0, max: 5_000 }),
    seed: fc.nat(),
  });

  it("ascends, has the key at its rank and stays between the earliest and the latest date", () => {
    fc.assert(fc.property(anyRules, fc.integer({ min: 0, max: 5_000 }), ({ precision, difficulty, rank, room, seed }, before) => {
      const ladder = ladderOfDates(seededRandom(seed), { precision, difficulty, rank, key: 2000, distractors: 3, earliest: 2000 - before, latest: 2000 + room });
      if (!ladder) return;
      expect(ladder).toHaveLength(4);
      expect(ladder[rank]).toBe(2000);
      expect([...new Set(ladder)].sort((a, b) => a - b)).toEqual(ladder);
      expect(ladder.at(-1)).toBeLessThanOrEqual(2000 + room);
      expect(ladder[0]).toBeGreaterThanOrEqual(2000 - before);
    }), { seed: 4 });
  });

  it("exists or not whatever the rank, so that its being there tells nothing", () => {
    fc.assert(fc.property(anyRules, fc.integer({ min: 0, max: 5_000 }), ({ precision, difficulty, room, seed }, before) => {
      const exists = [0, 1, 2, 3].map((rank) =>
        ladderOfDates(seededRandom(seed), { precision, difficulty, rank, key: 2000, distractors: 3, earliest: 2000 - before, latest: 2000 + room }) !== undefined,
      );
      expect(new Set(exists).size).toBe(1);
    }), { seed: 5 });
  });

  it("keeps days at least five apart", () => {
    for (let seed = 0; seed < 200; seed++) {
      const ladder = ladderOfDates(seededRandom(seed), { precision: "day", difficulty: "hard", rank: 1, key: 0, distractors: 3, earliest: -Infinity, latest: 18 })!;
      for (let i = 1; i < ladder.length; i++) expect(ladder[i]! - ladder[i - 1]!).toBeGreaterThanOrEqual(5);
    }
  });
});
