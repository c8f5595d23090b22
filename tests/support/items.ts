import { getFactBase } from "@/lib/content/fact-base";
import { openKeyOf } from "@/lib/data/study";
import type { PrismaClient } from "@/lib/db/generated/client";
import { forms } from "@/lib/questions/forms/registry";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { morning } from "./factories";

export const formNames = forms.map(({ name }) => name);

const firstItems = new Map<string, Item>();

/** The first item of the real bank that a form makes. */
export function itemOfForm(name: string): Item {
  const known = firstItems.get(name);
  if (known) return known;
  const base = getFactBase();
  const form = forms.filter((each) => each.name === name);
  for (const { id } of base.content.facts) {
    const [item] = generateItemsForFact(base, id, { seed: 1, forms: form }).items;
    if (!item) continue;
    firstItems.set(name, item);
    return item;
  }
  throw new Error(`No fact has an item of the form ${name}`);
}

/** Puts an item to a learner: it is the open question of its fact. Gives the id of the presentation. */
export async function presentItem(database: PrismaClient, userId: string, item: Item, now = morning): Promise<string> {
  const factId = item.tests[0]!;
  const { id } = await database.presentation.create({
    data: { userId, factId, itemId: item.id, item: item as object, contentVersion: getFactBase().version, openKey: openKeyOf(userId, factId), createdAt: now },
  });
  return id;
}
