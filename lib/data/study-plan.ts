import "server-only";
import type { User } from "@/lib/db/generated/client";
import { confusableWith } from "@/lib/facts/confusable";
import { setsOfFacts, type FactBases } from "@/lib/own-facts/fact-bases";
import type { StudyMode } from "@/lib/questions/study-request";
import { roomForNew } from "@/lib/scheduling/intake";
import { planQueue, type Likeness, type QueueEntry } from "@/lib/scheduling/queue";
import type { LearnerDay } from "@/lib/scheduling/learner-day";
import { asFactId } from "@/lib/shared/ids";
import { isAskable } from "./askable";
import { budgetOf, loadDayDone } from "./day-load";
import { findAnsweredToday, loadUrgent, loadWaiting, type LearnerToday, type WaitingFacts } from "./due-facts";
import { widenBases } from "./fact-bases";
import { findNewAmong, findNewFacts } from "./new-facts";
import type { ScopedFacts } from "./study-scope";
import type { Transaction } from "./transaction";

/** What comes next, in order, and how much there is in all. `bases`: what the facts belong to. `isAll`: no more would be found by looking at more facts. */
export type StudyPlan = { bases: FactBases; entries: QueueEntry[]; remaining: { due: number; new: number }; begunToday: number; isAll: boolean };

export type PlanInput = {
  learner: Pick<User, "id" | "dailyBudget" | "dailyBudgetUnit" | "newFactsPerDay">;
  today: LearnerDay;
  scope: ScopedFacts;
  mode: StudyMode;
  /** How many begun facts to look at (≥ 1); some of them may not be asked after all. */
  looked: number;
  /** The fact that comes just before. */
  after?: string;
};

/** New facts looked at beyond those there is room for, as some may have to wait for tomorrow. */
const spareNew = 20;

/** Facts in review were askable when they were begun, so a look at the fact is enough; whether a form still suits shows when it is dealt. */
const isInContent = (bases: FactBases) => (factId: string) => bases.fact(factId)?.ask === true;

function traitsOf(bases: FactBases, factId: string): string[] {
  const fact = bases.fact(factId);
  return fact ? [`topic ${bases.of(factId).entities.get(fact.subject)?.topic}`, `subject ${fact.subject}`, `predicate ${fact.predicate}`] : [];
}

/** By all ids that a memory may go by. */
const confusableIds = (bases: FactBases, factId: string): string[] => confusableWith(bases.of(factId), asFactId(factId)).flatMap((id) => [id, ...(bases.fact(id)?.formerIds ?? [])]);

async function likenessOf(tx: Transaction, bases: FactBases, { learner, today, scope }: PlanInput, factIds: readonly string[]): Promise<Likeness> {
  const likeness = { traitsOf: (factId: string) => traitsOf(bases, factId) };
  if (!scope.isSpaced) return { ...likeness, confusableWith: () => [], answeredToday: new Set() };
  const related = new Set(factIds.flatMap((factId) => confusableIds(bases, factId)));
  const answeredToday = await findAnsweredToday(tx, { userId: learner.id, today }, [...related]);
  return { ...likeness, confusableWith: (factId) => confusableIds(bases, factId), answeredToday };
}

type Fresh = { factIds: string[]; room: number; begunToday: number; isAll: boolean };

/** New facts in the learner's order, and how many of them may be begun: as many as the day has room for, or all that were asked for. */
async function findFresh(tx: Transaction, bases: FactBases, { learner, today, scope, mode, looked }: PlanInput, reviewsLeft: number): Promise<Fresh> {
  const who = { userId: learner.id, today };
  const done = await loadDayDone(tx, who);
  const { begunToday } = done;
  if (scope.fresh === null) return { factIds: [], room: 0, begunToday, isAll: true };
  if (scope.fresh === "by room") {
    const room = roomForNew({ ...budgetOf(learner), ...done, reviewsLeft });
    const limit = room === 0 ? 0 : Math.max(looked, room + spareNew);
    const facts = await findNewFacts(tx, bases.main, { ...who, begunToday }, mode, limit);
    return { factIds: facts.map(({ id }) => id), room, begunToday, isAll: facts.length < limit || limit === 0 };
  }
  const facts = await findNewAmong(tx, bases.main, who, scope.fresh);
  return { factIds: facts.filter((fact, i) => i >= looked || isAskable(bases.of(fact.id), fact, mode)).map(({ id }) => id), room: facts.length, begunToday, isAll: true };
}

/** Begun facts with their bases. Of sets that the learner may use no longer there may be thousands, which would be looked at before all others: they are not looked at again. */
async function findWaiting(tx: Transaction, who: LearnerToday, { pool, ...scope }: ScopedFacts, looked: number): Promise<WaitingFacts & { bases: FactBases }> {
  let { bases } = scope;
  for (const resting: string[] = []; ; ) {
    const found = await loadWaiting(tx, who, pool, looked, resting);
    const factIds = found.facts.map(({ factId }) => factId);
    bases = await widenBases(tx, who, bases, factIds);
    const further = setsOfFacts(factIds).filter((setId) => !bases.own.has(setId));
    if (further.length === 0) return { ...found, bases };
    resting.push(...further);
  }
}

/** What a learner should study now. A fact that has left the content, or is of a set that the learner may use no longer, rests until it is back. The counts are exact as far as facts were looked at. */
export async function planStudy(tx: Transaction, input: PlanInput): Promise<StudyPlan> {
  const { learner, today, scope, looked, after } = input;
  const who = { userId: learner.id, today };
  const { bases: known, ...found } = await findWaiting(tx, who, scope, looked);
  const urgent = await loadUrgent(tx, who, scope.urgent, scope.isRepeated);
  const bases = await widenBases(tx, who, known, [...urgent.missed.map(({ factId }) => factId), ...urgent.changed]);
  const isHere = isInContent(bases);
  const waiting = found.facts.filter(({ factId }) => isHere(factId));
  const changed = urgent.changed.filter(isHere);
  const missed = urgent.missed.filter(({ factId }) => isHere(factId));
  const here = found.count - (found.facts.length - waiting.length) + changed.length + missed.length;
  const fresh = await findFresh(tx, bases, input, here);
  const likeness = await likenessOf(tx, bases, input, [...waiting.map(({ factId }) => factId), ...fresh.factIds]);
  const { entries, heldBack } = planQueue({ today, changed, missed, waiting, fresh: fresh.factIds, room: fresh.room, likeness, ...(after !== undefined && { after }) });
  const beginning = entries.filter(({ why }) => why === "new").length;
  const isAll = found.isAll && (fresh.isAll || beginning === fresh.room);
  return { bases, entries, remaining: { due: here - heldBack.length, new: beginning }, begunToday: fresh.begunToday, isAll };
}
