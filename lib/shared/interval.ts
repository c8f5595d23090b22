/** A range that holds the true figure 19 times in 20. */
export type Interval = { low: number; high: number };

/** The normal distribution's 97.5 % point: how many standard errors the 95 % interval reaches to either side. */
export const reach95 = 1.959964;

/**
 * The interval of a proportion by Wilson (1927), which keeps within [0, 1] and holds for few trials too; from 0 to 1 without any. 0 ≤ successes ≤ trials; with
 * successes in parts it is too wide rather than too narrow, since nothing in [0, 1] varies more than yes and no.
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const square = reach95 * reach95;
  const centre = share + square / (2 * trials);
  const half = reach95 * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  const scale = 1 + square / trials;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}
