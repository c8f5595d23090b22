import "server-only";
import type { ChangeKind } from "@/lib/classroom/changes";
import { getDatabase } from "@/lib/db/database";
import { noteKnown } from "./assignment-reached";
import type { DatabaseClock } from "./database-clock";
import { inTransaction, type Transaction } from "./transaction";

/** After these somebody may have come to a goal without answering anything. */
const telling: readonly ChangeKind[] = ["assignment-published", "assignment-changed", "member-joined", "member-restored", "class-restored"];

/** Longer than any transaction takes: who was answering, unseen, when work opened is seen by a later look. */
const overlapMs = 120_000;

/** Few, so that quizzes whose time is up do not wait for long. */
const mostAtOnce = 50;

/** Until when a process has looked for goals; those that are still to be looked at, each with the moment before which it was; and those whose failing was told. One that has just started looks at every goal that is open. */
export type GoalLook = { sinceMs: number; waiting: Map<string, number>; told: Set<string> };
export const newLook = (): GoalLook => ({ sinceMs: 0, waiting: new Map(), told: new Set() });

const sharedLook = newLook();

/** Goals that are open, and opened or may have become easier since then: by the class's log, or as their set was changed. */
async function findTouched(tx: Transaction, sinceMs: number, now: Date): Promise<string[]> {
  const since = new Date(sinceMs);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Assignment" a JOIN "Class" c ON c."id" = a."classId"
    WHERE a."isPublished" AND c."archivedAt" IS NULL AND a."plan"->>'kind' = 'study'
      AND (a."opensAt" IS NULL OR a."opensAt" <= ${now}::timestamptz) AND (a."closesAt" IS NULL OR a."closesAt" > ${now}::timestamptz)
      AND (a."opensAt" >= ${since}::timestamptz
        OR EXISTS (SELECT 1 FROM "ClassChange" l WHERE l."classId" = a."classId" AND l."at" >= ${since}::timestamptz AND l."kind" IN (SELECT json_array_elements_text(${JSON.stringify(telling)}::json)))
        OR EXISTS (SELECT 1 FROM "FactSetRevision" r WHERE r."setId" = a."setId" AND r."replacedAt" >= ${since}::timestamptz))
    ORDER BY a."id"`;
  return rows.map(({ id }) => id);
}

/** What was known when it opened counts from then on, although this look comes a little later. */
async function lookAt(id: string, sinceMs: number, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE "id" = ${id}::uuid FOR SHARE`;
    const assignment = await tx.assignment.findUnique({ where: { id } });
    if (!assignment?.isPublished) return;
    const { opensAt } = assignment;
    await noteKnown(tx, assignment, now, opensAt !== null && opensAt.getTime() >= sinceMs && opensAt <= now ? opensAt : now);
  });
}

/**
 * Notes who had come to a goal before its work opened. Any number of processes may do it at once. Throws an AggregateError of what failed, after all else; it is tried
 * again the next time, but not named again.
 */
export async function sweepGoals(clock: DatabaseClock, look = sharedLook): Promise<void> {
  const database = await getDatabase();
  const now = await clock(database);
  const { waiting, told } = look;
  for (const id of await findTouched(database, look.sinceMs, now)) waiting.set(id, waiting.get(id) ?? look.sinceMs);
  look.sinceMs = now.getTime() - overlapMs;
  const faults: unknown[] = [];
  for (const [id, sinceMs] of [...waiting].slice(0, mostAtOnce)) {
    waiting.delete(id);
    try {
      await lookAt(id, sinceMs, now);
      told.delete(id);
    } catch (fault) {
      waiting.set(id, sinceMs);
      if (!told.has(id)) faults.push(fault);
      told.add(id);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} goals could not be looked at.`);
}
