import "server-only";
import { isGivenTo } from "@/lib/classroom/gradebook";
import type { Assignment } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { isTheirs, recordOf, type WorkRecords } from "./assignment-work";
import { toGradedPupil, toGradedWork, toWorkRecord, type GradedAssignment } from "./gradebook-rows";
import type { Transaction } from "./transaction";

/** A pupil of the class, by the name that the class has for them. */
export type ClassPupil = { userId: string; name: string; joinedAt: Date };

/** The pupils of a class now, by name. */
export async function pupilsOf(tx: Transaction, classId: string): Promise<ClassPupil[]> {
  return tx.classMember.findMany({ where: { classId, role: "pupil", removedAt: null }, orderBy: [{ name: "asc" }, { userId: "asc" }], select: { userId: true, name: true, joinedAt: true } });
}

/** Those of them who have the assignment. */
export const pupilsWith = (assignment: Pick<Assignment, "id" | "isForAll">, pupils: readonly ClassPupil[], records: WorkRecords): ClassPupil[] =>
  pupils.filter(({ userId }) => isTheirs(assignment, recordOf(records, assignment.id, userId)));

/** Those for whom it counts, by the rule of the gradebook: who joined when it was closed has nothing to answer for. */
export function pupilsCounted(assignment: GradedAssignment, pupils: readonly ClassPupil[], records: WorkRecords): ClassPupil[] {
  const work = toGradedWork(assignment);
  return pupils.filter((pupil) => isGivenTo(work, toGradedPupil({ ...pupil, removedAt: null }), toWorkRecord(assignment, recordOf(records, assignment.id, pupil.userId), undefined)));
}

/** Makes those the pupils who have it, where it is not for all; what is known of others' work stays. INVALID for somebody who is no pupil of the class. */
export async function choosePupils(tx: Transaction, { id, classId }: Pick<Assignment, "id" | "classId">, { isForAll, chosen }: { isForAll: boolean; chosen: readonly string[] }): Promise<void> {
  const userIds = isForAll ? [] : [...new Set(chosen)];
  const known = await tx.classMember.count({ where: { classId, role: "pupil", removedAt: null, userId: { in: userIds } } });
  if (known !== userIds.length) throw new AppError("INVALID", "Somebody you chose is no longer a pupil of this class.");
  await tx.assignedWork.updateMany({ where: { assignmentId: id, isChosen: true, userId: { notIn: userIds } }, data: { isChosen: false } });
  await tx.assignedWork.createMany({ data: userIds.map((userId) => ({ assignmentId: id, userId, isChosen: true })), skipDuplicates: true });
  await tx.assignedWork.updateMany({ where: { assignmentId: id, userId: { in: userIds } }, data: { isChosen: true } });
}
