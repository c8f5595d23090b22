import type { FactBase } from "@/lib/facts/fact-base";
import { generateItemsForFact, type GenerateOptions } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { lintItem } from "@/lib/questions/lint/lint-item";
import type { FactId } from "@/lib/shared/ids";
import { setOfOwnFact } from "./own-ids";
import { generateSoundItems } from "./preview-questions";

/** The items of a fact that may be put. What the engine makes of the content is checked before it is released; of own facts each item is looked at, and what breaks a rule is left out. Throws on an unknown id. */
export const itemsToPut = (base: FactBase, factId: FactId, options: GenerateOptions): Item[] =>
  (setOfOwnFact(factId) === undefined ? generateItemsForFact : generateSoundItems)(base, factId, options).items;

/** Whether an item that was made some other way may be put, by the same measure. */
export const mayBePut = (base: FactBase, item: Item): boolean => setOfOwnFact(item.tests[0] ?? "") === undefined || lintItem(base, item).length === 0;
