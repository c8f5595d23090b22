import { wilsonInterval } from "@/lib/shared/interval";
import { discriminationInterval } from "./discrimination";
import type { Figures } from "./figures";
import type { ItemStatistics } from "./item-statistics";
import { proportionOf, type Proportion } from "./proportion";
import { fewestForDistractors, functioningShare } from "./thresholds";

/** Items that have something in common, as one; `itemIds` has each once. */
export type PooledStatistics = Figures & { key: string; itemIds: string[] };

/** A wrong option wherever it stood; null under 20 answers. `outdoesKeyIn`: the items in which it is an option that outdoes the key. */
export type DistractorStatistics = { key: string; itemIds: string[]; chosen: Proportion; functions: boolean | null; outdoesKeyIn: string[] };

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

const sumOf = <T>(values: readonly T[], of: (value: T) => number): number => values.reduce((sum, value) => sum + of(value), 0);
const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The mean of a figure weighted by answers, over the items that have it; null where none has. */
function pooledMean(items: readonly ItemStatistics[], of: (item: ItemStatistics) => number | null): number | null {
  const known = items.filter((item) => of(item) !== null);
  const answers = sumOf(known, ({ reached }) => reached);
  return answers === 0 ? null : sumOf(known, (item) => item.reached * of(item)!) / answers;
}

function pool(key: string, items: readonly ItemStatistics[]): PooledStatistics {
  const answered = items.filter(({ reached }) => reached > 0);
  const reached = sumOf(items, (item) => item.reached);
  const facility = pooledMean(items, (item) => item.facility);
  const isProportion = facility !== null && answered.every(({ facilityInterval }) => facilityInterval !== null);
  const index = pooledMean(items, (item) => item.discriminationIndex);
  const degrees = sumOf(items.filter(({ discriminationInterval }) => discriminationInterval !== null), (item) => item.reached - 3);
  return {
    key, itemIds: distinct(items.map(({ itemId }) => itemId)), reached, blank: sumOf(items, ({ blank }) => blank), unreached: sumOf(items, ({ unreached }) => unreached),
    right: proportionOf(sumOf(items, ({ right }) => right.count), reached), facility, facilityInterval: isProportion ? wilsonInterval(facility * reached, reached) : null,
    discriminationIndex: index, discriminationInterval: discriminationInterval(index, degrees),
    discriminativeEfficiency: pooledMean(items, (item) => item.discriminativeEfficiency), upperLower: pooledMean(items, (item) => item.upperLower),
  };
}

const pooledBy = (items: readonly ItemStatistics[], keyOf: (item: ItemStatistics) => string): PooledStatistics[] =>
  [...grouped(items, keyOf)].map(([key, group]) => pool(key, group));

/**
 * The figures of each fact, weighted by answers; items may come from several tests. The intervals take the answers as independent, which one person's answers on the same
 * fact are not quite: they are somewhat too narrow.
 */
export const poolByFact = (items: readonly ItemStatistics[]): PooledStatistics[] => pooledBy(items, ({ factId }) => factId);

/** The figures of each template, weighted by answers, as by fact. */
export const poolByTemplate = (items: readonly ItemStatistics[]): PooledStatistics[] => pooledBy(items, ({ template }) => template);

/** Each wrong option over all items in which it stood. It functions if 5 % of those who saw it chose it, and if in the items in which they did, it mostly (by choosers) did not go with high totals. */
export function poolByDistractor(items: readonly ItemStatistics[]): DistractorStatistics[] {
  const shown = items.flatMap((item) => item.options.filter(({ isRight }) => !isRight).map((option) => ({ item, option })));
  return [...grouped(shown, ({ option }) => option.key)].map(([key, group]) => {
    const chosen = proportionOf(sumOf(group, ({ option }) => option.chosen.count), sumOf(group, ({ option }) => option.chosen.of));
    const withHigh = sumOf(group, ({ option }) => (option.goesWithHigh ? option.chosen.count : 0));
    return {
      key, itemIds: distinct(group.map(({ item }) => item.itemId)), chosen,
      functions: chosen.of < fewestForDistractors ? null : chosen.count / chosen.of >= functioningShare && 2 * withHigh <= chosen.count,
      outdoesKeyIn: distinct(group.filter(({ option }) => option.outdoesKey).map(({ item }) => item.itemId)),
    };
  });
}
