import type { FactBase } from "@/lib/facts/fact-base";
import type { FactId } from "@/lib/shared/ids";
import { hashText } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { predictedFacility } from "../facility";
import type { Item } from "../item";
import { assembleFrom, type Shortfall } from "./assemble";
import type { Blueprint } from "./blueprint";
import { areEnemies } from "./enemies";
import { signatureOf } from "./slots";
import { generatedSupply, pooledSupply } from "./supply";

/** The means of the predicted facility of parallel papers differ by no more than this. */
export const facilityTolerance = 0.02;

/** Papers, the mean predicted facility of each, and how many facts are tested by more than one of them. */
export type ParallelPapers = { papers: Item[][]; facilities: number[]; sharedFacts: number };

/** Different papers of one set have papers' seeds of their own. */
const paperSeed = (seed: number, number: number) => hashText(`${seed}:paper ${number}`);

const meanFacility = (items: readonly Item[]) => items.reduce((sum, item) => sum + predictedFacility(item), 0) / items.length;

function countShared(papers: readonly Item[][]): number {
  const seen = new Map<FactId, number>();
  for (const paper of papers) for (const fact of new Set(paper.flatMap((item) => item.tests))) seen.set(fact, (seen.get(fact) ?? 0) + 1);
  return [...seen.values()].filter((count) => count > 1).length;
}

type Swap = { from: number; to: number; gap: number };

/** The swap of one item of each paper that brings their means closest, keeping both blueprints and making no enemies; undefined where none brings them closer. */
function bestSwap(base: FactBase, blueprint: Blueprint, [high, low]: [readonly Item[], readonly Item[]]): Swap | undefined {
  const topicOf = (item: Item) => base.entities.get(base.facts.get(item.tests[0]!)!.subject)!.topic;
  const signature = (item: Item) => signatureOf(blueprint, item, topicOf(item));
  const apart = (meanFacility(high) - meanFacility(low)) * high.length;
  const swaps = high.flatMap((a, from) =>
    low.flatMap((b, to): Swap[] => {
      const gap = Math.abs(apart - 2 * (predictedFacility(a) - predictedFacility(b)));
      return gap < apart && signature(a) === signature(b) ? [{ from, to, gap }] : [];
    }),
  );
  const fits = (item: Item, paper: readonly Item[], place: number) => paper.every((other, i) => i === place || !areEnemies(base, item, other));
  return swaps.sort((a, b) => a.gap - b.gap).find(({ from, to }) => fits(low[to]!, high, from) && fits(high[from]!, low, to));
}

/** Swaps items between the easiest and the hardest paper until their means are within the tolerance or no swap helps. */
function balance(base: FactBase, blueprint: Blueprint, papers: Item[][]): void {
  for (let round = 0; round < 10 * papers.length; round++) {
    const byMean = [...papers].sort((a, b) => meanFacility(b) - meanFacility(a));
    const [high, low] = [byMean[0]!, byMean.at(-1)!];
    if (meanFacility(high) - meanFacility(low) <= facilityTolerance) return;
    const swap = bestSwap(base, blueprint, [high, low]);
    if (!swap) return;
    [high[swap.from], low[swap.to]] = [low[swap.to]!, high[swap.from]!];
  }
}

/**
 * `count` papers (2 or more) to one blueprint, whose mean predicted facilities differ by at most `facilityTolerance`. No fact is tested in two of them while there are
 * others to be asked. The error names the part of the blueprint that cannot be met, `difficulty` where the papers cannot be made equally hard.
 */
export function assembleParallelPapers(base: FactBase, blueprint: Blueprint, count: number, seed: number, pool?: readonly Item[]): Result<ParallelPapers, Shortfall> {
  const avoided = new Set<FactId>();
  const papers: Item[][] = [];
  // One supply for all: an item that moves to another paper must be the one that its id and seed stand for.
  const supply = pool ? pooledSupply(base, pool) : generatedSupply(base, seed);
  for (let number = 1; number <= count; number++) {
    const paper = assembleFrom(base, supply, blueprint, { seed: paperSeed(seed, number), avoided });
    if (!paper.ok) return paper;
    papers.push(paper.value);
    for (const item of paper.value) for (const fact of item.tests) avoided.add(fact);
  }
  balance(base, blueprint, papers);
  const facilities = papers.map(meanFacility);
  const spread = Math.max(...facilities) - Math.min(...facilities);
  if (spread > facilityTolerance) return err({ part: "difficulty", wanted: "papers of equal difficulty", found: papers.length });
  return ok({ papers, facilities, sharedFacts: countShared(papers) });
}
