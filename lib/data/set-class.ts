import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { demandClass } from "./class-access";
import { noteChange } from "./class-changes";
import { basesOfSets } from "./fact-bases";
import { lockOwnSet } from "./set-change";
import { factsOfSet } from "./set-facts";
import { inTransaction } from "./transaction";
import { demandOwnSet } from "./usable-set";
import type { Viewer } from "./viewer";

/** More no class looks through. */
export const setsPerClass = 200;

/** `isOwn`: the viewer made it, and so may change it. */
export type ClassSetLine = { id: string; name: string; facts: number; isOwn: boolean };

/** `offered`: the viewer's own sets that the class has not got; null for pupils. */
export type ClassSets = { classId: string; sets: ClassSetLine[]; offered: { id: string; name: string }[] | null };

const byName: Prisma.FactSetOrderByWithRelationInput[] = [{ name: "asc" }, { id: "asc" }];

/** The sets that a class may use. Throws as `demandClass` does; an archived class lends none. */
export async function classSets(viewer: Viewer, classId: string): Promise<ClassSets> {
  const database = await getDatabase();
  const { row, standing } = await demandClass(database, viewer, classId, "use-sets");
  const rows = await database.factSet.findMany({ where: { classes: { some: { classId: row.id } } }, omit: { ownFacts: true }, orderBy: byName });
  const bases = await basesOfSets(database, rows);
  const unpublished = { ownerId: viewer.userId, classes: { none: { classId: row.id } } };
  return {
    classId: row.id,
    sets: rows.map((set) => ({ id: set.id, name: set.name, facts: factsOfSet(bases, set).length, isOwn: set.ownerId === viewer.userId })),
    offered: standing === "pupil" ? null : await database.factSet.findMany({ where: unpublished, orderBy: byName, select: { id: true, name: true } }),
  };
}

/** Lets a class use a set of the viewer's own; a set that it has stays as it is. Throws as `demandClass` does, NOT_FOUND for another's set, CONFLICT where the class has as many as it can have. */
export async function publishSet(viewer: Viewer, classId: string, setId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "publish-set");
    const { id, name } = await lockOwnSet(tx, { id: setId, ownerId: viewer.userId });
    const held = await tx.classSet.findMany({ where: { classId: access.row.id }, select: { setId: true } });
    if (held.some((each) => each.setId === id)) return;
    if (held.length >= setsPerClass) throw new AppError("CONFLICT", `This class has ${setsPerClass} sets. Please take one back first.`);
    await tx.classSet.create({ data: { classId: access.row.id, setId: id, publishedAt: now }, select: { setId: true } });
    await noteChange(tx, viewer, access, { kind: "set-published", subjectId: id, about: name }, now);
  });
}

/** Takes a set from a class; one that it has not got stays away. Work that was given on it stays. Throws as `demandClass` does. */
export async function withdrawSet(viewer: Viewer, classId: string, setId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "publish-set");
    if (!isUuid(setId)) return;
    const held = { classId: access.row.id, setId };
    const found = await tx.classSet.findUnique({ where: { classId_setId: held }, include: { set: { select: { name: true } } } });
    const { count } = await tx.classSet.deleteMany({ where: held });
    if (!found || count === 0) return;
    await noteChange(tx, viewer, access, { kind: "set-withdrawn", subjectId: setId, about: found.set.name }, now);
  });
}

/** Classes that the viewer teaches, with whether each may use their set. Throws NOT_FOUND for a set that is not theirs. */
export async function classesForSet(viewer: Viewer, setId: string): Promise<{ id: string; name: string; isPublished: boolean }[]> {
  const database = await getDatabase();
  const id = await demandOwnSet(database, viewer, setId);
  const taught = { archivedAt: null, members: { some: { userId: viewer.userId, removedAt: null, role: { not: "pupil" }, user: { userName: { not: null } } } } };
  const rows = await database.class.findMany({ where: taught, orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true, sets: { where: { setId: id }, select: { setId: true } } } });
  return rows.map(({ id: classId, name, sets }) => ({ id: classId, name, isPublished: sets.length > 0 }));
}
