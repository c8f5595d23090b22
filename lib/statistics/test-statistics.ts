import { mean, median, standardDeviation, variance } from "./moments";
import type { ScoreTable } from "./score-table";
import { shapeOf, type Shape } from "./shape";

/** The test as a whole; all but the counts in points, or null where not defined. `alpha` in percent. */
export type TestStatistics = Shape & {
  attempts: number;
  items: number;
  mean: number | null;
  median: number | null;
  standardDeviation: number | null;
  alpha: number | null;
  standardError: number | null;
};

/**
 * Cronbach's α (1951): 100·p/(p − 1)·(1 − Σvar x/var T) in percent, at most 100 and below 0 where items contradict each other. What was not reached counts 0, as it does in T.
 * Null for fewer than two items or attempts, where totals do not vary, and where papers differ.
 */
export function cronbachAlpha({ everyPoints, totals, hasOnePaper }: ScoreTable): number | null {
  const p = everyPoints.length;
  const whole = variance(totals) ?? 0;
  if (p < 2 || whole === 0 || !hasOnePaper) return null;
  const parts = everyPoints.reduce((sum, points) => sum + variance(points)!, 0);
  return Math.min(100, ((100 * p) / (p - 1)) * (1 - parts / whole));
}

/** How far a total may be from what the same person would have on average, in points: SD·√(1 − α); null where α is. */
export const standardErrorOf = (deviation: number | null, alpha: number | null): number | null =>
  deviation === null || alpha === null ? null : deviation * Math.sqrt(1 - alpha / 100);

/** The figures of the test as a whole, by the definitions of Moodle's "Quiz statistics calculations". */
export function testStatisticsOf(table: ScoreTable): TestStatistics {
  const { totals, everyPoints } = table;
  const alpha = cronbachAlpha(table);
  const deviation = standardDeviation(totals);
  return {
    attempts: totals.length, items: everyPoints.length, mean: mean(totals), median: median(totals), standardDeviation: deviation,
    ...shapeOf(totals), alpha, standardError: standardErrorOf(deviation, alpha),
  };
}
