import "server-only";
import { randomInt, randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/auth/passwords";
import { countAttempt, forgetAttempts } from "@/lib/auth/rate-limit";
import { makeSlipPassword } from "@/lib/classroom/slips";
import { proposeUserNames, userNameStems } from "@/lib/classroom/user-names";
import { getDatabase } from "@/lib/db/database";
import { AppError } from "@/lib/shared/app-error";
import { demandClass, type ClassAccess } from "./class-access";
import { noteChange } from "./class-changes";
import { findMember } from "./class-members";
import { demandRoom } from "./class-room";
import { inTransaction, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

export type ProposedAccount = { name: string; userName: string };

/** What a pupil signs in with for the first time. The password is told this once and kept nowhere. */
export type Slip = ProposedAccount & { password: string };

/** One that nobody can foresee. */
const freshPassword = () => makeSlipPassword(() => randomInt(2 ** 32) / 2 ** 32);

async function userNamesFor(tx: Transaction, names: readonly string[], { name: className }: ClassAccess["row"]): Promise<string[]> {
  const stems = userNameStems(names, className);
  const rows = await tx.$queryRaw<{ userName: string }[]>`SELECT "userName" FROM "User" WHERE rtrim("userName", '0123456789') = ANY(${stems})`;
  return proposeUserNames(names, className, new Set(rows.map(({ userName }) => userName)));
}

/** The user names that accounts for these people would have; should somebody take one meanwhile, theirs becomes another. */
export async function proposeAccounts(viewer: Viewer, classId: string, names: readonly string[]): Promise<ProposedAccount[]> {
  const database = await getDatabase();
  const { row } = await demandClass(database, viewer, classId, "make-accounts");
  const userNames = await userNamesFor(database, names, row);
  return names.map((name, i) => ({ name, userName: userNames[i]! }));
}

/** One after the other: each takes 19 MB and some of a processor, and others want to sign in meanwhile. */
async function passwordsFor(names: readonly string[]): Promise<{ password: string; passwordHash: string }[]> {
  const made: { password: string; passwordHash: string }[] = [];
  for (let i = 0; i < names.length; i++) {
    const password = freshPassword();
    made.push({ password, passwordHash: await hashPassword(password) });
  }
  return made;
}

type NewPupil = Slip & { passwordHash: string };

/** The accounts count their days in the zone of whoever makes them. */
async function writePupils(tx: Transaction, viewer: Viewer, { row }: ClassAccess, pupils: readonly NewPupil[], now: Date): Promise<string[]> {
  const { timeZone } = await tx.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { timeZone: true } });
  const accounts = pupils.map(({ name, userName, passwordHash }) => ({ name, user: { id: randomUUID(), userName, passwordHash, isOneTime: true, timeZone, createdAt: now } }));
  await tx.user.createMany({ data: accounts.map(({ user }) => user) });
  await tx.classMember.createMany({ data: accounts.map(({ name, user }) => ({ classId: row.id, userId: user.id, role: "pupil", name, joinedAt: now, isManaged: true })) });
  return accounts.map(({ user }) => user.id);
}

/** Makes an account for each of these people, all or none, and puts them into the class as pupils. */
export async function makeAccounts(viewer: Viewer, classId: string, names: readonly string[], now: Date): Promise<Slip[]> {
  const database = await getDatabase();
  await demandClass(database, viewer, classId, "make-accounts");
  await countAttempt(database, { kind: "accounts-user", of: viewer.userId, now });
  const passwords = await passwordsFor(names);
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "make-accounts");
    await demandRoom(tx, access.row.id, names.length);
    const userNames = await userNamesFor(tx, names, access.row);
    const pupils = names.map((name, i) => ({ name, userName: userNames[i]!, ...passwords[i]! }));
    const userIds = await writePupils(tx, viewer, access, pupils, now);
    // By their ids: a name would stay after its person is deleted.
    await noteChange(tx, viewer, access, { kind: "accounts-made", about: String(names.length), details: { userIds } }, now);
    return pupils.map(({ name, userName, password }) => ({ name, userName, password }));
  });
}

const notManaged = () => new AppError("CONFLICT", "Only they themselves can choose this password: the class did not make their account.");

/** A new one-time password for a pupil whose account the class made; the one before, and all sessions, end. */
export async function renewPassword(viewer: Viewer, classId: string, userId: string, now: Date): Promise<Slip> {
  const database = await getDatabase();
  await findMember(database, await demandClass(database, viewer, classId, "renew-password"), userId);
  await countAttempt(database, { kind: "password-user", of: viewer.userId, now });
  const password = freshPassword();
  const passwordHash = await hashPassword(password);
  const slip = await inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "renew-password");
    const { name, isManaged, role } = await findMember(tx, access, userId);
    if (!isManaged || role !== "pupil") throw notManaged();
    const { userName } = await tx.user.update({ where: { id: userId }, data: { passwordHash, isOneTime: true, sessionVersion: { increment: 1 } }, select: { userName: true } });
    await noteChange(tx, viewer, access, { kind: "password-renewed", subjectId: userId, about: name }, now);
    return { name, userName: userName!, password };
  });
  // Whoever tried the forgotten one too often gets in at once.
  await forgetAttempts(database, "sign-in-name", slip.userName);
  return slip;
}
