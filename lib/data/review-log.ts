import "server-only";
import type { MemoryState, ReviewEvent, User } from "@/lib/db/generated/client";
import type { Rating } from "@/lib/scheduling/engine";
import { foldEvents, type FactMemory, type FoldRule, type ScoredEvent } from "@/lib/scheduling/fold";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import type { Transaction } from "./transaction";

const engine = createFsrsEngine();

export const foldRuleOf = (user: Pick<User, "desiredRetention">): FoldRule => ({ engine, desiredRetention: user.desiredRetention });

type EventRow = Pick<ReviewEvent, "id" | "answeredAt" | "learnerDay" | "rating">;

export const toScoredEvent = (row: EventRow): ScoredEvent => ({
  id: row.id,
  answeredAtMs: row.answeredAt.getTime(),
  learnerDay: row.learnerDay,
  rating: row.rating as Rating,
});

export const toFactMemory = (row: MemoryState): FactMemory => ({
  stabilityDays: row.stabilityDays,
  difficulty: row.difficulty,
  reviewCount: row.reviewCount,
  lapseCount: row.lapseCount,
  firstDay: row.firstDay,
  lastDay: row.lastDay,
  dueOn: row.dueOn,
});

/** Computes a fact's state from its whole log and stores it. The caller holds the user's lock. */
export async function refoldFact(tx: Transaction, user: Pick<User, "id" | "desiredRetention">, factId: string): Promise<FactMemory | null> {
  const rows = await tx.reviewEvent.findMany({
    where: { userId: user.id, factId },
    select: { id: true, answeredAt: true, learnerDay: true, rating: true },
  });
  const state = foldEvents(rows.map(toScoredEvent), foldRuleOf(user));
  const key = { userId: user.id, factId };
  if (!state) {
    await tx.memoryState.deleteMany({ where: key });
    return null;
  }
  await tx.memoryState.upsert({ where: { userId_factId: key }, create: { ...key, ...state }, update: state });
  return state;
}
