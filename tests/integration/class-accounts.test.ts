import { expect, it } from "vitest";
import { userNameSchema } from "@/lib/auth/credentials";
import { demandUser, findSession } from "@/lib/auth/current-user";
import { attemptLimits } from "@/lib/auth/rate-limit";
import { signIn } from "@/lib/data/accounts";
import { makeAccounts, proposeAccounts, renewPassword } from "@/lib/data/class-accounts";
import { listMembers, removeMember } from "@/lib/data/class-members";
import { pupilsPerClass } from "@/lib/data/class-room";
import { choosePassword } from "@/lib/data/own-password";
import type { PrismaClient } from "@/lib/db/generated/client";
import { addMember, createAccount, createClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";

const address = "192.0.2.1";
const own = "correct horse";
const as = ({ id }: { id: string }) => ({ userId: id });
const enter = (userName: string, password: string, now = morning) => signIn({ userName, password, address, current: null }, now);

describeEachDatabase("accounts that a class makes", (db: () => PrismaClient) => {
  const room = () => createClassRoom(db());
  const make = async (names = ["Mia Chen"]) => {
    const { row, ...people } = await room();
    const slips = await makeAccounts(as(people.teacher), row.id, names, morning);
    return { row, ...people, slips };
  };
  const idOf = async (userName: string) => (await db().user.findUniqueOrThrow({ where: { userName } })).id;

  it("have user names that are told beforehand and one-time passwords, and are in the class at once", async () => {
    const { row, teacher } = await room();
    await db().user.update({ where: { id: teacher.id }, data: { timeZone: "Europe/Berlin" } });
    await createAccount(db(), { userName: "mia.chen" });
    await createAccount(db(), { userName: "mia.chen17" });
    const names = ["Mia Chen", "Mia Chen", "王小明", "Анна"];
    const proposed = await proposeAccounts(as(teacher), row.id, names);
    expect(proposed.map(({ userName }) => userName)).toEqual(["mia.chen2", "mia.chen3", "wangxiaoming", "year9-1"]);
    const slips = await makeAccounts(as(teacher), row.id, names, daysLater(1));
    expect(slips.map(({ name, userName }) => ({ name, userName }))).toEqual(proposed);
    expect(new Set(slips.map(({ password }) => password)).size).toBe(4);
    for (const { userName } of slips) expect(userNameSchema.parse(userName)).toBe(userName);
    const { members } = await listMembers(as(teacher), row.id);
    for (const { name, userName } of slips) expect(members).toContainEqual({ userId: await idOf(userName), name, userName, role: "pupil", joinedAt: daysLater(1), isManaged: true });
    expect(await db().user.findMany({ where: { isOneTime: true } })).toMatchObject(slips.map(() => ({ timeZone: "Europe/Berlin", sessionVersion: 0 })));
  });

  it("are not made by looking at their user names", async () => {
    const { row, teacher } = await room();
    const users = await db().user.count();
    await proposeAccounts(as(teacher), row.id, ["Mia"]);
    expect([await db().user.count(), await db().classChange.count()]).toEqual([users, 0]);
  });

  it("are written down by their number and ids, and no password is kept anywhere", async () => {
    const { teacher, slips } = await make(["Mia Chen", "Bo"]);
    expect(await db().classChange.findMany()).toMatchObject([{ kind: "accounts-made", actorId: teacher.id, about: "2", details: { userIds: [await idOf("mia.chen"), await idOf("bo-1")] } }]);
    const tables = await db().$queryRaw<{ name: string }[]>`SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public'`;
    for (const { name } of tables) {
      const rows = JSON.stringify(await db().$queryRawUnsafe(`SELECT to_jsonb(t)::text AS "row" FROM "${name}" t`));
      for (const { password } of slips) for (const form of [password, password.replaceAll("-", "")]) expect(rows, name).not.toContain(form);
    }
  });

  it("are all made or none", async () => {
    const { row, teacher } = await room();
    const [pupils, before] = [pupilsPerClass - 3, await db().user.count()];
    const ids = (await db().user.createManyAndReturn({ data: Array.from({ length: pupils }, () => ({})), select: { id: true } })).map(({ id }) => id);
    await db().classMember.createMany({ data: ids.map((userId) => ({ classId: row.id, userId, role: "pupil", name: "Pupil", joinedAt: morning })) });
    await expect(makeAccounts(as(teacher), row.id, ["Mia", "Bo"], morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect([await db().user.count(), await db().classChange.count()]).toEqual([before + pupils, 0]);
    expect(await makeAccounts(as(teacher), row.id, ["Mia"], morning)).toHaveLength(1);
  });

  it("are two where two teachers make one of the same name at once", async () => {
    const { row, teacher, coTeacher } = await room();
    const made = await Promise.all([teacher, coTeacher].map((who) => makeAccounts(as(who), row.id, ["Mia Chen"], morning)));
    expect(made.flat().map(({ userName }) => userName).sort()).toEqual(["mia.chen", "mia.chen2"]);
    expect(await db().classMember.count({ where: { isManaged: true } })).toBe(2);
  });

  it("are not made without end", async () => {
    const { row, teacher, coTeacher } = await room();
    const again = () => makeAccounts(as(teacher), row.id, ["Mia"], morning);
    for (let i = 0; i < attemptLimits["accounts-user"].limit; i++) await again();
    await expect(again()).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await makeAccounts(as(coTeacher), row.id, ["Mia"], morning)).toHaveLength(1);
  });

  it("are made by those who teach the class, and not in an archived one", async () => {
    const { row, teacher, coTeacher, pupil, guest, removed, stranger } = await room();
    const users = await db().user.count();
    for (const [who, code] of [[pupil, "FORBIDDEN"], [guest, "FORBIDDEN"], [removed, "NOT_FOUND"], [stranger, "NOT_FOUND"]] as const) {
      await expect(makeAccounts(as(who), row.id, ["Mia"], morning)).rejects.toMatchObject({ code });
      await expect(proposeAccounts(as(who), row.id, ["Mia"])).rejects.toMatchObject({ code });
    }
    await db().class.update({ where: { id: row.id }, data: { archivedAt: morning } });
    for (const who of [teacher, coTeacher]) await expect(makeAccounts(as(who), row.id, ["Mia"], morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().user.count()).toBe(users);
  });
});

describeEachDatabase("a one-time password", (db: () => PrismaClient) => {
  const made = async () => {
    const { row, ...people } = await createClassRoom(db());
    const [slip] = await makeAccounts(as(people.teacher), row.id, ["Mia Chen"], morning);
    const user = await db().user.findUniqueOrThrow({ where: { userName: slip!.userName } });
    return { row, ...people, slip: slip!, user };
  };

  it("opens a session in which nothing can be done until another is chosen", async () => {
    const { slip } = await made();
    const session = await findSession(await enter(slip.userName, slip.password));
    expect(session).toMatchObject({ hasOneTimePassword: true });
    expect(() => demandUser(session)).toThrow("Please choose a password of your own first.");
  });

  it("is understood without hyphens and in capitals, but for the slip's password only", async () => {
    const { slip, user } = await made();
    for (const typed of [slip.password.replaceAll("-", "").toUpperCase(), slip.password.replaceAll("-", " ")]) expect(await enter(slip.userName, typed)).toMatchObject({ userId: user.id });
    await choosePassword(as(user), "CDF-HJK-MPR", morning);
    expect(await enter(slip.userName, "cdfhjkmpr")).toBeNull();
    expect(await enter(slip.userName, "CDF-HJK-MPR")).toMatchObject({ userId: user.id });
  });

  it("gives way to one of one's own, with which all sessions of before end", async () => {
    const { slip, user } = await made();
    const before = await enter(slip.userName, slip.password);
    await choosePassword(as(user), own, morning);
    expect(await findSession(before)).toBeNull();
    expect(await enter(slip.userName, slip.password)).toBeNull();
    const after = await findSession(await enter(slip.userName, own));
    expect(demandUser(after)).toEqual({ userId: user.id, userName: slip.userName, isGuest: false });
  });

  it("cannot be chosen again, however it is typed, nor is anything changed twice", async () => {
    const { slip, user } = await made();
    for (const typed of [slip.password, slip.password.toUpperCase(), slip.password.replaceAll("-", "")]) await expect(choosePassword(as(user), typed, morning)).rejects.toMatchObject({ code: "INVALID" });
    const [first, second] = await Promise.allSettled([choosePassword(as(user), own, morning), choosePassword(as(user), `${own}!`, morning)]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    await expect(choosePassword(as(user), own, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await db().user.findUniqueOrThrow({ where: { id: user.id } })).sessionVersion).toBe(1);
  });

  it("is nothing that a guest or an account of one's own could change", async () => {
    const { stranger } = await made();
    const guest = await createLearner(db());
    for (const who of [guest, stranger]) await expect(choosePassword(as(who), own, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().user.findUnique({ where: { id: stranger.id } })).toEqual(stranger);
  });

  it("is made anew for a lost one: what was before ends, those locked out get in, and it is written down", async () => {
    const { row, coTeacher, slip, user } = await made();
    await choosePassword(as(user), own, morning);
    const session = await enter(slip.userName, own);
    for (let i = 0; i < attemptLimits["sign-in-name"].limit; i++) await enter(slip.userName, "forgotten it");
    await expect(enter(slip.userName, own)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    const renewed = await renewPassword(as(coTeacher), row.id, user.id, daysLater(1));
    expect(renewed).toEqual({ name: "Mia Chen", userName: slip.userName, password: expect.not.stringContaining(slip.password) });
    expect(await findSession(session)).toBeNull();
    expect(await enter(slip.userName, own)).toBeNull();
    expect(await findSession(await enter(slip.userName, renewed.password))).toMatchObject({ user: { userId: user.id }, hasOneTimePassword: true });
    expect(await db().classChange.findFirst({ where: { kind: "password-renewed" } })).toMatchObject({ actorId: coTeacher.id, subjectId: user.id, about: "Mia Chen", details: {} });
  });

  it("is never made for an account that the class did not make, or whose owner teaches or has gone", async () => {
    const { row, teacher, coTeacher, pupil, guest, removed, stranger, user } = await made();
    for (const { id } of [pupil, guest, coTeacher, teacher]) await expect(renewPassword(as(teacher), row.id, id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    for (const id of [removed.id, stranger.id, "nobody"]) await expect(renewPassword(as(teacher), row.id, id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().classMember.updateMany({ where: { userId: user.id }, data: { role: "co-teacher" } });
    await expect(renewPassword(as(teacher), row.id, user.id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await db().classMember.updateMany({ where: { userId: user.id }, data: { role: "pupil" } });
    await removeMember(as(teacher), row.id, user.id, morning);
    await expect(renewPassword(as(teacher), row.id, user.id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().user.findUnique({ where: { id: user.id } })).toEqual(user);
  });

  it("is made by those who teach the class that made the account, and by no other class", async () => {
    const { row, pupil, guest, removed, stranger, user } = await made();
    for (const [who, code] of [[pupil, "FORBIDDEN"], [guest, "FORBIDDEN"], [user, "FORBIDDEN"], [removed, "NOT_FOUND"], [stranger, "NOT_FOUND"]] as const) {
      await expect(renewPassword(as(who), row.id, user.id, morning)).rejects.toMatchObject({ code });
    }
    const other = await createClassRoom(db());
    await addMember(db(), other.row.id, user.id, "pupil");
    await expect(renewPassword(as(other.teacher), other.row.id, user.id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().user.findUnique({ where: { id: user.id } })).toEqual(user);
  });
});
