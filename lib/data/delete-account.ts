import "server-only";
import { isPasswordOf } from "@/lib/auth/passwords";
import { countAttempt } from "@/lib/auth/rate-limit";
import { getDatabase } from "@/lib/db/database";
import { AppError } from "@/lib/shared/app-error";
import { noteChange } from "./class-changes";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** A class is never without its teacher: the co-teacher who has been in it longest takes over. CONFLICT where there is none. */
async function handOver(tx: Transaction, { userId }: Viewer, now: Date): Promise<void> {
  const taught = await tx.classMember.findMany({ where: { userId, role: "teacher", removedAt: null }, include: { class: true }, orderBy: { classId: "asc" } });
  for (const { class: row } of taught) {
    // Nobody joins, leaves or is dismissed as a teacher meanwhile.
    await tx.$queryRaw`SELECT 1 FROM "ClassMember" WHERE "classId" = ${row.id}::uuid AND "role" = 'co-teacher' FOR UPDATE`;
    const next = await tx.classMember.findFirst({ where: { classId: row.id, role: "co-teacher", removedAt: null }, orderBy: [{ joinedAt: "asc" }, { userId: "asc" }] });
    if (!next) throw new AppError("CONFLICT", "You teach a class alone. Please delete it, or make somebody its co-teacher, first.");
    const member = await tx.classMember.update({ where: { classId_userId: { classId: row.id, userId: next.userId } }, data: { role: "teacher" } });
    await noteChange(tx, { userId: next.userId }, { row, member }, { kind: "class-handed-over", subjectId: next.userId, about: next.name }, now);
  }
}

/** The logs of classes keep that something was changed, and no longer by whom or about whom. */
async function leaveLogs(tx: Transaction, { userId }: Viewer): Promise<void> {
  await tx.classChange.updateMany({ where: { actorId: userId }, data: { actorId: null, actorName: "" } });
  await tx.classChange.updateMany({ where: { subjectId: userId }, data: { subjectId: null, about: "", details: {} } });
}

/**
 * Deletes the viewer with everything that is theirs, in classes too. FORBIDDEN for a password that is not theirs (guests have none); CONFLICT while they alone
 * teach a class. What they reported of questions stays, without them.
 */
export async function deleteAccount(viewer: Viewer, password: string, now: Date): Promise<void> {
  const database = await getDatabase();
  await countAttempt(database, { kind: "own-password-user", of: viewer.userId, now });
  const user = await database.user.findUnique({ where: { id: viewer.userId }, select: { userName: true, passwordHash: true } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const isTheirs = user.userName === null || (await isPasswordOf(user.passwordHash, password));
  if (!isTheirs) throw new AppError("FORBIDDEN", "This password is not right.");
  await inTransaction(async (tx) => {
    if (!(await lockUser(tx, viewer.userId))) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
    await handOver(tx, viewer, now);
    await leaveLogs(tx, viewer);
    await tx.rateLimit.deleteMany({ where: { OR: [{ key: { endsWith: `:${viewer.userId}` } }, ...(user.userName ? [{ key: `sign-in-name:${user.userName}` }] : [])] } });
    await tx.user.delete({ where: { id: viewer.userId }, select: { id: true } });
  });
}
