import { dayNumber } from "./day-number";
import { answerKinds, type FactMask, type History } from "./history";
import type { LearnerDay } from "@/lib/scheduling/learner-day";

/** The last days are looked at alone where they hold this many reviews: ten bins of twenty. */
export const recentDays = 90;
export const enoughReviews = 200;

/** Places in the history, in its order; `isRecent` when those of the last days were enough by themselves. */
export type ForetoldReviews = { places: Uint32Array; isRecent: boolean };

/**
 * The scored reviews of the facts in the mask that a chance was foretold for: of the last 90 learner's days, `today` among them, where
 * they hold at least 200, else of all time.
 */
export function foretoldReviews(history: History, mask: FactMask, today: LearnerDay): ForetoldReviews {
  const { length, kind, fact, day } = history;
  const review = answerKinds.indexOf("review");
  const since = dayNumber(today) - recentDays + 1;
  const [all, recent] = [new Uint32Array(length), new Uint32Array(length)];
  let [count, recentCount] = [0, 0];
  for (let i = 0; i < length; i++) {
    if (kind[i] !== review || (mask && mask[fact[i]!] === 0)) continue;
    all[count++] = i;
    if (day[i]! >= since) recent[recentCount++] = i;
  }
  const isRecent = recentCount >= enoughReviews && recentCount < count;
  return { places: isRecent ? recent.slice(0, recentCount) : all.slice(0, count), isRecent };
}
