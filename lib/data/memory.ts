import "server-only";
import { getDatabase } from "@/lib/db/database";
import { memoryModel } from "@/lib/scheduling/learner-memory";
import { calibrationOf, foldLearner, type Learner } from "./learner";
import { isSameRow, readRows } from "./memory-rows";
import { inTransaction, lockUser, type Transaction } from "./transaction";

/** What replaying a learner's log showed: how much was looked at, and what is stored otherwise than the log adds up to: facts, and "calibration". */
export type MemoryCheck = { events: number; facts: number; differing: string[] };

async function compare(tx: Transaction, learner: Learner): Promise<Omit<MemoryCheck, "events">> {
  const folded = await foldLearner(tx, learner);
  const stored = await readRows(tx, learner.id);
  const factIds = new Set([...folded.rows.keys(), ...stored.keys()]);
  const differing = [...factIds].filter((factId) => {
    const [row, before] = [folded.rows.get(factId), stored.get(factId)];
    return !row || !before || !isSameRow(row, before);
  });
  const { mu, variance } = calibrationOf(learner);
  const isCalibrated = folded.calibration.mu === mu && folded.calibration.variance === variance;
  return { facts: factIds.size, differing: [...differing.sort(), ...(isCalibrated ? [] : ["calibration"])] };
}

/**
 * Replays one user's whole log and compares it with what is stored, to the last digit. Of a learner whose memory is of an older model
 * nothing is compared: it is folded anew before it is used.
 */
export async function verifyMemory(userId: string): Promise<MemoryCheck> {
  return inTransaction(async (tx) => {
    await lockUser(tx, userId);
    const learner = await tx.user.findUnique({ where: { id: userId }, include: { parameters: true } });
    if (!learner) return { events: 0, facts: 0, differing: [] };
    const events = await tx.reviewEvent.count({ where: { userId } });
    return { events, ...(learner.memoryModel === memoryModel ? await compare(tx, learner) : { facts: 0, differing: [] }) };
  });
}

/** The same for everybody, one user at a time; `outdated` are those with a memory of an older model. */
export async function verifyAllMemory(): Promise<MemoryCheck & { users: number; outdated: number }> {
  const database = await getDatabase();
  const users = await database.user.findMany({ select: { id: true, memoryModel: true }, orderBy: { createdAt: "asc" } });
  const outdated = users.filter((user) => user.memoryModel !== memoryModel).length;
  const total = { users: users.length, outdated, events: 0, facts: 0, differing: [] as string[] };
  for (const { id } of users) {
    const check = await verifyMemory(id);
    total.events += check.events;
    total.facts += check.facts;
    total.differing.push(...check.differing.map((key) => `${id}/${key}`));
  }
  return total;
}
