import { reach95 } from "@/lib/shared/interval";
import { mean, valuesAt, variance } from "./moments";
import { proportionOf, type Proportion } from "./proportion";
import type { AnalysedItem, ResponseRow } from "./responses";
import type { ItemColumn } from "./score-table";
import { fewestChoosers, fewestForDistractors, functioningShare } from "./thresholds";

/** One option of an item, among those who reached it; means in points, null where nobody chose it. */
export type OptionStatistics = {
  key: string;
  isRight: boolean;
  chosen: Proportion;
  meanTotal: number | null;
  /** The mean of the totals without this item's points, which alone compares the key's choosers fairly with another option's. */
  meanRest: number | null;
  /** Whether its choosers do better elsewhere than all who reached the item; null where nobody chose it. */
  goesWithHigh: boolean | null;
  /** Whether a wrong option does its work; null for right ones and under 20 answers. */
  functions: boolean | null;
  /** A wrong option whose choosers do better elsewhere than those who chose the key, and clearly better than all who did not choose it. */
  outdoesKey: boolean;
};

/** Where those who chose one of these options, and those who chose none of them, stand in the column. */
function split(keys: ReadonlySet<string>, place: number, column: ItemColumn, rows: readonly ResponseRow[]): { those: number[]; others: number[] } {
  const [those, others]: [number[], number[]] = [[], []];
  for (let i = 0; i < column.rows.length; i++) {
    const chosen = rows[column.rows[i]!]!.chosen[place];
    (chosen?.some((key) => keys.has(key)) ? those : others).push(i);
  }
  return { those, others };
}

/** Equal means that were summed in another order differ by less than this (points). */
const isAbove = (a: number, b: number): boolean => a - b > 1e-9;

/** Whether the first mean is above the second beyond chance, by Welch's difference (1947) and the normal distribution. */
function isClearlyAbove(upper: Float64Array, lower: Float64Array): boolean {
  if (upper.length < fewestChoosers || lower.length < fewestChoosers) return false;
  const error = Math.sqrt(variance(upper)! / upper.length + variance(lower)! / lower.length);
  return mean(upper)! - mean(lower)! > reach95 * error;
}

/** Haladyna & Downing (1993): at least 5 % choose it, and those who do have no higher totals (here: without this item) than all together. */
function doesFunction(chosen: Proportion, goesWithHigh: boolean | null): boolean | null {
  if (chosen.of < fewestForDistractors) return null;
  return chosen.share! >= functioningShare && goesWithHigh === false;
}

/** The options of the item at this place, in its own order: how many chose each, and how those did. */
export function optionStatisticsOf({ options }: AnalysedItem, place: number, column: ItemColumn, rows: readonly ResponseRow[]): OptionStatistics[] {
  const right = new Set(options.filter(({ isRight }) => isRight).map(({ key }) => key));
  const ofKey = mean(valuesAt(column.rests, split(right, place, column, rows).those));
  const ofAll = mean(column.rests);
  return options.map(({ key, isRight }) => {
    const { those, others } = split(new Set([key]), place, column, rows);
    const chosen = proportionOf(those.length, column.rows.length);
    const rests = valuesAt(column.rests, those);
    const meanRest = mean(rests);
    const goesWithHigh = meanRest === null ? null : isAbove(meanRest, ofAll!);
    const isAboveKey = meanRest !== null && (ofKey === null || isAbove(meanRest, ofKey));
    return {
      key, isRight, chosen, meanTotal: mean(valuesAt(column.totals, those)), meanRest, goesWithHigh, functions: isRight ? null : doesFunction(chosen, goesWithHigh),
      outdoesKey: !isRight && isAboveKey && isClearlyAbove(rests, valuesAt(column.rests, others)),
    };
  });
}
