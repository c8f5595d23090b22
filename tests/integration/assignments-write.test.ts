import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { assignmentPage } from "@/lib/data/assignment-page";
import { assignmentInputSchema, assignmentLimits, type AssignmentInput } from "@/lib/data/assignment-input";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { deleteAssignment, publishAssignment, withdrawAssignment } from "@/lib/data/assignment-publish";
import { startAssigned } from "@/lib/data/assignment-start";
import { changeAssignment, createAssignment, foreseeChange } from "@/lib/data/assignment-write";
import { createSet } from "@/lib/data/sets";
import { submitQuiz } from "@/lib/data/quiz-submit";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { usualSetup, type QuizSetup } from "@/lib/quiz/quiz-setup";
import { createClassRoom, createAssignment as given, quizPlan, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { morning } from "@/tests/support/factories";
import { clockAt, msAfter } from "@/tests/support/quizzes";

const minutes = (count: number) => count * 60_000;
const engines: QuizSetup = { ...usualSetup, count: 5, scope: { kind: "topics", topics: ["engines"] } };
const plan = (setup: Partial<QuizSetup> = {}, more: object = {}) => ({ ...quizPlan, setup: { ...engines, ...setup }, ...more }) as AssignmentPlan;
const study: AssignmentPlan = { kind: "study", scope: { kind: "topics", topics: ["engines"] }, goal: 0.9 };
const input = (more: Partial<AssignmentInput> = {}): AssignmentInput => ({ title: "Engines", instructions: "", plan: plan(), opensAt: null, dueAt: null, closesAt: null, isForAll: true, chosen: [], ...more });

describeEachDatabase("writing assignments", (db: () => PrismaClient) => {
  const viewerOf = ({ id }: { id: string }) => ({ userId: id });
  const make = async (room: ClassRoom, more: Partial<AssignmentInput> = {}) => (await createAssignment(viewerOf(room.teacher), room.row.id, input(more), morning)).id;
  const rowOf = (id: string) => db().assignment.findUniqueOrThrow({ where: { id } });
  const kindsOf = async (room: ClassRoom) => (await db().classChange.findMany({ where: { classId: room.row.id }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(({ kind }) => kind).sort();

  const doings: Record<string, (viewer: { userId: string }, room: ClassRoom, id: string) => Promise<unknown>> = {
    createAssignment: (viewer, room) => createAssignment(viewer, room.row.id, input(), morning),
    changeAssignment: (viewer, _, id) => changeAssignment(viewer, id, input(), clockAt(0)),
    foreseeChange: (viewer, _, id) => foreseeChange(viewer, id, input(), clockAt(0)),
    publishAssignment: (viewer, _, id) => publishAssignment(viewer, id, morning),
    withdrawAssignment: (viewer, _, id) => withdrawAssignment(viewer, id, morning),
    deleteAssignment: (viewer, _, id) => deleteAssignment(viewer, id, morning),
  };

  it.each(Object.entries(doings))("%s is for the teachers of the class", async (_, act) => {
    const [room, other] = [await createClassRoom(db()), await createClassRoom(db())];
    const { id } = await given(db(), room.row.id, { plan: plan() });
    const before = JSON.stringify([await rowOf(id), await db().assignment.count()]);
    for (const who of [room.stranger, room.removed, other.teacher, other.pupil]) await expect(act(viewerOf(who), room, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const who of [room.pupil, room.guest]) await expect(act(viewerOf(who), room, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(JSON.stringify([await rowOf(id), await db().assignment.count()])).toBe(before);
    await act(viewerOf(room.coTeacher), room, id);
  });

  it("is done in a class that is not archived", async () => {
    const room = await createClassRoom(db(), { archivedAt: morning });
    await expect(make(room)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("makes drafts that no pupil sees until they are published, with a paper for all", async () => {
    const room = await createClassRoom(db());
    const id = await make(room);
    for (const act of [assignmentPage, publishAssignment, deleteAssignment]) await expect(act(viewerOf(room.pupil), id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await assignmentPage(viewerOf(room.teacher), id, morning)).toMatchObject({ standing: "teacher", isPublished: false, paper: null, pupils: [{ status: "not-begun" }, { status: "not-begun" }] });
    await publishAssignment(viewerOf(room.teacher), id, morning);
    expect(await assignmentPage(viewerOf(room.teacher), id, morning)).toMatchObject({ isPublished: true, paper: { revision: 1, questions: 5 }, counts: { "not-begun": 2 } });
    expect(await assignmentPage(viewerOf(room.pupil), id, morning)).toMatchObject({ standing: "pupil", item: { title: "Engines", status: "not-begun", work: { questions: 5, attemptsLeft: 1 } }, attempts: [] });
    expect(await kindsOf(room)).toEqual(["assignment-made", "assignment-published"]);
  });

  it("publishes once, however many teachers press at once", async () => {
    const room = await createClassRoom(db());
    const id = await make(room);
    await Promise.all([room.teacher, room.coTeacher, room.teacher].map((who) => publishAssignment(viewerOf(who), id, morning)));
    expect(await db().assignmentPaper.count({ where: { assignmentId: id } })).toBe(1);
    expect((await kindsOf(room)).filter((kind) => kind === "assignment-published")).toHaveLength(1);
  });

  it("keeps the paper while it is withdrawn, and makes another where other questions are wished for by then", async () => {
    const room = await createClassRoom(db());
    const teacher = viewerOf(room.teacher);
    const id = await make(room);
    await publishAssignment(teacher, id, morning);
    await withdrawAssignment(teacher, id, morning);
    await publishAssignment(teacher, id, morning);
    expect(await rowOf(id)).toMatchObject({ paperRevision: 1 });
    await withdrawAssignment(teacher, id, morning);
    await changeAssignment(teacher, id, input({ plan: plan({ count: 6 }) }), clockAt(0));
    expect(await rowOf(id)).toMatchObject({ paperRevision: null });
    await publishAssignment(teacher, id, morning);
    expect(await rowOf(id)).toMatchObject({ paperRevision: 2 });
  });

  it("says in words why a paper cannot be made, and leaves out questions under review", async () => {
    const room = await createClassRoom(db());
    const few = await make(room, { plan: plan({ scope: { kind: "entity", id: "shenzhou-5" }, count: 60 }) });
    await expect(publishAssignment(viewerOf(room.teacher), few, morning)).rejects.toMatchObject({ code: "INVALID", message: expect.stringMatching(/^Only \d+ of 60 questions can be made of this choice\./) as string });
    const none = await make(room, { plan: plan({ scope: { kind: "entity", id: "nobody" } }) });
    await expect(publishAssignment(viewerOf(room.teacher), none, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const id = await make(room);
    await publishAssignment(viewerOf(room.teacher), id, morning);
    const { items } = await db().assignmentPaper.findFirstOrThrow({ where: { assignmentId: id } });
    const sick = (items as unknown as Item[])[0]!;
    await db().questionHealth.create({ data: { itemId: sick.id, factId: sick.tests[0]!, answers: 9, surplus: 9, variance: 1, ease: 0, easeVariance: 1, quarantinedAt: morning } });
    await changeAssignment(viewerOf(room.teacher), id, input({ plan: plan({ count: 60 }) }), clockAt(0));
    const anew = await db().assignmentPaper.findFirstOrThrow({ where: { assignmentId: id, revision: 2 } });
    expect((anew.items as unknown as Item[]).map((item) => item.id)).not.toContain(sick.id);
    await expect(publishAssignment(viewerOf(room.teacher), await make(room, { closesAt: morning }), morning)).rejects.toMatchObject({ code: "INVALID" });
  });

  it("lends a class only sets that its teacher may use, and those it has already to the other teachers", async () => {
    const room = await createClassRoom(db());
    const set = await createSet(viewerOf(room.teacher), { name: "Mine", query: { topics: ["engines"], entities: [], facts: [] } }, morning);
    const foreign = await createSet(viewerOf(room.stranger), { name: "Theirs", query: { topics: ["engines"], entities: [], facts: [] } }, morning);
    const ofSet = (id: string) => plan({ scope: { kind: "set", id } });
    await expect(make(room, { plan: ofSet(foreign.id) })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const id = await make(room, { plan: ofSet(set.id) });
    expect(await rowOf(id)).toMatchObject({ setId: set.id });
    await changeAssignment(viewerOf(room.coTeacher), id, input({ plan: ofSet(set.id), title: "Again" }), clockAt(0));
    await db().classSet.create({ data: { classId: room.row.id, setId: foreign.id, publishedAt: morning } });
    expect(await rowOf(await make(room, { plan: ofSet(foreign.id) }))).toMatchObject({ setId: foreign.id });
  });

  it("is for chosen pupils of the class only where it is not for all", async () => {
    const room = await createClassRoom(db());
    for (const who of [room.stranger, room.removed, room.coTeacher]) await expect(make(room, { isForAll: false, chosen: [who.id] })).rejects.toMatchObject({ code: "INVALID" });
    const id = await make(room, { isForAll: false, chosen: [room.pupil.id] });
    await publishAssignment(viewerOf(room.teacher), id, morning);
    await expect(assignmentPage(viewerOf(room.guest), id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const change = input({ isForAll: false, chosen: [room.guest.id] });
    expect(await foreseeChange(viewerOf(room.teacher), id, change, clockAt(0))).toEqual([{ code: "given-to-more", count: 1 }]);
    await changeAssignment(viewerOf(room.teacher), id, change, clockAt(0));
    await expect(assignmentPage(viewerOf(room.pupil), id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await assignmentPage(viewerOf(room.guest), id, morning)).toMatchObject({ standing: "pupil" });
  });

  it("moves the end of the window under running attempts at once, says so before and after, and closes what is over by it", async () => {
    const room = await createClassRoom(db());
    const teacher = viewerOf(room.teacher);
    const id = await make(room, { closesAt: msAfter(minutes(60)) });
    await publishAssignment(teacher, id, morning);
    const { attemptId } = await startAssigned(viewerOf(room.pupil), id, { attemptId: randomUUID() }, clockAt(0));
    const attempt = () => db().quizAttempt.findUniqueOrThrow({ where: { id: attemptId } });
    const earlier = input({ closesAt: msAfter(minutes(5)) });
    expect(await foreseeChange(teacher, id, earlier, clockAt(1000))).toEqual([{ code: "ends-earlier", count: 1 }]);
    expect(await attempt()).toMatchObject({ deadlineAt: msAfter(minutes(10)) });
    expect(await changeAssignment(teacher, id, earlier, clockAt(1000))).toEqual({ consequences: [{ code: "ends-earlier", count: 1 }] });
    expect(await attempt()).toMatchObject({ deadlineAt: msAfter(minutes(5)), closesAt: msAfter(minutes(5) + 30_000) });
    expect(await changeAssignment(teacher, id, input({ closesAt: null }), clockAt(2000))).toEqual({ consequences: [{ code: "ends-later", count: 1 }] });
    expect(await attempt()).toMatchObject({ deadlineAt: msAfter(minutes(10)) });
    const over = await changeAssignment(teacher, id, input({ closesAt: msAfter(60_000) }), clockAt(120_000));
    expect(over.consequences).toEqual([{ code: "ends-now", count: 1 }, { code: "closes-now", count: 0 }]);
    expect(await attempt()).toMatchObject({ state: "abandoned" });
    const [change] = await db().classChange.findMany({ where: { kind: "assignment-changed" }, orderBy: { at: "desc" }, take: 1 });
    expect(change).toMatchObject({ about: "Engines", details: { closesAt: { from: null, to: msAfter(60_000).toISOString() } } });
  });

  it("says who is late by a new day it is due, keeps the limit of those under way, and cannot make a quiz of studying once it was begun", async () => {
    const room = await createClassRoom(db());
    const teacher = viewerOf(room.teacher);
    const id = await make(room);
    await publishAssignment(teacher, id, morning);
    const { attemptId } = await startAssigned(viewerOf(room.pupil), id, { attemptId: randomUUID() }, clockAt(0));
    const shorter = input({ plan: plan({ timer: { kind: "paper", seconds: 60 } }) });
    expect(await changeAssignment(teacher, id, shorter, clockAt(1000))).toEqual({ consequences: [{ code: "time-limit-from-now", count: 1 }] });
    expect(await db().quizAttempt.findUnique({ where: { id: attemptId } })).toMatchObject({ deadlineAt: msAfter(minutes(10)), paperRevision: 1 });
    expect(await rowOf(id)).toMatchObject({ paperRevision: 1 });
    await submitQuiz(viewerOf(room.pupil), attemptId, randomUUID(), clockAt(120_000));
    expect(await foreseeChange(teacher, id, { ...shorter, dueAt: msAfter(60_000) }, clockAt(130_000))).toEqual([{ code: "now-late", count: 1 }]);
    await expect(changeAssignment(teacher, id, input({ plan: study }), clockAt(0))).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().classChange.count({ where: { kind: "assignment-changed" } })).toBe(1);
  });

  it("leaves the pupils their attempts when it is deleted", async () => {
    const room = await createClassRoom(db());
    const id = await make(room);
    await publishAssignment(viewerOf(room.teacher), id, morning);
    const { attemptId } = await startAssigned(viewerOf(room.pupil), id, { attemptId: randomUUID() }, clockAt(0));
    await deleteAssignment(viewerOf(room.teacher), id, morning);
    expect(await db().quizAttempt.findUnique({ where: { id: attemptId } })).toMatchObject({ assignmentId: null, state: "in_progress" });
    expect(await kindsOf(room)).toContain("assignment-deleted");
  });

  it("has at most so many in a class", async () => {
    const room = await createClassRoom(db());
    const row = { classId: room.row.id, title: "One of many", plan: plan(), createdAt: morning, changedAt: morning };
    await db().assignment.createMany({ data: Array.from({ length: assignmentLimits.perClass - 1 }, () => row) });
    const outcomes = await Promise.allSettled([make(room), make(room)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().assignment.count({ where: { classId: room.row.id } })).toBe(assignmentLimits.perClass);
  });

  it.each<[string, object]>([
    ["a title of spaces", { title: "  " }], ["a title too long", { title: "x".repeat(151) }], ["instructions too long", { instructions: "x".repeat(2001) }], ["half a character", { title: "\ud800" }],
    ["due before it opens", { opensAt: "2026-11-25T10:00:00+01:00", dueAt: "2026-11-25T08:00:00Z" }], ["no time", { dueAt: "tomorrow" }], ["another century", { closesAt: "1999-12-01T09:00:00Z" }], ["nobody chosen", { isForAll: false }],
    ["one's own mistakes", { plan: plan({ scope: { kind: "mistakes" } }) }], ["answers at a close that never comes", { plan: plan({}, { shows: "when-closed" }) }], ["too many chosen", { chosen: Array.from({ length: 401 }, () => randomUUID()) }],
    ["a goal out of reach", { plan: { ...study, goal: 0.99 } }], ["something more", { classId: "x" }],
  ])("does not take %s from outside", (_, wrong) => {
    expect(assignmentInputSchema.safeParse({ ...input(), dueAt: "2026-12-01T09:00:00+08:00" }).success).toBe(true);
    expect(assignmentInputSchema.safeParse({ ...input(), ...wrong }).success).toBe(false);
  });
});
