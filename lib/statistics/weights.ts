import { covariance } from "./moments";
import type { ScoreTable } from "./score-table";

/** What each item is meant to weigh: 100·its points/all points, in percent, which add up to 100 (Moodle, "Quiz statistics calculations"); nulls where papers differ. */
export function intendedWeights(maxPoints: readonly number[], { hasOnePaper }: Pick<ScoreTable, "hasOnePaper">): (number | null)[] {
  const sum = maxPoints.reduce((all, points) => all + points, 0);
  return maxPoints.map((points) => (hasOnePaper && sum > 0 ? (100 * points) / sum : null));
}

/**
 * How much of what sets totals apart comes from each item: 100·√cov(x, T)/Σ√cov(x, T), in percent, which add up to 100 (Moodle, "Quiz statistics calculations").
 * Null for an item that goes against the total, which the sum leaves out as Moodle does; nulls where totals do not vary or papers differ.
 */
export function effectiveWeights({ everyPoints, totals, hasOnePaper }: ScoreTable): (number | null)[] {
  const roots = everyPoints.map((points) => {
    const shared = covariance(points, totals);
    return !hasOnePaper || shared === null || shared < 0 ? null : Math.sqrt(shared);
  });
  const sum = roots.reduce<number>((all, root) => all + (root ?? 0), 0);
  return roots.map((root) => (root === null || sum === 0 ? null : (100 * root) / sum));
}
