import { answerKinds, type FactMask, type History } from "./history";
import { shareOf, type Share } from "./share";

/** Right answers among reviews, of facts that were planned to rest under 21 days (young) and longer (mature). */
export type Retention = { all: Share; young: Share; mature: Share };

/** Anki's line between young and mature, in days. */
export const matureDays = 21;

const review = answerKinds.indexOf("review");

/**
 * True retention over the learner's days from `first` to `last` (whole days since 1970-01-01, both included), as Anki defines it
 * (memory-model page §7): of each fact begun before, the first scored answer of a day, wrong or not.
 */
export function trueRetention(history: History, mask: FactMask, first: number, last: number): Retention {
  const tally = { young: { right: 0, count: 0 }, mature: { right: 0, count: 0 } };
  const { length, day, kind, fact, intervalDays, right } = history;
  for (let i = 0; i < length; i++) {
    if (day[i]! < first || day[i]! > last || kind[i] !== review || (mask && mask[fact[i]!] === 0)) continue;
    const part = intervalDays[i]! < matureDays ? tally.young : tally.mature;
    part.count++;
    part.right += right[i]!;
  }
  const { young, mature } = tally;
  return { young: shareOf(young.right, young.count), mature: shareOf(mature.right, mature.count), all: shareOf(young.right + mature.right, young.count + mature.count) };
}
