import type { FactBase } from "@/lib/facts/fact-base";
import type { FactId } from "@/lib/shared/ids";
import { shuffled, type Random } from "@/lib/shared/random";
import { itemTypes, type Item, type ItemType } from "../item";
import { allowedOf, dimensions, type Blueprint, type Dimension, type Slot } from "./blueprint";
import { areEnemies } from "./enemies";
import { exchange } from "./slots";
import type { Supply } from "./supply";
import { toldBy } from "./told";

/** A paper being made: its slots, and the item in each or null. */
export type Draft = { slots: Slot[]; items: (Item | null)[] };

export type Filling = {
  base: FactBase;
  supply: Supply;
  blueprint: Blueprint;
  random: Random;
  /** Facts in the order in which they are tried. */
  order: readonly FactId[];
  /** Facts that other papers test: they are taken only where nothing else fits. */
  avoided: ReadonlySet<FactId>;
};

/** So many facts are tried for a slot before its wishes are exchanged with another's, and so many that have items, but none that fit; the last resort tries all. */
const firstTries = 40;
const firstMisses = 6;

/** So many exchanges are tried for a slot that nothing fits. */
const mostExchanges = 60;

function typesFor({ blueprint, random }: Filling, slot: Slot): readonly ItemType[] {
  if (slot.type !== undefined) return [slot.type];
  const { forms } = allowedOf(blueprint);
  return shuffled(random, itemTypes.filter((type) => forms?.has(type) ?? true));
}

const none: ReadonlySet<FactId> = new Set();

/** The parts of a fact's items that suit the slot, in random order within each type. */
const partsFor = (filling: Filling, fact: FactId, slot: Slot) =>
  typesFor(filling, slot).flatMap((type) => shuffled(filling.random, filling.supply.itemsOf(fact, type)));

/** An item for the slot that goes with all others of the draft and tests no avoided fact (unless `takesAvoided`); null where `tries` facts give none. */
export function findItem(filling: Filling, { items }: Draft, slot: Slot, tries: number, takesAvoided = false): Item | null {
  const { base, supply, random, order } = filling;
  const avoided = takesAvoided ? none : filling.avoided;
  const suits = (item: Item) => (slot.difficulty === undefined || item.difficulty === slot.difficulty) && !item.tests.some((id) => avoided.has(id));
  const chosen = items.filter((item) => item !== null);
  const isTold = (fact: FactId) => chosen.some((item) => toldBy(base, item).facts.has(fact));
  let [triesLeft, missesLeft] = [tries, tries === Infinity ? Infinity : firstMisses];
  for (const fact of order) {
    if ((slot.topic !== undefined && supply.topicOf(fact) !== slot.topic) || avoided.has(fact) || isTold(fact)) continue;
    if (triesLeft-- === 0 || missesLeft === 0) return null;
    let hasItems = false;
    for (const part of partsFor(filling, fact, slot)) {
      const items = part();
      hasItems ||= items.length > 0;
      const fitting = shuffled(random, items.filter(suits));
      const friend = fitting.find((item) => chosen.every((other) => !areEnemies(base, item, other)));
      if (friend) return friend;
    }
    if (hasItems) missesLeft--;
  }
  return null;
}

/** Tries to fill both slots after one wish of theirs is exchanged; leaves the draft as it was where that fails. */
function tryExchange(filling: Filling, draft: Draft, [empty, other]: [number, number], dimension: Dimension): boolean {
  const { slots, items } = draft;
  const [oldEmpty, oldOther, oldItem] = [slots[empty]!, slots[other]!, items[other]!];
  if (oldEmpty[dimension] === oldOther[dimension]) return false;
  const [newEmpty, newOther] = exchange(oldEmpty, oldOther, dimension);
  [slots[empty], slots[other], items[other]] = [newEmpty, newOther, null];
  items[empty] = findItem(filling, draft, newEmpty, firstTries);
  if (items[empty]) items[other] = findItem(filling, draft, newOther, firstTries);
  if (items[empty] && items[other]) return true;
  [slots[empty], slots[other], items[empty], items[other]] = [oldEmpty, oldOther, null, oldItem];
  return false;
}

function mend(filling: Filling, draft: Draft, empty: number): boolean {
  const others = shuffled(filling.random, draft.items.flatMap((item, i) => (item && i !== empty ? [i] : [])));
  const pairs = others.flatMap((other) => dimensions.map((dimension) => ({ other, dimension })));
  return pairs.slice(0, mostExchanges).some(({ other, dimension }) => tryExchange(filling, draft, [empty, other], dimension));
}

/** Fills the slots one after the other, exchanges the wishes of those that nothing fits, and gives the number of the first slot that stays empty, or nothing. */
export function fillSlots(filling: Filling, draft: Draft): number | undefined {
  draft.slots.forEach((slot, i) => {
    draft.items[i] = findItem(filling, draft, slot, firstTries);
  });
  const empty = draft.items.flatMap((item, i) => (item ? [] : [i]));
  return empty.find((i) => {
    if (mend(filling, draft, i)) return false;
    const slot = draft.slots[i]!;
    draft.items[i] = findItem(filling, draft, slot, Infinity) ?? findItem(filling, draft, slot, Infinity, true);
    return draft.items[i] === null;
  });
}
