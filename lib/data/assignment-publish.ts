import "server-only";
import { faultOf } from "@/lib/classroom/schedule";
import { AppError } from "@/lib/shared/app-error";
import { holdAssignment } from "./assignment-hold";
import { scheduleOf } from "./assignment-input";
import { makePaper } from "./assignment-paper";
import { planOf } from "./assignment-plan";
import { noteKnown } from "./assignment-reached";
import { noteChange } from "./class-changes";
import { factsOfWork } from "./shared-scope";
import { inTransaction } from "./transaction";
import type { Viewer } from "./viewer";

/**
 * Lets the pupils see an assignment; its quiz gets its paper, and whoever knows enough for its goal already has reached it. Published already it stays as it is. Throws NOT_FOUND and FORBIDDEN as `demandAssignment` does, INVALID where
 * there are no facts or not so many questions as were asked for, and where it would be closed before anybody sees it.
 */
export async function publishAssignment(viewer: Viewer, assignmentId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await holdAssignment(tx, viewer, assignmentId);
    const { assignment } = access;
    if (assignment.isPublished) return;
    const plan = planOf(assignment);
    const schedule = scheduleOf(assignment);
    if (faultOf(schedule) || (schedule.closesAtMs ?? Infinity) <= now.getTime()) throw new AppError("INVALID", "It would be closed already. Please choose a later time.");
    if (plan.kind === "study" && (await factsOfWork(tx, plan.scope)).facts.length === 0) throw new AppError("INVALID", "There is nothing to study in this choice.");
    const paperRevision = plan.kind === "quiz" ? (assignment.paperRevision ?? (await makePaper(tx, assignment, plan, now))) : null;
    const published = await tx.assignment.update({ where: { id: assignment.id }, data: { isPublished: true, paperRevision, changedAt: now } });
    await noteKnown(tx, published, now);
    await noteChange(tx, viewer, access, { kind: "assignment-published", subjectId: assignment.id, about: assignment.title, details: { paperRevision } }, now);
  });
}

/** Takes an assignment back from the pupils: nobody sees or begins it any more; who is in the middle of its quiz goes on, and what was done is kept. A draft stays as it is. */
export async function withdrawAssignment(viewer: Viewer, assignmentId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await holdAssignment(tx, viewer, assignmentId);
    const { id, title, isPublished } = access.assignment;
    if (!isPublished) return;
    await tx.assignment.update({ where: { id }, data: { isPublished: false, changedAt: now }, select: { id: true } });
    await noteChange(tx, viewer, access, { kind: "assignment-withdrawn", subjectId: id, about: title }, now);
  });
}

/** Deletes an assignment with its column of the gradebook; the pupils' attempts stay theirs, as quizzes of their own. */
export async function deleteAssignment(viewer: Viewer, assignmentId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await holdAssignment(tx, viewer, assignmentId);
    const { id, title } = access.assignment;
    const attempts = await tx.quizAttempt.count({ where: { assignmentId: id } });
    await tx.assignment.delete({ where: { id }, select: { id: true } });
    await noteChange(tx, viewer, access, { kind: "assignment-deleted", subjectId: id, about: title, details: { attempts } }, now);
  });
}
