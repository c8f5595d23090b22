import "server-only";
import { AppError } from "@/lib/shared/app-error";
import type { Transaction } from "./transaction";

/** A page of more names is no longer read. */
export const pupilsPerClass = 400;

/** Throws CONFLICT where `more` pupils would be too many. Whoever asks holds the class until the end of the transaction, so that two at once do not both get the last place. */
export async function demandRoom(tx: Transaction, classId: string, more = 1): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Class" WHERE "id" = ${classId}::uuid FOR UPDATE`;
  const pupils = await tx.classMember.count({ where: { classId, role: "pupil", removedAt: null } });
  if (pupils + more > pupilsPerClass) throw new AppError("CONFLICT", `A class has room for ${pupilsPerClass} pupils.`);
}
