import { reach95, type Interval } from "@/lib/shared/interval";
import { covariance, standardDeviation } from "./moments";

/**
 * Whether those who do well otherwise do well here: 100·cov(x, R)/√(var x·var R) in percent, from −100 to 100, with x the item's points and R what the attempt has
 * without them (Moodle, "Quiz statistics calculations"; the corrected item-total correlation). Null for fewer than two attempts or where x or R does not vary.
 */
export function discriminationIndex(points: Float64Array, rests: Float64Array): number | null {
  const spread = (standardDeviation(points) ?? 0) * (standardDeviation(rests) ?? 0);
  return spread === 0 ? null : Math.min(100, Math.max(-100, (100 * covariance(points, rests)!) / spread));
}

/**
 * The interval of a discrimination index (percent) by Fisher's z (1921), which is near enough for items that are right or wrong; null without an index.
 * `degrees` is the number of attempts less 3; null below 1.
 */
export function discriminationInterval(index: number | null, degrees: number): Interval | null {
  if (index === null || degrees < 1) return null;
  const z = Math.atanh(index / 100);
  const half = reach95 / Math.sqrt(degrees);
  return { low: 100 * Math.tanh(z - half), high: 100 * Math.tanh(z + half) };
}

/**
 * The covariance beside the greatest that these points and these rests could have: 100·cov(x, R)/cov_max in percent, at most 100, with both sorted for cov_max (Moodle, "Quiz statistics
 * calculations"). Unlike the index it does not blame an item for being easy or hard. Null where x or R does not vary.
 */
export function discriminativeEfficiency(points: Float64Array, rests: Float64Array): number | null {
  const most = covariance(points.toSorted(), rests.toSorted()) ?? 0;
  return most === 0 ? null : Math.min(100, (100 * covariance(points, rests)!) / most);
}
