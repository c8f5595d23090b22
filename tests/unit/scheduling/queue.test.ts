import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planQueue, type StartedFact } from "@/lib/scheduling/queue";
import { addDays } from "@/lib/scheduling/learner-day";

const today = "2026-11-20";
const fact = (factId: string, lastAgo: number, dueAgo: number, difficulty = 5): StartedFact => ({
  factId,
  difficulty,
  firstDay: addDays("2026-01-01", 0),
  lastDay: addDays("2026-08-12", 100 - lastAgo),
  dueOn: addDays("2026-08-12", 100 - dueAgo),
});
const plan = (started: StartedFact[], fresh: string[] = [], newFactsPerDay = 10) =>
  planQueue({ today, started, fresh, newFactsPerDay }).map((entry) => `${entry.why} ${entry.factId}`);

describe("what to study", () => {
  it("asks first what has waited longest for its interval, not what is most days late", () => {
    const longAgo = fact("long", 90, 10);
    const short = fact("short", 6, 4);
    expect(plan([longAgo, short])).toEqual(["due short", "due long"]);
  });

  it("asks the easier of two that have waited alike", () => {
    expect(plan([fact("hard", 10, 0, 8), fact("easy", 10, 0, 2)])).toEqual(["due easy", "due hard"]);
  });

  it("leaves out what is not due yet", () => {
    expect(plan([fact("later", 3, -1), fact("now", 3, 0)])).toEqual(["due now"]);
  });

  it("puts new facts after what is due, and today's misses last", () => {
    const missedToday = fact("missed", 0, 0);
    expect(plan([missedToday, fact("due", 5, 1)], ["new"])).toEqual(["due due", "new new", "missed missed"]);
  });

  it("takes a miss of yesterday as due", () => {
    expect(plan([fact("yesterday", 1, 1)], ["new"])).toEqual(["due yesterday", "new new"]);
  });

  it("begins no more facts than the day has room for, counting those begun today", () => {
    const begun = { ...fact("begun", 0, -2), firstDay: today };
    expect(plan([begun], ["a", "b", "c", "d"], 3)).toEqual(["new a", "new b"]);
    expect(plan([begun], ["a", "b"], 1)).toEqual([]);
    expect(plan([], ["a", "b"], 0)).toEqual([]);
  });

  it("does not look further into the new facts than it needs to", () => {
    let looked = 0;
    function* endless() {
      for (;;) yield `fresh-${looked++}`;
    }
    expect(planQueue({ today, started: [], fresh: endless(), newFactsPerDay: 2 })).toHaveLength(2);
    expect(looked).toBe(2);
  });

  it("does not depend on the order of the rows", () => {
    const rows = fc.uniqueArray(
      fc.record({ id: fc.nat(500), last: fc.nat(60), due: fc.integer({ min: -20, max: 60 }), difficulty: fc.constantFrom(1, 5, 9) }),
      { selector: (row) => row.id, maxLength: 40 },
    );
    const shuffles = rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffles, ([one, other]) => {
        const facts = (list: typeof one) => list.map((row) => fact(`f${row.id}`, row.last, Math.min(row.due, row.last), row.difficulty));
        expect(plan(facts(one))).toEqual(plan(facts(other)));
      }),
    );
  });
});
