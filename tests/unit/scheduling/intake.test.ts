import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roomForNew, type DayLoad } from "@/lib/scheduling/intake";

const day: DayLoad = { budget: 40, unit: "cards", usualMs: 6000, answers: 0, answeringMs: 0, reviewsLeft: 0, begunToday: 0, newFactsPerDay: 10 };

describe("how many facts may be begun today", () => {
  it.each<[string, Partial<DayLoad>, number]>([
    ["as many as the learner wants on a day without reviews", {}, 10],
    ["those not begun yet", { begunToday: 4 }, 6],
    ["half as many as the reviews leave cards", { reviewsLeft: 30 }, 5],
    ["none when the reviews take the whole budget", { reviewsLeft: 40 }, 0],
    ["none when there are more reviews than the budget holds", { reviewsLeft: 400 }, 0],
    ["fewer after cards that were answered already", { reviewsLeft: 10, answers: 20 }, 5],
    ["none with a limit of none", { newFactsPerDay: 0 }, 0],
    ["none when more were begun than the limit allows now", { begunToday: 12 }, 0],
  ])("%s", (_, change, room) => {
    expect(roomForNew({ ...day, ...change })).toBe(room);
  });

  it("counts minutes by what a card takes this learner, with the reading of the verdict", () => {
    const minutes: DayLoad = { ...day, unit: "minutes", budget: 4, newFactsPerDay: 100 };
    expect(roomForNew(minutes)).toBe(12);
    expect(roomForNew({ ...minutes, usualMs: 16_000 })).toBe(6);
    expect(roomForNew({ ...minutes, answers: 6, answeringMs: 36_000 })).toBe(9);
    expect(roomForNew({ ...minutes, usualMs: null })).toBe(7);
  });

  const loads = fc.record({
    budget: fc.nat(200), unit: fc.constantFrom("minutes", "cards"), usualMs: fc.option(fc.integer({ min: 1, max: 60_000 })), answers: fc.nat(300),
    answeringMs: fc.nat(3_600_000), reviewsLeft: fc.nat(1000), begunToday: fc.nat(50), newFactsPerDay: fc.nat(100),
  } satisfies Record<keyof DayLoad, unknown>) as fc.Arbitrary<DayLoad>;

  it("is a whole number within the learner's limit, and never more with more reviews, more answers or a smaller budget", () => {
    fc.assert(
      fc.property(loads, fc.nat(200), (load, more) => {
        const room = roomForNew(load);
        expect(Number.isInteger(room) && room >= 0 && room <= load.newFactsPerDay).toBe(true);
        expect(roomForNew({ ...load, reviewsLeft: load.reviewsLeft + more })).toBeLessThanOrEqual(room);
        expect(roomForNew({ ...load, answers: load.answers + more })).toBeLessThanOrEqual(room);
        expect(roomForNew({ ...load, budget: Math.max(0, load.budget - more) })).toBeLessThanOrEqual(room);
      }),
      { seed: 4 },
    );
  });
});
