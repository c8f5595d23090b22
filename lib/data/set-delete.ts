import "server-only";
import { AppError } from "@/lib/shared/app-error";
import { noteChange } from "./class-changes";
import { lockOwnSet } from "./set-change";
import { inTransaction, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

const inUse = (work: number) => new AppError("CONFLICT", `${work === 1 ? "One piece of work uses" : `${work} pieces of work use`} this set. Delete the work first, or let it be about something else.`);

/** Classes that could use the set read in their log that it is gone. */
async function tellClasses(tx: Transaction, viewer: Viewer, { id, name }: { id: string; name: string }, now: Date): Promise<void> {
  const classes = await tx.class.findMany({ where: { sets: { some: { setId: id } } }, include: { members: { where: { userId: viewer.userId } } } });
  for (const { members, ...row } of classes) await noteChange(tx, viewer, { row, member: members[0] ?? null }, { kind: "set-withdrawn", subjectId: id, about: name }, now);
}

/**
 * The set goes with its history, its link, and everybody's plan for an exam on it; what was learnt stays. Throws NOT_FOUND for a set that is not the viewer's,
 * CONFLICT where work of a class is about it, drafts too.
 */
export function deleteSet(viewer: Viewer, setId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const { id, name } = await lockOwnSet(tx, { id: setId, ownerId: viewer.userId });
    const work = await tx.assignment.count({ where: { setId: id } });
    if (work > 0) throw inUse(work);
    await tellClasses(tx, viewer, { id, name }, now);
    await tx.factSet.delete({ where: { id }, select: { id: true } });
  });
}
