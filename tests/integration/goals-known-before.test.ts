import { expect, it } from "vitest";
import { answerCard } from "@/lib/data/answers";
import { classWork } from "@/lib/data/assignment-class";
import { factsOfAssignment } from "@/lib/data/assignment-goal";
import { classGoals } from "@/lib/data/assignment-outlook";
import { assignmentPage } from "@/lib/data/assignment-page";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { publishAssignment } from "@/lib/data/assignment-publish";
import { changeAssignment } from "@/lib/data/assignment-write";
import { joinClass } from "@/lib/data/class-join";
import { archiveClass, restoreClass } from "@/lib/data/class-make";
import { newLook, sweepGoals } from "@/lib/data/goal-sweeper";
import { gradebookOf } from "@/lib/data/gradebook";
import { changeSet, createSet } from "@/lib/data/sets";
import type { Assignment, PrismaClient } from "@/lib/db/generated/client";
import { createAccount, createAssignment, createClassRoom, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { daysLater, givenAnswer, morning, rightResponse } from "@/tests/support/factories";
import { itemOfForm, presentItem } from "@/tests/support/items";
import { addMemories, today } from "@/tests/support/memories";
import { clockAt, msAfter } from "@/tests/support/quizzes";

const engines: AssignmentPlan = { kind: "study", scope: { kind: "topics", topics: ["engines"] }, goal: 0.8 };
const viewerOf = ({ id }: { id: string }) => ({ userId: id });
const dayMs = 86_400_000;

describeEachDatabase("a goal that was reached before its work opened", (db: () => PrismaClient) => {
  const factIds = async (plan = engines) => (await factsOfAssignment(db(), { plan })).map(({ id }) => id);
  const know = async (userId: string, ids?: readonly string[]) => addMemories(db(), userId, ids ?? (await factIds()), { stabilityDays: 5000, lastDay: today });
  const reached = async ({ id }: { id: string }) => new Map((await db().assignedWork.findMany({ where: { assignmentId: id, reachedAt: { not: null } } })).map(({ userId, reachedAt }) => [userId, reachedAt]));
  const sweep = (ms: number, look = newLook()) => sweepGoals(clockAt(ms), look);
  const termsOf = ({ title, instructions, opensAt, dueAt, closesAt, isForAll }: Assignment) => ({ title, instructions, opensAt, dueAt, closesAt, isForAll, chosen: [] });

  /** How the pupil's own page, the class page, the gradebook and the list of goals have it. */
  async function told(room: ClassRoom, id: string, now: Date) {
    const [teacher, pupil] = [viewerOf(room.teacher), viewerOf(room.pupil)];
    const page = await assignmentPage(pupil, id, now);
    const work = await classWork(teacher, room.row.id, now);
    const { gradebook } = await gradebookOf(teacher, room.row.id, now);
    const cell = gradebook.rows.find(({ userId }) => userId === room.pupil.id)!.cells[gradebook.works.findIndex((column) => column.id === id)];
    const goal = (await classGoals(teacher, id, now)).pupils.find(({ userId }) => userId === room.pupil.id);
    const counts = work.standing === "teacher" ? work.assignments.find((item) => item.id === id)!.counts : null;
    return { own: page.standing === "pupil" && page.item.status, done: counts?.done, cell: cell?.status, at: goal?.reachedAt };
  }

  it("is noted as it is published, where it is open at once, for those who have it, and told alike everywhere", async () => {
    const room = await createClassRoom(db());
    const [{ id }, others, ahead] = [
      await createAssignment(db(), room.row.id, { plan: engines, isPublished: false, dueAt: daysLater(1) }),
      await createAssignment(db(), room.row.id, { plan: engines, isPublished: false, isForAll: false }),
      await createAssignment(db(), room.row.id, { plan: engines, isPublished: false, opensAt: daysLater(1) }),
    ];
    for (const who of [room.pupil, room.removed, room.stranger, room.teacher]) await know(who.id);
    for (const work of [id, others.id, ahead.id]) await publishAssignment(viewerOf(room.teacher), work, morning);
    expect(await reached({ id })).toEqual(new Map([[room.pupil.id, morning]]));
    expect([await reached(others), await reached(ahead)]).toEqual([new Map(), new Map()]);
    expect(await told(room, id, msAfter(1000))).toEqual({ own: "done", done: 1, cell: "done", at: morning });
  });

  it("is noted by the sweeper when it opens, as of then, once, and told alike before and after", async () => {
    const room = await createClassRoom(db());
    const { id } = await createAssignment(db(), room.row.id, { plan: engines, opensAt: msAfter(60_000), dueAt: msAfter(70_000) });
    await know(room.pupil.id);
    const look = newLook();
    await sweep(59_999, look);
    expect(await told(room, id, msAfter(59_999))).toMatchObject({ done: 0, at: null });
    await Promise.all([sweep(85_000, look), sweep(85_000), sweep(86_000)]);
    expect(await reached({ id })).toEqual(new Map([[room.pupil.id, msAfter(60_000)]]));
    expect(await told(room, id, msAfter(90_000))).toEqual({ own: "done", done: 1, cell: "done", at: msAfter(60_000) });
    await db().memoryState.deleteMany({ where: { userId: room.pupil.id } });
    await sweep(10 * dayMs, look);
    expect(await reached({ id })).toEqual(new Map([[room.pupil.id, msAfter(60_000)]]));
  });

  it("is not noted of drafts, of what is closed, of archived classes, or of too little", async () => {
    const room = await createClassRoom(db());
    const archived = await createClassRoom(db(), { archivedAt: morning });
    const makes = [{ isPublished: false }, { closesAt: msAfter(1) }, { plan: { ...engines, goal: 1 } as AssignmentPlan, dueAt: daysLater(3000) }];
    const works = [];
    for (const make of makes) works.push(await createAssignment(db(), room.row.id, { plan: engines, opensAt: morning, ...make }));
    works.push(await createAssignment(db(), archived.row.id, { plan: engines, opensAt: morning }));
    for (const who of [room.pupil, archived.pupil]) await know(who.id);
    await sweep(60_000);
    for (const work of works) expect(await reached(work)).toEqual(new Map());
  });

  it("is noted when a pupil joins who knows enough, when a goal is lowered, and when a class comes back or a set becomes smaller", async () => {
    const room = await createClassRoom(db(), { joinCode: "K7P4XT" });
    const teacher = viewerOf(room.teacher);
    const ids = await factIds();
    const { id: setId } = await createSet(teacher, { name: "Engines", query: { topics: ["engines"], entities: [], facts: [] } }, morning);
    const ofSet: AssignmentPlan = { kind: "study", scope: { kind: "set", id: setId }, goal: 0.8 };
    const work = await createAssignment(db(), room.row.id, { plan: ofSet, setId });
    const joining = await createAccount(db());
    await know(joining.id);
    await know(room.pupil.id, ids.slice(0, Math.ceil(ids.length / 2)));
    await know(room.guest.id, ids.slice(0, 2));
    const look = newLook();
    await sweep(0, look);
    await joinClass(viewerOf(joining), { code: "K7P4XT", name: "Ada" }, "10.0.0.1", msAfter(1000));
    expect(await reached(work)).toEqual(new Map([[joining.id, msAfter(1000)]]));
    await changeAssignment(teacher, work.id, { ...termsOf(work), plan: { ...ofSet, goal: 0.4 } }, clockAt(2000));
    expect((await reached(work)).get(room.pupil.id)).toEqual(msAfter(2000));
    await sweep(10 * 60_000, look);
    await changeSet(teacher, setId, { name: "Two", query: { topics: [], entities: [], facts: ids.slice(0, 2) } }, msAfter(11 * 60_000));
    await archiveClass(teacher, room.row.id, msAfter(12 * 60_000));
    await sweep(13 * 60_000, look);
    expect((await reached(work)).has(room.guest.id)).toBe(false);
    await restoreClass(teacher, room.row.id, msAfter(20 * 60_000));
    await sweep(20 * 60_000 + 5000, look);
    expect((await reached(work)).get(room.guest.id)).toEqual(msAfter(20 * 60_000 + 5000));
  });

  it("and the answer that reaches it at the same moment are noted once, and neither stands in the other's way", async () => {
    const room = await createClassRoom(db());
    const item = itemOfForm("short-answer");
    const { id: setId } = await createSet(viewerOf(room.teacher), { name: "One", query: { topics: [], entities: [], facts: [item.tests[0]!] } }, morning);
    const work = await createAssignment(db(), room.row.id, { plan: { kind: "study", scope: { kind: "set", id: setId }, goal: 0.5 }, setId, opensAt: msAfter(1000), dueAt: daysLater(1) });
    const pupils = [room.pupil, room.guest];
    const questions: string[] = [];
    for (const { id } of pupils) {
      await addMemories(db(), id, [item.tests[0]!], { stabilityDays: 5000, lastDay: today });
      questions.push(await presentItem(db(), id, item));
    }
    await Promise.all([
      ...pupils.map(({ id }, i) => answerCard({ userId: id }, givenAnswer(questions[i]!, rightResponse(item)), msAfter(2000))),
      ...[0, 1, 2].map(() => sweep(3000)),
      classGoals(viewerOf(room.teacher), work.id, msAfter(2500)),
    ]);
    const noted = await reached(work);
    expect([...noted.keys()].sort()).toEqual(pupils.map(({ id }) => id).sort());
    for (const at of noted.values()) expect([1000, 2000, 2500].map((ms) => msAfter(ms).getTime())).toContain(at!.getTime());
    await sweep(9000);
    expect(await reached(work)).toEqual(noted);
  });

  it("is looked at once more where a look failed, which is told once", async () => {
    const room = await createClassRoom(db());
    const work = await createAssignment(db(), room.row.id, { plan: engines, opensAt: msAfter(1000) });
    await know(room.pupil.id);
    await db().assignment.update({ where: { id: work.id }, data: { plan: { kind: "study" } } });
    const look = newLook();
    await expect(sweep(2000, look)).rejects.toBeInstanceOf(AggregateError);
    await sweep(10 * 60_000, look);
    await db().assignment.update({ where: { id: work.id }, data: { plan: engines } });
    await sweep(20 * 60_000, look);
    expect(await reached(work)).toEqual(new Map([[room.pupil.id, msAfter(1000)]]));
  });
});
