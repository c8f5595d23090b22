import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { cellOf, isGivenTo, meanOf, percentOf } from "@/lib/classroom/gradebook";
import { cases, given, nowMs, quiz, reckoned } from "./gradebook-cases";

const runs = { seed: 7, numRuns: 300 };
const inTime = { isBegun: true, doneAtMs: nowMs - 300 };
const open = { opensAtMs: null, dueAtMs: nowMs + 100, closesAtMs: nowMs + 200 };
const stillTaken = { opensAtMs: null, dueAtMs: nowMs - 100, closesAtMs: null };
const study = { kind: "study" as const, schedule: open };

describe("a cell", () => {
  test.each([
    ["the best of two attempts", quiz(), given({ ...inTime, shares: [0.8, 0.4] }), { status: "done", share: 0.8, counts: 0.8, attempts: 2 }],
    ["the last of two attempts", quiz({ counted: "last" }), given({ ...inTime, shares: [0.8, 0.4] }), { share: 0.4, counts: 0.4 }],
    ["the first of two attempts", quiz({ counted: "first" }), given({ ...inTime, shares: [0.8, 0.9] }), { share: 0.8, counts: 0.8 }],
    ["one that is handed in and not graded yet", quiz(), given({ ...inTime, shares: [null] }), { status: "done", share: null, counts: null }],
    ["one handed in after it was due", quiz(), given({ isBegun: true, doneAtMs: nowMs - 150, shares: [0.5] }), { status: "late", share: 0.5, counts: 0.5 }],
    ["nothing handed in until it was closed", quiz(), given(), { status: "missed", share: null, counts: 0 }],
    ["nothing handed in while it is still taken", quiz({ schedule: stillTaken }), given(), { status: "missed", share: null, counts: null }],
    ["one that is not due yet", quiz({ schedule: open }), given(), { status: "not-begun", share: null, counts: null }],
    ["one handed in before it is due", quiz({ schedule: open }), given({ ...inTime, shares: [0.6] }), { status: "done", counts: 0.6 }],
    ["an excuse", quiz(), given({ ...inTime, shares: [0.6], isExcused: true }), { status: "excused", share: null, reckoned: 0.6, counts: null }],
    ["a teacher's score", quiz(), given({ ...inTime, shares: [0.6], score: 0.9, note: "A slip" }), { share: 0.9, reckoned: 0.6, isOverridden: true, hasNote: true, counts: 0.9 }],
    ["a teacher's score for what was missed", quiz(), given({ score: 0.5 }), { status: "missed", share: 0.5, counts: 0.5 }],
    ["a teacher's score of nothing", quiz(), given({ ...inTime, shares: [1], score: 0 }), { share: 0, isOverridden: true, counts: 0 }],
    ["an excuse above a teacher's score", quiz(), given({ score: 0.5, isExcused: true }), { share: null, isOverridden: false, counts: null }],
    ["studying", quiz(study), given({ isBegun: true, shares: [0.7] }), { status: "under-way", share: 0.7, attempts: 0, counts: null }],
    ["studying with a teacher's score", quiz(study), given({ isBegun: true, shares: [0.7], score: 1 }), { share: 1, counts: 1 }],
  ])("of %s", (_, work, record, expected) => {
    expect(cellOf(work, record, nowMs)).toMatchObject(expected);
  });
});

describe("work", () => {
  const pupil = { isFormer: false, joinedAtMs: nowMs - 1000 };

  test.each([
    ["for all is everybody's", {}, pupil, given(), true],
    ["for some is not the others'", { isForAll: false }, pupil, given(), false],
    ["for some is theirs who were chosen", { isForAll: false }, pupil, given({ isChosen: true }), true],
    ["that was taken while it was for all stays", { isForAll: false }, pupil, given({ isBegun: true }), true],
    ["that was closed when somebody joined is not theirs", {}, { ...pupil, joinedAtMs: nowMs - 100 }, given(), false],
    ["that nothing came of is not shown of former pupils", {}, { ...pupil, isFormer: true }, given({ isChosen: true }), false],
    ["that something came of is shown of former pupils", {}, { ...pupil, isFormer: true }, given({ isBegun: true }), true],
    ["of studying is nobody's because they know some of it", { isForAll: false, kind: "study" as const }, pupil, given({ isBegun: true, shares: [0.4] }), false],
  ])("%s", (_, work, who, record, expected) => {
    expect(isGivenTo(quiz(work), who, record)).toBe(expected);
  });
});

describe("the averages", () => {
  it("are the means of what counts, reckoned one by one", () => {
    fc.assert(
      fc.property(cases, ({ gradebook }) => {
        for (const { cells, average } of gradebook.rows) {
          const counted = cells.flatMap((cell) => cell?.counts ?? []);
          if (counted.length === 0) expect(average).toBeNull();
          else expect(average).toBeCloseTo(counted.reduce((a, b) => a + b, 0) / counted.length, 10);
        }
        const known = gradebook.rows.flatMap(({ isFormer, average }) => (isFormer || average === null ? [] : [average]));
        expect(gradebook.average).toEqual(meanOf(known));
      }),
      runs,
    );
  });

  it("lie between 0 and 1, whatever was handed in", () => {
    fc.assert(
      fc.property(cases, ({ gradebook }) => {
        const averages = [gradebook.average, ...gradebook.rows.map(({ average }) => average), ...gradebook.works.map(({ average }) => average)];
        for (const average of averages) expect(average === null || (average >= 0 && average <= 1 + 1e-12)).toBe(true);
      }),
      runs,
    );
  });

  it("of a pupil stay as they are when work is given that they are excused from", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const works = [...each.works, quiz({ id: "work-excused" })];
        const records = [...each.records, each.pupils.map(() => given({ isExcused: true, shares: [0.1], isBegun: true, doneAtMs: nowMs - 300 }))];
        expect(reckoned({ ...each, works, records }).rows.map(({ average }) => average)).toEqual(each.gradebook.rows.map(({ average }) => average));
      }),
      runs,
    );
  });

  it("of the class and of work do not know former pupils", () => {
    fc.assert(
      fc.property(cases, (each) => {
        const current = each.pupils.flatMap(({ isFormer }, i) => (isFormer ? [] : [i]));
        const without = reckoned({ pupils: current.map((i) => each.pupils[i]!), works: each.works, records: each.records.map((row) => current.map((i) => row[i])) });
        expect(without.works).toEqual(each.gradebook.works);
        expect(without.average).toBe(each.gradebook.average);
      }),
      runs,
    );
  });

  it("of studying are of what would be recalled now", () => {
    const pupils = ["a", "b"].map((userId) => ({ userId, name: userId, isFormer: false, joinedAtMs: 0 }));
    const gradebook = reckoned({ pupils, works: [quiz(study)], records: [[given({ isBegun: true, shares: [0.25] }), given({ shares: [0.75], isBegun: true })]] });
    expect(gradebook.works[0]!.average).toBe(0.5);
    expect(gradebook.average).toBeNull();
  });
});

test.each([[0, 0], [0.005, 1], [0.994, 99], [0.995, 100], [1, 100]])("a share of %d is shown as %d per cent", (share, percent) => {
  expect(percentOf(share)).toBe(percent);
});
