import "server-only";
import { can } from "@/lib/classroom/permissions";
import type { ClassRole } from "@/lib/classroom/standing";
import { getDatabase } from "@/lib/db/database";
import type { Prisma } from "@/lib/db/generated/client";
import type { Fact } from "@/lib/facts/model";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import type { QuizScope } from "@/lib/quiz/quiz-setup";
import { AppError } from "@/lib/shared/app-error";
import { givenTo } from "./assignment-due";
import { planOf, scopeOfPlan } from "./assignment-plan";
import { demandClass, noSuchClass, type ClassAccess } from "./class-access";
import { basesOfSets } from "./fact-bases";
import { factsOfSet } from "./set-facts";
import { factsOfShared } from "./shared-scope";
import type { Transaction } from "./transaction";
import { findUsableSet, usableBy } from "./usable-set";
import type { Viewer } from "./viewer";

/** What the figures are about: the facts of a set that the viewer may use, all that a class of theirs was given, or (null) everything. */
export type ProgressFilter = { setId: string } | { classId: string } | null;

export type FilterName = { kind: "set" | "class"; id: string; name: string };

/** `setIds`: the sets that it is about; of a class, those that it was lent or given work on. */
export type FilteredFacts = FilterName & { setIds: string[]; facts: Fact[]; bases: FactBases };

async function ofSet(tx: Transaction, viewer: Viewer, setId: string): Promise<FilteredFacts> {
  const set = await findUsableSet(tx, viewer, setId);
  const bases = await basesOfSets(tx, [set]);
  return { kind: "set", id: set.id, name: set.name, setIds: [set.id], facts: factsOfSet(bases, set), bases };
}

/** Work that the viewer is given in the class; of those who teach it, all that is given to anybody. */
const workOf = (viewer: Viewer, { row, standing }: ClassAccess): Prisma.AssignmentWhereInput =>
  standing === "pupil" ? { AND: [givenTo(viewer), { classId: row.id }] } : { classId: row.id, isPublished: true };

/** Nothing where it is about a set, or about what has left the content. */
function sharedFactsOf(scope: QuizScope): readonly Fact[] {
  if (scope.kind === "set" || scope.kind === "mistakes") return [];
  try {
    return factsOfShared(scope).facts;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return [];
    throw error;
  }
}

/** What questions a quiz has is told by nothing here: all that it may ask about is. */
async function ofClass(tx: Transaction, viewer: Viewer, classId: string): Promise<FilteredFacts> {
  const access = await demandClass(tx, viewer, classId, "see-class");
  const { row } = access;
  if (!can(access, "use-sets", { isArchived: row.archivedAt !== null })) throw noSuchClass();
  const lent = await tx.classSet.findMany({ where: { classId: row.id }, select: { setId: true } });
  const work = await tx.assignment.findMany({ where: workOf(viewer, access), select: { plan: true } });
  const scopes = work.map((assignment) => scopeOfPlan(planOf(assignment)));
  const named = new Set([...lent.map(({ setId }) => setId), ...scopes.flatMap((scope) => (scope.kind === "set" ? [scope.id] : []))]);
  const sets = await tx.factSet.findMany({ where: { AND: [{ id: { in: [...named] } }, usableBy(viewer)] }, omit: { ownFacts: true }, orderBy: { id: "asc" } });
  const bases = await basesOfSets(tx, sets);
  const facts = [...sets.flatMap((set) => factsOfSet(bases, set)), ...scopes.flatMap(sharedFactsOf)];
  return { kind: "class", id: row.id, name: row.name, setIds: sets.map(({ id }) => id), facts: [...new Map(facts.map((fact) => [fact.id, fact])).values()], bases };
}

/** What a filter lets through; null for everything. Throws NOT_FOUND for a set that the viewer may not use, a class that they are not in, and one that is archived, which lends nothing. */
export async function filteredFacts(tx: Transaction, viewer: Viewer, filter: ProgressFilter): Promise<FilteredFacts | null> {
  if (filter === null) return null;
  return "setId" in filter ? ofSet(tx, viewer, filter.setId) : ofClass(tx, viewer, filter.classId);
}

type Named = { id: string; name: string };

/** What can be chosen: the viewer's own sets in the order they were made, and their classes by name, each with the sets of others that it was given. */
export type FilterChoices = { sets: Named[]; classes: (Named & { sets: Named[] })[] };

/** Nobody looks through more. */
const mostClasses = 50;

const setName = { select: { id: true, name: true, ownerId: true } } as const;

/** Somebody in no class is asked for by one small query, and by another for sets of their own. */
export async function filterChoices({ userId }: Viewer): Promise<FilterChoices> {
  const database = await getDatabase();
  const given = { where: { isPublished: true, setId: { not: null } }, select: { isForAll: true, set: setName, work: { where: { userId, isChosen: true }, select: { userId: true } } } };
  const [sets, members] = await Promise.all([
    database.factSet.findMany({ where: { ownerId: userId }, select: { id: true, name: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
    database.classMember.findMany({
      where: { userId, removedAt: null, class: { archivedAt: null } },
      select: { role: true, user: { select: { userName: true } }, class: { select: { id: true, name: true, sets: { select: { set: setName } }, assignments: given } } },
      orderBy: [{ class: { name: "asc" } }, { classId: "asc" }],
      take: mostClasses,
    }),
  ]);
  const present = members.filter(({ role, user }) => can({ standing: role as ClassRole, isGuest: user.userName === null }, "use-sets", { isArchived: false }));
  const classes = present.map(({ role, class: { id, name, sets: lent, assignments } }) => {
    const theirs = assignments.filter(({ isForAll, work }) => role !== "pupil" || isForAll || work.length > 0);
    const others = [...lent, ...theirs].flatMap(({ set }) => (set && set.ownerId !== userId ? [[set.id, { id: set.id, name: set.name }] as const] : []));
    return { id, name, sets: [...new Map(others).values()].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true })) };
  });
  return { sets, classes };
}
