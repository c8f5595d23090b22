import type { FactBase } from "@/lib/facts/fact-base";
import { predictedFacility } from "../facility";
import type { Item } from "../item";
import type { Blueprint } from "./blueprint";
import { areEnemies } from "./enemies";
import { signatureOf } from "./slots";
import type { Supply } from "./supply";

/** The means of the predicted facility of parallel papers differ by no more than this. */
export const facilityTolerance = 0.02;

/** The mean predicted facility of a paper, in (0, 1). */
export const meanFacility = (items: readonly Item[]): number => items.reduce((sum, item) => sum + predictedFacility(item), 0) / items.length;

export type Balancing = { base: FactBase; blueprint: Blueprint; supply: Supply };

/** New items for places of two papers, and how far the sums of their facilities are then apart. */
type Change = { gap: number; high?: { place: number; item: Item }; low?: { place: number; item: Item } };

const signatureIn = ({ blueprint, supply }: Balancing, item: Item) => signatureOf(blueprint, item, supply.topicOf(item.tests[0]!));

/** Items of the two papers that could change places. */
function swapsOf(balancing: Balancing, high: readonly Item[], low: readonly Item[], apart: number): Change[] {
  return high.flatMap((a, i) =>
    low.flatMap((b, j): Change[] => {
      const gap = Math.abs(apart - 2 * (predictedFacility(a) - predictedFacility(b)));
      const isHelp = gap < apart && signatureIn(balancing, a) === signatureIn(balancing, b);
      return isHelp ? [{ gap, high: { place: i, item: b }, low: { place: j, item: a } }] : [];
    }),
  );
}

/** Other items of the same facts that could stand in one paper; `side` is 1 in the easier paper, −1 in the harder. */
function variantsOf(balancing: Balancing, paper: readonly Item[], apart: number, side: 1 | -1): Change[] {
  return paper.flatMap((item, place) => {
    const variants = balancing.supply.itemsOf(item.tests[0]!, item.type).flatMap((part) => part());
    return variants.flatMap((variant): Change[] => {
      const gap = Math.abs(apart - side * (predictedFacility(item) - predictedFacility(variant)));
      const isHelp = gap < apart && signatureIn(balancing, variant) === signatureIn(balancing, item) && variant.tests.every((id) => item.tests.includes(id));
      return isHelp ? [{ gap, [side === 1 ? "high" : "low"]: { place, item: variant } }] : [];
    });
  });
}

const fits = (base: FactBase, paper: readonly Item[], change: Change["high"]) =>
  change === undefined || paper.every((other, i) => i === change.place || !areEnemies(base, change.item, other));

function apply(paper: Item[], change: Change["high"]): void {
  if (change) paper[change.place] = change.item;
}

/**
 * Brings papers of one size together: between the easiest and the hardest, items change places or give way to others of their own facts, until the means are within
 * `facilityTolerance` or nothing helps. Blueprints stay met, no enemies arise, and no paper comes to test a fact that another tests.
 */
export function balance(balancing: Balancing, papers: Item[][]): void {
  for (let round = 0; round < 10 * papers.length; round++) {
    const byMean = [...papers].sort((a, b) => meanFacility(b) - meanFacility(a));
    const [high, low] = [byMean[0]!, byMean.at(-1)!];
    const apart = (meanFacility(high) - meanFacility(low)) * high.length;
    if (apart <= facilityTolerance * high.length) return;
    const changes = [...swapsOf(balancing, high, low, apart), ...variantsOf(balancing, high, apart, 1), ...variantsOf(balancing, low, apart, -1)];
    const change = changes.sort((a, b) => a.gap - b.gap).find((found) => fits(balancing.base, high, found.high) && fits(balancing.base, low, found.low));
    if (!change) return;
    apply(high, change.high);
    apply(low, change.low);
  }
}
