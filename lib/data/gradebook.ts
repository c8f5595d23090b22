import "server-only";
import { reckonGradebook, type Gradebook, type WorkRecord } from "@/lib/classroom/gradebook";
import { getDatabase } from "@/lib/db/database";
import { readWork, recordOf } from "./assignment-work";
import { demandClass } from "./class-access";
import { studySharesOf, toGradedPupil, toGradedWork, toWorkRecord, type GradedAssignment } from "./gradebook-rows";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `timeZone` is the viewer's. In an archived class nothing can be changed. */
export type ClassGradebook = { className: string; isArchived: boolean; timeZone: string; gradebook: Gradebook };

/** What is published, the newest first. */
function findAssignments(tx: Transaction, classId: string): Promise<GradedAssignment[]> {
  const select = { id: true, title: true, plan: true, isForAll: true, opensAt: true, dueAt: true, closesAt: true };
  return tx.assignment.findMany({ where: { classId, isPublished: true }, orderBy: [{ createdAt: "desc" }, { id: "asc" }], select });
}

/** What is known of each pupil's work, however many there are in a few queries: no question and no answer is read. */
async function loadRecords(tx: Transaction, assignments: readonly GradedAssignment[], userIds: readonly string[], now: Date): Promise<(workId: string, userId: string) => WorkRecord> {
  const [records, studied] = await Promise.all([
    readWork(tx, assignments.map(({ id }) => id)),
    Promise.all(assignments.map((assignment) => studySharesOf(tx, assignment, userIds, now))),
  ]);
  const byId = new Map(assignments.map((assignment, index) => [assignment.id, { assignment, shares: studied[index]! }]));
  return (workId, userId) => {
    const { assignment, shares } = byId.get(workId)!;
    return toWorkRecord(assignment, recordOf(records, workId, userId), shares.get(userId));
  };
}

/** Everybody's work in a class as it is at `now`. Throws NOT_FOUND or FORBIDDEN where the viewer does not teach it. */
export async function gradebookOf(viewer: Viewer, classId: string, now: Date): Promise<ClassGradebook> {
  const database = await getDatabase();
  const { row } = await demandClass(database, viewer, classId, "see-gradebook");
  const [{ timeZone }, members, assignments] = await Promise.all([
    database.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { timeZone: true } }),
    database.classMember.findMany({ where: { classId, role: "pupil" } }),
    findAssignments(database, classId),
  ]);
  const pupils = members.map(toGradedPupil);
  const current = pupils.flatMap(({ userId, isFormer }) => (isFormer ? [] : [userId]));
  const recordFor = await loadRecords(database, assignments, current, now);
  return { className: row.name, isArchived: row.archivedAt !== null, timeZone, gradebook: reckonGradebook(pupils, assignments.map(toGradedWork), recordFor, now.getTime()) };
}
