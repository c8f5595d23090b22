import type { FactBase } from "@/lib/facts/fact-base";
import type { Item, Option } from "@/lib/questions/item";
import { asFactId, type EntityId } from "@/lib/shared/ids";
import { gradeName } from "./grade-name";
import type { Response } from "./grade";

/** What of an item tells who was taken for whom. */
export type AskedItem = Pick<Item, "type" | "direction" | "key"> & {
  options: readonly Pick<Option, "entity">[];
  claim?: { entity?: EntityId };
  tests: readonly string[];
};

/** `named` was given where `right` was right; never the same. */
export type MixedUp = { right: EntityId; named: EntityId };

/** Who is the answer of the fact that an item was made for. */
function rightOf(base: FactBase, { direction, tests }: AskedItem): EntityId | undefined {
  const fact = base.facts.get(asFactId(tests[0] ?? ""));
  if (direction === "inverse") return fact?.subject;
  return fact?.value.kind === "entity" ? fact.value.entity : undefined;
}

const pair = (right: EntityId | undefined, named: EntityId | undefined): MixedUp[] => (right === undefined || named === undefined || right === named ? [] : [{ right, named }]);

/** Of true and false, only who believes a false claim has named somebody. */
function inChoice(base: FactBase, item: AskedItem, key: readonly number[], chosen: number): MixedUp[] {
  if (key.includes(chosen)) return [];
  return item.claim ? pair(rightOf(base, item), item.claim.entity) : pair(item.options[key[0]!]?.entity, item.options[chosen]?.entity);
}

/** One missed and one too many: the one was taken for the other. Anything else tells less. */
function inChoices({ options }: AskedItem, key: readonly number[], chosen: readonly number[]): MixedUp[] {
  const missed = key.filter((position) => !chosen.includes(position));
  const extra = chosen.filter((position) => !key.includes(position));
  return missed.length === 1 && extra.length === 1 ? pair(options[missed[0]!]?.entity, options[extra[0]!]?.entity) : [];
}

const inPairs = ({ options }: AskedItem, key: readonly number[], pairs: readonly (number | null)[]): MixedUp[] =>
  pairs.flatMap((given, prompt) => (given === null ? [] : pair(options[key[prompt]!]?.entity, options[given]?.entity)));

/**
 * Which entities an answer took for others: an option that was chosen, a false claim that was believed, a wrong pair, or a name that was typed. None for
 * right answers, self-rated ones, orders and comparisons, and where the answer is no entity.
 */
export function mixedUp(base: FactBase, item: AskedItem, response: Response): MixedUp[] {
  const { key, type } = item;
  if (response.kind === "typed") {
    return Array.isArray(key) || key.entity === undefined || !base.entities.has(key.entity) ? [] : pair(key.entity, gradeName(base, key.entity, response.text).named);
  }
  if (!Array.isArray(key) || type === "comparison") return [];
  switch (response.kind) {
    case "choice": return inChoice(base, item, key, response.option);
    case "choices": return inChoices(item, key, response.options);
    case "pairs": return inPairs(item, key, response.pairs);
    default: return [];
  }
}
