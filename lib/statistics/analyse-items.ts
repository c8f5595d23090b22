import { itemStatisticsOf, type ItemStatistics } from "./item-statistics";
import type { AnalysedItem, ResponseRow } from "./responses";
import { tabulate } from "./score-table";
import { testStatisticsOf, type TestStatistics } from "./test-statistics";
import { effectiveWeights, intendedWeights } from "./weights";

/** The test and its items, in their own order, from one attempt of each person; throws where a row has not exactly one score for each item. */
export function analyseItems(items: readonly AnalysedItem[], rows: readonly ResponseRow[]): { test: TestStatistics; items: ItemStatistics[] } {
  const table = tabulate(items, rows);
  const intended = intendedWeights(items.map(({ maxPoints }) => maxPoints), table);
  const effective = effectiveWeights(table);
  const statistics = items.map((item, i) =>
    itemStatisticsOf(item, i, table.columns[i]!, { rows, weights: { intendedWeight: intended[i]!, effectiveWeight: effective[i]! } }),
  );
  return { test: testStatisticsOf(table), items: statistics };
}
