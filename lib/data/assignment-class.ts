import "server-only";
import { phaseOf, type WorkPhase } from "@/lib/classroom/schedule";
import { workStatuses, type WorkStatus } from "@/lib/classroom/work";
import { getDatabase } from "@/lib/db/database";
import type { Assignment } from "@/lib/db/generated/client";
import { aboutOf, withSetName } from "./assignment-about";
import { givenTo, toDueItems, withClass, type DueItem } from "./assignment-due";
import { findStarters } from "./assignment-goal";
import { scheduleOf } from "./assignment-input";
import { questionsOf } from "./assignment-paper";
import { planOf } from "./assignment-plan";
import { pupilsCounted, pupilsOf, type ClassPupil } from "./assignment-pupils";
import { readWork, recordOf, workStatusOf, type WorkRecords } from "./assignment-work";
import { demandClass } from "./class-access";
import type { QuizTitle } from "./quiz-title";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** An assignment as its teachers see it in a list. `pupils`: how many have it; `counts`: how many of them stand so. `questions`: of a quiz that has its paper. */
export type ClassWorkItem = {
  id: string; title: string; kind: "study" | "quiz"; about: QuizTitle; isPublished: boolean; isForAll: boolean;
  opensAt: Date | null; dueAt: Date | null; closesAt: Date | null; phase: WorkPhase; pupils: number; counts: Record<WorkStatus, number>; questions: number | null;
};

/** The work of a class: for a teacher all of it, the newest first; for a pupil what is theirs, the soonest first. Instants are to be shown in the viewer's own zone. */
export type ClassWork = { timeZone: string } & ({ standing: "teacher"; assignments: ClassWorkItem[] } | { standing: "pupil"; items: DueItem[] });

/** How many of the pupils stand how. */
export function countStatuses(statuses: readonly WorkStatus[]): Record<WorkStatus, number> {
  const counts = Object.fromEntries(workStatuses.map((status) => [status, 0])) as Record<WorkStatus, number>;
  for (const status of statuses) counts[status]++;
  return counts;
}

type Room = { tx: Transaction; pupils: readonly ClassPupil[]; records: WorkRecords; now: Date };

/** How each pupil stands for whom the assignment counts. */
export async function statusesOf({ tx, pupils, records, now }: Room, assignment: Assignment): Promise<Map<string, WorkStatus>> {
  const theirs = pupilsCounted(assignment, pupils, records).map(({ userId }) => userId);
  const starters = planOf(assignment).kind === "study" ? await findStarters(tx, assignment, theirs) : new Set<string>();
  return new Map(theirs.map((userId) => [userId, workStatusOf(assignment, recordOf(records, assignment.id, userId), starters.has(userId), now)]));
}

type Listed = Assignment & { set: { name: string } | null };

async function toListItem(room: Room, assignment: Listed, sizes: ReadonlyMap<string, number>): Promise<ClassWorkItem> {
  const { id, title, isPublished, isForAll, opensAt, dueAt, closesAt } = assignment;
  const statuses = [...(await statusesOf(room, assignment)).values()];
  const phase = phaseOf(scheduleOf(assignment), room.now.getTime());
  return { id, title, kind: planOf(assignment).kind, about: aboutOf(assignment), isPublished, isForAll, opensAt, dueAt, closesAt, phase, pupils: statuses.length, counts: countStatuses(statuses), questions: sizes.get(id) ?? null };
}

async function listAll(tx: Transaction, classId: string, now: Date): Promise<ClassWorkItem[]> {
  const rows = await tx.assignment.findMany({ where: { classId }, include: withSetName, orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
  const room = { tx, now, pupils: await pupilsOf(tx, classId), records: await readWork(tx, rows.map(({ id }) => id)) };
  const sizes = await questionsOf(tx, rows);
  const items: ClassWorkItem[] = [];
  for (const row of rows) items.push(await toListItem(room, row, sizes));
  return items;
}

/** Throws as `demandClass` does. */
export async function classWork(viewer: Viewer, classId: string, now: Date): Promise<ClassWork> {
  const database = await getDatabase();
  const { standing, row } = await demandClass(database, viewer, classId, "see-assignments");
  const { timeZone } = await database.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { timeZone: true } });
  if (standing !== "pupil") return { timeZone, standing: "teacher", assignments: await listAll(database, row.id, now) };
  const rows = await database.assignment.findMany({ where: givenTo(viewer, { id: row.id }), include: withClass(viewer) });
  return { timeZone, standing: "pupil", items: await toDueItems(database, viewer, rows, now) };
}
