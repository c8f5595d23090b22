import { hashText } from "@/lib/shared/random";
import { isMissed, type FactMemory } from "./fold";
import { daysBetween, type LearnerDay } from "./learner-day";

/** A fact that the learner has begun, as far as the order of study is concerned. */
export type StartedFact = { factId: string } & Pick<FactMemory, "difficulty" | "firstDay" | "lastDay" | "dueOn">;

export type QueueEntry = { factId: string; why: "due" | "new" | "missed" };

export type QueueInput = {
  today: LearnerDay;
  /** All facts the learner has begun, or at least those due and those begun today. */
  started: readonly StartedFact[];
  /** Facts not begun yet, in the order they should come; taken from the front as far as the day's room goes. */
  fresh: Iterable<string>;
  /** How many facts may be begun in one learner's day (≥ 0). */
  newFactsPerDay: number;
};

/** Days waited as a share of the days planned: 1 on the due day, 2 when the wait is twice as long. */
function relativeOverdueness(fact: StartedFact, today: LearnerDay): number {
  return daysBetween(fact.lastDay, today) / Math.max(1, daysBetween(fact.lastDay, fact.dueOn));
}

/** Most overdue first; what is compared is worked out once for each fact, since a learner may have thousands due. */
function sortedByUrgency(facts: readonly StartedFact[], today: LearnerDay): StartedFact[] {
  return facts
    .map((fact) => ({ fact, overdueness: relativeOverdueness(fact, today), tie: hashText(fact.factId) }))
    .sort(
      (a, b) =>
        b.overdueness - a.overdueness ||
        a.fact.difficulty - b.fact.difficulty ||
        a.tie - b.tie ||
        (a.fact.factId < b.fact.factId ? -1 : 1),
    )
    .map(({ fact }) => fact);
}

function takeFresh(fresh: Iterable<string>, room: number): QueueEntry[] {
  const taken: QueueEntry[] = [];
  if (room <= 0) return taken;
  for (const factId of fresh) {
    taken.push({ factId, why: "new" });
    if (taken.length === room) break;
  }
  return taken;
}

/**
 * What to study now, in order: due facts by relative overdueness (ties: the easy ones first), then new facts up to the
 * day's room, and today's misses last, so that other cards lie between a miss and its second try. Order of `started`
 * does not matter.
 */
export function planQueue({ today, started, fresh, newFactsPerDay }: QueueInput): QueueEntry[] {
  const due = sortedByUrgency(started.filter((fact) => fact.dueOn <= today), today);
  const isTodaysMiss = (fact: StartedFact) => isMissed(fact) && fact.lastDay >= today;
  const begunToday = started.filter((fact) => fact.firstDay === today).length;
  return [
    ...due.filter((fact) => !isTodaysMiss(fact)).map(({ factId }): QueueEntry => ({ factId, why: "due" })),
    ...takeFresh(fresh, newFactsPerDay - begunToday),
    ...due.filter(isTodaysMiss).map(({ factId }): QueueEntry => ({ factId, why: "missed" })),
  ];
}
