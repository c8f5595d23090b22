import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Prisma } from "@/lib/db/generated/client";
import { factsIn, type FactQuery } from "@/lib/facts/fact-query";
import { setsOfFacts, type FactBases } from "@/lib/own-facts/fact-bases";
import { daysBetween, type LearnerDay } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { basesOfSets, ownBasesOfFacts } from "./fact-bases";
import type { FactCounts } from "./fact-counts";
import { loadLearnerFacts, recalledToday, type LearnerFacts } from "./learner-facts";
import { addSetRow, changeSetRow } from "./set-change";
import { knownPart } from "./set-contents";
import { factsOfSet } from "./set-facts";
import { inTransaction, type Transaction } from "./transaction";
import { findUsableSet, type SetRow, type UsableSet } from "./usable-set";
import type { Viewer } from "./viewer";

/** `revision`: what the form was filled from; without it the change holds whatever the set has become. */
export type SetInput = { name: string; query: FactQuery; revision?: number | undefined };

/** `daysLeft`: whole learner's days until the exam; under 0 once it is over. */
export type ExamDate = { examOn: LearnerDay; daysLeft: number; goal: number };

/** `recalled`: how many of its facts the learner would recall today, as foretold. */
export type SetSummary = FactCounts & { id: string; name: string; recalled: number; exam: ExamDate | null };

/** `classes`: the names of those of the viewer's classes that may use it. */
export type LentSet = SetSummary & { classes: string[] };

/** The viewer's set with their own plan for it; anybody else's is NOT_FOUND. */
export async function findOwnSet(tx: Transaction, { userId }: Viewer, setId: string): Promise<SetRow> {
  const row = isUuid(setId) ? await tx.factSet.findFirst({ where: { id: setId, ownerId: userId }, include: { examPlans: { where: { userId } } } }) : null;
  if (!row) throw new AppError("NOT_FOUND", "There is no such set.");
  return row;
}

/** Days from one to another, under 0 where the other is past. */
const daysUntil = (today: LearnerDay, day: LearnerDay) => (day >= today ? daysBetween(today, day) : -daysBetween(day, today));

function summaryOf(bases: FactBases, row: UsableSet, learnerFacts: LearnerFacts): SetSummary {
  const facts = factsOfSet(bases, row);
  const [plan] = row.examPlans;
  const exam = plan ? { examOn: plan.examOn, daysLeft: daysUntil(learnerFacts.today, plan.examOn), goal: plan.goal } : null;
  return { id: row.id, name: row.name, ...learnerFacts.countOf(facts), recalled: recalledToday(facts, learnerFacts), exam };
}

/** Its plans are the viewer's own alone. */
const withPlan = ({ userId }: Viewer) => ({ omit: { ownFacts: true }, include: { examPlans: { where: { userId } } } }) satisfies Prisma.FactSetFindManyArgs;

async function summariesOf(viewer: Viewer, rows: readonly UsableSet[], now: Date): Promise<SetSummary[]> {
  const bases = await basesOfSets(await getDatabase(), rows);
  const learnerFacts = await loadLearnerFacts(viewer, now);
  return rows.map((row) => summaryOf(bases, row, learnerFacts));
}

/** The viewer's sets, the oldest first. */
export async function listSets(viewer: Viewer, now: Date): Promise<SetSummary[]> {
  const database = await getDatabase();
  const rows = await database.factSet.findMany({ where: { ownerId: viewer.userId }, ...withPlan(viewer), orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return summariesOf(viewer, rows, now);
}

/** Sets of others that classes of the viewer's may use, by name. */
export async function listLentSets(viewer: Viewer, now: Date): Promise<LentSet[]> {
  const database = await getDatabase();
  const ofMine: Prisma.ClassWhereInput = { archivedAt: null, members: { some: { userId: viewer.userId, removedAt: null } } };
  const { omit, include } = withPlan(viewer);
  const rows = await database.factSet.findMany({
    where: { ownerId: { not: viewer.userId }, classes: { some: { class: ofMine } } },
    omit, include: { ...include, classes: { where: { class: ofMine }, select: { class: { select: { name: true } } }, orderBy: { publishedAt: "asc" } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0) return [];
  const summaries = await summariesOf(viewer, rows, now);
  return summaries.map((summary, i) => ({ ...summary, classes: rows[i]!.classes.map((held) => held.class.name) }));
}

/** A set that the viewer may use, and how they stand with it. Throws NOT_FOUND for any other. */
export async function findSet(viewer: Viewer, setId: string, now: Date): Promise<SetSummary> {
  const [summary] = await summariesOf(viewer, [await findUsableSet(await getDatabase(), viewer, setId)], now);
  return summary!;
}

/** Facts of sets' own cards and tables can be named as far as the viewer may use the sets. */
async function toData(tx: Transaction, viewer: Viewer, { name, query }: SetInput, hasOwnFacts: boolean): Promise<{ name: string; query: FactQuery }> {
  const bases = await ownBasesOfFacts(tx, viewer, query.facts);
  const known = knownPart(bases, query);
  if (!hasOwnFacts && factsIn(bases.main, known).length + setsOfFacts(known.facts).length === 0) throw new AppError("INVALID", "Nothing would be in this set.");
  return { name, query: known };
}

export const createSet = (viewer: Viewer, input: SetInput, now: Date): Promise<{ id: string }> =>
  inTransaction(async (tx) => addSetRow(tx, viewer, { ...(await toData(tx, viewer, input, false)), ownFacts: null }, now));

/** Throws CONFLICT where the set was changed since the form was filled; what was before stays in its history. */
export function changeSet(viewer: Viewer, setId: string, input: SetInput, now: Date): Promise<{ id: string; revision: number }> {
  return inTransaction(async (tx) => {
    const { id, ownFacts } = await findOwnSet(tx, viewer, setId);
    const { revision } = input;
    return changeSetRow(tx, { id, ownerId: viewer.userId, ...(revision !== undefined && { revision }) }, await toData(tx, viewer, input, ownFacts !== null), now);
  });
}
