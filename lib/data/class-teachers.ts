import "server-only";
import { AppError } from "@/lib/shared/app-error";
import { demandClass } from "./class-access";
import { noteChange } from "./class-changes";
import { findMember } from "./class-members";
import { demandRoom } from "./class-room";
import { inTransaction } from "./transaction";
import type { Viewer } from "./viewer";

/** Makes somebody a co-teacher who joined the class and has an account; nobody is put into a class that they did not join. */
export function appointTeacher(viewer: Viewer, classId: string, userId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "appoint-teacher");
    const member = await findMember(tx, access, userId);
    if (member.role !== "pupil") return;
    const user = await tx.user.findUniqueOrThrow({ where: { id: member.userId }, select: { userName: true } });
    if (user.userName === null) throw new AppError("CONFLICT", "To teach, they need an account with a user name first.");
    await tx.classMember.update({ where: { classId_userId: { classId: access.row.id, userId: member.userId } }, data: { role: "co-teacher" }, select: { userId: true } });
    await noteChange(tx, viewer, access, { kind: "teacher-appointed", subjectId: member.userId, about: member.name }, now);
  });
}

/** The co-teacher is the teacher from now on, and the viewer a co-teacher. Both are held first, so that a class has one teacher at any time. */
export function handOverClass(viewer: Viewer, classId: string, userId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const { row } = await demandClass(tx, viewer, classId, "appoint-teacher");
    await tx.$queryRaw`SELECT 1 FROM "ClassMember" WHERE "classId" = ${row.id}::uuid AND "role" <> 'pupil' ORDER BY "userId" FOR UPDATE`;
    // Somebody else may be the teacher by now.
    const access = await demandClass(tx, viewer, classId, "appoint-teacher");
    const member = await findMember(tx, access, userId);
    if (member.role === "teacher") return;
    if (member.role === "pupil") throw new AppError("CONFLICT", "Only a co-teacher can take over a class.");
    await tx.classMember.update({ where: { classId_userId: { classId: row.id, userId: viewer.userId } }, data: { role: "co-teacher" }, select: { userId: true } });
    await tx.classMember.update({ where: { classId_userId: { classId: row.id, userId: member.userId } }, data: { role: "teacher" }, select: { userId: true } });
    await noteChange(tx, viewer, access, { kind: "class-handed-over", subjectId: member.userId, about: member.name }, now);
  });
}

/** The co-teacher is a pupil again. */
export function dismissTeacher(viewer: Viewer, classId: string, userId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "appoint-teacher");
    const member = await findMember(tx, access, userId);
    if (member.role === "pupil") return;
    if (member.role === "teacher") throw new AppError("CONFLICT", "A class is never without its teacher.");
    await demandRoom(tx, access.row.id);
    await tx.classMember.update({ where: { classId_userId: { classId: access.row.id, userId: member.userId } }, data: { role: "pupil" }, select: { userId: true } });
    await noteChange(tx, viewer, access, { kind: "teacher-dismissed", subjectId: member.userId, about: member.name }, now);
  });
}
