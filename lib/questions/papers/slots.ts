import { shuffled, type Random } from "@/lib/shared/random";
import type { Item } from "../item";
import { dimensions, quotasOf, type Blueprint, type Dimension, type Slot } from "./blueprint";

/** The places of a paper: what each quota asks for, shuffled for each dimension on its own, so that no topic has a form of its own. */
export function slotsOf(blueprint: Blueprint, random: Random): Slot[] {
  const quotas = quotasOf(blueprint);
  const wanted = dimensions.map((dimension) => {
    const quota = quotas[dimension];
    return quota && shuffled(random, [...quota].flatMap(([name, seats]) => Array<string>(seats).fill(name)));
  });
  return Array.from({ length: blueprint.count }, (_, i) =>
    Object.fromEntries(dimensions.flatMap((dimension, d) => (wanted[d] ? [[dimension, wanted[d][i]]] : []))) as Slot,
  );
}

/** Both slots with their wishes in one dimension exchanged: what the paper asks for in all stays. */
export function exchange(a: Slot, b: Slot, dimension: Dimension): [Slot, Slot] {
  return [{ ...a, [dimension]: b[dimension] }, { ...b, [dimension]: a[dimension] }] as [Slot, Slot];
}

/** What of an item the quotas of a blueprint count; items of one signature can stand for each other. */
export function signatureOf(blueprint: Blueprint, item: Item, topic: string): string {
  const quotas = quotasOf(blueprint);
  const kinds: Record<Dimension, string> = { topic, type: item.type, difficulty: item.difficulty };
  return dimensions.map((dimension) => (quotas[dimension] ? kinds[dimension] : "")).join("|");
}
