import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { milestoneBetween, type Milestone } from "@/lib/quiz/milestones";

const seconds = (n: number) => n * 1000;
const minutes = (n: number) => n * 60_000;

describe("what is said of the time that is left", () => {
  it.each<[string, number, number, number, Milestone | null]>([
    ["nothing at the start", minutes(20), minutes(20), minutes(19), null],
    ["half, when half is reached", minutes(20), minutes(10) + 1, minutes(10), "half"],
    ["nothing a moment later", minutes(20), minutes(10), minutes(10) - 1, null],
    ["five minutes", minutes(20), minutes(5) + 200, minutes(5) - 50, "fiveMinutes"],
    ["one minute", minutes(20), seconds(61), seconds(60), "oneMinute"],
    ["five minutes and not half of ten", minutes(10), minutes(5) + 1, minutes(5), "fiveMinutes"],
    ["the last of several, after the page slept", minutes(20), minutes(15), seconds(30), "oneMinute"],
    ["half of a short paper", seconds(50), seconds(26), seconds(25), "half"],
    ["nothing of five minutes where there are only four", minutes(4), minutes(4), minutes(3), null],
    ["nothing at the end", minutes(20), minutes(15), 0, null],
    ["nothing when there is more time than before", minutes(20), minutes(4), minutes(6), null],
  ])("is %s", (_, limit, before, after, expected) => {
    expect(milestoneBetween(limit, before, after)).toBe(expected);
  });

  it("is the same thing never twice, whatever the steps of the clock", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: minutes(180) }), fc.array(fc.integer({ min: 0, max: minutes(180) }), { maxLength: 60 }), (limit, reads) => {
        let least = limit;
        const said: Milestone[] = [];
        for (const left of reads.map((read) => read % limit)) {
          const milestone = milestoneBetween(limit, least, left);
          if (milestone) said.push(milestone);
          least = Math.min(least, left);
        }
        expect(said).toEqual([...new Set(said)]);
      }),
      { seed: 20261123 },
    );
  });
});
