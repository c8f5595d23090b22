import "server-only";
import { getDatabase } from "@/lib/db/database";
import { learnerDayOf, type LearnerDay } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { factsOfAssignment, goalSharesOf, type GoalShare } from "./assignment-goal";
import { planOf } from "./assignment-plan";
import { pupilsCounted, pupilsOf, pupilsWith } from "./assignment-pupils";
import { noteReached } from "./assignment-reached";
import { readWork, recordOf } from "./assignment-work";
import { demandAssignment, type AssignmentAccess } from "./class-access";
import { goalOutlook, type ExamOutlook } from "./exam-plans";
import { loadLearnerFacts } from "./learner-facts";
import { inTransaction, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** How a pupil stands with a goal. `reachedAt`: when it was first reached. */
export type PupilGoal = { userId: string; name: string; share: GoalShare; reachedAt: Date | null };

/** The shares of all pupils of a study assignment, by name; who has come to the goal is written down, but in an archived class, which nothing changes any more. For teachers. Throws as `demandAssignment` does, CONFLICT for a quiz. */
export async function classGoals(viewer: Viewer, assignmentId: string, now: Date): Promise<{ goal: number; pupils: PupilGoal[] }> {
  const database = await getDatabase();
  const access = await demandAssignment(database, viewer, assignmentId, "see-gradebook");
  return goalsOf(database, access, now);
}

async function goalsOf(tx: Transaction, { assignment, row }: AssignmentAccess, now: Date): Promise<{ goal: number; pupils: PupilGoal[] }> {
  const plan = planOf(assignment);
  if (plan.kind !== "study") throw new AppError("CONFLICT", "This is a quiz; it has no goal.");
  const records = await readWork(tx, [assignment.id]);
  const pupils = pupilsCounted(assignment, await pupilsOf(tx, assignment.classId), records);
  const shares = await goalSharesOf(tx, assignment, pupils.map(({ userId }) => userId), now);
  const noted = assignment.isPublished && row.archivedAt === null ? await inTransaction((within) => noteReached(within, assignment, shares, now)) : new Set<string>();
  const reachedAt = (userId: string) => recordOf(records, assignment.id, userId).row?.reachedAt ?? (noted.has(userId) ? now : null);
  return { goal: plan.goal, pupils: pupils.map(({ userId, name }) => ({ userId, name, share: shares.get(userId)!, reachedAt: reachedAt(userId) })) };
}

/** Whose outlook it is: the viewer's own, or for a teacher any pupil's of the class who has the assignment. */
async function demandPupil(tx: Transaction, viewer: Viewer, assignmentId: string, userId: string): Promise<AssignmentAccess> {
  const isOwn = viewer.userId === userId;
  const access = await demandAssignment(tx, viewer, assignmentId, isOwn ? "see-assignments" : "see-gradebook");
  const pupils = pupilsWith(access.assignment, await pupilsOf(tx, access.assignment.classId), await readWork(tx, [access.assignment.id]));
  if (!pupils.some((pupil) => pupil.userId === userId)) throw new AppError("NOT_FOUND", "There is no such pupil.");
  return access;
}

/** What it takes the pupil to come to the goal by the day it is due, as for an exam on that day: null without such a day, and once it is past. `dueOn`: the pupil's own day. */
export async function pupilOutlook(viewer: Viewer, assignmentId: string, userId: string, now: Date): Promise<{ dueOn: LearnerDay; outlook: ExamOutlook } | null> {
  const database = await getDatabase();
  const { assignment } = await demandPupil(database, viewer, assignmentId, userId);
  const plan = planOf(assignment);
  if (plan.kind !== "study" || assignment.dueAt === null) return null;
  const learnerFacts = await loadLearnerFacts({ userId }, now);
  const dueOn = learnerDayOf(assignment.dueAt.getTime(), learnerFacts.learner);
  const outlook = await goalOutlook(learnerFacts, await factsOfAssignment(database, assignment), { examOn: dueOn, goal: plan.goal });
  return outlook && { dueOn, outlook };
}
