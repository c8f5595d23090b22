import { factorOf, type Calibration } from "@/lib/scheduling/calibration";
import type { MemoryEngine } from "@/lib/scheduling/engine";
import { recallOn, type FactState } from "@/lib/scheduling/fact-state";
import { daysBetween, type LearnerDay } from "@/lib/scheduling/learner-day";

/** The chance in [0, 1] of recalling a begun fact, and how much it rises per unit of the calibration μ (≥ 0). */
export type FactRecall = { recall: number; slope: number };

/** What the model foretells of a begun fact on a learner's day. */
export function factRecallOn(fact: FactState, day: LearnerDay, calibration: Calibration, engine: MemoryEngine): FactRecall {
  return { recall: recallOn(fact, day, calibration, engine), slope: engine.slope(fact, daysBetween(fact.lastDay, day) / factorOf(calibration)) };
}

/** How many facts would be recalled: as foretold (not whole), and whole numbers between which the count lies 9 times in 10. */
export type RecallCount = { recalled: number; low: number; high: number };

/** Of a normal distribution, 90 % lie within so many standard deviations. */
const z90 = 1.644854;

/**
 * The count of recalled facts with its spread: that of independent chances (Poisson-binomial, ΣR(1−R)) and that of the calibration,
 * which moves all of them together ((ΣdR/dμ)²·variance). The ends are rounded outwards and lie within 0 and the count of begun facts.
 */
export function countRecalled(begun: readonly FactRecall[], { variance }: Pick<Calibration, "variance">): RecallCount {
  let [recalled, chance, slope] = [0, 0, 0];
  for (const fact of begun) {
    recalled += fact.recall;
    chance += fact.recall * (1 - fact.recall);
    slope += fact.slope;
  }
  const half = z90 * Math.sqrt(chance + slope * slope * variance);
  return { recalled, low: Math.max(0, Math.floor(recalled - half)), high: Math.min(begun.length, Math.ceil(recalled + half)) };
}
