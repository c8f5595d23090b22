import type { FactChoice, MemoryState, Presentation, ReviewEvent, UndoEvent } from "@/lib/db/generated/client";
import { confusableWith } from "@/lib/facts/confusable";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "@/lib/questions/item";
import { asFactId } from "@/lib/shared/ids";
import type { Dealt } from "./audit-learner";

/** The memories as a day began and ended. `isDone`: no card was left, and no answer was on its way. */
export type DayRecord = { day: string; before: MemoryState[]; after: MemoryState[]; isDone: boolean };

/** A learner's rows after all days, read in the plainest way. */
export type StudyRecord = { days: DayRecord[]; dealt: Dealt[]; events: ReviewEvent[]; undos: UndoEvent[]; shown: Presentation[]; choices: FactChoice[] };

type Limits = { newFactsPerDay: number; cardsPerDay: number };

export const dayNumber = (day: string) => Date.parse(day) / 86_400_000;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Answers that were not taken back, in the order given. */
export function standing({ events, undos }: Pick<StudyRecord, "events" | "undos">): ReviewEvent[] {
  const undone = new Set(undos.map(({ undoes }) => undoes));
  return events.filter(({ id }) => !undone.has(id)).sort((a, b) => Number(a.answeredAt) - Number(b.answeredAt) || compare(a.id, b.id));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** The first answer of each day, which alone may be scored. */
export const scoredOf = (answers: readonly ReviewEvent[]) => answers.filter((answer, i) => answers.findIndex(({ learnerDay }) => learnerDay === answer.learnerDay) === i);

/** Facts whose memory has another number of answers than days on which they were answered. */
export function scoredTwice(record: StudyRecord): string[] {
  const byFact = groupBy(standing(record), ({ factId }) => factId);
  return record.days.at(-1)!.after.filter(({ factId, reviewCount }) => new Set(byFact.get(factId)?.map(({ learnerDay }) => learnerDay)).size !== reviewCount).map(({ factId }) => factId);
}

const isAside = ({ choices }: StudyRecord, factId: string) => choices.some((choice) => choice.factId === factId && choice.suspendedAt !== null);

/** Facts that a day ended on with a wrong answer, though cards were dealt to the end. */
export function missedAndLeft(record: StudyRecord): string[] {
  const byDay = groupBy(standing(record), ({ learnerDay }) => learnerDay);
  return record.days.filter(({ isDone }) => isDone).flatMap(({ day }) => {
    const last = new Map((byDay.get(day) ?? []).map((event) => [event.factId, event]));
    return [...last.values()].filter(({ factId, rating }) => rating === 1 && !isAside(record, factId)).map(({ factId }) => `${day} ${factId}`);
  });
}

const overdueness = ({ dueOn, intervalDays }: MemoryState, day: string) => 1 + (dayNumber(day) - dayNumber(dueOn)) / Math.max(1, intervalDays);

/** Facts that were due and not asked until no card was left, but for fragile ones that would have come on the day of a confusable one. */
export function leftUnasked(record: StudyRecord, base: FactBase): string[] {
  return record.days.filter(({ isDone }) => isDone).flatMap(({ day, after }) => {
    const answered = new Set(after.filter(({ lastDay }) => lastDay >= day).map(({ factId }) => factId));
    const mayWait = (state: MemoryState) => state.stabilityDays < 7 && overdueness(state, day) < 2 && confusableWith(base, asFactId(state.factId)).some((other) => answered.has(other));
    return after.filter((state) => state.dueOn <= day && !isAside(record, state.factId) && !mayWait(state)).map(({ factId }) => `${day} ${factId}`);
  });
}

/** Days on which more was begun than the learner's limit, and new facts dealt when the day's cards were needed for reviews. */
export function begunTooMany(record: StudyRecord, { newFactsPerDay, cardsPerDay }: Limits): string[] {
  const answers = groupBy(standing(record), ({ learnerDay }) => learnerDay);
  return record.days.flatMap(({ day, before, after }) => {
    const today = answers.get(day) ?? [];
    const begun = after.filter(({ firstDay }) => firstDay === day).length;
    const due = before.filter(({ factId, dueOn }) => dueOn <= day && !isAside(record, factId));
    const crowded = record.dealt.filter((dealt) => dealt.day === day && dealt.card.reason?.why === "new").filter(({ at }) => {
      const done = today.filter(({ answeredAt }) => answeredAt < at);
      const left = due.filter(({ factId }) => !done.some((each) => each.factId === factId)).length;
      return done.length + left + 2 > cardsPerDay;
    });
    return [...(begun > newFactsPerDay ? [`${day} begun ${begun}`] : []), ...crowded.map(({ card }) => `${day} no room for ${card.factId}`)];
  });
}

export function suspendedAndDealt({ dealt, choices }: StudyRecord): string[] {
  return choices.flatMap(({ factId, suspendedAt }) => dealt.filter(({ card, at }) => suspendedAt !== null && card.factId === factId && at > suspendedAt).map(({ day }) => `${day} ${factId}`));
}

/** Fragile facts dealt on a day on which a confusable one had been dealt before, but for misses and those that had waited twice as long as planned. One that was never answered on the day, because it was put aside or not come to, keeps none waiting. */
export function confusableTogether(record: StudyRecord, base: FactBase): string[] {
  const { days, dealt } = record;
  const answered = new Set(standing(record).map(({ learnerDay, factId }) => `${learnerDay} ${factId}`));
  return days.flatMap(({ day, before }) => {
    const states = new Map(before.map((state) => [state.factId, state]));
    const today = dealt.filter((each) => each.day === day && ["due", "new"].includes(each.card.reason!.why)).map(({ card }) => card.factId);
    const facts = [...new Set(today)];
    return facts.flatMap((factId, i) => {
      const state = states.get(factId);
      if (state && (state.stabilityDays >= 7 || overdueness(state, day) >= 2)) return [];
      const confusable = new Set<string>(confusableWith(base, asFactId(factId)));
      return facts.slice(0, i).filter((other) => confusable.has(other) && answered.has(`${day} ${other}`)).map((other) => `${day} ${factId} after ${other}`);
    });
  });
}

/** Answers to a fact in the same wording as the one before, by fact. */
export function sameWording(record: StudyRecord): string[] {
  const items = new Map(record.shown.map(({ id, item }) => [id, item as unknown as Item]));
  return [...groupBy(standing(record), ({ factId }) => factId)].flatMap(([factId, answers]) => {
    const asked = answers.map(({ presentationId }) => items.get(presentationId)!.template);
    return asked.filter((template, i) => i > 0 && template === asked[i - 1]).map(() => factId);
  });
}

const proofOf = ({ form, optionCount, rating }: ReviewEvent): number => (form === "true-false" ? 7 : optionCount === null && rating > 1 ? 36_500 : 21);

/** Facts planned for later than their last two scored answers allow (memory-model page §3.2). */
export function plannedTooFar(record: StudyRecord): string[] {
  const byFact = groupBy(standing(record), ({ factId }) => factId);
  return record.days.at(-1)!.after.filter(({ factId, intervalDays, dueOn, lastDay }) => {
    const scored = scoredOf(byFact.get(factId) ?? []);
    const allowed = Math.min(scored.length === 1 ? 14 : Infinity, Math.max(...scored.slice(-2).map(proofOf)));
    return Math.max(intervalDays, dayNumber(dueOn) - dayNumber(lastDay)) > allowed;
  }).map(({ factId }) => factId);
}
