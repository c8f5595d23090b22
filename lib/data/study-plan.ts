import "server-only";
import type { User } from "@/lib/db/generated/client";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { generateItemsForFact } from "@/lib/questions/generate";
import { itemTypes, type ItemType } from "@/lib/questions/item";
import { asFactId } from "@/lib/shared/ids";
import { learnerDayOf, type LearnerDay } from "@/lib/scheduling/learner-day";
import { planQueue, type QueueEntry, type StartedFact } from "@/lib/scheduling/queue";
import { orderNewFacts } from "./new-facts";
import type { Transaction } from "./transaction";

export type StudyPlan = { today: LearnerDay; entries: QueueEntry[]; begunToday: number };

type Learner = Pick<User, "id" | "timeZone" | "dayStartHour" | "newFactsPerDay">;

/** Forms that need no distractors are quick to try, so they come first; most facts have one of them. */
const quickTypes: readonly ItemType[] = ["flashcard", "short-answer", "multiple-choice"];
const typesToTry = [...quickTypes, ...itemTypes.filter((type) => !quickTypes.includes(type))];

const askableByBase = new WeakMap<FactBase, Map<string, boolean>>();

/** Whether any form suits the fact; found out once for each fact, since the answer rests on the content alone. */
function isAskable(base: FactBase, fact: Fact): boolean {
  let known = askableByBase.get(base);
  if (!known) askableByBase.set(base, (known = new Map()));
  let askable = known.get(fact.id);
  if (askable === undefined) {
    askable = typesToTry.some((type) => generateItemsForFact(base, fact.id, { seed: 1, types: [type] }).items.length > 0);
    known.set(fact.id, askable);
  }
  return askable;
}

function* askableNewFacts(base: FactBase, userId: string, begun: ReadonlySet<string>): Iterable<string> {
  for (const fact of orderNewFacts(base, userId)) {
    if (begun.has(fact.id) || fact.formerIds.some((id) => begun.has(id))) continue;
    if (isAskable(base, fact)) yield fact.id;
  }
}

const startedColumns = { factId: true, difficulty: true, firstDay: true, lastDay: true, dueOn: true } as const;

function loadStarted(tx: Transaction, userId: string, today: LearnerDay): Promise<StartedFact[]> {
  return tx.memoryState.findMany({ where: { userId, OR: [{ dueOn: { lte: today } }, { firstDay: today }] }, select: startedColumns });
}

/** As one row: thousands of rows of one id each cost more than all else that is done for a card. */
async function loadBegun(tx: Transaction, userId: string): Promise<Set<string>> {
  const [row] = await tx.$queryRaw<{ factIds: string[] | null }[]>`SELECT array_agg("factId") AS "factIds" FROM "MemoryState" WHERE "userId" = ${userId}::uuid`;
  return new Set(row?.factIds);
}

/** Facts in review were askable when they were begun, so a look at the fact is enough; whether a form still suits shows when it is dealt. */
const isInContent = (base: FactBase, factId: string) => base.facts.get(asFactId(factId))?.ask === true;

/** What a learner should study now, in order. A fact that has left the content rests until it is back. */
export async function planStudy(tx: Transaction, base: FactBase, learner: Learner, now: Date): Promise<StudyPlan> {
  const today = learnerDayOf(now.getTime(), learner);
  const started = await loadStarted(tx, learner.id, today);
  const begunToday = started.filter((fact) => fact.firstDay === today).length;
  const hasRoom = begunToday < learner.newFactsPerDay;
  const fresh = hasRoom ? askableNewFacts(base, learner.id, await loadBegun(tx, learner.id)) : [];
  const entries = planQueue({ today, started, fresh, newFactsPerDay: learner.newFactsPerDay }).filter(({ factId }) => isInContent(base, factId));
  return { today, entries, begunToday };
}
