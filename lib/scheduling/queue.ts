import { hashText } from "@/lib/shared/random";
import type { FactState } from "./fact-state";
import { daysBetween, type LearnerDay } from "./learner-day";

/** A fact that the learner has begun and may be asked, as far as the order of study is concerned. */
export type WaitingFact = { factId: string } & Pick<FactState, "stabilityDays" | "difficulty" | "dueOn" | "intervalDays">;

export type QueueEntry = { factId: string; why: "due" | "new" | "missed" | "changed" | "chosen" };

/** What a fact must be kept apart from. */
export type Likeness = {
  /** What it is about (topic, subject, kind of fact); neighbours should have none in common. */
  traitsOf: (factId: string) => readonly string[];
  /** Facts that are easily taken for it. */
  confusableWith: (factId: string) => readonly string[];
  /** Those of them that were answered today. */
  answeredToday: ReadonlySet<string>;
};

export type QueueInput = {
  today: LearnerDay;
  /** Facts whose value is another than the one that was learnt. */
  changed: readonly string[];
  /** Facts answered wrongly today, and how many answers to other facts have been given since. */
  missed: readonly { factId: string; answersSince: number }[];
  /** Begun facts not answered today, in the order they should come: those due by `byUrgency`, before those that are only asked for. */
  waiting: readonly WaitingFact[];
  /** Facts not begun yet, in the order they should come; taken from the front as far as there is room. */
  fresh: readonly string[];
  /** How many facts may be begun now (≥ 0). */
  room: number;
  likeness: Likeness;
  /** The fact that comes just before the first of these. */
  after?: string;
};

/** `heldBack`: begun facts that wait for tomorrow because one that is easily taken for them comes, or came, today. */
export type Queue = { entries: QueueEntry[]; heldBack: string[] };

/** Days waited as a share of the days planned: 1 on the due day, 2 when the wait is twice as long; under 1 before it is due. */
export function relativeOverdueness({ dueOn, intervalDays }: Pick<WaitingFact, "dueOn" | "intervalDays">, today: LearnerDay): number {
  return 1 + (daysBetween(dueOn, today) - daysBetween(today, dueOn)) / Math.max(1, intervalDays);
}

/** Most overdue first, of equals the easy ones (memory-model page §3.9), then by chance, the same each time. */
export function byUrgency<F extends Omit<WaitingFact, "stabilityDays">>(facts: readonly F[], today: LearnerDay): F[] {
  return facts
    .map((fact) => ({ fact, overdueness: relativeOverdueness(fact, today), tie: hashText(fact.factId) }))
    .sort((a, b) => b.overdueness - a.overdueness || a.fact.difficulty - b.fact.difficulty || a.tie - b.tie || (a.fact.factId < b.fact.factId ? -1 : 1))
    .map(({ fact }) => fact);
}

/** Up to this stability a fact is kept a day apart from those it is easily taken for (§3.9). */
const fragileDays = 7;

/** A due fact is held back no longer than it was planned to wait, so that a large family of like facts cannot starve; ours. */
const longestHold = 2;

/** So many other cards lie between a miss and its second try, if there are as many; ours. */
export const cardsBetweenTries = 5;

/** How far the order may be bent so that neighbours differ. */
const lookAhead = 12;

/** The facts in about the same order, each the one of the next few that has least in common with the one before it. */
function interleaved(factIds: readonly string[], { traitsOf }: Likeness, after: string | undefined): string[] {
  const left = [...factIds];
  const order: string[] = [];
  let last = after;
  while (left.length > 0) {
    const before = new Set(last === undefined ? [] : traitsOf(last));
    const shared = left.slice(0, lookAhead).map((factId) => traitsOf(factId).filter((trait) => before.has(trait)).length);
    [last] = left.splice(shared.indexOf(Math.min(...shared)), 1);
    order.push(last!);
  }
  return order;
}

/** Lets facts pass that no confusable one has come before today, and remembers those that passed. */
function createSpacing({ confusableWith, answeredToday }: Likeness, first: readonly string[]) {
  const placed = new Set(first);
  const isFree = (factId: string) => confusableWith(factId).every((other) => !answeredToday.has(other) && !placed.has(other));
  const place = (factId: string) => void placed.add(factId);
  return { isFree, place };
}

/**
 * What to study now, in order: facts with a changed value, misses whose time has come again, begun facts that are due, new ones as far as there
 * is room, those only asked for, and the other misses. A new fact, or one with a stability under seven days, waits for tomorrow when one
 * that it is easily taken for was answered today or comes today without waiting itself (or stands before it); misses never wait. Within each part
 * neighbours differ where they can.
 */
export function planQueue({ today, changed, missed, waiting, fresh, room, likeness, after }: QueueInput): Queue {
  const isFirm = ({ stabilityDays }: WaitingFact) => stabilityDays >= fragileDays;
  const dueToday = waiting.filter(({ dueOn }) => dueOn <= today);
  const spacing = createSpacing(likeness, [...changed, ...[...missed, ...dueToday.filter(isFirm)].map(({ factId }) => factId)]);
  const heldBack: string[] = [];
  const pass = (fact: WaitingFact) => {
    const { factId } = fact;
    const passes = isFirm(fact) || relativeOverdueness(fact, today) >= longestHold || spacing.isFree(factId);
    if (passes) spacing.place(factId);
    else heldBack.push(factId);
    return passes;
  };
  const take = (facts: readonly WaitingFact[]) => facts.filter(pass).map(({ factId }) => factId);
  const due = take(dueToday);
  const begun: string[] = [];
  for (const factId of fresh) {
    if (begun.length >= room) break;
    if (!spacing.isFree(factId)) continue;
    spacing.place(factId);
    begun.push(factId);
  }
  const chosen = take(waiting.filter(({ dueOn }) => dueOn > today));
  const isTimeFor = ({ answersSince }: { answersSince: number }) => answersSince >= cardsBetweenTries;
  const idsOf = (misses: QueueInput["missed"]) => misses.map(({ factId }) => factId);
  const entries: QueueEntry[] = [];
  const append = (why: QueueEntry["why"], factIds: readonly string[]) => entries.push(...interleaved(factIds, likeness, entries.at(-1)?.factId ?? after).map((factId) => ({ factId, why })));
  append("changed", changed);
  append("missed", idsOf(missed.filter(isTimeFor)));
  append("due", due);
  append("new", begun);
  append("chosen", chosen);
  append("missed", idsOf(missed.filter((miss) => !isTimeFor(miss))));
  return { entries, heldBack };
}
