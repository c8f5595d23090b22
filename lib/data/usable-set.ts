import "server-only";
import type { ExamPlan, FactSet, Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** A set with the viewer's own plan for it. */
export type SetRow = FactSet & { examPlans: ExamPlan[] };

/** The same without what its own facts are made of, which may be megabytes: lib/data/fact-bases has them ready. */
export type UsableSet = Omit<SetRow, "ownFacts">;

/** What the viewer may study, be asked about and look at: sets of their own, those that a class of theirs may use, and those of work that they are given. An archived class lends nothing. */
export function usableBy({ userId }: Viewer): Prisma.FactSetWhereInput {
  const ofMine: Prisma.ClassWhereInput = { archivedAt: null, members: { some: { userId, removedAt: null } } };
  const taught: Prisma.ClassWhereInput = { archivedAt: null, members: { some: { userId, removedAt: null, role: { not: "pupil" } } } };
  const given: Prisma.AssignmentWhereInput = { isPublished: true, class: ofMine, OR: [{ isForAll: true }, { work: { some: { userId, isChosen: true } } }] };
  return { OR: [{ ownerId: userId }, { classes: { some: { class: ofMine } } }, { assignments: { some: { OR: [{ class: taught }, given] } } }] };
}

/** A set that the viewer may use; any other is NOT_FOUND. */
export async function findUsableSet(tx: Transaction, viewer: Viewer, setId: string): Promise<UsableSet> {
  const examPlans = { where: { userId: viewer.userId } };
  const row = isUuid(setId) ? await tx.factSet.findFirst({ where: { id: setId, ...usableBy(viewer) }, omit: { ownFacts: true }, include: { examPlans } }) : null;
  if (!row) throw new AppError("NOT_FOUND", "There is no such set.");
  return row;
}

/** The id of a set of the viewer's own, without what is in it, which may be megabytes; any other is NOT_FOUND. */
export async function demandOwnSet(tx: Transaction, { userId }: Viewer, setId: string): Promise<string> {
  const set = isUuid(setId) ? await tx.factSet.findFirst({ where: { id: setId, ownerId: userId }, select: { id: true } }) : null;
  if (!set) throw new AppError("NOT_FOUND", "There is no such set.");
  return set.id;
}
