import { expect, it } from "vitest";
import { pupilOutlook } from "@/lib/data/assignment-outlook";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { saveExamPlan } from "@/lib/data/exam-plans";
import { loadProgressBasis } from "@/lib/data/progress-basis";
import { comingReport } from "@/lib/data/progress-coming";
import type { ProgressFilter } from "@/lib/data/progress-filter";
import { createSet } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import { getFactBase } from "@/lib/content/fact-base";
import { factsIn } from "@/lib/facts/fact-query";
import { addDays } from "@/lib/scheduling/learner-day";
import { addMember, createAssignment, createClassRoom, quizPlan, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { daysLater, morning } from "@/tests/support/factories";
import { addMemories, today } from "@/tests/support/memories";
import { lendSet, nothingAsked } from "@/tests/support/own-facts";

const engines = { ...nothingAsked, topics: ["engines"] as never };
const study = (goal = 0.8): AssignmentPlan => ({ kind: "study", scope: { kind: "topics", topics: ["engines"] }, goal }) as AssignmentPlan;
const onSet = (id: string): AssignmentPlan => ({ ...study(), scope: { kind: "set", id } }) as AssignmentPlan;
const of = ({ id }: { id: string }) => ({ userId: id });

describeEachDatabase("goals with dates", (db: () => PrismaClient) => {
  const goalsOf = async (who: { id: string }, { filter = null, now = morning }: { filter?: ProgressFilter; now?: Date } = {}) => (await comingReport(await loadProgressBasis(of(who), filter, now))).goals;
  const namesOf = async (...asked: Parameters<typeof goalsOf>) => (await goalsOf(...asked)).goals.map(({ name }) => name);
  const give = ({ row }: ClassRoom, title: string, data: Parameters<typeof createAssignment>[2] = {}) => createAssignment(db(), row.id, { plan: study(), title, dueAt: daysLater(40), ...data });

  it("are own exams and work of classes in one list, the nearest first, each with its class, its date and whether it is on course as its own page reckons", async () => {
    const room = await createClassRoom(db());
    const ids = factsIn(getFactBase(), engines).map(({ id }) => id);
    await addMemories(db(), room.pupil.id, ids.slice(0, 30), { stabilityDays: 60, dueOn: "2027-01-12", lastDay: "2026-11-13" });
    const own = await createSet(of(room.pupil), { name: "Own", query: engines }, morning);
    await saveExamPlan(of(room.pupil), own.id, { examOn: addDays(today, 20), goal: 0.6 }, morning);
    const [far, hard] = [await give(room, "Far", { dueAt: daysLater(100) }), await give(room, "Hard", { dueAt: daysLater(1), plan: study(0.95) })];
    const { goals, more, timeZone } = await goalsOf(room.pupil);
    expect([more, timeZone]).toEqual([0, "UTC"]);
    expect(goals).toMatchObject([
      { of: { kind: "work", assignmentId: hard.id, classId: room.row.id, className: "Year 9", dueAt: daysLater(1) }, name: "Hard", on: addDays(today, 1), daysLeft: 1, goal: 0.95, isOverdue: false, reachedOn: null, isOnCourse: false },
      { of: { kind: "exam", setId: own.id }, name: "Own", on: addDays(today, 20), daysLeft: 20, goal: 0.6, reachedOn: null },
      { of: { kind: "work", assignmentId: far.id }, name: "Far", daysLeft: 100, goal: 0.8, isOnCourse: true },
    ]);
    for (const goal of goals) {
      if (goal.of.kind !== "work" || goal.reachedOn !== null) continue;
      const { outlook } = (await pupilOutlook(of(room.pupil), goal.of.assignmentId, room.pupil.id, morning))!;
      expect([goal.isOnCourse, goal.share >= goal.goal]).toEqual(Array(2).fill(outlook.kind === "reachable"));
      if (outlook.kind === "unreachable") expect(goal.share).toBeCloseTo(outlook.share, 6);
    }
    expect(await namesOf(room.guest)).toEqual(["Hard", "Far"]);
    for (const who of [room.teacher, room.removed, room.stranger]) expect((await goalsOf(who)).goals).toEqual([]);
  });

  it("are done once they are reached, and gone once they are over, excused, withdrawn or of an archived class; what is overdue is told while it is taken", async () => {
    const room = await createClassRoom(db());
    const [reached, excused, overdue] = [await give(room, "Reached"), await give(room, "Excused"), await give(room, "Overdue", { dueAt: daysLater(-3) })];
    await give(room, "Closed", { dueAt: daysLater(-3), closesAt: daysLater(-1) });
    await give(room, "Long ago", { dueAt: daysLater(-60) });
    await give(room, "Draft", { isPublished: false });
    await give(room, "Without a date", { dueAt: null });
    await give(room, "Quiz", { plan: quizPlan });
    await give(room, "Of another", { isForAll: false });
    await db().assignedWork.createMany({ data: [{ assignmentId: reached.id, userId: room.pupil.id, reachedAt: daysLater(-2) }, { assignmentId: excused.id, userId: room.pupil.id, isExcused: true }] });
    const { goals } = await goalsOf(room.pupil);
    expect(goals).toMatchObject([{ name: "Overdue", on: addDays(today, -3), isOverdue: true, isOnCourse: false, share: 0 }, { name: "Reached", reachedOn: addDays(today, -2), isOverdue: false }]);
    expect("share" in goals[1]!).toBe(false);
    expect(await namesOf(room.pupil, { now: daysLater(41) })).toEqual([]);
    expect(await namesOf(room.guest, { now: daysLater(41) })).toEqual(["Excused", "Reached"]);
    await db().assignedWork.create({ data: { assignmentId: overdue.id, userId: room.pupil.id, reachedAt: daysLater(-1) } });
    expect(await namesOf(room.pupil)).toEqual(["Reached"]);
    await db().class.update({ where: { id: room.row.id }, data: { archivedAt: morning } });
    expect(await namesOf(room.pupil)).toEqual([]);
  });

  it("are those of the class or the set that was chosen", async () => {
    const [room, other] = [await createClassRoom(db()), await createClassRoom(db())];
    await addMember(db(), other.row.id, room.pupil.id, "pupil");
    const lent = await createSet(of(room.teacher), { name: "Lent", query: engines }, morning);
    await lendSet(db(), room.row.id, lent.id);
    await saveExamPlan(of(room.pupil), lent.id, { examOn: addDays(today, 9), goal: 0.7 }, morning);
    await give(room, "On the set", { plan: onSet(lent.id), setId: lent.id });
    await give(room, "On a topic", { dueAt: daysLater(50) });
    await give(other, "Elsewhere", { dueAt: daysLater(60) });
    expect(await namesOf(room.pupil)).toEqual(["Lent", "On the set", "On a topic", "Elsewhere"]);
    expect(await namesOf(room.pupil, { filter: { classId: room.row.id } })).toEqual(["Lent", "On the set", "On a topic"]);
    expect(await namesOf(room.pupil, { filter: { classId: other.row.id } })).toEqual(["Elsewhere"]);
    expect(await namesOf(room.pupil, { filter: { setId: lent.id } })).toEqual(["Lent", "On the set"]);
  });

  it("are the four nearest, with how many more there are, each on the day that it is where the learner is", async () => {
    const room = await createClassRoom(db());
    await db().user.update({ where: { id: room.pupil.id }, data: { timeZone: "Asia/Shanghai" } });
    for (const day of [7, 6, 5, 4, 3, 2]) await give(room, `In ${day}`, { dueAt: new Date(`2026-11-${23 + day - 1}T20:30:00Z`) });
    const { goals, more, timeZone } = await goalsOf(room.pupil);
    expect([goals.map(({ name, daysLeft }) => [name, daysLeft]), more, timeZone]).toEqual([[["In 2", 2], ["In 3", 3], ["In 4", 4], ["In 5", 5]], 2, "Asia/Shanghai"]);
    expect(goals[0]!.on).toBe("2026-11-25");
  });
});
