import "server-only";
import type { Consequence } from "@/lib/classroom/consequences";
import { getDatabase } from "@/lib/db/database";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { consequencesOfChange } from "./assignment-consequences";
import { holdAssignment } from "./assignment-hold";
import { assignmentLimits, type AssignmentInput } from "./assignment-input";
import { makePaper, paperWishes } from "./assignment-paper";
import { planOf, setOfPlan, type AssignmentPlan } from "./assignment-plan";
import { choosePupils } from "./assignment-pupils";
import { noteKnown } from "./assignment-reached";
import { demandAssignment, demandClass } from "./class-access";
import { noteChange } from "./class-changes";
import type { DatabaseClock } from "./database-clock";
import { moveWindow } from "./quiz-accommodation";
import { inTransaction, type Transaction } from "./transaction";
import { findUsableSet } from "./usable-set";
import type { Viewer } from "./viewer";

const columnsOf = ({ title, instructions, plan, opensAt, dueAt, closesAt, isForAll }: AssignmentInput) => ({
  title, instructions, plan: plan as unknown as Prisma.InputJsonValue, setId: setOfPlan(plan), opensAt, dueAt, closesAt, isForAll,
});

/** A teacher gives a class only what they may use themselves; a set that the assignment has already stays, whoever of the teachers changes the rest. */
async function demandSet(tx: Transaction, viewer: Viewer, plan: AssignmentPlan, known: string | null): Promise<void> {
  const setId = setOfPlan(plan);
  if (setId !== null && setId !== known) await findUsableSet(tx, viewer, setId);
}

/** Makes a draft. Throws as `demandClass` does; NOT_FOUND for a set that the viewer may not use, INVALID for pupils who are none, CONFLICT beyond the most that a class has. */
export async function createAssignment(viewer: Viewer, classId: string, input: AssignmentInput, now: Date): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "write-assignments");
    await tx.$queryRaw`SELECT 1 FROM "Class" WHERE "id" = ${access.row.id}::uuid FOR NO KEY UPDATE`;
    if ((await tx.assignment.count({ where: { classId: access.row.id } })) >= assignmentLimits.perClass) throw new AppError("CONFLICT", `A class has at most ${assignmentLimits.perClass} assignments. Please delete one first.`);
    await demandSet(tx, viewer, input.plan, null);
    const row = await tx.assignment.create({ data: { ...columnsOf(input), classId: access.row.id, createdAt: now, changedAt: now }, select: { id: true, classId: true } });
    await choosePupils(tx, row, input);
    await noteChange(tx, viewer, access, { kind: "assignment-made", subjectId: row.id, about: input.title, details: { kind: input.plan.kind } }, now);
    return { id: row.id };
  });
}

/** A new paper where other questions are wished for; a draft gets its paper once it is published. */
async function paperAfter(tx: Transaction, assignment: Parameters<typeof planOf>[0] & { id: string; isPublished: boolean; paperRevision: number | null }, plan: AssignmentPlan, now: Date): Promise<number | null> {
  if (plan.kind !== "quiz") return null;
  const before = planOf(assignment);
  const isSame = before.kind === "quiz" && paperWishes(before) === paperWishes(plan);
  if (isSame && assignment.paperRevision !== null) return assignment.paperRevision;
  return assignment.isPublished ? makePaper(tx, assignment, plan, now) : null;
}

async function demandSameKind(tx: Transaction, { id, plan }: { id: string; plan: Prisma.JsonValue }, after: AssignmentPlan): Promise<void> {
  if (planOf({ plan }).kind === after.kind) return;
  const begun = (await tx.quizAttempt.count({ where: { assignmentId: id } })) + (await tx.assignedWork.count({ where: { assignmentId: id, reachedAt: { not: null } } }));
  if (begun > 0) throw new AppError("CONFLICT", "Pupils have worked on it already, so it cannot become something else. Please make another assignment.");
}

/**
 * Changes an assignment, also while it runs: attempts keep their questions and rules, but an end of the window that moves holds for them at once. Tells what it meant for
 * those who had begun. Throws as `holdAssignment` does, and as `createAssignment` for the set and the pupils; INVALID where the questions cannot be made.
 */
export async function changeAssignment(viewer: Viewer, assignmentId: string, input: AssignmentInput, clock: DatabaseClock): Promise<{ consequences: Consequence[] }> {
  return inTransaction(async (tx) => {
    const access = await holdAssignment(tx, viewer, assignmentId);
    const { assignment } = access;
    const now = await clock(tx);
    await demandSet(tx, viewer, input.plan, assignment.setId);
    await demandSameKind(tx, assignment, input.plan);
    const consequences = await consequencesOfChange(tx, assignment, input, now);
    const paperRevision = await paperAfter(tx, assignment, input.plan, now);
    await choosePupils(tx, assignment, input);
    const changed = await tx.assignment.update({ where: { id: assignment.id }, data: { ...columnsOf(input), paperRevision, changedAt: now } });
    if (changed.isPublished) await noteKnown(tx, changed, now);
    if (assignment.closesAt?.getTime() !== input.closesAt?.getTime()) await moveWindow(tx, assignment.id, input.closesAt, clock);
    await noteChange(tx, viewer, access, { kind: "assignment-changed", subjectId: assignment.id, about: input.title, details: changedParts(assignment, input, consequences) }, now);
    return { consequences };
  });
}

type Dated = Record<"opensAt" | "dueAt" | "closesAt", Date | null>;

/** Of what to what: the dates that moved, and what it meant. */
function changedParts(before: Dated & { title: string; paperRevision: number | null }, after: Dated & { title: string }, consequences: readonly Consequence[]): Prisma.InputJsonObject {
  const moved = (["opensAt", "dueAt", "closesAt"] as const).filter((field) => before[field]?.getTime() !== after[field]?.getTime());
  const dates = Object.fromEntries(moved.map((field) => [field, { from: before[field]?.toISOString() ?? null, to: after[field]?.toISOString() ?? null }]));
  return { ...dates, ...(before.title !== after.title && { title: { from: before.title, to: after.title } }), consequences: consequences.map(({ code, count }) => ({ code, count })) };
}

/** What `changeAssignment` would mean for those who have begun, and for how many; nothing is changed. Throws as it does, but for the questions, which are not made. */
export async function foreseeChange(viewer: Viewer, assignmentId: string, input: AssignmentInput, clock: DatabaseClock): Promise<Consequence[]> {
  const database = await getDatabase();
  const { assignment } = await demandAssignment(database, viewer, assignmentId, "write-assignments");
  await demandSet(database, viewer, input.plan, assignment.setId);
  await demandSameKind(database, assignment, input.plan);
  return consequencesOfChange(database, assignment, input, await clock(database));
}
