import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/scheduling/learner-day";
import { byUrgency, cardsBetweenTries, planQueue, relativeOverdueness, type Likeness, type QueueInput, type WaitingFact } from "@/lib/scheduling/queue";

const today = "2026-11-20";
const daysFromToday = (days: number) => addDays("2026-08-12", 100 + days);

/** A fact that was planned to wait `intervalDays` and is due `lateDays` ago (before its day: negative). */
const fact = (factId: string, intervalDays: number, lateDays: number, more: Partial<WaitingFact> = {}): WaitingFact => ({
  factId, stabilityDays: 30, difficulty: 5, intervalDays, dueOn: daysFromToday(-lateDays), ...more,
});

const unlike: Likeness = { traitsOf: (factId) => [factId], confusableWith: () => [], answeredToday: new Set() };
const nothing: QueueInput = { today, changed: [], missed: [], waiting: [], fresh: [], room: 10, likeness: unlike };
const queue = (input: Partial<QueueInput>) => planQueue({ ...nothing, ...input });
const plan = (input: Partial<QueueInput>) => queue(input).entries.map(({ why, factId }) => `${why} ${factId}`);

/** Facts whose ids begin with the same letter are easily taken for each other. */
const alikeByLetter = (ids: string[], answeredToday: string[] = []): Likeness => ({
  ...unlike,
  confusableWith: (factId) => ids.filter((other) => other !== factId && other[0] === factId[0]),
  answeredToday: new Set(answeredToday),
});

describe("what is asked first", () => {
  const ids = (facts: WaitingFact[]) => byUrgency(facts, today).map(({ factId }) => factId);

  it("is what has waited longest for its interval, not what is most days late", () => {
    expect(ids([fact("long", 80, 10), fact("short", 2, 4)])).toEqual(["short", "long"]);
  });

  it("is the easier of two that have waited alike", () => {
    expect(ids([fact("hard", 10, 0, { difficulty: 8 }), fact("easy", 10, 0, { difficulty: 2 })])).toEqual(["easy", "hard"]);
  });

  it.each([
    [10, 0, 1],
    [10, 10, 2],
    [10, -5, 0.5],
    [0, 3, 4],
  ])("planned to wait %i days and %i days late, it has waited %f times as long as planned", (intervalDays, lateDays, overdueness) => {
    expect(relativeOverdueness(fact("a", intervalDays, lateDays), today)).toBe(overdueness);
  });

  it("does not depend on the order of the rows", () => {
    const rows = fc.uniqueArray(fc.record({ id: fc.nat(500), interval: fc.nat(60), late: fc.nat(60), difficulty: fc.constantFrom(1, 5, 9) }), { selector: ({ id }) => id, maxLength: 40 });
    const shuffles = rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffles, ([one, other]) => {
        const facts = (list: typeof one) => list.map((row) => fact(`f${row.id}`, row.interval, row.late, { difficulty: row.difficulty }));
        expect(ids(facts(one))).toEqual(ids(facts(other)));
      }),
      { seed: 4 },
    );
  });
});

describe("what to study", () => {
  it("is what has changed, what is due, new facts, and then what was only asked for", () => {
    expect(plan({ changed: ["changed"], waiting: [fact("due", 5, 1), fact("later", 5, -3)], fresh: ["fresh"] })).toEqual(["changed changed", "due due", "new fresh", "chosen later"]);
  });

  it("has no more new facts than there is room for", () => {
    expect(plan({ fresh: ["a", "b", "c"], room: 2 })).toEqual(["new a", "new b"]);
    expect(plan({ fresh: ["a", "b"], room: 0 })).toEqual([]);
  });

  it("puts a miss first once enough other cards have been answered, and last before", () => {
    const missed = [{ factId: "fresh miss", answersSince: cardsBetweenTries - 1 }, { factId: "ripe miss", answersSince: cardsBetweenTries }];
    expect(plan({ missed, waiting: [fact("due", 5, 1)], fresh: ["fresh"] })).toEqual(["missed ripe miss", "due due", "new fresh", "missed fresh miss"]);
  });
});

describe("facts that are easily taken for each other", () => {
  const fragile = { stabilityDays: 6.9 };

  it("do not come on one day either where the fragile one is the more urgent: it waits for the firm one", () => {
    const likeness = alikeByLetter(["a1", "a2"]);
    expect(queue({ waiting: [fact("a1", 3, 2, fragile), fact("a2", 30, 0)], likeness })).toEqual({ entries: [{ factId: "a2", why: "due" }], heldBack: ["a1"] });
    expect(plan({ waiting: [fact("a1", 3, 3, fragile), fact("a2", 30, 0)], likeness })).toHaveLength(2);
    expect(plan({ waiting: [fact("a1", 3, 2, fragile), fact("a2", 30, -1)], likeness })).toContain("due a1");
  });

  it("do not come on one day while one of them is fragile", () => {
    const likeness = alikeByLetter(["a1", "a2", "a3", "b1"]);
    const waiting = [fact("a1", 3, 1), fact("a2", 3, 0, fragile), fact("b1", 3, 0, fragile)];
    expect(queue({ waiting, fresh: ["a3"], likeness })).toEqual({ entries: [{ factId: "a1", why: "due" }, { factId: "b1", why: "due" }], heldBack: ["a2"] });
  });

  it("wait for tomorrow when one of them was answered today, new ones too, and leave their place to others", () => {
    const likeness = alikeByLetter(["a1", "a2", "a3", "b1"], ["a1"]);
    expect(plan({ waiting: [fact("a2", 3, 0, fragile)], fresh: ["a3", "b1"], room: 1, likeness })).toEqual(["new b1"]);
  });

  it("come together once they are firm", () => {
    expect(plan({ waiting: [fact("a1", 9, 0, { stabilityDays: 7 }), fact("a2", 9, 0, { stabilityDays: 7 })], likeness: alikeByLetter(["a1", "a2"]) })).toHaveLength(2);
  });

  it("are held back no longer than they were planned to wait", () => {
    const likeness = alikeByLetter(["a1", "a2"], ["a1"]);
    expect(plan({ waiting: [fact("a2", 3, 2, fragile)], likeness })).toEqual([]);
    expect(plan({ waiting: [fact("a2", 3, 3, fragile)], likeness })).toEqual(["due a2"]);
  });

  it("do not keep a miss or a changed fact waiting", () => {
    const likeness = alikeByLetter(["a1", "a2", "a3"], ["a1", "a2", "a3"]);
    expect(plan({ missed: [{ factId: "a1", answersSince: 9 }, { factId: "a2", answersSince: 9 }], changed: ["a3"], likeness })).toHaveLength(3);
  });

  it("are one a day out of a large family of new facts, and every one has its day", () => {
    let left = Array.from({ length: 12 }, (_, i) => `a${i}`);
    const likeness = alikeByLetter(left);
    for (let day = 0; day < 12; day++) {
      const [entry, ...more] = queue({ fresh: left, likeness }).entries;
      expect(more).toEqual([]);
      left = left.filter((factId) => factId !== entry!.factId);
    }
    expect(left).toEqual([]);
  });
});

describe("neighbours", () => {
  const byTopic: Likeness = { ...unlike, traitsOf: (factId) => [factId[0]!] };
  const topics = (input: Partial<QueueInput>) => queue({ likeness: byTopic, ...input }).entries.map(({ factId }) => factId[0]!);

  it("differ in topic where they can", () => {
    expect(topics({ waiting: ["a1", "a2", "a3", "b1", "b2"].map((id) => fact(id, 5, 0)) }).join("")).toBe("ababa");
  });

  it("differ from the card that comes just before, and where one part meets the next", () => {
    expect(topics({ after: "a0", waiting: ["a1", "b1"].map((id) => fact(id, 5, 0)), fresh: ["a2", "c1"] }).join("")).toBe("baca");
  });

  it("are still all there, however alike they are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(99)).map(([topic, n]) => `${topic}${n}`), { maxLength: 30 }), (ids) => {
        const { entries } = queue({ likeness: byTopic, waiting: ids.map((id) => fact(id, 5, 0)) });
        expect(entries.map(({ factId }) => factId).sort()).toEqual([...ids].sort());
      }),
      { seed: 4 },
    );
  });
});
