/** A begun fact: the chance in [0, 1] of recalling it today, how stable it is, and how often it was forgotten. */
export type BegunFact = { factId: string; recall: number; stabilityDays: number; lapseCount: number };

/** Facts this fragile are weak, and so are those that are likelier forgotten than this. */
export const fragileDays = 7;
export const weakRecall = 0.8;

/** Whether a fact is in what is studied as weak. */
export const isWeak = ({ recall, stabilityDays }: BegunFact): boolean => stabilityDays < fragileDays || recall < weakRecall;

/** What is weak and has been forgotten before, or likely is now: a fact that is merely new is not hard. The most often forgotten first, of equals the least likely recalled. */
export function hardestFacts<F extends BegunFact>(facts: readonly F[]): F[] {
  const hard = facts.filter((fact) => isWeak(fact) && (fact.lapseCount > 0 || fact.recall < weakRecall));
  return hard.sort((a, b) => b.lapseCount - a.lapseCount || a.recall - b.recall || (a.factId < b.factId ? -1 : 1));
}
