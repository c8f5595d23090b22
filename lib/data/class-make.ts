import "server-only";
import { canMakeClass } from "@/lib/classroom/permissions";
import { countAttempt } from "@/lib/auth/rate-limit";
import { getDatabase } from "@/lib/db/database";
import { AppError } from "@/lib/shared/app-error";
import { demandClass } from "./class-access";
import { noteChange } from "./class-changes";
import { freshJoinCode } from "./class-join-code";
import { inTransaction, lockUser } from "./transaction";
import type { Viewer } from "./viewer";

/** More are no longer found again. */
export const classesPerTeacher = 50;

/** `teacherName`: what the class calls the viewer. */
export type NewClass = { name: string; teacherName: string };

/** Makes a class, open to join by a code, with the viewer as its teacher. Guests get FORBIDDEN. */
export async function makeClass({ userId }: Viewer, { name, teacherName }: NewClass, now: Date): Promise<{ classId: string }> {
  await countAttempt(await getDatabase(), { kind: "class-user", of: userId, now });
  return inTransaction(async (tx) => {
    if (!(await lockUser(tx, userId))) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { userName: true } });
    if (!canMakeClass({ isGuest: user.userName === null })) throw new AppError("FORBIDDEN", "To teach a class you need an account, so that you can come back to it.");
    const taught = await tx.classMember.count({ where: { userId, role: "teacher", removedAt: null } });
    if (taught >= classesPerTeacher) throw new AppError("CONFLICT", `You teach ${classesPerTeacher} classes. Please delete one first.`);
    const row = await tx.class.create({ data: { name, joinCode: freshJoinCode(), createdAt: now } });
    const member = await tx.classMember.create({ data: { classId: row.id, userId, role: "teacher", name: teacherName, joinedAt: now } });
    await noteChange(tx, { userId }, { row, member }, { kind: "class-made", about: name }, now);
    return { classId: row.id };
  });
}

export function renameClass(viewer: Viewer, classId: string, name: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "rename-class");
    if (access.row.name === name) return;
    await tx.class.update({ where: { id: access.row.id }, data: { name }, select: { id: true } });
    await noteChange(tx, viewer, access, { kind: "class-renamed", about: name, details: { from: access.row.name, to: name } }, now);
  });
}

/** Nobody joins and nothing is done in an archived class; all of it can still be looked at. */
export function archiveClass(viewer: Viewer, classId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "archive-class");
    await tx.class.update({ where: { id: access.row.id }, data: { archivedAt: now }, select: { id: true } });
    await noteChange(tx, viewer, access, { kind: "class-archived", about: access.row.name }, now);
  });
}

export function restoreClass(viewer: Viewer, classId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "restore-class");
    await tx.class.update({ where: { id: access.row.id }, data: { archivedAt: null }, select: { id: true } });
    await noteChange(tx, viewer, access, { kind: "class-restored", about: access.row.name }, now);
  });
}

/** The class goes with its work, gradebook and log; what its members learnt and their attempts stay theirs. */
export function deleteClass(viewer: Viewer, classId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { row } = await demandClass(tx, viewer, classId, "delete-class");
    await tx.class.delete({ where: { id: row.id }, select: { id: true } });
  });
}
