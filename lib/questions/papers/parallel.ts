import type { FactBase } from "@/lib/facts/fact-base";
import type { FactId } from "@/lib/shared/ids";
import { hashText } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import type { Item } from "../item";
import { assembleFrom, type Shortfall } from "./assemble";
import { balance, facilityTolerance, meanFacility } from "./balance";
import type { Blueprint } from "./blueprint";
import { generatedSupply, pooledSupply } from "./supply";

/** Papers, the mean predicted facility of each, and how many facts are tested by more than one of them. */
export type ParallelPapers = { papers: Item[][]; facilities: number[]; sharedFacts: number };

/** Different papers of one set have papers' seeds of their own. */
const paperSeed = (seed: number, number: number) => hashText(`${seed}:paper ${number}`);

function countShared(papers: readonly Item[][]): number {
  const seen = new Map<FactId, number>();
  for (const paper of papers) for (const fact of new Set(paper.flatMap((item) => item.tests))) seen.set(fact, (seen.get(fact) ?? 0) + 1);
  return [...seen.values()].filter((count) => count > 1).length;
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
  balance({ base, blueprint, supply }, papers);
  const facilities = papers.map(meanFacility);
  const spread = Math.max(...facilities) - Math.min(...facilities);
  if (spread > facilityTolerance) return err({ part: "difficulty", wanted: "papers of equal difficulty", found: papers.length });
  return ok({ papers, facilities, sharedFacts: countShared(papers) });
}
