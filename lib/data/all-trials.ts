import "server-only";
import { getDatabase } from "@/lib/db/database";
import { memoryReport, type MemoryReport } from "./parameters";

export type LearnerTrials = Pick<MemoryReport, "version" | "itemCount" | "nextTrialAt" | "trials"> & { userId: string; userName: string | null };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** By user name or id; null when there is no such learner. For those who run the app, not for learners. */
export async function findLearnerId(nameOrId: string): Promise<string | null> {
  const database = await getDatabase();
  const where = uuid.test(nameOrId) ? { id: nameOrId.toLowerCase() } : { userName: nameOrId };
  return (await database.user.findUnique({ where, select: { id: true } }))?.id ?? null;
}

async function trialsOf({ id, userName }: { id: string; userName: string | null }): Promise<LearnerTrials> {
  const { version, itemCount, nextTrialAt, trials } = await memoryReport({ userId: id });
  return { userId: id, userName, version, itemCount, nextTrialAt, trials };
}

/** One learner's parameters, or those of everybody for whom some were tried. For those who run the app, not for learners. */
export async function listTrials(userId?: string): Promise<LearnerTrials[]> {
  const database = await getDatabase();
  const where = userId === undefined ? { parameterTrials: { some: {} } } : { id: userId };
  const users = await database.user.findMany({ where, select: { id: true, userName: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const found: LearnerTrials[] = [];
  for (const user of users) found.push(await trialsOf(user));
  return found;
}
