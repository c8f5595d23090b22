import { pick, randomBelow, shuffled, type Random } from "@/lib/shared/random";
import type { Difficulty } from "./item";

export type PivotRules<T> = {
  key: T;
  candidates: readonly T[];
  difficulty: Difficulty;
  likeness: (a: T, b: T) => number;
};

/** How many of the key's nearest may be the pivot, and among how many of the pivot's nearest the options are drawn. */
const reach: Record<Difficulty, { pivots: number; neighbours: number }> = {
  hard: { pivots: 8, neighbours: 4 },
  medium: { pivots: 12, neighbours: 6 },
  easy: { pivots: Infinity, neighbours: Infinity },
};

function byLikeness<T>(random: Random, to: T, values: readonly T[], likeness: (a: T, b: T) => number): T[] {
  return shuffled(random, values)
    .map((value) => ({ value, alike: likeness(to, value) }))
    .sort((a, b) => b.alike - a.alike)
    .map(({ value }) => value);
}

/**
 * The candidates in the order in which they should be tried as distractors: a pivot near the key (one time in four the
 * key itself), then the pivot's neighbours. Taking the key's own neighbours would make the key the most central option.
 */
export function orderAroundPivot<T>(random: Random, { key, candidates, difficulty, likeness }: PivotRules<T>): T[] {
  if (candidates.length === 0) return [];
  const { pivots, neighbours } = reach[difficulty];
  const isKeyPivot = randomBelow(random, 4) === 0;
  const pivot = isKeyPivot ? key : pick(random, byLikeness(random, key, candidates, likeness).slice(0, pivots));
  const others = byLikeness(random, pivot, candidates.filter((value) => value !== pivot), likeness);
  const near = shuffled(random, others.slice(0, neighbours));
  return [...(isKeyPivot ? [] : [pivot]), ...near, ...others.slice(neighbours)];
}
