import type { FactBase } from "@/lib/facts/fact-base";
import { statementOf } from "@/lib/facts/render";
import { generateItemsInSteps, type GenerateOptions, type NoItem } from "@/lib/questions/generate";
import type { Item, ItemType } from "@/lib/questions/item";
import { lintItem } from "@/lib/questions/lint/lint-item";
import type { RuleId } from "@/lib/questions/lint/rule";
import type { FactId, ItemId } from "@/lib/shared/ids";
import { namedRandom, shuffled } from "@/lib/shared/random";
import { finish, type Steps } from "@/lib/shared/steps";

/** An item that breaks a rule for questions, and how; `found`: what of its own text that is. It is never asked. */
export type FailedItem = { item: ItemId; type: ItemType; stem: string; rule: RuleId; problem: string; found?: string };

export type SoundItems = { items: Item[]; failed: FailedItem[]; reasons: NoItem[] };

/** As `generateSoundItems`, stopping between forms and items. */
export function* generateSoundItemsInSteps(base: FactBase, factId: FactId, options: GenerateOptions): Steps<SoundItems> {
  const { items, reasons } = yield* generateItemsInSteps(base, factId, options);
  const sound: SoundItems = { items: [], failed: [], reasons };
  for (const item of items) {
    yield;
    const faults = lintItem(base, item);
    const { type, stem } = item;
    if (faults.length === 0) sound.items.push(item);
    sound.failed.push(...faults.map((fault) => ({ ...fault, type, stem })));
  }
  return sound;
}

/** The items of one fact that keep every rule, those that do not with their faults, and why there are none in other forms. Throws on an unknown id. */
export const generateSoundItems = (base: FactBase, factId: FactId, options: GenerateOptions): SoundItems => finish(generateSoundItemsInSteps(base, factId, options));

export type FactPreview = {
  fact: FactId;
  statement: string;
  /** The forms in which it can be asked, with how many items of each direction. */
  forms: { type: ItemType; direction: Item["direction"]; items: number }[];
  /** One item each of different forms. */
  samples: Item[];
  failed: FailedItem[];
  reasons: NoItem[];
};

export type PreviewOptions = {
  /** Any whole number; the same seed shows the same questions. */
  seed: number;
  /** Which facts, in which order: all of the base, unless given. A fact takes some milliseconds. */
  facts?: readonly FactId[];
  /** How many questions are shown of each fact at most. */
  samples?: number;
};

function formsOf(items: readonly Item[]): FactPreview["forms"] {
  const counts = new Map<string, FactPreview["forms"][number]>();
  for (const { type, direction } of items) {
    const form = counts.get(`${type} ${direction}`) ?? { type, direction, items: 0 };
    counts.set(`${type} ${direction}`, { ...form, items: form.items + 1 });
  }
  return [...counts.values()];
}

/** As `previewQuestions`, stopping between forms and items. */
export function* previewQuestionsInSteps(base: FactBase, { seed, facts, samples = 3 }: PreviewOptions): Steps<FactPreview[]> {
  const previews: FactPreview[] = [];
  for (const id of facts ?? base.content.facts.map((fact) => fact.id)) {
    const { items, failed, reasons } = yield* generateSoundItemsInSteps(base, id, { seed });
    const types = shuffled(namedRandom(seed, `${id}~preview`), [...new Set(items.map(({ type }) => type))]).slice(0, samples);
    const shown = types.map((type) => items.find((item) => item.type === type)!);
    previews.push({ fact: id, statement: statementOf(base, base.facts.get(id)!), forms: formsOf(items), samples: shown, failed, reasons });
  }
  return previews;
}

/** What can be asked of each fact, with a sample, before anything is kept. Throws on an unknown id. */
export const previewQuestions = (base: FactBase, options: PreviewOptions): FactPreview[] => finish(previewQuestionsInSteps(base, options));
