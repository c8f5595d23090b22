import "server-only";
import type { AssignedWork } from "@/lib/db/generated/client";
import { phaseOf } from "@/lib/classroom/schedule";
import { countedShare, statusOf, type WorkStatus } from "@/lib/classroom/work";
import type { AttemptState } from "@/lib/quiz/attempt";
import { shareOfPoints } from "@/lib/quiz/results";
import { Prisma, type Assignment } from "@/lib/db/generated/client";
import { scheduleOf } from "./assignment-input";
import { planOf } from "./assignment-plan";
import type { Transaction } from "./transaction";

/** An attempt at assigned work, without its questions. `share` of the points in [0, 1]; null until it is graded. */
export type WorkAttempt = { id: string; state: AttemptState; startedAt: Date; closedAt: Date | null; closesAt: Date; deadlineAt: Date | null; paperRevision: number | null; share: number | null };

/** What a pupil has of an assignment: attempts in the order they were begun, and what the teacher said of it. */
export type PupilRecord = { attempts: WorkAttempt[]; row: AssignedWork | null };

/** By assignment, then by pupil; who has neither an attempt nor a row is not in it. */
export type WorkRecords = ReadonlyMap<string, ReadonlyMap<string, PupilRecord>>;

type Line = [assignmentId: string, userId: string, id: string, state: string, startedMs: number, closedMs: number | null, closesMs: number, deadlineMs: number | null, paperRevision: number | null, points: number | null, mostPoints: number | null];

const ms = (column: string) => Prisma.raw(`(extract(epoch FROM "${column}") * 1000)::bigint`);
const date = (at: number | null) => (at === null ? null : new Date(at));

const toAttempt = ([, , id, state, startedMs, closedMs, closesMs, deadlineMs, paperRevision, points, mostPoints]: Line): WorkAttempt => ({
  id,
  state: state as AttemptState,
  startedAt: new Date(startedMs),
  closedAt: date(closedMs),
  closesAt: new Date(closesMs),
  deadlineAt: date(deadlineMs),
  paperRevision,
  share: points === null ? null : shareOfPoints(points, mostPoints ?? 0),
});

/** One list for a whole class: whole rows, of which there are thousands, would take longer to be read than to be found. */
async function readAttempts(tx: Transaction, assignmentIds: readonly string[], userId: string | null): Promise<Line[]> {
  const whose = userId === null ? Prisma.sql`TRUE` : Prisma.sql`"userId" = ${userId}::uuid`;
  const [read] = await tx.$queryRaw<{ lines: string | null }[]>`
    SELECT json_agg(json_build_array("assignmentId", "userId", "id", "state", ${ms("startedAt")}, ${ms("closedAt")}, ${ms("closesAt")}, ${ms("deadlineAt")}, "paperRevision", "points", "mostPoints")
      ORDER BY "startedAt", "id")::text AS "lines"
    FROM "QuizAttempt" WHERE "assignmentId" IN (SELECT json_array_elements_text(${JSON.stringify(assignmentIds)}::json)::uuid) AND ${whose}`;
  return read?.lines ? (JSON.parse(read.lines) as Line[]) : [];
}

/** What everybody, or one pupil, has of some assignments. */
export async function readWork(tx: Transaction, assignmentIds: readonly string[], userId: string | null = null): Promise<WorkRecords> {
  const records = new Map<string, Map<string, PupilRecord>>(assignmentIds.map((id) => [id, new Map()]));
  const recordOf = (assignmentId: string, pupil: string): PupilRecord => {
    const ofAssignment = records.get(assignmentId)!;
    const known = ofAssignment.get(pupil) ?? { attempts: [], row: null };
    ofAssignment.set(pupil, known);
    return known;
  };
  for (const line of await readAttempts(tx, assignmentIds, userId)) recordOf(line[0], line[1]).attempts.push(toAttempt(line));
  const rows = await tx.assignedWork.findMany({ where: { assignmentId: { in: [...assignmentIds] }, ...(userId !== null && { userId }) } });
  for (const row of rows) recordOf(row.assignmentId, row.userId).row = row;
  return records;
}

const nothing: PupilRecord = { attempts: [], row: null };

export const recordOf = (records: WorkRecords, assignmentId: string, userId: string): PupilRecord => records.get(assignmentId)?.get(userId) ?? nothing;

/** Whether a pupil, removed ones aside, has the assignment. */
export const isTheirs = ({ isForAll }: Pick<Assignment, "isForAll">, { row }: PupilRecord): boolean => isForAll || row?.isChosen === true;

/** Handed in with something in it: what time ran out on untouched was not. */
const isHandedIn = ({ state }: WorkAttempt) => state === "submitted" || state === "graded";

/** When it was first handed in, or its goal first reached. */
export function doneAtOf(assignment: Pick<Assignment, "plan">, { attempts, row }: PupilRecord): Date | null {
  if (planOf(assignment).kind === "study") return row?.reachedAt ?? null;
  const closed = attempts.filter(isHandedIn).map(({ closedAt }) => closedAt!.getTime());
  return closed.length === 0 ? null : new Date(Math.min(...closed));
}

/** The attempt that can still be gone on with. */
export const openAttemptOf = ({ attempts }: PupilRecord, now: Date): WorkAttempt | null => attempts.find(({ state, closesAt }) => state === "in_progress" && closesAt >= now) ?? null;

type Dated = Pick<Assignment, "plan" | "opensAt" | "dueAt" | "closesAt">;

/** `hasStudied`: whether a fact of it was answered; it matters for studying only. */
export function workStatusOf(assignment: Dated, record: PupilRecord, hasStudied: boolean, now: Date): WorkStatus {
  const isBegun = planOf(assignment).kind === "study" ? hasStudied : record.attempts.length > 0;
  const done = { isBegun, doneAtMs: doneAtOf(assignment, record)?.getTime() ?? null, isExcused: record.row?.isExcused ?? false };
  return statusOf(done, assignment.dueAt?.getTime() ?? null, phaseOf(scheduleOf(assignment), now.getTime()));
}

/** The share of the points that counts, in [0, 1]: the teacher's word before what was reckoned. Null where there is neither, and for studying without such a word. */
export function scoreOf(assignment: Pick<Assignment, "plan">, { attempts, row }: PupilRecord): number | null {
  if (row && row.score !== null) return row.score;
  const plan = planOf(assignment);
  return plan.kind === "study" ? null : countedShare(attempts.map(({ share }) => share), plan.counted);
}
