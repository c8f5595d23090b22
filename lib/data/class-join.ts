import "server-only";
import { countAttempt } from "@/lib/auth/rate-limit";
import { readJoinCode } from "@/lib/classroom/join-code";
import type { Standing } from "@/lib/classroom/standing";
import { getDatabase } from "@/lib/db/database";
import type { Class, ClassMember } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { noteKnownGoals } from "./assignment-reached";
import { standingOfMember } from "./class-access";
import { noteChange } from "./class-changes";
import { demandRoom } from "./class-room";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

const noSuchCode = () => new AppError("NOT_FOUND", "No class has this code.");

/** A class as somebody sees it who holds its code. */
export type JoinableClass = { classId: string; name: string; teachers: string[]; standing: Standing };

/** The class that a code opens. Throws NOT_FOUND for a code that opens none; tries are counted by address. */
export async function findClassByCode(viewer: Viewer | null, typed: string, address: string, now: Date): Promise<JoinableClass> {
  const database = await getDatabase();
  await countAttempt(database, { kind: "join-address", of: address, now });
  const code = readJoinCode(typed);
  const shown = { OR: [{ role: { in: ["teacher", "co-teacher"] } }, ...(viewer ? [{ userId: viewer.userId }] : [])] };
  const found = code && (await database.class.findFirst({ where: { joinCode: code, archivedAt: null }, include: { members: { where: shown, orderBy: { joinedAt: "asc" } } } }));
  if (!found) throw noSuchCode();
  const teachers = found.members.filter(({ role, removedAt }) => role !== "pupil" && removedAt === null).map(({ name }) => name);
  return { classId: found.id, name: found.name, teachers, standing: standingOfMember(found.members.find(({ userId }) => userId === viewer?.userId) ?? null) };
}

/** Whether somebody who is not in the class any more went by themselves; the class's log tells. */
async function wentAlone(tx: Transaction, { classId, userId }: ClassMember): Promise<boolean> {
  const last = await tx.classChange.findFirst({
    where: { classId, subjectId: userId, kind: { in: ["member-left", "member-removed"] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { kind: true },
  });
  return last?.kind === "member-left";
}

async function enter(tx: Transaction, row: Class, { userId }: Viewer, name: string, now: Date): Promise<void> {
  const former = await tx.classMember.findUnique({ where: { classId_userId: { classId: row.id, userId } } });
  if (former && former.removedAt === null) return;
  if (former && !(await wentAlone(tx, former))) throw new AppError("FORBIDDEN", "You were taken out of this class. Only its teacher can let you in again.");
  await demandRoom(tx, row.id);
  const data = { role: "pupil", name, removedAt: null };
  const member = await tx.classMember.upsert({
    where: { classId_userId: { classId: row.id, userId } },
    create: { ...data, classId: row.id, userId, joinedAt: now },
    update: data,
  });
  await noteChange(tx, { userId }, { row, member }, { kind: "member-joined", subjectId: userId, about: name }, now);
  await noteKnownGoals(tx, userId, now);
}

/** Joins the class that a code opens, as a pupil whom it calls `name`; for somebody who is in it already nothing changes. Whoever was removed gets FORBIDDEN. */
export async function joinClass(viewer: Viewer, { code: typed, name }: { code: string; name: string }, address: string, now: Date): Promise<{ classId: string }> {
  const database = await getDatabase();
  await countAttempt(database, { kind: "join-user", of: viewer.userId, now });
  await countAttempt(database, { kind: "join-address", of: address, now });
  const code = readJoinCode(typed);
  if (!code) throw noSuchCode();
  return inTransaction(async (tx) => {
    if (!(await lockUser(tx, viewer.userId))) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
    const row = await tx.class.findFirst({ where: { joinCode: code, archivedAt: null } });
    if (!row) throw noSuchCode();
    await enter(tx, row, viewer, name, now);
    return { classId: row.id };
  });
}
