import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { History } from "@/lib/progress/history";
import { continueHistory } from "@/lib/progress/record-history";
import { emptyMemory } from "@/lib/scheduling/learner-memory";
import { ruleOf, type Learner } from "./learner";
import { countBefore, readCheckpoint, type Checkpoint, type Replayed } from "./progress-checkpoint";
import { readLogInParts, type Period } from "./review-log";
import type { Transaction } from "./transaction";

/** The answers of the last day are replayed each time: those are the ones that are taken back. */
const openMs = 86_400_000;

/** A checkpoint is made anew when there are so many answers more, or this share more: what is written then does not grow faster than the log. */
const fewestMore = 200;
const shareMore = 0.01;

const endOfTime = 250_000_000_000_000;

async function replay(tx: Transaction, learner: Learner, start: Replayed, period: Period): Promise<Replayed> {
  let replayed = start;
  const rule = ruleOf(learner);
  for await (const part of readLogInParts(tx, learner.id, period)) {
    replayed = continueHistory(replayed.history, replayed.memory, part, rule);
    await nextTurn();
  }
  return replayed;
}

/** A learner's history, and the checkpoint that is worth keeping; null where the one that there is will do. */
export type ReadHistory = { history: History; checkpoint: Checkpoint | null };

/** The learner's whole history: the checkpoint, where it holds, and what came after it. Read within a snapshot. */
export async function readHistory(tx: Transaction, learner: Learner): Promise<ReadHistory> {
  const rule = ruleOf(learner);
  const last = await tx.reviewEvent.findFirst({ where: { userId: learner.id }, orderBy: [{ answeredAt: "desc" }, { id: "desc" }], select: { answeredAt: true } });
  const nothing = continueHistory(null, emptyMemory(rule), [], rule);
  if (!last) return { history: nothing.history, checkpoint: null };
  const start = (await readCheckpoint(tx, learner)) ?? { ...nothing, throughMs: -62_000_000_000_000 };
  const throughMs = Math.max(start.throughMs, last.answeredAt.getTime() - openMs);
  const closed = await replay(tx, learner, start, { fromMs: start.throughMs, beforeMs: throughMs });
  const { history } = await replay(tx, learner, closed, { fromMs: throughMs, beforeMs: endOfTime });
  const more = closed.history.length - start.history.length;
  const isWorthKeeping = more >= Math.max(fewestMore, start.history.length * shareMore);
  return { history, checkpoint: isWorthKeeping ? { ...closed, throughMs, ...(await countBefore(tx, learner, throughMs, closed.history.length)) } : null };
}
