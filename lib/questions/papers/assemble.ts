import type { FactBase } from "@/lib/facts/fact-base";
import type { FactId } from "@/lib/shared/ids";
import { namedRandom, shuffled } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import type { Item } from "../item";
import { allowedOf, type Blueprint, type Slot } from "./blueprint";
import { fillSlots, findItem, type Draft, type Filling } from "./fill";
import { slotsOf } from "./slots";
import { generatedSupply, pooledSupply, type Supply } from "./supply";

/** Which part of a blueprint cannot be met: `wanted` names what no more items can be found for after `found` of them stand. */
export type Shortfall = { part: "facts" | "topics" | "forms" | "difficulty"; wanted: string; found: number };

/** The part that has to give way before an item is found for the slot. */
function explain(filling: Filling, draft: Draft, slot: Slot): Shortfall {
  const found = draft.items.filter((item) => item !== null).length;
  const { topic, type, difficulty, ...free } = slot;
  const canFill = (relaxed: Slot) => findItem(filling, draft, relaxed, Infinity, true) !== null;
  if (difficulty !== undefined && canFill({ ...free, ...(topic && { topic }), ...(type && { type }) })) return { part: "difficulty", wanted: difficulty, found };
  if (type !== undefined && canFill({ ...free, ...(topic && { topic }) })) return { part: "forms", wanted: type, found };
  if (topic !== undefined && canFill(free)) return { part: "topics", wanted: topic, found };
  return { part: "facts", wanted: `${draft.items.length} items`, found };
}

/** The facts that may be asked first, in an order of the seed. */
function orderFacts(supply: Supply, blueprint: Blueprint, seed: number): FactId[] {
  const { topics } = allowedOf(blueprint);
  const asked = supply.facts.filter((id) => (blueprint.facts?.has(id) ?? true) && (topics?.has(supply.topicOf(id)) ?? true));
  return shuffled(namedRandom(seed, "facts"), asked);
}

/** A draft whose last slots fit nothing is begun anew so many times. */
const mostAttempts = 3;

/** Assembles from a supply, and takes the `avoided` facts only where nothing else fits; see `assemblePaper`. */
export function assembleFrom(base: FactBase, supply: Supply, blueprint: Blueprint, request: { seed: number; avoided: ReadonlySet<FactId> }): Result<Item[], Shortfall> {
  const order = orderFacts(supply, blueprint, request.seed);
  let shortfall: Shortfall | undefined;
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const random = namedRandom(request.seed, `paper ${attempt}`);
    const filling: Filling = { base, supply, blueprint, random, order, avoided: request.avoided };
    const slots = slotsOf(blueprint, random);
    const draft: Draft = { slots, items: slots.map(() => null) };
    const empty = fillSlots(filling, draft);
    if (empty === undefined) return ok(shuffled(random, draft.items.filter((item) => item !== null)));
    shortfall ??= explain(filling, draft, draft.slots[empty]!);
    if (shortfall.part === "facts") break;
  }
  return err(shortfall!);
}

const none: ReadonlySet<FactId> = new Set();

/**
 * A paper of items that meet the blueprint, of which no two are enemies (so no fact is tested twice), in random order; or the part of the blueprint that cannot
 * be met. Items are made with the paper's own seed, or taken from `pool`. The same content, blueprint, seed and pool give the same paper.
 */
export function assemblePaper(base: FactBase, blueprint: Blueprint, seed: number, pool?: readonly Item[]): Result<Item[], Shortfall> {
  const supply = pool ? pooledSupply(base, pool) : generatedSupply(base, seed);
  return assembleFrom(base, supply, blueprint, { seed, avoided: none });
}
