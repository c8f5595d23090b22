import "server-only";
import { reckonGradebook, type GradebookCell } from "@/lib/classroom/gradebook";
import { getDatabase } from "@/lib/db/database";
import type { ClassMember } from "@/lib/db/generated/client";
import type { AttemptState } from "@/lib/quiz/attempt";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { readWork, recordOf } from "./assignment-work";
import { demandClass, type ClassAccess } from "./class-access";
import { studySharesOf, toGradedPupil, toGradedWork, toWorkRecord } from "./gradebook-rows";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `share` of the points, in [0, 1]; null until it is graded. */
export type PupilAttempt = { id: string; number: number; state: AttemptState; startedAt: Date; closedAt: Date | null; share: number | null };

export type PupilWork = { id: string; title: string; kind: "quiz" | "study"; dueAt: Date | null; cell: GradebookCell; attempts: PupilAttempt[] };

/** What a teacher sees of a pupil: the work of this class, the newest first. Instants are to be shown in `timeZone`, the viewer's. */
export type PupilPage = { classId: string; userId: string; name: string; joinedAt: Date; leftAt: Date | null; timeZone: string; average: number | null; work: PupilWork[] };

const noSuchPupil = () => new AppError("NOT_FOUND", "There is no such pupil in this class.");

/** The row of somebody who learns in a class, or did; who teaches it is none. Throws as `demandClass` does, NOT_FOUND for anybody else. */
export async function demandPupil(tx: Transaction, viewer: Viewer, classId: string, userId: string): Promise<ClassAccess & { pupil: ClassMember }> {
  const access = await demandClass(tx, viewer, classId, "see-pupil");
  const pupil = isUuid(userId) ? await tx.classMember.findUnique({ where: { classId_userId: { classId: access.row.id, userId }, role: "pupil" } }) : null;
  if (!pupil) throw noSuchPupil();
  return { ...access, pupil };
}

/** Everything of one person in one class, as the gradebook reckons it. Throws as `demandPupil` does. */
export async function pupilPage(viewer: Viewer, classId: string, userId: string, now: Date): Promise<PupilPage> {
  const database = await getDatabase();
  const { row, pupil } = await demandPupil(database, viewer, classId, userId);
  const { timeZone } = await database.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { timeZone: true } });
  const assignments = await database.assignment.findMany({ where: { classId: row.id, isPublished: true }, orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
  const records = await readWork(database, assignments.map(({ id }) => id), pupil.userId);
  const graded = new Map<string, ReturnType<typeof toWorkRecord>>();
  for (const assignment of assignments) {
    const study = await studySharesOf(database, assignment, pupil.removedAt ? [] : [pupil.userId], now);
    graded.set(assignment.id, toWorkRecord(assignment, recordOf(records, assignment.id, pupil.userId), study.get(pupil.userId)));
  }
  const { rows: [reckoned] } = reckonGradebook([toGradedPupil(pupil)], assignments.map(toGradedWork), (id) => graded.get(id), now.getTime());
  const work = assignments.flatMap((assignment, i): PupilWork[] => {
    const cell = reckoned!.cells[i];
    if (!cell) return [];
    const attempts = recordOf(records, assignment.id, pupil.userId).attempts.map(({ id, state, startedAt, closedAt, share }, n) => ({ id, number: n + 1, state, startedAt, closedAt, share }));
    return [{ id: assignment.id, title: assignment.title, kind: toGradedWork(assignment).kind, dueAt: assignment.dueAt, cell, attempts }];
  });
  return { classId: row.id, userId: pupil.userId, name: pupil.name, joinedAt: pupil.joinedAt, leftAt: pupil.removedAt, timeZone, average: reckoned!.average, work };
}
