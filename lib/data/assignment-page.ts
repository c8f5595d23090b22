import "server-only";
import { phaseOf, type WorkPhase } from "@/lib/classroom/schedule";
import type { WorkStatus } from "@/lib/classroom/work";
import { getDatabase } from "@/lib/db/database";
import type { Assignment } from "@/lib/db/generated/client";
import type { AttemptState } from "@/lib/quiz/attempt";
import { aboutOf, withSetName } from "./assignment-about";
import { countStatuses, statusesOf } from "./assignment-class";
import { toDueItems, withClass, type DueItem } from "./assignment-due";
import { scheduleOf } from "./assignment-input";
import { planOf, type AssignmentPlan } from "./assignment-plan";
import { pupilsOf, type ClassPupil } from "./assignment-pupils";
import { readWork, recordOf } from "./assignment-work";
import { demandAssignment, type AssignmentAccess } from "./class-access";
import type { QuizTitle } from "./quiz-title";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** A pupil's attempt in their own list; `share` of the points in [0, 1], null until it is graded. */
export type OwnAttempt = { id: string; state: AttemptState; startedAt: Date; closedAt: Date | null; share: number | null };

/** What a teacher sees of an assignment, and what its form begins with. `status`: null for a pupil who does not have it. `paper`: the questions that attempts begin with now. */
export type TaughtAssignment = {
  standing: "teacher";
  plan: AssignmentPlan;
  about: QuizTitle;
  isForAll: boolean;
  isPublished: boolean;
  pupils: (ClassPupil & { isChosen: boolean; status: WorkStatus | null })[];
  counts: Record<WorkStatus, number>;
  begun: number;
  paper: { revision: number; questions: number; madeAt: Date } | null;
  createdAt: Date;
  changedAt: Date;
};

/** What a pupil sees of it: the latest attempt first. */
export type GivenAssignment = { standing: "pupil"; item: DueItem; attempts: OwnAttempt[] };

/** An assignment's page. Instants are to be shown in `timeZone`, the viewer's own. */
export type AssignmentPage = {
  id: string; classId: string; className: string; isArchived: boolean; title: string; instructions: string; timeZone: string;
  opensAt: Date | null; dueAt: Date | null; closesAt: Date | null; phase: WorkPhase;
} & (TaughtAssignment | GivenAssignment);

async function findPaper(tx: Transaction, { id, paperRevision }: Assignment): Promise<TaughtAssignment["paper"]> {
  if (paperRevision === null) return null;
  const [row] = await tx.$queryRaw<{ questions: number; madeAt: Date }[]>`
    SELECT jsonb_array_length("items") AS "questions", "createdAt" AS "madeAt" FROM "AssignmentPaper" WHERE "assignmentId" = ${id}::uuid AND "revision" = ${paperRevision}`;
  return row ? { revision: paperRevision, ...row } : null;
}

async function taught(tx: Transaction, assignment: Assignment, now: Date): Promise<TaughtAssignment> {
  const { id, classId, isForAll, isPublished, createdAt, changedAt } = assignment;
  const { set } = await tx.assignment.findUniqueOrThrow({ where: { id }, select: withSetName });
  const room = { tx, now, pupils: await pupilsOf(tx, classId), records: await readWork(tx, [id]) };
  const statuses = await statusesOf(room, assignment);
  const pupils = room.pupils.map((pupil) => ({ ...pupil, isChosen: recordOf(room.records, id, pupil.userId).row?.isChosen ?? false, status: statuses.get(pupil.userId) ?? null }));
  const begun = pupils.filter(({ userId }) => recordOf(room.records, id, userId).attempts.length > 0).length;
  const plan = planOf(assignment);
  return { standing: "teacher", plan, about: aboutOf({ ...assignment, set }), isForAll, isPublished, pupils, counts: countStatuses([...statuses.values()]), begun, paper: await findPaper(tx, assignment), createdAt, changedAt };
}

async function given(tx: Transaction, viewer: Viewer, { id }: Assignment, now: Date): Promise<GivenAssignment> {
  const row = await tx.assignment.findUniqueOrThrow({ where: { id }, include: withClass(viewer) });
  const [item] = await toDueItems(tx, viewer, [row], now);
  const { attempts } = recordOf(await readWork(tx, [id], viewer.userId), id, viewer.userId);
  return { standing: "pupil", item: item!, attempts: attempts.map(({ id: attemptId, state, startedAt, closedAt, share }) => ({ id: attemptId, state, startedAt, closedAt, share })).reverse() };
}

const partOf = (tx: Transaction, viewer: Viewer, { standing, assignment }: AssignmentAccess, now: Date) =>
  standing === "pupil" ? given(tx, viewer, assignment, now) : taught(tx, assignment, now);

/** Throws as `demandAssignment` does. */
export async function assignmentPage(viewer: Viewer, assignmentId: string, now: Date): Promise<AssignmentPage> {
  const database = await getDatabase();
  const access = await demandAssignment(database, viewer, assignmentId, "see-assignments");
  const { row, assignment } = access;
  const { id, classId, title, instructions, opensAt, dueAt, closesAt } = assignment;
  const { timeZone } = await database.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { timeZone: true } });
  const phase = phaseOf(scheduleOf(assignment), now.getTime());
  return { id, classId, className: row.name, isArchived: row.archivedAt !== null, title, instructions, timeZone, opensAt, dueAt, closesAt, phase, ...(await partOf(database, viewer, access, now)) };
}
