import type { Item } from "@/lib/questions/item";
import { shuffled, type Random } from "@/lib/shared/random";

const isGraded = ({ options }: Item) => options.every(({ value }) => value?.kind === "date" || value?.kind === "quantity");
const isYesOrNo = ({ type, options }: Item) => type === "true-false" || options.some(({ value }) => value?.kind === "boolean");

/** Whether the places of the options mean something: dates and amounts stand in their order, True before False, and a map names its marks one by one. */
const isArranged = (item: Item): boolean => item.figure?.kind === "map" || isGraded(item) || isYesOrNo(item);

/** The old position of what stands at each place from now on; what is to be put in order never stands in the right one. */
function newOrder(random: Random, { type, options }: Item, key: readonly number[]): number[] {
  const order = shuffled(random, options.map((_, i) => i));
  const isTold = type === "ordering" && order.every((old, i) => old === key[i]);
  return isTold ? [...order.slice(1), order[0]!] : order;
}

/** The item with its options in an order of its own, where that means nothing; key and certificates go with them. Items without options stay as they are. */
export function shuffledItem(random: Random, item: Item): Item {
  const { key, options, prompts, type } = item;
  if (options.length < 2 || !Array.isArray(key) || isArranged(item)) return item;
  const order = newOrder(random, item, key);
  const moved = key.map((old) => order.indexOf(old));
  return {
    ...item,
    options: order.map((old) => options[old]!),
    key: type === "ordering" || prompts ? moved : moved.sort((a, b) => a - b),
    ...(prompts && { prompts: prompts.map((prompt) => ({ ...prompt, certificates: order.map((old) => prompt.certificates[old]!) })) }),
  };
}

/** The questions of a paper in an order of one attempt's own, and the options of each where their order means nothing. */
export const shuffledPaper = (random: Random, items: readonly Item[]): Item[] => shuffled(random, items).map((item) => shuffledItem(random, item));
