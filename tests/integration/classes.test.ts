import { expect, it, test } from "vitest";
import { archiveClass, classesPerTeacher, deleteClass, makeClass, renameClass, restoreClass } from "@/lib/data/class-make";
import { classHead, listClasses } from "@/lib/data/class-list";
import { listChanges } from "@/lib/data/class-log";
import { appointTeacher, dismissTeacher, handOverClass } from "@/lib/data/class-teachers";
import { leaveClass, listMembers, removeMember, renameMember, restoreMember } from "@/lib/data/class-members";
import { changeJoinCode, closeJoinCode } from "@/lib/data/class-join-code";
import type { PrismaClient } from "@/lib/db/generated/client";
import { addMember, createAccount, createAssignment, createClassRoom, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";

const year9 = { name: "Year 9", teacherName: "Ms Chen" };
const as = ({ id }: { id: string }) => ({ userId: id });

describeEachDatabase("classes", (db: () => PrismaClient) => {
  const account = async () => as(await createAccount(db()));
  const kinds = async (classId: string) => (await db().classChange.findMany({ where: { classId }, orderBy: { at: "asc" } })).map(({ kind }) => kind);

  it("are made with a code to join by and the maker as their teacher", async () => {
    const viewer = await account();
    const { classId } = await makeClass(viewer, year9, morning);
    expect(await classHead(viewer, classId)).toEqual({ id: classId, name: "Year 9", role: "teacher", isArchived: false, teachers: ["Ms Chen"], joinCode: expect.stringMatching(/^[A-Z\d]{6}$/), pupils: 0 });
    expect(await listClasses(viewer)).toEqual({ taught: [{ id: classId, name: "Year 9", role: "teacher", isArchived: false, pupils: 0, teachers: ["Ms Chen"] }], joined: [] });
    expect(await kinds(classId)).toEqual(["class-made"]);
  });

  it("are not made by guests, nor beyond as many as one can teach", async () => {
    await expect(makeClass(as(await createLearner(db())), year9, morning)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const viewer = await account();
    for (let i = 1; i < classesPerTeacher; i++) {
      const { id } = await db().class.create({ data: { name: `${i}`, createdAt: morning } });
      await addMember(db(), id, viewer.userId, "teacher");
    }
    await makeClass(viewer, year9, morning);
    await expect(makeClass(viewer, year9, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(makeClass(await account(), year9, morning)).resolves.toHaveProperty("classId");
    await expect(makeClass({ userId: "00000000-0000-4000-8000-000000000000" }, year9, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("are made at most thirty times an hour", async () => {
    const viewer = await account();
    for (let i = 0; i < 30; i++) await deleteClass(viewer, (await makeClass(viewer, year9, morning)).classId);
    await expect(makeClass(viewer, year9, morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await expect(makeClass(viewer, year9, daysLater(1))).resolves.toHaveProperty("classId");
  });

  it("show teachers and learners what is theirs, archived ones last, and nothing to whoever was removed", async () => {
    const room = await createClassRoom(db());
    const other = await db().class.create({ data: { name: "Astronomy", createdAt: morning, archivedAt: morning } });
    await addMember(db(), other.id, room.pupil.id, "pupil");
    expect((await listClasses(as(room.pupil))).joined.map(({ name }) => name)).toEqual(["Year 9", "Astronomy"]);
    expect((await listClasses(as(room.coTeacher))).taught).toEqual([{ id: room.row.id, name: "Year 9", role: "co-teacher", isArchived: false, pupils: 2, teachers: [expect.any(String), expect.any(String)] }]);
    expect(await listClasses(as(room.removed))).toEqual({ taught: [], joined: [] });
    expect(await listClasses(as(room.stranger))).toEqual({ taught: [], joined: [] });
  });

  it("tell pupils neither the code nor how many there are", async () => {
    const { row, pupil, guest } = await createClassRoom(db(), { joinCode: "K7P4XM" });
    for (const who of [pupil, guest]) expect(await classHead(as(who), row.id)).toMatchObject({ role: "pupil", joinCode: null, pupils: null });
  });

  it("are renamed, archived, restored and deleted, which is written down while they last", async () => {
    const viewer = await account();
    const { classId } = await makeClass(viewer, year9, morning);
    await renameClass(viewer, classId, "Year 10", daysLater(1));
    await renameClass(viewer, classId, "Year 10", daysLater(2));
    await archiveClass(viewer, classId, daysLater(3));
    await expect(renameClass(viewer, classId, "Year 11", morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(archiveClass(viewer, classId, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await restoreClass(viewer, classId, daysLater(4));
    await expect(restoreClass(viewer, classId, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await kinds(classId)).toEqual(["class-made", "class-renamed", "class-archived", "class-restored"]);
    await deleteClass(viewer, classId);
    expect(await db().class.count()).toBe(0);
    await expect(classHead(viewer, classId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("leave attempts to those who made them when they are deleted", async () => {
    const { row, teacher, pupil } = await createClassRoom(db());
    const { id: assignmentId } = await createAssignment(db(), row.id);
    await db().quizAttempt.create({ data: { id: pupil.id, userId: pupil.id, setup: {}, assignmentId, contentVersion: "1", timeZone: "UTC", startedAt: morning, closesAt: morning } });
    await deleteClass(as(teacher), row.id);
    expect(await db().quizAttempt.findMany()).toMatchObject([{ userId: pupil.id, assignmentId: null }]);
    expect(await db().user.count()).toBe(6);
  });

  it("get a new code to join by, or none", async () => {
    const { row, coTeacher } = await createClassRoom(db(), { joinCode: "K7P4XM" });
    const { joinCode } = await changeJoinCode(as(coTeacher), row.id, morning);
    expect(joinCode).not.toBe("K7P4XM");
    expect(await classHead(as(coTeacher), row.id)).toMatchObject({ joinCode });
    await closeJoinCode(as(coTeacher), row.id, daysLater(1));
    await closeJoinCode(as(coTeacher), row.id, daysLater(2));
    expect(await classHead(as(coTeacher), row.id)).toMatchObject({ joinCode: null });
    expect(await kinds(row.id)).toEqual(["join-code-changed", "join-code-closed"]);
  });

  it("show what was changed, page by page, the latest first", async () => {
    const { row, teacher } = await createClassRoom(db());
    const at = (i: number) => new Date(morning.getTime() + Math.floor(i / 3));
    await db().classChange.createMany({ data: Array.from({ length: 120 }, (_, i) => ({ classId: row.id, actorId: teacher.id, actorName: "Ms Chen", kind: "class-renamed", about: `${i}`, details: { from: `${i - 1}`, to: `${i}`, other: { deep: 1 } }, at: at(i) })) });
    const seen: string[] = [];
    let before: string | null = null;
    for (let page = 0; page < 3; page++) {
      const { changes, next }: Awaited<ReturnType<typeof listChanges>> = await listChanges(as(teacher), row.id, before);
      seen.push(...changes.map(({ about }) => about));
      before = next;
    }
    expect(before).toBeNull();
    expect(new Set(seen).size).toBe(120);
    expect(seen.map((about) => at(Number(about)).getTime())).toEqual(seen.map((about) => at(Number(about)).getTime()).sort((a, b) => b - a));
    const { changes } = await listChanges(as(teacher), row.id, "no id at all");
    expect(changes[0]).toMatchObject({ kind: "class-renamed", actor: "Ms Chen", from: `${Number(changes[0]!.about) - 1}`, to: changes[0]!.about });
  });
});

type Call = (who: { userId: string }, room: ClassRoom) => Promise<unknown>;

/** Each function that takes a class, with who may call it: T the teacher, C a co-teacher, P a pupil. */
const calls: [name: string, may: string, call: Call][] = [
  ["classHead", "TCP", (who, { row }) => classHead(who, row.id)],
  ["listMembers", "TC", (who, { row }) => listMembers(who, row.id)],
  ["listChanges", "TC", (who, { row }) => listChanges(who, row.id, null)],
  ["renameClass", "TC", (who, { row }) => renameClass(who, row.id, "Year 10", morning)],
  ["archiveClass", "T", (who, { row }) => archiveClass(who, row.id, morning)],
  ["deleteClass", "T", (who, { row }) => deleteClass(who, row.id)],
  ["changeJoinCode", "TC", (who, { row }) => changeJoinCode(who, row.id, morning)],
  ["closeJoinCode", "TC", (who, { row }) => closeJoinCode(who, row.id, morning)],
  ["renameMember", "TC", (who, { row, pupil }) => renameMember(who, row.id, pupil.id, "Mia", morning)],
  ["removeMember", "TC", (who, { row, pupil }) => removeMember(who, row.id, pupil.id, morning)],
  ["restoreMember", "TC", (who, { row, removed }) => restoreMember(who, row.id, removed.id, morning)],
  ["leaveClass", "CP", (who, { row }) => leaveClass(who, row.id, morning)],
  ["appointTeacher", "T", (who, { row, pupil }) => appointTeacher(who, row.id, pupil.id, morning)],
  ["handOverClass", "T", (who, { row, coTeacher }) => handOverClass(who, row.id, coTeacher.id, morning)],
  ["dismissTeacher", "T", (who, { row, coTeacher }) => dismissTeacher(who, row.id, coTeacher.id, morning)],
];

describeEachDatabase("a class", (db: () => PrismaClient) => {
  const everything = async () => JSON.stringify([await db().class.findMany(), await db().classMember.findMany({ orderBy: { userId: "asc" } }), await db().classChange.findMany()]);

  test.each(calls)("opens %s to %s, is not there for strangers, and nothing is changed by whoever may not", async (_, may, call) => {
    const room = await createClassRoom(db(), { joinCode: "K7P4XM" });
    const { teacher, coTeacher, pupil, guest, removed, stranger } = room;
    const otherTeacher = (await createClassRoom(db(), { name: "Year 8" })).teacher;
    const before = await everything();
    for (const who of [removed, stranger, otherTeacher]) await expect(call(as(who), room)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const classId of ["00000000-0000-4000-8000-000000000000", "no id at all"]) await expect(call(as(teacher), { ...room, row: { ...room.row, id: classId } })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const ranks: [string, { id: string }][] = [["P", guest], ["P", pupil], ["C", coTeacher], ["T", teacher]];
    for (const [letter, who] of ranks) if (!may.includes(letter)) await expect(call(as(who), room)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await everything()).toBe(before);
    const [, least] = ranks.find(([letter]) => may.includes(letter))!;
    await call(as(least), room);
  });

  test("is restored by its teacher alone", async () => {
    const room = await createClassRoom(db(), { archivedAt: morning });
    for (const who of [room.removed, room.stranger]) await expect(restoreClass(as(who), room.row.id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const who of [room.pupil, room.coTeacher]) await expect(restoreClass(as(who), room.row.id, morning)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await restoreClass(as(room.teacher), room.row.id, morning);
    expect(await classHead(as(room.pupil), room.row.id)).toMatchObject({ isArchived: false });
  });
});
