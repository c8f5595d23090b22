import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { FactId } from "@/lib/shared/ids";
import { reasonNotToAsk } from "../eligibility";
import type { Form } from "../form";
import { forms } from "../forms/registry";
import { generateItemsForFact } from "../generate";
import type { Item, ItemType } from "../item";
import type { Direction } from "../question";

/** Where the items of a paper come from: facts by topic, and the items of one fact and type when they are asked for. */
export type Supply = {
  topicOf: (fact: FactId) => string;
  facts: readonly FactId[];
  /** In parts that are made one by one, so that no more is made than is looked at. */
  itemsOf: (fact: FactId, type: ItemType) => readonly (() => readonly Item[])[];
};

const topicOf = (base: FactBase) => (id: FactId) => base.entities.get(base.facts.get(id)!.subject)!.topic;

const askableByBase = new WeakMap<FactBase, readonly FactId[]>();

function askableFacts(base: FactBase): readonly FactId[] {
  let ids = askableByBase.get(base);
  if (!ids) {
    const isAskable = (fact: Fact) => reasonNotToAsk(base, fact) === undefined;
    askableByBase.set(base, (ids = base.content.facts.filter(isAskable).map(({ id }) => id)));
  }
  return ids;
}

const none: readonly Item[] = [];

const partsByType = new Map<ItemType, { form: Form; direction: Direction }[]>();
for (const form of forms) {
  partsByType.set(form.type, [...(partsByType.get(form.type) ?? []), ...form.directions.map((direction) => ({ form, direction }))]);
}

const barrenByBase = new WeakMap<FactBase, Set<string>>();

/** The facts, forms and directions that have shown to give nothing, whatever the seed: no paper need try them again. */
function barrenOf(base: FactBase): Set<string> {
  let names = barrenByBase.get(base);
  if (!names) barrenByBase.set(base, (names = new Set()));
  return names;
}

/** Items made when they are needed, with the paper's seed; each fact, form and direction at most once. */
export function generatedSupply(base: FactBase, seed: number): Supply {
  const made = new Map<string, readonly Item[]>();
  const barren = barrenOf(base);
  const make = (fact: FactId, { form, direction }: { form: Form; direction: Direction }) => {
    const name = `${fact}~${form.name}~${direction}`;
    if (barren.has(name)) return none;
    const known = made.get(name);
    if (known) return known;
    const { items, isBarren } = generateItemsForFact(base, fact, { seed, forms: [form], directions: [direction], isBrief: true });
    if (isBarren) barren.add(name);
    made.set(name, items);
    return items;
  };
  return {
    topicOf: topicOf(base),
    facts: askableFacts(base),
    itemsOf: (fact, type) => (partsByType.get(type) ?? []).map((part) => () => make(fact, part)),
  };
}

/** Items that were made before, by the fact they were made for. */
export function pooledSupply(base: FactBase, pool: readonly Item[]): Supply {
  const byFact = new Map<FactId, Item[]>();
  for (const item of pool) {
    const items = byFact.get(item.tests[0]!);
    if (items) items.push(item);
    else byFact.set(item.tests[0]!, [item]);
  }
  return {
    topicOf: topicOf(base),
    facts: [...byFact.keys()].filter((id) => base.facts.has(id)).sort(),
    itemsOf: (fact, type) => [() => (byFact.get(fact) ?? []).filter((item) => item.type === type)],
  };
}
