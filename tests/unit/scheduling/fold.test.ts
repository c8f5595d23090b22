import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rating } from "@/lib/scheduling/engine";
import { applyEvent, foldEvents, isMissed, previewIntervals, type FactMemory, type ScoredEvent } from "@/lib/scheduling/fold";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { addDays, daysBetween } from "@/lib/scheduling/learner-day";

const rule = { engine: createFsrsEngine(), desiredRetention: 0.9 };
const start = "2026-11-01";

let count = 0;
const answer = (day: number, rating: Rating): ScoredEvent => ({
  id: `event-${String(++count).padStart(6, "0")}`,
  answeredAtMs: day * 86_400_000 + count,
  learnerDay: addDays(start, day),
  rating,
});
const fold = (...events: ScoredEvent[]) => foldEvents(events, rule) as FactMemory;

const logs = fc
  .array(fc.tuple(fc.nat(3), fc.constantFrom<Rating>(1, 2, 3, 4)), { minLength: 1, maxLength: 25 })
  .map((steps) => {
    let day = 0;
    return steps.map(([gap, rating]) => answer((day += gap), rating));
  });

describe("folding the log of a fact", () => {
  it("knows nothing from an empty log", () => {
    expect(foldEvents([], rule)).toBeNull();
  });

  it("scores only the first answer of a learner's day", () => {
    const once = fold(answer(0, 3), answer(4, 3));
    const drilled = fold(answer(0, 3), answer(0, 4), answer(0, 4), answer(4, 3), answer(4, 4));
    expect(drilled).toEqual(once);
  });

  it("keeps a miss due today until practice puts it right", () => {
    const missed = fold(answer(0, 3), answer(4, 1));
    expect(missed.dueOn).toBe(addDays(start, 4));
    expect(isMissed(missed)).toBe(true);
    const again = applyEvent(missed, answer(4, 1), rule);
    expect(again.dueOn).toBe(addDays(start, 4));
    const righted = applyEvent(again, answer(4, 3), rule);
    expect(isMissed(righted)).toBe(false);
    expect(daysBetween(righted.lastDay, righted.dueOn)).toBe(rule.engine.intervalDays(missed.stabilityDays, 0.9));
    expect(righted).toEqual({ ...missed, dueOn: righted.dueOn });
  });

  it("scores a miss of yesterday that was never put right as a new day's answer", () => {
    const state = fold(answer(0, 3), answer(4, 1), answer(5, 3));
    expect(state.reviewCount).toBe(3);
    expect(state.lastDay).toBe(addDays(start, 5));
  });

  it("counts lapses, but not a first answer that was wrong", () => {
    expect(fold(answer(0, 1)).lapseCount).toBe(0);
    expect(fold(answer(0, 1), answer(1, 1), answer(3, 3), answer(9, 1)).lapseCount).toBe(2);
  });

  it("takes an answer on a day before the last one as practice", () => {
    const state = fold(answer(5, 3));
    const west = applyEvent(state, { ...answer(6, 4), learnerDay: addDays(start, 4) }, rule);
    expect(west).toEqual(state);
    const wrong = applyEvent(state, { ...answer(6, 1), learnerDay: addDays(start, 4) }, rule);
    expect(wrong.stabilityDays).toBe(state.stabilityDays);
    expect(isMissed(wrong)).toBe(true);
  });

  it("gives the same state step by step as by replay", () => {
    fc.assert(
      fc.property(logs, (events) => {
        const stepwise = events.reduce<FactMemory | null>((state, event) => applyEvent(state, event, rule), null);
        expect(foldEvents(events, rule)).toEqual(stepwise);
      }),
    );
  });

  it("does not care about the order it is given in, nor about events given twice", () => {
    fc.assert(
      fc.property(logs.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }))), ([events, shuffled]) => {
        expect(foldEvents(shuffled, rule)).toEqual(foldEvents(events, rule));
      }),
    );
  });

  it("never raises stability on a day that began with a wrong answer", () => {
    fc.assert(
      fc.property(logs, fc.array(fc.constantFrom<Rating>(1, 2, 3, 4), { maxLength: 5 }), (events, practice) => {
        const before = fold(...events);
        const day = daysBetween(start, before.lastDay) + 1;
        const after = [1 as const, ...practice].map((rating) => answer(day, rating)).reduce((state, event) => applyEvent(state, event, rule), before);
        expect(after.stabilityDays).toBeLessThanOrEqual(before.stabilityDays);
      }),
    );
  });

  it("is always due on a whole day that is not before the last answer", () => {
    fc.assert(
      fc.property(logs, (events) => {
        const state = fold(...events);
        expect(state.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(state.dueOn >= state.lastDay).toBe(true);
      }),
    );
  });
});

describe("the preview of a flashcard", () => {
  it("shows for a new fact what FSRS-6 gives: again now, then 1, 2 and 8 days", () => {
    expect(previewIntervals(null, start, rule)).toEqual({ 1: 0, 2: 1, 3: 2, 4: 8 });
  });

  it("foretells exactly what the fold then does", () => {
    fc.assert(
      fc.property(logs, fc.nat(60), fc.constantFrom<Rating>(1, 2, 3, 4), (events, wait, rating) => {
        const state = fold(...events);
        const day = daysBetween(start, state.lastDay) + wait;
        const next = applyEvent(state, answer(day, rating), rule);
        const today = addDays(start, day);
        expect(previewIntervals(state, today, rule)[rating]).toBe(daysBetween(today, next.dueOn));
      }),
    );
  });
});
