import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayOfNumber } from "@/lib/progress/day-number";
import { growthOn, sampleDays } from "@/lib/progress/growth";
import { recallOn, type Answer } from "@/lib/scheduling/fact-state";
import { foldLog } from "@/lib/scheduling/learner-memory";
import { answerOn, firstDay, rule } from "../scheduling/learner";
import { recorded } from "./recorded";

const first = dayNumber(firstDay);
const days = Array.from({ length: 60 }, (_, i) => first + i);
const growth = (answers: Answer[], on = days) => growthOn(on, recorded(answers), null, rule.engine);

/** Logs in which the learner's day goes back now and then, as it does for who flies east. */
const logs = fc
  .array(fc.record({ pause: fc.nat(6), isBack: fc.boolean(), factId: fc.constantFrom("a", "b", "c", "d"), isRight: fc.boolean() }), { minLength: 1, maxLength: 40 })
  .map((steps) => {
    let day = 1;
    return steps.map(({ pause, isBack, factId, isRight }) => {
      day = Math.min(50, day + pause);
      return answerOn(isBack && pause === 0 ? day - 1 : day, isRight ? "right" : "wrong", { factId });
    });
  });

/** By instants: `answerOn` makes them from days, and the log goes by them. */
const inOrder = (answers: Answer[]) => answers.map((answer, i) => ({ ...answer, atMs: i }));

describe("growth", () => {
  it("holds nothing before the first answer", () => {
    expect(growth([answerOn(3, "right")], [first, first + 2])).toEqual([{ day: first, begun: 0, recalled: 0 }, { day: first + 2, begun: 0, recalled: 0 }]);
  });

  it("rises with what is answered and falls while nothing is", () => {
    const [one, two, later] = growth([answerOn(0, "right"), answerOn(1, "right", { factId: "other" })], [first, first + 1, first + 40]);
    expect([one!.begun, two!.begun, later!.begun]).toEqual([1, 2, 2]);
    expect(two!.recalled).toBeGreaterThan(one!.recalled);
    expect(later!.recalled).toBeLessThan(two!.recalled);
  });

  it("is at every day what the fold of the log up to then foretells", () => {
    fc.assert(fc.property(logs.map(inOrder), (answers) => {
      for (const { day, begun, recalled } of growth(answers)) {
        const later = answers.findIndex(({ learnerDay }) => dayNumber(learnerDay) > day);
        const { facts, calibration } = foldLog(later < 0 ? answers : answers.slice(0, later), rule);
        const expected = [...facts.values()].reduce((sum, fact) => sum + recallOn(fact, dayOfNumber(day), calibration, rule.engine), 0);
        expect(begun).toBe(facts.size);
        expect(recalled).toBeCloseTo(expected, 5);
      }
    }), { seed: 5, numRuns: 60 });
  });

  it("is changed by nothing that is answered later, has no fact begun undone, and recalls no more than was begun", () => {
    fc.assert(fc.property(logs.map(inOrder), fc.nat(40), (answers, count) => {
      const known = answers.slice(0, count);
      const reached = Math.max(first, ...known.map(({ learnerDay }) => dayNumber(learnerDay)));
      const past = days.filter((day) => day < reached);
      const whole = growth(answers);
      expect(growth(known, past)).toEqual(whole.slice(0, past.length));
      whole.forEach(({ begun, recalled }, i) => {
        expect(begun).toBeGreaterThanOrEqual(whole[i - 1]?.begun ?? 0);
        expect(recalled).toBeLessThanOrEqual(begun);
      });
    }), { seed: 5, numRuns: 100 });
  });

  it("is about the facts that are looked at, by all that is known of the learner", () => {
    const history = recorded([answerOn(0, "right"), answerOn(0, "right", { factId: "other" }), answerOn(5, "wrong")]);
    const [point] = growthOn([first + 5], history, Uint8Array.of(0, 1), rule.engine);
    expect(point!.begun).toBe(1);
    expect(point!.recalled).toBeCloseTo(rule.engine.retrievability({ stabilityDays: history.stabilityDays[1]!, difficulty: history.difficulty[1]! }, 5 / history.factor[2]!), 9);
    expect(history.factor[2]).toBeLessThan(1);
  });
});

describe("the days that growth is drawn on", () => {
  it("are all there are, while they are few", () => {
    expect(sampleDays(10, 14, 60)).toEqual([10, 11, 12, 13, 14]);
    expect(sampleDays(10, 10, 60)).toEqual([10]);
  });

  it("are spread evenly over a longer time, with both ends", () => {
    fc.assert(fc.property(fc.nat(100_000), fc.nat(4000), fc.integer({ min: 2, max: 60 }), (from, span, most) => {
      const sampled = sampleDays(from, from + span, most);
      expect([sampled[0], sampled.at(-1)]).toEqual([from, from + span]);
      expect(sampled.length).toBe(Math.min(span + 1, most));
      const steps = sampled.slice(1).map((day, i) => day - sampled[i]!);
      expect(Math.max(1, ...steps) - Math.min(...steps, 4000)).toBeLessThanOrEqual(1);
    }), { seed: 5 });
  });
});
