import { expect, it } from "vitest";
import { createGuest, signUp } from "@/lib/data/accounts";
import { findClassByCode, joinClass } from "@/lib/data/class-join";
import { classHead, listClasses } from "@/lib/data/class-list";
import { changeJoinCode } from "@/lib/data/class-join-code";
import { archiveClass } from "@/lib/data/class-make";
import { leaveClass, listMembers, removeMember, renameMember, restoreMember } from "@/lib/data/class-members";
import { pupilsPerClass } from "@/lib/data/class-room";
import { appointTeacher, dismissTeacher, handOverClass } from "@/lib/data/class-teachers";
import type { PrismaClient } from "@/lib/db/generated/client";
import { addMember, createAccount, createClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";

const address = "192.0.2.1";
const as = ({ id }: { id: string }) => ({ userId: id });
const code = "K7P4XM";

describeEachDatabase("joining a class", (db: () => PrismaClient) => {
  const room = () => createClassRoom(db(), { joinCode: code });
  const join = (who: { userId: string }, typed = code, now = morning, name = "Mia") => joinClass(who, { code: typed, name }, address, now);
  const learner = async () => as(await createLearner(db()));

  it("shows the class and who teaches it to whoever has its code, however it is typed", async () => {
    const { row, teacher, stranger, pupil, removed } = await room();
    await db().classMember.updateMany({ where: { userId: teacher.id }, data: { name: "Ms Chen" } });
    await db().classMember.updateMany({ where: { role: "co-teacher" }, data: { name: "Mr Sol", joinedAt: daysLater(1) } });
    const seen = { classId: row.id, name: "Year 9", teachers: ["Ms Chen", "Mr Sol"] };
    expect(await findClassByCode(null, " k7p-4xn ", address, morning)).toEqual({ ...seen, standing: "stranger" });
    for (const [who, standing] of [[stranger, "stranger"], [pupil, "pupil"], [removed, "removed"], [teacher, "teacher"]] as const) {
      expect(await findClassByCode(as(who), code, address, morning)).toEqual({ ...seen, standing });
    }
  });

  it("makes a guest or an account a pupil by the name that they give", async () => {
    const { row, teacher, stranger } = await room();
    const guest = await createGuest({ address }, morning);
    expect(await join(guest, "k7p 4xm", morning, "欧阳若曦")).toEqual({ classId: row.id });
    await join(as(stranger));
    expect((await listClasses(guest)).joined.map(({ id }) => id)).toEqual([row.id]);
    const { members } = await listMembers(as(teacher), row.id);
    expect(members.map(({ role }) => role)).toEqual(["teacher", "co-teacher", "pupil", "pupil", "pupil", "pupil"]);
    expect(members).toContainEqual({ userId: guest.userId, name: "欧阳若曦", userName: null, role: "pupil", joinedAt: morning, isManaged: false });
    expect(members).toContainEqual({ userId: stranger.id, name: "Mia", userName: stranger.userName, role: "pupil", joinedAt: morning, isManaged: false });
    expect(await db().classChange.findMany({ where: { kind: "member-joined" }, orderBy: { about: "asc" } })).toMatchObject([{ actorId: stranger.id, about: "Mia" }, { actorId: guest.userId, actorName: "欧阳若曦" }]);
  });

  it("changes nothing for those who are in the class already", async () => {
    const { teacher, coTeacher, pupil } = await room();
    const before = await db().classMember.findMany({ orderBy: { userId: "asc" } });
    for (const who of [teacher, coTeacher, pupil, pupil]) await join(as(who), code, daysLater(1));
    expect(await db().classMember.findMany({ orderBy: { userId: "asc" } })).toEqual(before);
    expect(await db().classChange.count()).toBe(0);
  });

  it("is joined once when two presses come at once", async () => {
    await room();
    const who = await learner();
    await Promise.all([join(who), join(who)]);
    expect([await db().classMember.count({ where: who }), await db().classChange.count()]).toEqual([1, 1]);
  });

  it("is refused with a code that is wrong, was changed, or opens an archived class", async () => {
    const { row, teacher } = await room();
    const who = await learner();
    const refuse = async (typed: string) => {
      await expect(join(who, typed)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(findClassByCode(who, typed, address, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    };
    for (const wrong of ["K7P4XX", "", "no code", "x".repeat(1000)]) await refuse(wrong);
    const { joinCode } = await changeJoinCode(as(teacher), row.id, morning);
    await refuse(code);
    await archiveClass(as(teacher), row.id, morning);
    await refuse(joinCode);
    expect(await db().classMember.count({ where: who })).toBe(0);
  });

  it("is refused to whoever was removed until a teacher lets them in again, and not to whoever left", async () => {
    const { row, teacher, coTeacher, pupil } = await room();
    await leaveClass(as(pupil), row.id, morning);
    await expect(classHead(as(pupil), row.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await join(as(pupil), code, daysLater(1), "Mia again");
    await removeMember(as(coTeacher), row.id, pupil.id, daysLater(2));
    await expect(join(as(pupil), code, daysLater(3))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(classHead(as(pupil), row.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listMembers(as(teacher), row.id)).former).toContainEqual(expect.objectContaining({ userId: pupil.id, name: "Mia again", removedAt: daysLater(2) }));
    await restoreMember(as(coTeacher), row.id, pupil.id, daysLater(4));
    expect(await classHead(as(pupil), row.id)).toMatchObject({ role: "pupil" });
  });

  it("makes whoever taught and left a pupil", async () => {
    const { row, coTeacher } = await room();
    await leaveClass(as(coTeacher), row.id, morning);
    await join(as(coTeacher), code, daysLater(1));
    expect(await classHead(as(coTeacher), row.id)).toMatchObject({ role: "pupil", joinCode: null });
  });

  it("ends when the class is full, also for two who come for the last place at once", async () => {
    const { row, teacher, removed } = await room();
    const users = Array.from({ length: pupilsPerClass - 3 }, () => ({ id: crypto.randomUUID() }));
    await db().user.createMany({ data: users });
    await db().classMember.createMany({ data: users.map(({ id }) => ({ classId: row.id, userId: id, role: "pupil", name: "Pupil", joinedAt: morning })) });
    const both = await Promise.allSettled([join(await learner()), join(await learner())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    await expect(restoreMember(as(teacher), row.id, removed.id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await classHead(as(teacher), row.id)).pupils).toBe(pupilsPerClass);
  });

  it("is tried thirty times by one person and a thousand times from one address, looking included", async () => {
    await room();
    const who = await learner();
    for (let i = 0; i < 30; i++) await expect(join(who, "wrong")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(join(who)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await db().rateLimit.updateMany({ where: { key: `join-address:${address}` }, data: { count: 1000 } });
    await expect(findClassByCode(null, code, address, morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await expect(join(await learner())).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await expect(findClassByCode(null, code, "192.0.2.2", morning)).resolves.toMatchObject({ name: "Year 9" });
  });

  it("keeps a guest in the class who signs up", async () => {
    const { row } = await room();
    const guest = await createGuest({ address }, morning);
    await join(guest);
    await signUp({ ...guest, isGuest: true }, { userName: "comet", password: "correct horse" }, address, morning);
    expect(await classHead(guest, row.id)).toMatchObject({ role: "pupil" });
  });
});

describeEachDatabase("the people of a class", (db: () => PrismaClient) => {
  const kinds = async () => (await db().classChange.findMany({ orderBy: [{ at: "asc" }] })).map(({ kind, about, details }) => [kind, about, details]);

  it("are called what their teachers call them, which is written down", async () => {
    const { row, teacher, pupil } = await createClassRoom(db());
    await db().classMember.updateMany({ where: { userId: pupil.id }, data: { name: "mia" } });
    await renameMember(as(teacher), row.id, pupil.id, "Mia Weber", morning);
    await renameMember(as(teacher), row.id, pupil.id, "Mia Weber", morning);
    expect(await kinds()).toEqual([["member-renamed", "Mia Weber", { from: "mia", to: "Mia Weber" }]]);
    expect((await listMembers(as(teacher), row.id)).members.at(-1)?.name).toBe("Mia Weber");
  });

  it("become co-teachers and pupils again by the teacher's word, where they have an account", async () => {
    const { row, teacher, pupil, guest } = await createClassRoom(db());
    await appointTeacher(as(teacher), row.id, pupil.id, morning);
    await appointTeacher(as(teacher), row.id, pupil.id, morning);
    expect(await classHead(as(pupil), row.id)).toMatchObject({ role: "co-teacher", pupils: 1 });
    await expect(appointTeacher(as(teacher), row.id, guest.id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await dismissTeacher(as(teacher), row.id, pupil.id, daysLater(1));
    await dismissTeacher(as(teacher), row.id, pupil.id, daysLater(1));
    expect(await classHead(as(pupil), row.id)).toMatchObject({ role: "pupil" });
    expect((await kinds()).map(([kind]) => kind)).toEqual(["teacher-appointed", "teacher-dismissed"]);
  });

  it("take over the class where they teach in it, and leave it one teacher whoever presses at once", async () => {
    const { row, teacher, coTeacher, pupil } = await createClassRoom(db());
    const second = await createAccount(db());
    await addMember(db(), row.id, second.id, "co-teacher");
    await expect(handOverClass(as(teacher), row.id, pupil.id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await handOverClass(as(teacher), row.id, teacher.id, morning);
    const outcomes = await Promise.allSettled([coTeacher, second].map(({ id }) => handOverClass(as(teacher), row.id, id, morning)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "FORBIDDEN" } });
    const roles = (await listMembers(as(teacher), row.id)).members.map(({ userId, role }) => [userId, role] as const);
    expect(roles.filter(([, role]) => role === "teacher")).toHaveLength(1);
    expect(roles).toContainEqual([teacher.id, "co-teacher"]);
    expect((await kinds()).map(([kind]) => kind)).toEqual(["class-handed-over"]);
  });

  it("are removed by co-teachers too, but co-teachers by the teacher alone, and the teacher by nobody", async () => {
    const { row, teacher, coTeacher, pupil } = await createClassRoom(db());
    const second = await createAccount(db());
    await addMember(db(), row.id, second.id, "co-teacher");
    await removeMember(as(coTeacher), row.id, pupil.id, morning);
    await expect(removeMember(as(coTeacher), row.id, second.id, morning)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const who of [teacher, coTeacher]) await expect(removeMember(as(who), row.id, teacher.id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(dismissTeacher(as(teacher), row.id, teacher.id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await removeMember(as(teacher), row.id, second.id, morning);
    await restoreMember(as(coTeacher), row.id, second.id, morning);
    expect(await classHead(as(second), row.id)).toMatchObject({ role: "pupil" });
  });

  it("are found only where they are: nobody of another class, no former member, and no former one who is there", async () => {
    const { row, teacher, pupil, removed, stranger } = await createClassRoom(db());
    const others = (await createClassRoom(db(), { name: "Year 8" })).pupil;
    for (const { id } of [others, removed, stranger, { id: "no id at all" }]) {
      for (const call of [removeMember, appointTeacher, dismissTeacher]) await expect(call(as(teacher), row.id, id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(renameMember(as(teacher), row.id, id, "Mia", morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    for (const { id } of [others, pupil, stranger]) await expect(restoreMember(as(teacher), row.id, id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are listed by name as people sort them", async () => {
    const { row, teacher } = await createClassRoom(db());
    await db().classMember.deleteMany({ where: { role: "pupil" } });
    for (const name of ["Pupil 10", "pupil 2", "Zoé", "Ärmel", "Abel"]) await addMember(db(), row.id, (await createLearner(db())).id, "pupil", { name });
    expect((await listMembers(as(teacher), row.id)).members.slice(2).map(({ name }) => name)).toEqual(["Abel", "Ärmel", "pupil 2", "Pupil 10", "Zoé"]);
  });
});
