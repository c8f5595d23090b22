import "server-only";
import type { GradedPupil, GradedWork, WorkRecord } from "@/lib/classroom/gradebook";
import type { Assignment, ClassMember } from "@/lib/db/generated/client";
import { goalSharesOf, type GoalShare } from "./assignment-goal";
import { scheduleOf } from "./assignment-input";
import { planOf } from "./assignment-plan";
import { doneAtOf, type PupilRecord } from "./assignment-work";
import type { Transaction } from "./transaction";

/** What the gradebook reads of an assignment. */
export type GradedAssignment = Pick<Assignment, "id" | "title" | "plan" | "isForAll" | "opensAt" | "dueAt" | "closesAt">;

export function toGradedWork(row: GradedAssignment): GradedWork {
  const plan = planOf(row);
  return { id: row.id, title: row.title, kind: plan.kind, schedule: scheduleOf(row), isForAll: row.isForAll, counted: plan.kind === "quiz" ? plan.counted : "last" };
}

export const toGradedPupil = ({ userId, name, removedAt, joinedAt }: Pick<ClassMember, "userId" | "name" | "removedAt" | "joinedAt">): GradedPupil => ({
  userId,
  name,
  isFormer: removedAt !== null,
  joinedAtMs: joinedAt.getTime(),
});

/** Of studying `study` is what would be recalled now; undefined where nobody asks any more. */
export function toWorkRecord(assignment: Pick<Assignment, "plan">, record: PupilRecord, study: GoalShare | undefined): WorkRecord {
  const { attempts, row } = record;
  const isQuiz = planOf(assignment).kind === "quiz";
  return {
    isBegun: isQuiz ? attempts.length > 0 : study !== undefined && study.begun > 0,
    doneAtMs: doneAtOf(assignment, record)?.getTime() ?? null,
    shares: isQuiz ? attempts.map(({ share }) => share) : study ? [study.now] : [],
    isChosen: row?.isChosen ?? false,
    isExcused: row?.isExcused ?? false,
    score: row?.score ?? null,
    note: row?.note ?? "",
  };
}

/** What pupils would recall of the facts of a study assignment; none of one that is closed, where it changes nothing any more, or not open yet. */
export async function studySharesOf(tx: Transaction, assignment: Pick<Assignment, "plan" | "opensAt" | "dueAt" | "closesAt">, userIds: readonly string[], now: Date): Promise<ReadonlyMap<string, GoalShare>> {
  const isRunning = (assignment.opensAt === null || assignment.opensAt <= now) && (assignment.closesAt === null || assignment.closesAt > now);
  return planOf(assignment).kind === "study" && isRunning ? goalSharesOf(tx, assignment, userIds, now) : new Map();
}
