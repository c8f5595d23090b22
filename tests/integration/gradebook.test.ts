import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { getGradebookFile } from "@/app/classes/[classId]/gradebook.csv/handlers";
import { percentOf } from "@/lib/classroom/gradebook";
import { viewGradebook, usualView } from "@/lib/classroom/gradebook-view";
import { workStatuses, type WorkStatus } from "@/lib/classroom/work";
import { gradebookOf } from "@/lib/data/gradebook";
import { cellDetails, excuse, overrideScore, restoreScore } from "@/lib/data/gradebook-cell";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import type { Viewer } from "@/lib/data/viewer";
import type { PrismaClient, QuizAttempt } from "@/lib/db/generated/client";
import { addMember, createAccount, createAssignment, createClassRoom, quizPlan, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { daysLater, morning } from "@/tests/support/factories";

const now = daysLater(7);
const of = ({ id }: { id: string }): Viewer => ({ userId: id });
const graded = { state: "graded", points: 4, mostPoints: 5, closedAt: daysLater(1) };

describeEachDatabase("the gradebook", (db: () => PrismaClient) => {
  const attempt = (userId: string, assignmentId: string, data: Partial<QuizAttempt> = graded) =>
    db().quizAttempt.create({ data: { id: randomUUID(), userId, setup: {}, assignmentId, contentVersion: "test", timeZone: "UTC", startedAt: morning, closesAt: daysLater(1), ...data } as never });
  const changes = (classId: string) => db().classChange.findMany({ where: { classId }, orderBy: { at: "asc" } });

  async function begin() {
    const room = await createClassRoom(db());
    const quiz = await createAssignment(db(), room.row.id, { dueAt: daysLater(2), closesAt: daysLater(3) });
    return { room, quiz };
  }

  const cellOf = async (room: ClassRoom, assignmentId: string, userId: string, at = now) => {
    const { gradebook } = await gradebookOf(of(room.teacher), room.row.id, at);
    return gradebook.rows.find((row) => row.userId === userId)?.cells[gradebook.works.findIndex(({ id }) => id === assignmentId)];
  };

  it("tells what became of everybody's work, of the newest first, and nothing of drafts or teachers", async () => {
    const { room, quiz } = await begin();
    const later = await createAssignment(db(), room.row.id, { title: "Sites", createdAt: daysLater(1), dueAt: daysLater(9) });
    await createAssignment(db(), room.row.id, { title: "Draft", isPublished: false });
    await attempt(room.pupil.id, quiz.id, { ...graded, points: 2, startedAt: morning });
    await attempt(room.pupil.id, quiz.id, { ...graded, startedAt: daysLater(0.5) });
    await attempt(room.pupil.id, later.id, { state: "in_progress" });
    await attempt(room.teacher.id, quiz.id);
    await db().class.update({ where: { id: room.row.id }, data: { name: "9b" } });
    const { className, gradebook } = await gradebookOf(of(room.coTeacher), room.row.id, now);
    expect(className).toBe("9b");
    expect(gradebook.works.map(({ title }) => title)).toEqual(["Sites", "Rockets"]);
    expect(gradebook.rows.map(({ userId }) => userId).sort()).toEqual([room.pupil.id, room.guest.id, room.removed.id].sort());
    const [pupil, guest, removed] = [room.pupil, room.guest, room.removed].map(({ id }) => gradebook.rows.find(({ userId }) => userId === id)!);
    expect(pupil!.cells).toMatchObject([{ status: "under-way", attempts: 1, counts: null }, { status: "done", share: 0.8, attempts: 2, counts: 0.8 }]);
    expect(guest!.cells).toMatchObject([{ status: "not-begun", counts: null }, { status: "missed", share: null, counts: 0 }]);
    expect(removed).toMatchObject({ isFormer: true, cells: [null, null], average: null });
    expect(gradebook).toMatchObject({ average: 0.4, works: [{ average: null }, { average: 0.4 }] });
  });

  it("takes the attempt that counts, and no points below none", async () => {
    const { room } = await begin();
    const plan = { ...quizPlan, counted: "last" } as AssignmentPlan;
    const quiz = await createAssignment(db(), room.row.id, { plan });
    await attempt(room.pupil.id, quiz.id);
    await attempt(room.pupil.id, quiz.id, { ...graded, points: -2, startedAt: daysLater(1) });
    expect(await cellOf(room, quiz.id, room.pupil.id)).toMatchObject({ share: 0, attempts: 2 });
  });

  it("shows work for some to those who have it, and keeps what former pupils did", async () => {
    const { room } = await begin();
    const some = await createAssignment(db(), room.row.id, { isForAll: false });
    await db().assignedWork.create({ data: { assignmentId: some.id, userId: room.guest.id, isChosen: true } });
    await attempt(room.removed.id, some.id);
    expect(await cellOf(room, some.id, room.guest.id)).toMatchObject({ status: "not-begun" });
    expect(await cellOf(room, some.id, room.pupil.id)).toBeNull();
    expect(await cellOf(room, some.id, room.removed.id)).toMatchObject({ status: "done", share: 0.8 });
  });

  it("tells of studying what would be recalled, and when the goal was reached", async () => {
    const { room } = await begin();
    const plan: AssignmentPlan = { kind: "study", scope: { kind: "topics", topics: ["engines"] }, goal: 0.9 };
    const study = await createAssignment(db(), room.row.id, { plan, dueAt: daysLater(9) });
    expect(await cellOf(room, study.id, room.pupil.id)).toMatchObject({ status: "not-begun", share: 0, counts: null });
    await db().assignedWork.create({ data: { assignmentId: study.id, userId: room.pupil.id, reachedAt: daysLater(4) } });
    expect(await cellOf(room, study.id, room.pupil.id)).toMatchObject({ status: "done", counts: null });
    await db().assignment.update({ where: { id: study.id }, data: { dueAt: daysLater(3), closesAt: daysLater(5) } });
    expect(await cellOf(room, study.id, room.pupil.id)).toMatchObject({ status: "late", share: null });
  });

  it("puts a teacher's score in place of what is reckoned, until it is taken away again; both are logged", async () => {
    const { room, quiz } = await begin();
    const { pupil, teacher, coTeacher } = room;
    await attempt(pupil.id, quiz.id);
    await overrideScore(of(teacher), quiz.id, pupil.id, { score: 0.9, note: "Question 3 was unclear." }, now);
    await overrideScore(of(teacher), quiz.id, pupil.id, { score: 0.9, note: "Question 3 was unclear." }, now);
    expect(await cellOf(room, quiz.id, pupil.id)).toMatchObject({ share: 0.9, reckoned: 0.8, isOverridden: true, hasNote: true });
    expect(await cellDetails(of(coTeacher), quiz.id, pupil.id, now)).toMatchObject({ note: "Question 3 was unclear.", share: 0.9, attemptList: [{ state: "graded", share: 0.8, startedAtMs: morning.getTime() }] });
    await restoreScore(of(coTeacher), quiz.id, pupil.id, daysLater(8));
    expect(await cellOf(room, quiz.id, pupil.id)).toMatchObject({ share: 0.8, isOverridden: false, hasNote: false });
    expect(await changes(room.row.id)).toMatchObject([
      { kind: "score-overridden", actorId: teacher.id, subjectId: pupil.id, about: `Member ${pupil.id.slice(0, 4)}: Rockets`, details: { title: "Rockets", from: "80 %", to: "90 %", fromScore: null, toScore: 0.9, toNote: "Question 3 was unclear." } },
      { kind: "score-restored", actorId: coTeacher.id, details: { from: "90 %", to: "80 %", fromScore: 0.9, toScore: null, fromNote: "Question 3 was unclear.", toNote: "" } },
    ]);
  });

  it("excuses a pupil, who then has no score; taken back, the teacher's score stands again", async () => {
    const { room, quiz } = await begin();
    const { pupil, teacher } = room;
    await overrideScore(of(teacher), quiz.id, pupil.id, { score: 0.5, note: "" }, now);
    await excuse(of(teacher), quiz.id, pupil.id, { isExcused: true, note: "Ill" }, daysLater(8));
    expect(await cellOf(room, quiz.id, pupil.id)).toMatchObject({ status: "excused", share: null, counts: null, hasNote: true });
    await excuse(of(teacher), quiz.id, pupil.id, { isExcused: false, note: "" }, daysLater(9));
    expect(await cellOf(room, quiz.id, pupil.id)).toMatchObject({ status: "missed", share: 0.5, counts: 0.5, hasNote: false });
    expect((await changes(room.row.id)).map(({ kind, details }) => [kind, details])).toMatchObject([
      ["score-overridden", { from: "–", to: "50 %" }], ["excused", { from: "50 %", to: "–", toNote: "Ill" }], ["excuse-taken-back", { from: "–", to: "50 %", fromNote: "Ill" }],
    ]);
  });

  it("keeps the last of two scores given at once, and logs both, each with what it replaced", async () => {
    const { room, quiz } = await begin();
    const [one, other] = [of(room.teacher), of(room.coTeacher)];
    await Promise.all([overrideScore(one, quiz.id, room.pupil.id, { score: 0.3, note: "" }, now), overrideScore(other, quiz.id, room.pupil.id, { score: 0.7, note: "" }, now)]);
    const details = (await changes(room.row.id)).map((change) => change.details as { fromScore: number | null; toScore: number });
    const first = details.find(({ fromScore }) => fromScore === null)!;
    const second = details.find((each) => each !== first)!;
    expect(details).toHaveLength(2);
    expect([first.toScore, second.toScore].sort()).toEqual([0.3, 0.7]);
    expect(second.fromScore).toBe(first.toScore);
    expect(await cellOf(room, quiz.id, room.pupil.id)).toMatchObject({ share: second.toScore });
  });

  it("judges nobody's work that is not there", async () => {
    const { room, quiz } = await begin();
    const other = await begin();
    const teacher = of(room.teacher);
    const some = await createAssignment(db(), room.row.id, { isForAll: false });
    const draft = await createAssignment(db(), room.row.id, { isPublished: false });
    const cases: [string, string][] = [[quiz.id, room.coTeacher.id], [quiz.id, room.stranger.id], [quiz.id, other.room.pupil.id], [quiz.id, "nobody"], [some.id, room.pupil.id], [draft.id, room.pupil.id], [quiz.id, room.removed.id]];
    for (const [assignmentId, userId] of cases) {
      await expect(overrideScore(teacher, assignmentId, userId, { score: 1, note: "" }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(cellDetails(teacher, assignmentId, userId, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await db().assignedWork.count()).toBe(0);
    expect(await db().classChange.count()).toBe(0);
  });

  const statuses = Object.fromEntries(workStatuses.map((status) => [status, status])) as Record<WorkStatus, string>;
  const words = () => Promise.resolve({ name: "Name", former: "Former", isFormer: "yes", average: "Average", score: (title: string) => title, status: (title: string) => `${title}: status`, statuses });
  const fileOf = ({ row }: ClassRoom, viewer: Viewer, query = "") =>
    getGradebookFile(new Request(`http://localhost/classes/${row.id}/gradebook.csv${query}`), { params: Promise.resolve({ classId: row.id }) }, { requireUser: () => Promise.resolve(viewer), now: () => now, words });

  it("is a file with the rows, the order and the choice of the screen", async () => {
    const { room, quiz } = await begin();
    await attempt(room.pupil.id, quiz.id);
    await db().classMember.update({ where: { classId_userId: { classId: room.row.id, userId: room.pupil.id } }, data: { name: "+1, \"the first\"" } });
    const response = await fileOf(room, of(room.teacher), "?sort=average&order=down");
    const { gradebook } = await gradebookOf(of(room.teacher), room.row.id, now);
    const { rows } = viewGradebook(gradebook, { ...usualView, sort: "average", isDescending: true });
    const lines = rows.map(({ name, average, cells: [cell] }) => `${name.startsWith("+") ? `"'+1, ""the first"""` : name},${percentOf(average!)},${cell!.share === null ? "" : percentOf(cell!.share)},${cell!.status}\r\n`);
    expect(Buffer.from(await response.arrayBuffer()).toString("utf8")).toBe(`\uFEFFName,Average,Rockets,Rockets: status\r\n${lines.join("")}`);
    expect(response.headers.get("content-disposition")).toContain("hangtian-gradebook-2026-11-30.csv");
    const chosen = await fileOf(room, of(room.teacher), "?status=missed");
    expect((await chosen.text()).split("\r\n")).toHaveLength(3);
  });

  it.each<[string, (room: ClassRoom) => { id: string }, number]>([["a pupil", ({ pupil }) => pupil, 403], ["a stranger", ({ stranger }) => stranger, 404], ["somebody removed", ({ removed }) => removed, 404]])("is no file for %s", async (_, pick, status) => {
    const { room } = await begin();
    expect((await fileOf(room, of(pick(room)))).status).toBe(status);
  });

  it("is looked at, and no longer changed, in an archived class", async () => {
    const { room, quiz } = await begin();
    await db().class.update({ where: { id: room.row.id }, data: { archivedAt: now } });
    expect(await gradebookOf(of(room.teacher), room.row.id, now)).toMatchObject({ isArchived: true });
    await expect(excuse(of(room.teacher), quiz.id, room.pupil.id, { isExcused: true, note: "" }, now)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  const whose: [string, (room: ClassRoom) => { id: string }, string][] = [
    ["a stranger", ({ stranger }) => stranger, "NOT_FOUND"],
    ["somebody removed", ({ removed }) => removed, "NOT_FOUND"],
    ["a pupil", ({ pupil }) => pupil, "FORBIDDEN"],
    ["a guest", ({ guest }) => guest, "FORBIDDEN"],
  ];

  test.each(whose)("tells %s nothing and lets them change nothing", async (_, pick, code) => {
    const { room, quiz } = await begin();
    const [viewer, pupilId] = [of(pick(room)), room.pupil.id];
    await expect(gradebookOf(viewer, room.row.id, now)).rejects.toMatchObject({ code });
    await expect(cellDetails(viewer, quiz.id, pupilId, now)).rejects.toMatchObject({ code });
    await expect(overrideScore(viewer, quiz.id, pupilId, { score: 1, note: "" }, now)).rejects.toMatchObject({ code });
    await expect(restoreScore(viewer, quiz.id, pupilId, now)).rejects.toMatchObject({ code });
    await expect(excuse(viewer, quiz.id, pupilId, { isExcused: true, note: "" }, now)).rejects.toMatchObject({ code });
    expect(await db().assignedWork.count()).toBe(0);
    expect(await db().classChange.count()).toBe(0);
  });

  it("tells another class's teacher nothing", async () => {
    const { room, quiz } = await begin();
    const other = await createAccount(db());
    await addMember(db(), (await createClassRoom(db())).row.id, other.id, "teacher");
    await expect(gradebookOf(of(other), room.row.id, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(overrideScore(of(other), quiz.id, room.pupil.id, { score: 1, note: "" }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(gradebookOf(of(room.teacher), "no id", now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
