import "server-only";
import { can, type ClassAction } from "@/lib/classroom/permissions";
import { standingOf, type ClassRole, type Standing } from "@/lib/classroom/standing";
import type { Assignment, Class, ClassMember } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

export const noSuchClass = () => new AppError("NOT_FOUND", "There is no such class.");
export const noSuchAssignment = () => new AppError("NOT_FOUND", "There is no such assignment.");

/** What the viewer is to the class; `member` is null where they never joined. */
export type ClassAccess = { row: Class; member: ClassMember | null; standing: Standing; isGuest: boolean };

export const standingOfMember = (member: Pick<ClassMember, "role" | "removedAt"> | null): Standing =>
  standingOf(member && { role: member.role as ClassRole, removedAtMs: member.removedAt?.getTime() ?? null });

async function findAccess(tx: Transaction, { userId }: Viewer, classId: string): Promise<ClassAccess> {
  if (!isUuid(classId)) throw noSuchClass();
  const found = await tx.class.findUnique({ where: { id: classId }, include: { members: { where: { userId }, include: { user: { select: { userName: true } } } } } });
  if (!found) throw noSuchClass();
  const { members, ...row } = found;
  const user = members[0]?.user ?? (await tx.user.findUnique({ where: { id: userId }, select: { userName: true } }));
  const member = members[0] ?? null;
  return { row, member, standing: standingOfMember(member), isGuest: !user?.userName };
}

/** In words for whoever may see the class. */
function whyForbidden(standing: Standing, action: ClassAction): string {
  if (standing === "pupil") return "Only those who teach this class can do that.";
  if (action === "do-assignment") return "You teach this class, so its work is not given to you. The questions of a quiz are on its page.";
  return action === "leave-class" ? "A class is never without its teacher." : "Only the teacher of this class can do that.";
}

function demandAction(access: ClassAccess, action: ClassAction): void {
  const resource = { isArchived: access.row.archivedAt !== null };
  if (can(access, action, resource)) return;
  if (!can(access, "see-class", resource)) throw noSuchClass();
  if (can(access, action, { isArchived: !resource.isArchived })) throw new AppError("CONFLICT", resource.isArchived ? "This class is archived." : "This class is not archived.");
  throw new AppError("FORBIDDEN", whyForbidden(access.standing, action));
}

/** Throws NOT_FOUND for a class that the viewer may not see, FORBIDDEN for what they may not do in one that they see, CONFLICT where it is archived. */
export async function demandClass(tx: Transaction, viewer: Viewer, classId: string, action: ClassAction): Promise<ClassAccess> {
  const access = await findAccess(tx, viewer, classId);
  demandAction(access, action);
  return access;
}

export type AssignmentAccess = ClassAccess & { assignment: Assignment };

/** The same for an assignment. To a pupil a draft, and work that is not theirs, is not there, whatever they would do with it. */
export async function demandAssignment(tx: Transaction, viewer: Viewer, assignmentId: string, action: ClassAction): Promise<AssignmentAccess> {
  const assignment = isUuid(assignmentId) ? await tx.assignment.findUnique({ where: { id: assignmentId }, include: { work: { where: { userId: viewer.userId } } } }) : null;
  if (!assignment) throw noSuchAssignment();
  const { work, ...row } = assignment;
  const access = await findAccess(tx, viewer, row.classId);
  const isTheirs = row.isPublished && (row.isForAll || work[0]?.isChosen === true);
  const isSeen = can(access, "see-class", { isArchived: access.row.archivedAt !== null });
  if (!isSeen || (access.standing === "pupil" && !isTheirs)) throw noSuchAssignment();
  demandAction(access, action);
  return { ...access, assignment: row };
}
