import { wilsonInterval } from "@/lib/shared/interval";
import { discriminationIndex, discriminationInterval, discriminativeEfficiency } from "./discrimination";
import type { Figures } from "./figures";
import { mean, standardDeviation } from "./moments";
import { optionStatisticsOf, type OptionStatistics } from "./option-statistics";
import { proportionOf } from "./proportion";
import type { AnalysedItem, ItemScore, ResponseRow } from "./responses";
import type { ItemColumn } from "./score-table";
import { upperLowerDifference } from "./upper-lower";

export type ItemStatistics = Figures & {
  itemId: string;
  factId: string;
  template: string;
  maxPoints: number;
  /** In points; null for fewer than two answers. */
  standardDeviation: number | null;
  /** In percent; null where not everybody had the same paper. */
  intendedWeight: number | null;
  effectiveWeight: number | null;
  /** The share of right answers, in (0, 1], that comes by guessing. */
  randomGuess: number | null;
  options: OptionStatistics[];
};

/** What guessing brings: 1/k with one right option of k. Null where several are right, or nothing is chosen among. */
export const randomGuessOf = ({ options }: Pick<AnalysedItem, "options">): number | null =>
  options.filter(({ isRight }) => isRight).length === 1 ? 1 / options.length : null;

/** Points are computed from shares, so that a whole one may miss 1 by rounding. */
const isWhollyRight = (score: ItemScore | undefined): boolean => typeof score === "number" && score > 1 - 1e-9;

function facilityOf(shares: Float64Array): Pick<Figures, "facility" | "facilityInterval"> {
  const facility = mean(shares);
  const isProportion = facility !== null && shares.every((share) => share >= 0 && share <= 1);
  return { facility, facilityInterval: isProportion ? wilsonInterval(facility * shares.length, shares.length) : null };
}

/** The figures of one item from those who reached it, by the definitions of Moodle's "Quiz statistics calculations"; the weights come from the table as a whole. */
export function itemStatisticsOf(
  item: AnalysedItem,
  place: number,
  column: ItemColumn,
  { rows, weights }: { rows: readonly ResponseRow[]; weights: Pick<ItemStatistics, "intendedWeight" | "effectiveWeight"> },
): ItemStatistics {
  const { itemId, factId, template, maxPoints } = item;
  const { points, rests, totals, blank, unreached } = column;
  const reached = points.length;
  const shares = points.map((value) => value / maxPoints);
  const index = discriminationIndex(points, rests);
  const right = column.rows.reduce((count, row) => count + (isWhollyRight(rows[row]!.scores[place]) ? 1 : 0), 0);
  return {
    itemId, factId, template, maxPoints, reached, blank, unreached, right: proportionOf(right, reached), ...facilityOf(shares),
    standardDeviation: standardDeviation(points), discriminationIndex: index, discriminationInterval: discriminationInterval(index, reached - 3),
    discriminativeEfficiency: discriminativeEfficiency(points, rests), upperLower: upperLowerDifference(shares, totals),
    ...weights, randomGuess: randomGuessOf(item), options: optionStatisticsOf(item, place, column, rows),
  };
}
