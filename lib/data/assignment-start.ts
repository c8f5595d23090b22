import "server-only";
import { randomInt } from "node:crypto";
import { phaseOf } from "@/lib/classroom/schedule";
import type { Assignment, User } from "@/lib/db/generated/client";
import type { AssignedQuiz } from "@/lib/quiz/assigned-quiz";
import { toAccommodation } from "@/lib/quiz/extra-time";
import { shuffledPaper } from "@/lib/quiz/shuffle-paper";
import { isTimeZone } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { seededRandom } from "@/lib/shared/random";
import { attemptsLeft } from "./assignment-due";
import { scheduleOf } from "./assignment-input";
import { itemsOf } from "./assignment-paper";
import { planOf } from "./assignment-plan";
import { demandAssignment, type AssignmentAccess } from "./class-access";
import type { DatabaseClock } from "./database-clock";
import { createAttempt, findStarted, findTaker, type StartedQuiz } from "./quiz-create";
import { holdWithin } from "./quiz-hold";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `attemptId` is made by the client: a start that is repeated gives the same attempt. */
export type AssignedStart = { attemptId: string; timeZone?: string };

const refused = (message: string) => new AppError("CONFLICT", message);

/** A whole class may hold it at once; whoever changes the assignment, or this pupil's extra time, waits, and is waited for. */
async function shareAssignment(tx: Transaction, { userId }: Viewer, assignmentId: string): Promise<void> {
  if (!isUuid(assignmentId)) return;
  await tx.$queryRaw`
    SELECT 1 FROM "Assignment" w JOIN "ClassMember" m ON m."classId" = w."classId" AND m."userId" = ${userId}::uuid WHERE w."id" = ${assignmentId}::uuid FOR SHARE`;
}

/** The attempt under way; one whose time is up is closed first, so that another can begin. */
async function findOpen(tx: Transaction, { userId }: Viewer, assignmentId: string, clock: DatabaseClock): Promise<StartedQuiz | undefined> {
  const open = await tx.quizAttempt.findFirst({ where: { assignmentId, userId, state: "in_progress" }, select: { id: true, _count: { select: { slots: true } } } });
  if (!open) return undefined;
  const state = await holdWithin(tx, { userId }, open.id, clock, async ({ attempt }) => ({ value: attempt.state }));
  return state === "in_progress" ? { attemptId: open.id, count: open._count.slots } : undefined;
}

function demandOpen(assignment: Assignment, now: Date): void {
  const phase = phaseOf(scheduleOf(assignment), now.getTime());
  if (phase === "ahead") throw refused("This quiz is not open yet.");
  if (phase === "closed") throw refused("This quiz is closed.");
}

async function demandAttempt(tx: Transaction, { assignment, member }: AssignmentAccess, plan: AssignedQuiz): Promise<void> {
  const begun = await tx.quizAttempt.count({ where: { assignmentId: assignment.id, userId: member!.userId } });
  if (attemptsLeft(plan.attempts, member!.extraAttempts, begun) === 0) throw refused("You have no attempt left at this quiz.");
}

type Beginning = { tx: Transaction; access: AssignmentAccess; plan: AssignedQuiz; user: User; now: Date };

async function begin({ tx, access, plan, user, now }: Beginning, { attemptId, timeZone }: AssignedStart): Promise<StartedQuiz> {
  const { assignment, member } = access;
  const paper = await tx.assignmentPaper.findFirst({ where: { assignmentId: assignment.id, revision: assignment.paperRevision ?? 0 } });
  if (!paper) throw refused("This quiz has no questions yet.");
  const { revision, scopeName, contentVersion } = paper;
  const items = plan.isShuffled ? shuffledPaper(seededRandom(randomInt(2 ** 32)), itemsOf(paper)) : itemsOf(paper);
  return createAttempt(tx, {
    attemptId,
    userId: user.id,
    setup: plan.setup,
    timeZone: timeZone !== undefined && isTimeZone(timeZone) ? timeZone : user.timeZone,
    accommodation: toAccommodation(member!),
    items,
    scopeName,
    contentVersion,
    startedAt: now,
    assignedTo: { assignmentId: assignment.id, paperRevision: revision, closesAt: assignment.closesAt },
  });
}

async function startWithin(tx: Transaction, viewer: Viewer, assignmentId: string, start: AssignedStart, clock: DatabaseClock): Promise<StartedQuiz> {
  await lockUser(tx, viewer.userId);
  await shareAssignment(tx, viewer, assignmentId);
  const access = await demandAssignment(tx, viewer, assignmentId, "do-assignment");
  const plan = planOf(access.assignment);
  if (plan.kind !== "quiz") throw refused("This is to be studied; it is no quiz.");
  const repeated = await findStarted(tx, viewer, start.attemptId);
  if (repeated && repeated.assignmentId !== access.assignment.id) throw refused("This quiz could not be started. Please start it again.");
  if (repeated) return { attemptId: repeated.attemptId, count: repeated.count };
  const open = await findOpen(tx, viewer, access.assignment.id, clock);
  if (open) return open;
  const now = await clock(tx);
  demandOpen(access.assignment, now);
  await demandAttempt(tx, access, plan);
  return begin({ tx, access, plan, user: await findTaker(tx, viewer), now }, start);
}

/**
 * Begins an assigned quiz, or gives the attempt that is under way, whichever id is sent. Its time is the class's: the limit with the extra time of the class's member, and no
 * longer than the window. Throws NOT_FOUND and FORBIDDEN as `demandAssignment` does, CONFLICT where it is not open, no attempt is left, or the id is another's.
 */
export const startAssigned = (viewer: Viewer, assignmentId: string, start: AssignedStart, clock: DatabaseClock): Promise<StartedQuiz> =>
  inTransaction((tx) => startWithin(tx, viewer, assignmentId, start, clock));
