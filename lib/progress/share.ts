import { wilsonInterval } from "@/lib/shared/interval";

/** A share of right answers in [0, 1], with the interval that holds the true one 19 times in 20; 0, and from 0 to 1, without answers. */
export type Share = { right: number; count: number; share: number; low: number; high: number };

/** The share with its interval by Wilson (1927), which keeps within [0, 1] and holds for few answers too. 0 ≤ right ≤ count. */
export const shareOf = (right: number, count: number): Share => ({ right, count, share: count === 0 ? 0 : right / count, ...wilsonInterval(right, count) });
