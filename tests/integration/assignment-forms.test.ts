import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { assignmentInputSchema, type AssignmentInput } from "@/lib/data/assignment-input";
import { workOfAttempt } from "@/lib/data/assignment-attempt";
import { assignmentChoices } from "@/lib/data/assignment-choices";
import { goalFeasibility, mostAsked } from "@/lib/data/assignment-feasibility";
import { assignmentPage } from "@/lib/data/assignment-page";
import { publishAssignment } from "@/lib/data/assignment-publish";
import { assignmentQuestions, drawQuestions } from "@/lib/data/assignment-questions";
import { saveAssignment } from "@/lib/data/assignment-save";
import { startAssigned } from "@/lib/data/assignment-start";
import { createSet } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import { addMember, createAccount, createAssignment, createClassRoom, quizPlan, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { daysLater, morning } from "@/tests/support/factories";
import { clockAt } from "@/tests/support/quizzes";

const viewerOf = ({ id }: { id: string }) => ({ userId: id });
const clock = clockAt(0);
const engines = { kind: "study", scope: { kind: "topics", topics: ["engines"] }, goal: 0.8 } as const;

const inputOf = (changes: Partial<Record<keyof AssignmentInput, unknown>> = {}): AssignmentInput =>
  assignmentInputSchema.parse({ title: "Rockets", instructions: "", plan: quizPlan, opensAt: null, dueAt: null, closesAt: null, isForAll: true, chosen: [], ...changes });

describeEachDatabase("what the pages of assignments need", (db: () => PrismaClient) => {
  /** Who is nothing to the class does not learn that it is there; a pupil of it is refused. */
  async function expectTeachersOnly(room: ClassRoom, work: (viewer: { userId: string }) => Promise<unknown>): Promise<void> {
    for (const person of [room.stranger, room.removed]) await expect(work(viewerOf(person))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(work(viewerOf(room.pupil))).rejects.toMatchObject({ code: "FORBIDDEN" });
  }

  it("a teacher chooses from topics, from sets that they may use, and from the pupils by name", async () => {
    const room = await createClassRoom(db());
    const query = { topics: ["engines"], entities: [], facts: [] };
    const own = await createSet(viewerOf(room.teacher), { name: "Mine", query }, morning);
    await createSet(viewerOf(room.stranger), { name: "A stranger’s", query }, morning);
    const { choices, pupils } = await assignmentChoices(viewerOf(room.teacher), room.row.id);
    expect(choices.sets).toEqual([{ id: own.id, name: "Mine", facts: choices.topics.find(({ id }) => id === "engines")!.facts }]);
    expect(choices.mistakes).toBe(0);
    expect(pupils.map(({ userId }) => userId).sort()).toEqual([room.pupil.id, room.guest.id].sort());
    await expectTeachersOnly(room, (viewer) => assignmentChoices(viewer, room.row.id));
  });

  it("the questions of a draft are drawn, drawn anew, and given as they were last looked at", async () => {
    const room = await createClassRoom(db());
    const teacher = viewerOf(room.teacher);
    const { id } = await createAssignment(db(), room.row.id, { isPublished: false });
    expect(await assignmentQuestions(teacher, id)).toEqual([]);
    await drawQuestions(teacher, id, morning);
    const first = await assignmentQuestions(teacher, id);
    await drawQuestions(teacher, id, morning);
    const second = await assignmentQuestions(teacher, id);
    expect([first.length, second.length]).toEqual([5, 5]);
    expect(second.map(({ stem }) => stem)).not.toEqual(first.map(({ stem }) => stem));
    expect(second.every(({ right, statement }) => right !== "" && statement !== "")).toBe(true);
    await publishAssignment(teacher, id, morning);
    expect(await assignmentQuestions(teacher, id)).toEqual(second);
    await expect(drawQuestions(teacher, id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await expectTeachersOnly(room, (viewer) => assignmentQuestions(viewer, id));
    await expectTeachersOnly(room, (viewer) => drawQuestions(viewer, id, morning));
  });

  it("nothing is drawn for studying", async () => {
    const room = await createClassRoom(db());
    const { id } = await createAssignment(db(), room.row.id, { plan: engines as never, isPublished: false });
    await expect(drawQuestions(viewerOf(room.teacher), id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("what cannot be given is kept as a draft with the reason, and given by the next try", async () => {
    const room = await createClassRoom(db());
    const teacher = viewerOf(room.teacher);
    const form = { classId: room.row.id, assignmentId: null, isGiven: true };
    const past = await saveAssignment(teacher, { ...form, input: inputOf({ closesAt: daysLater(-1).toISOString() }) }, morning, clock);
    expect(past.problem).toMatch(/closed already/);
    const again = await saveAssignment(teacher, { ...form, assignmentId: past.assignmentId, input: inputOf() }, morning, clock);
    expect(again).toEqual({ assignmentId: past.assignmentId, problem: null });
    expect(await assignmentPage(teacher, past.assignmentId, morning)).toMatchObject({ isPublished: true, closesAt: null, paper: { questions: 5 } });
    expect(await db().assignment.count({ where: { classId: room.row.id } })).toBe(1);
    await expectTeachersOnly(room, (viewer) => saveAssignment(viewer, { ...form, input: inputOf() }, morning, clock));
    await expectTeachersOnly(room, (viewer) => saveAssignment(viewer, { ...form, assignmentId: past.assignmentId, input: inputOf() }, morning, clock));
  });

  it("a goal that takes a day is out of reach where it takes weeks of a daily budget", async () => {
    const room = await createClassRoom(db());
    const teacher = viewerOf(room.teacher);
    const reckon = (days: number, changes: object = {}) => goalFeasibility(teacher, room.row.id, inputOf({ plan: engines, dueAt: daysLater(days).toISOString(), ...changes }), morning);
    await db().user.updateMany({ where: { id: { in: [room.pupil.id, room.guest.id] } }, data: { dailyBudget: 20, dailyBudgetUnit: "cards" } });
    expect(await reckon(1)).toMatchObject({ pupils: 2, asked: 2, reachable: 0 });
    expect(await reckon(300)).toMatchObject({ reachable: 2 });
    expect(await reckon(300, { isForAll: false, chosen: [room.guest.id] })).toMatchObject({ pupils: 1, reachable: 1 });
    await expect(reckon(-1)).rejects.toMatchObject({ code: "INVALID" });
    await expectTeachersOnly(room, (viewer) => goalFeasibility(viewer, room.row.id, inputOf({ plan: engines, dueAt: daysLater(9).toISOString() }), morning));
  });

  it("a large class is asked in part, and it is said of how many", async () => {
    const room = await createClassRoom(db());
    for (let i = 0; i < mostAsked; i++) await addMember(db(), room.row.id, (await createAccount(db())).id, "pupil");
    const input = inputOf({ plan: { ...engines, scope: { kind: "entity", id: "yf-100" } }, dueAt: daysLater(30).toISOString() });
    const found = await goalFeasibility(viewerOf(room.teacher), room.row.id, input, morning).catch((error: { code: string }) => error);
    expect(found).toMatchObject({ pupils: mostAsked + 2, asked: mostAsked });
  });

  it("an attempt names its class and its work to its own pupil, as long as they are in it", async () => {
    const room = await createClassRoom(db());
    const pupil = viewerOf(room.pupil);
    const { id } = await createAssignment(db(), room.row.id, { isPublished: false });
    await publishAssignment(viewerOf(room.teacher), id, morning);
    const { attemptId } = await startAssigned(pupil, id, { attemptId: randomUUID() }, clock);
    expect(await workOfAttempt(pupil, attemptId)).toEqual({ classId: room.row.id, className: "Year 9", assignmentId: id, title: "Rockets" });
    for (const person of [room.stranger, room.teacher, room.guest]) expect(await workOfAttempt(viewerOf(person), attemptId)).toBeNull();
    await db().classMember.updateMany({ where: { classId: room.row.id, userId: room.pupil.id }, data: { removedAt: morning } });
    expect(await workOfAttempt(pupil, attemptId)).toBeNull();
    expect(await workOfAttempt(pupil, "no id")).toBeNull();
  });
});
