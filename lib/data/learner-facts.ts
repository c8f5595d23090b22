import "server-only";
import type { Fact } from "@/lib/facts/model";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import { recallOn, type FactState } from "@/lib/scheduling/fact-state";
import { learnerDayOf, type LearnerDay } from "@/lib/scheduling/learner-day";
import type { FactId } from "@/lib/shared/ids";
import { basesOfFacts } from "./fact-bases";
import { countFacts, type FactCounts } from "./fact-counts";
import { calibrationOf, ruleOf, type Learner } from "./learner";
import { inLearnerSnapshot } from "./learner-snapshot";
import { readStates } from "./memory-rows";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** All that a learner has begun or put aside, by the ids that are in use now; own facts of sets that they may use are among it. */
export type LearnerFacts = {
  /** Of all that was begun. */
  bases: FactBases;
  learner: Learner;
  today: LearnerDay;
  states: ReadonlyMap<FactId, FactState>;
  countOf: (facts: readonly Fact[]) => FactCounts;
  isResting: (fact: Fact) => boolean;
  /** Those of the facts that will be asked again, with their states (null: not begun): one that rests until a day is due on that day at the earliest. */
  coming: (facts: readonly Fact[]) => ComingFact[];
};

export type ComingFact = readonly [factId: FactId, state: FactState | null];

/** Until when the facts rest that a learner has put aside, begun or not: null for ever. */
async function findResting(tx: Transaction, bases: FactBases, userId: string, today: LearnerDay): Promise<Map<FactId, LearnerDay | null>> {
  const rows = await tx.factChoice.findMany({ where: { userId, OR: [{ suspendedAt: { not: null } }, { buriedUntil: { gt: today } }] }, select: { factId: true, suspendedAt: true, buriedUntil: true } });
  const resting = new Map<FactId, LearnerDay | null>();
  for (const { factId, suspendedAt, buriedUntil } of rows) {
    const fact = bases.fact(factId);
    if (fact && resting.get(fact.id) !== null) resting.set(fact.id, suspendedAt ? null : buriedUntil);
  }
  return resting;
}

function comingOf(facts: readonly Fact[], states: ReadonlyMap<FactId, FactState>, resting: ReadonlyMap<FactId, LearnerDay | null>): ComingFact[] {
  return facts.flatMap(({ id }): ComingFact[] => {
    const [state, until] = [states.get(id) ?? null, resting.get(id)];
    if (until === null) return [];
    return [[id, state && until !== undefined && state.dueOn < until ? { ...state, dueOn: until } : state]];
  });
}

/** Read within a snapshot, of a learner whose memory is of today's model. */
export async function readLearnerFacts(tx: Transaction, learner: Learner, now: Date): Promise<LearnerFacts> {
  const today = learnerDayOf(now.getTime(), learner);
  const states = new Map<FactId, FactState>();
  const dueDays = new Map<FactId, LearnerDay | null>();
  const stored = await readStates(tx, learner.id);
  const bases = await basesOfFacts(tx, { userId: learner.id }, stored.keys());
  const resting = await findResting(tx, bases, learner.id, today);
  for (const [factId, state] of stored) {
    const fact = bases.fact(factId);
    if (!fact) continue;
    // Answered by two of its ids, a fact is as the later answers left it.
    const known = states.get(fact.id);
    if (known && known.lastDay > state.lastDay) continue;
    states.set(fact.id, state);
    dueDays.set(fact.id, resting.has(fact.id) ? null : state.dueOn);
  }
  return { bases, learner, today, states, countOf: (facts) => countFacts(facts, dueDays, today), isResting: ({ id }) => resting.has(id), coming: (facts) => comingOf(facts, states, resting) };
}

/** Throws UNAUTHENTICATED without a user. */
export function loadLearnerFacts(viewer: Viewer, now: Date): Promise<LearnerFacts> {
  return inLearnerSnapshot(viewer, (tx, learner) => readLearnerFacts(tx, learner, now));
}

/** How many of the facts the learner would recall today, as foretold: a sum of chances, not whole. */
export function recalledToday(facts: readonly Fact[], { learner, today, states }: LearnerFacts): number {
  const [calibration, { engine }] = [calibrationOf(learner), ruleOf(learner)];
  return facts.reduce((sum, { id }) => {
    const state = states.get(id);
    return state ? sum + recallOn(state, today, calibration, engine) : sum;
  }, 0);
}
