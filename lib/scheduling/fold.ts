import type { Memory, MemoryEngine, Rating } from "./engine";
import { addDays, daysBetween, type LearnerDay } from "./learner-day";

/** One line of the review log, as far as memory is concerned. `answeredAtMs` and then `id` order the log. */
export type ScoredEvent = { id: string; answeredAtMs: number; learnerDay: LearnerDay; rating: Rating };

/** What the log of one fact says: the memory, how often it was scored, and the learner's day it is due on. */
export type FactMemory = Memory & {
  /** Scored answers; practice on the same day does not count. */
  reviewCount: number;
  /** Scored wrong answers after the first scored answer. */
  lapseCount: number;
  firstDay: LearnerDay;
  /** Day of the last scored answer. */
  lastDay: LearnerDay;
  /** Not after `lastDay` while a wrong answer waits to be put right. */
  dueOn: LearnerDay;
};

export type FoldRule = { engine: MemoryEngine; desiredRetention: number };

const isWrong = (rating: Rating) => rating === 1;

function dueAfter(memory: Memory, lastDay: LearnerDay, { engine, desiredRetention }: FoldRule): LearnerDay {
  return addDays(lastDay, engine.intervalDays(memory.stabilityDays, desiredRetention));
}

function practise(state: FactMemory, event: ScoredEvent, rule: FoldRule): FactMemory {
  return { ...state, dueOn: isWrong(event.rating) ? event.learnerDay : dueAfter(state, state.lastDay, rule) };
}

/**
 * The state after one more event, which must be later in the log than all before it. The first answer of a learner's day
 * is scored; later ones (and those of a day that seems to lie before it) are practice and change only whether the fact
 * is still due today.
 */
export function applyEvent(state: FactMemory | null, event: ScoredEvent, rule: FoldRule): FactMemory {
  if (state && event.learnerDay <= state.lastDay) return practise(state, event, rule);
  const elapsedDays = state ? daysBetween(state.lastDay, event.learnerDay) : 0;
  const memory = rule.engine.next(state, elapsedDays, event.rating);
  return {
    ...memory,
    reviewCount: (state?.reviewCount ?? 0) + 1,
    lapseCount: (state?.lapseCount ?? 0) + (state && isWrong(event.rating) ? 1 : 0),
    firstDay: state?.firstDay ?? event.learnerDay,
    lastDay: event.learnerDay,
    dueOn: isWrong(event.rating) ? event.learnerDay : dueAfter(memory, event.learnerDay, rule),
  };
}

const compareEvents = (a: ScoredEvent, b: ScoredEvent) =>
  a.answeredAtMs - b.answeredAtMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The state that the log of one fact adds up to, in whatever order it is given; an event given twice counts once. Null for an empty log. */
export function foldEvents(events: readonly ScoredEvent[], rule: FoldRule): FactMemory | null {
  const unique = new Map(events.map((event) => [event.id, event]));
  return [...unique.values()]
    .sort(compareEvents)
    .reduce<FactMemory | null>((state, event) => applyEvent(state, event, rule), null);
}

/** Whether a wrong answer still waits to be put right. */
export const isMissed = (state: Pick<FactMemory, "dueOn" | "lastDay">): boolean => state.dueOn <= state.lastDay;

/** For each rating given today, the whole days until the fact would come back; 0 is again in this session. */
export function previewIntervals(state: FactMemory | null, today: LearnerDay, rule: FoldRule): Record<Rating, number> {
  const after = (rating: Rating) => {
    const event = { id: "preview", answeredAtMs: 0, learnerDay: today, rating };
    return daysBetween(today, applyEvent(state, event, rule).dueOn);
  };
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}
