import "server-only";
import type { ClassRole } from "@/lib/classroom/standing";
import { can } from "@/lib/classroom/permissions";
import { getDatabase } from "@/lib/db/database";
import type { ClassMember } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { demandClass, type ClassAccess } from "./class-access";
import { noteChange } from "./class-changes";
import { demandRoom } from "./class-room";
import { inTransaction, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `userName`: null for a guest. `isManaged`: the class made the account. */
export type Member = { userId: string; name: string; userName: string | null; role: ClassRole; joinedAt: Date; isManaged: boolean };
export type FormerMember = Omit<Member, "role"> & { removedAt: Date };

const roleOrder: readonly string[] = ["teacher", "co-teacher", "pupil"];
const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "en", { numeric: true });

/** Everybody in the class, teachers first, then by name; and those who were. */
export async function listMembers(viewer: Viewer, classId: string): Promise<{ members: Member[]; former: FormerMember[] }> {
  const database = await getDatabase();
  const { row } = await demandClass(database, viewer, classId, "see-members");
  const rows = await database.classMember.findMany({ where: { classId: row.id }, include: { user: { select: { userName: true } } } });
  const members: Member[] = [];
  const former: FormerMember[] = [];
  for (const { userId, name, user, role, joinedAt, isManaged, removedAt } of rows.sort(byName)) {
    const member = { userId, name, userName: user.userName, joinedAt, isManaged };
    if (removedAt === null) members.push({ ...member, role: role as ClassRole });
    else former.push({ ...member, removedAt });
  }
  return { members: members.sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role)), former };
}

/** Somebody of the class; NOT_FOUND for whoever is not, or is no longer, where `isFormer` tells which are looked for. */
export async function findMember(tx: Transaction, { row }: Pick<ClassAccess, "row">, userId: string, { isFormer = false } = {}): Promise<ClassMember> {
  const found = isUuid(userId) ? await tx.classMember.findUnique({ where: { classId_userId: { classId: row.id, userId } } }) : null;
  if (!found || (found.removedAt !== null) !== isFormer) throw new AppError("NOT_FOUND", "Nobody like that is in this class.");
  return found;
}

const keyOf = ({ classId, userId }: ClassMember) => ({ classId_userId: { classId, userId } });

/** What the class calls somebody. */
export function renameMember(viewer: Viewer, classId: string, userId: string, name: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "rename-member");
    const member = await findMember(tx, access, userId);
    if (member.name === name) return;
    await tx.classMember.update({ where: keyOf(member), data: { name }, select: { userId: true } });
    await noteChange(tx, viewer, access, { kind: "member-renamed", subjectId: member.userId, about: name, details: { from: member.name, to: name } }, now);
  });
}

/** Only the teacher parts with a co-teacher, and nobody with the teacher. */
function demandRemovable({ role }: ClassMember, access: ClassAccess): void {
  if (role === "teacher") throw new AppError("CONFLICT", "A class is never without its teacher.");
  if (role === "co-teacher" && !can(access, "appoint-teacher", { isArchived: false })) throw new AppError("FORBIDDEN", "Only the teacher of this class can do that.");
}

/** They see nothing of the class any more, and cannot come back by its code; what they did stays in the gradebook, and theirs. */
export function removeMember(viewer: Viewer, classId: string, userId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "remove-member");
    const member = await findMember(tx, access, userId);
    demandRemovable(member, access);
    await tx.classMember.update({ where: keyOf(member), data: { removedAt: now }, select: { userId: true } });
    await noteChange(tx, viewer, access, { kind: "member-removed", subjectId: member.userId, about: member.name }, now);
  });
}

/** Lets a former member in again, always as a pupil. */
export function restoreMember(viewer: Viewer, classId: string, userId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "remove-member");
    const member = await findMember(tx, access, userId, { isFormer: true });
    await demandRoom(tx, access.row.id);
    await tx.classMember.update({ where: keyOf(member), data: { removedAt: null, role: "pupil" }, select: { userId: true } });
    await noteChange(tx, viewer, access, { kind: "member-restored", subjectId: member.userId, about: member.name }, now);
  });
}

/** The viewer goes; they may come back by the code. The teacher gets FORBIDDEN. */
export function leaveClass(viewer: Viewer, classId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "leave-class");
    const member = await findMember(tx, access, viewer.userId);
    await tx.classMember.update({ where: keyOf(member), data: { removedAt: now }, select: { userId: true } });
    await noteChange(tx, viewer, access, { kind: "member-left", subjectId: member.userId, about: member.name }, now);
  });
}
