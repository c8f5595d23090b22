import { wilsonInterval, type Interval } from "@/lib/shared/interval";

/** So many of so many; `share` in [0, 1], null of none, with its Wilson interval. */
export type Proportion = { count: number; of: number; share: number | null; interval: Interval };

/** 0 ≤ count ≤ of. */
export const proportionOf = (count: number, of: number): Proportion => ({ count, of, share: of === 0 ? null : count / of, interval: wilsonInterval(count, of) });
