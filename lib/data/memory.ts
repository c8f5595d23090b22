import "server-only";
import { getDatabase } from "@/lib/db/database";
import { foldEvents, type FactMemory, type ScoredEvent } from "@/lib/scheduling/fold";
import { foldRuleOf, toFactMemory, toScoredEvent } from "./review-log";

/** What replaying a learner's log showed: how much was looked at, and the facts whose stored state is not the fold of their log. */
export type MemoryCheck = { events: number; facts: number; differing: string[] };

const isSame = (a: FactMemory | null | undefined, b: FactMemory | null | undefined) =>
  !!a && !!b && (Object.keys(a) as (keyof FactMemory)[]).every((key) => a[key] === b[key]);

/** Replays one user's whole log and compares it with the stored states, to the last digit. */
export async function verifyMemory(userId: string): Promise<MemoryCheck> {
  const database = await getDatabase();
  const user = await database.user.findUnique({ where: { id: userId } });
  if (!user) return { events: 0, facts: 0, differing: [] };
  const [events, states] = await Promise.all([
    database.reviewEvent.findMany({ where: { userId }, select: { id: true, factId: true, answeredAt: true, learnerDay: true, rating: true } }),
    database.memoryState.findMany({ where: { userId } }),
  ]);
  const logs = new Map<string, ScoredEvent[]>();
  for (const row of events) logs.set(row.factId, [...(logs.get(row.factId) ?? []), toScoredEvent(row)]);
  const stored = new Map(states.map((row) => [row.factId, toFactMemory(row)]));
  const factIds = new Set([...logs.keys(), ...stored.keys()]);
  const differing = [...factIds].filter((factId) => !isSame(foldEvents(logs.get(factId) ?? [], foldRuleOf(user)), stored.get(factId)));
  return { events: events.length, facts: factIds.size, differing: differing.sort() };
}

/** The same for everybody, one user at a time. */
export async function verifyAllMemory(): Promise<MemoryCheck & { users: number }> {
  const database = await getDatabase();
  const users = await database.user.findMany({ select: { id: true }, orderBy: { createdAt: "asc" } });
  const total = { users: users.length, events: 0, facts: 0, differing: [] as string[] };
  for (const { id } of users) {
    const check = await verifyMemory(id);
    total.events += check.events;
    total.facts += check.facts;
    total.differing.push(...check.differing.map((factId) => `${id}/${factId}`));
  }
  return total;
}
