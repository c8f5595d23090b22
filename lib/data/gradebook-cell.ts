import "server-only";
import { z } from "zod";
import type { ChangeKind } from "@/lib/classroom/changes";
import { cellOf, isGivenTo, percentOf, type GradebookCell, type GradedPupil, type GradedWork, type WorkRecord } from "@/lib/classroom/gradebook";
import { getDatabase } from "@/lib/db/database";
import type { AttemptState } from "@/lib/quiz/attempt";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { isStorable } from "@/lib/shared/storable-text";
import { readWork, recordOf, type WorkAttempt } from "./assignment-work";
import { demandAssignment, type AssignmentAccess } from "./class-access";
import { noteChange } from "./class-changes";
import { studySharesOf, toGradedPupil, toGradedWork, toWorkRecord } from "./gradebook-rows";
import { inTransaction, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

const longestNote = 1000;
const noteSchema = z.string().trim().max(longestNote).refine(isStorable);

/** A share of the points in [0, 1], and why. */
export const overrideSchema = z.strictObject({ score: z.number().min(0).max(1), note: noteSchema });
export type Override = z.infer<typeof overrideSchema>;

/** `isExcused`: whether the pupil is to be excused from now on. */
export const excuseSchema = z.strictObject({ isExcused: z.boolean(), note: noteSchema });
export type Excuse = z.infer<typeof excuseSchema>;

const noSuchWork = () => new AppError("NOT_FOUND", "This pupil does not have this assignment.");

type HeldCell = { pupil: GradedPupil; work: GradedWork; record: WorkRecord; attempts: readonly WorkAttempt[] };

async function findCell(tx: Transaction, { assignment }: AssignmentAccess, userId: string, now: Date): Promise<HeldCell> {
  const member = isUuid(userId) ? await tx.classMember.findUnique({ where: { classId_userId: { classId: assignment.classId, userId }, role: "pupil" } }) : null;
  if (!member || !assignment.isPublished) throw noSuchWork();
  const [pupil, work] = [toGradedPupil(member), toGradedWork(assignment)];
  const found = recordOf(await readWork(tx, [assignment.id], userId), assignment.id, userId);
  const study = (await studySharesOf(tx, assignment, pupil.isFormer ? [] : [userId], now)).get(userId);
  const record = toWorkRecord(assignment, found, study);
  if (!isGivenTo(work, pupil, record)) throw noSuchWork();
  return { pupil, work, record, attempts: found.attempts };
}

export type AttemptLine = { id: string; state: AttemptState; startedAtMs: number; closedAtMs: number | null; share: number | null };

/** What stands behind a cell. `timeZone` is the viewer's. */
export type CellDetails = GradebookCell & Pick<GradedWork, "kind"> & { note: string; doneAtMs: number | null; attemptList: AttemptLine[]; timeZone: string };

/** Throws NOT_FOUND where the pupil does not have the work, or the viewer may not see the class; FORBIDDEN for a pupil. */
export async function cellDetails(viewer: Viewer, assignmentId: string, userId: string, now: Date): Promise<CellDetails> {
  const database = await getDatabase();
  const { work, record, attempts } = await findCell(database, await demandAssignment(database, viewer, assignmentId, "see-gradebook"), userId, now);
  const { timeZone } = await database.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { timeZone: true } });
  const attemptList = attempts.map(({ id, state, startedAt, closedAt, share }) => ({ id, state, startedAtMs: startedAt.getTime(), closedAtMs: closedAt?.getTime() ?? null, share }));
  return { ...cellOf(work, record, now.getTime()), kind: work.kind, note: record.note, doneAtMs: record.doneAtMs, attemptList, timeZone };
}

/** One at a time for each pupil: whoever comes later sees, and logs, what the one before made of it. */
const lockPupil = (tx: Transaction, classId: string, userId: string) =>
  tx.$queryRaw`SELECT 1 FROM "ClassMember" WHERE "classId" = ${classId}::uuid AND "userId" = ${userId}::uuid FOR NO KEY UPDATE`;

type Verdict = { kind: ChangeKind; data: Partial<Pick<WorkRecord, "score" | "note" | "isExcused">> };

const inWords = ({ share }: GradebookCell) => (share === null ? "–" : `${percentOf(share)} %`);

/** Of what to what: the score as it is shown, for who reads the log, and what stands in the row. */
function detailsOf({ work, record }: HeldCell, { data }: Verdict, now: Date) {
  const after = { ...record, ...data };
  const shown = { from: inWords(cellOf(work, record, now.getTime())), to: inWords(cellOf(work, after, now.getTime())) };
  return { assignmentId: work.id, title: work.title, ...shown, fromScore: record.score, toScore: after.score, fromNote: record.note, toNote: after.note };
}

/** Writes what a teacher says of a pupil's work, and that they said it; null where it is so already. */
async function judge(viewer: Viewer, assignmentId: string, userId: string, now: Date, verdictOn: (record: WorkRecord) => Verdict | null): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await demandAssignment(tx, viewer, assignmentId, "override-score");
    if (isUuid(userId)) await lockPupil(tx, access.row.id, userId);
    const held = await findCell(tx, access, userId, now);
    const verdict = verdictOn(held.record);
    if (!verdict) return;
    const { kind, data } = verdict;
    await tx.assignedWork.upsert({ where: { assignmentId_userId: { assignmentId, userId } }, create: { assignmentId, userId, ...data }, update: data, select: { userId: true } });
    await noteChange(tx, viewer, access, { kind, subjectId: userId, about: `${held.pupil.name}: ${held.work.title}`, details: detailsOf(held, verdict, now) }, now);
  });
}

/** Puts the teacher's score in place of what is reckoned. Throws NOT_FOUND, FORBIDDEN, or CONFLICT in an archived class. */
export function overrideScore(viewer: Viewer, assignmentId: string, userId: string, { score, note }: Override, now: Date): Promise<void> {
  return judge(viewer, assignmentId, userId, now, (record) =>
    record.score === score && record.note === note ? null : { kind: "score-overridden", data: { score, note } },
  );
}

/** Lets what is reckoned stand again; the note goes with the score. */
export function restoreScore(viewer: Viewer, assignmentId: string, userId: string, now: Date): Promise<void> {
  return judge(viewer, assignmentId, userId, now, (record) =>
    record.score === null ? null : { kind: "score-restored", data: { score: null, note: "" } },
  );
}

/** Excuses a pupil from the work, or takes that back; a score that a teacher gave is kept for when it is taken back. */
export function excuse(viewer: Viewer, assignmentId: string, userId: string, { isExcused, note }: Excuse, now: Date): Promise<void> {
  return judge(viewer, assignmentId, userId, now, (record) =>
    record.isExcused === isExcused && record.note === note ? null : { kind: isExcused ? "excused" : "excuse-taken-back", data: { isExcused, note } },
  );
}
