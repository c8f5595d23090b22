import fc from "fast-check";
import { nothingDone, reckonGradebook, type GradedPupil, type GradedWork, type Gradebook, type WorkRecord } from "@/lib/classroom/gradebook";
import type { CountedAttempt } from "@/lib/classroom/work";

/** Noon of some day; schedules lie around it. */
export const nowMs = 1_000_000;

const instant = fc.option(fc.integer({ min: nowMs - 500, max: nowMs + 500 }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

const pupils = fc.array(fc.record({ name: fc.string({ maxLength: 20, unit: "grapheme" }), isFormer: fc.boolean(), joinedAtMs: fc.integer({ min: nowMs - 900, max: nowMs }) }), { maxLength: 8 });
const works = fc.array(
  fc.record({
    title: fc.string({ maxLength: 20, unit: "grapheme" }),
    kind: fc.constantFrom<"quiz" | "study">("quiz", "quiz", "study"),
    schedule: fc.record({ opensAtMs: instant, dueAtMs: instant, closesAtMs: instant }),
    isForAll: fc.boolean(),
    counted: fc.constantFrom<CountedAttempt>("best", "last", "first"),
  }),
  { maxLength: 6 },
);
const record: fc.Arbitrary<WorkRecord> = fc.record({
  isBegun: fc.boolean(), doneAtMs: instant, shares: fc.array(fc.option(share), { maxLength: 4 }), isChosen: fc.boolean(),
  isExcused: fc.boolean(), score: fc.option(share, { freq: 3 }), note: fc.constantFrom("", "Ill that week"),
});

export type Case = { pupils: GradedPupil[]; works: GradedWork[]; records: (WorkRecord | undefined)[][]; gradebook: Gradebook };

export const reckoned = (each: Omit<Case, "gradebook">): Gradebook => {
  const recordOf = (workId: string, userId: string) => each.records[each.works.findIndex(({ id }) => id === workId)]?.[each.pupils.findIndex((pupil) => pupil.userId === userId)];
  return reckonGradebook(each.pupils, each.works, recordOf, nowMs);
};

/** Any class with any work: also schedules and records that nobody could bring about. */
export const cases: fc.Arbitrary<Case> = fc
  .tuple(pupils, works)
  .chain(([people, tasks]) => fc.tuple(fc.constant(people), fc.constant(tasks), fc.array(fc.array(fc.option(record, { nil: undefined }), { minLength: people.length, maxLength: people.length }), { minLength: tasks.length, maxLength: tasks.length })))
  .map(([people, tasks, records]) => {
    const each = { pupils: people.map((pupil, i) => ({ ...pupil, userId: `user-${i}` })), works: tasks.map((task, i) => ({ ...task, id: `work-${i}` })), records };
    return { ...each, gradebook: reckoned(each) };
  });

export const quiz = (data: Partial<GradedWork> = {}): GradedWork => ({ id: "work-0", title: "Rockets", kind: "quiz", schedule: { opensAtMs: null, dueAtMs: nowMs - 200, closesAtMs: nowMs - 100 }, isForAll: true, counted: "best", ...data });
export const given = (data: Partial<WorkRecord> = {}): WorkRecord => ({ ...nothingDone, ...data });
