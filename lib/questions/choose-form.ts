import { pick, type Random } from "@/lib/shared/random";
import type { Form } from "./form";
import type { Item, ItemType } from "./item";

export type FormKind = Pick<Form, "type" | "way">;

export type ChooseContext = {
  /** Days until recall falls to nine in ten; null for a fact never reviewed. */
  stabilityDays: number | null;
  /** The chance in [0, 1] that the learner recalls the fact now. */
  recall: number;
  /** What the learner saw of this fact, the latest first. */
  recent: readonly Pick<Item, "type" | "template">[];
  /** The chance in [0, 1] of a right answer in a form, as foretold. */
  foretold: (form: FormKind) => number;
  /** The fact slips again and again: it is asked in a form that it has not had lately. */
  isLeech: boolean;
  /** Any form, at random, so that answers can show what the forms really ask. */
  isProbe: boolean;
  random: Random;
};

/** What an answer asks of memory. `first`: recognised among options, with no other fact needed. */
export type Strength = "first" | "recognition" | "helped" | "alone";

const strengthByType: Partial<Record<ItemType, Strength>> = {
  comparison: "recognition", matching: "recognition",
  "multiple-response": "helped", ordering: "helped",
  "multi-hop": "alone",
};

/** The strength of memory that a form asks for. A sentence with a gap helps whoever types; options help more. */
export function strengthOf({ type, way }: FormKind): Strength {
  if (way === "type") return type === "cloze" ? "helped" : "alone";
  return way === "recall" ? "helped" : (strengthByType[type] ?? "first");
}

const isCloze = ({ type }: FormKind) => type === "cloze";
const isProduced = ({ way }: FormKind) => way !== "choose";
const isChoice = (form: FormKind) => form.way === "choose" && ["first", "recognition"].includes(strengthOf(form));

/** Forms that ask for more than the fact in itself: to combine, compare or arrange it. */
const applying: readonly ItemType[] = ["multi-hop", "comparison", "ordering", "matching", "multiple-response"];
const isApplied = ({ type }: FormKind) => applying.includes(type);

/** Memory-model page §6. */
const recognitionDays = 3;
const recallDays = 15;
const typedFromRecall = 0.8;
const anythingElse = 1 / 5;
const probeShare = 1 / 10;
const lowestForetold = 0.7;
const highestForetold = 0.95;

/** A leech has had a form lately if it was among so many answers; ours. */
export const recentAnswers = 4;

/** Whether a review asks a form at random: one in ten (§6). */
export const isProbeTurn = (random: Random): boolean => random() < probeShare;

type Suits = (form: FormKind) => boolean;

/** The kinds of form to try in turn, best first (§6); every form is in one of them. */
function tiersFor({ stabilityDays, recall, random }: ChooseContext): Suits[] {
  const ofStrength = (strength: Strength): Suits => (form) => strengthOf(form) === strength;
  if (stabilityDays === null) return (["first", "recognition", "helped", "alone"] as const).map(ofStrength);
  const others = (suits: Suits): Suits[] => [suits, (form) => !suits(form)];
  if (stabilityDays < recognitionDays) return others((form) => isChoice(form) || isCloze(form) || (isProduced(form) && recall >= typedFromRecall));
  if (stabilityDays <= recallDays) return others((form) => isCloze(form) || isProduced(form));
  const tiers = others((form) => isProduced(form) || isApplied(form));
  return random() < anythingElse ? tiers.reverse() : tiers;
}

/** How often a form comes up beside others that suit as well. A true-or-false answer is half a guess; drawings are rare among the facts. */
const weights: Partial<Record<ItemType, number>> = { "multiple-choice": 3, picture: 4, map: 3, cloze: 2, flashcard: 2, comparison: 1, "true-false": 0.5 };

/** In random order, likelier forms first: the keys u^(1/w) of Efraimidis and Spirakis (2006). */
function weighted<F extends FormKind>(random: Random, forms: readonly F[], weightOf: (form: F) => number): F[] {
  const keyed = forms.map((form) => ({ form, key: random() ** (1 / weightOf(form)) }));
  return keyed.sort((a, b) => b.key - a.key).map(({ form }) => form);
}

/** Those that pass before those that do not, each in their order. */
const first = <F>(forms: readonly F[], passes: (form: F) => boolean): F[] => [...forms.filter(passes), ...forms.filter((form) => !passes(form))];

/** The forms to try, best first: by the strength of the memory, then others than last time, then those that are neither too easy nor too hard. */
function formsToTry<F extends FormKind>(forms: readonly F[], context: ChooseContext): F[] {
  const { random, recent, foretold, isLeech, isProbe } = context;
  if (isProbe) return weighted(random, forms, () => 1);
  const isInReach = (form: F) => foretold(form) >= lowestForetold && foretold(form) <= highestForetold;
  const ordered = tiersFor(context).flatMap((suits) => {
    const tier = weighted(random, forms.filter(suits), ({ type }) => weights[type] ?? 1.5);
    return first(first(tier, isInReach), ({ type }) => type !== recent[0]?.type);
  });
  if (!isLeech) return ordered;
  const lately = new Set(recent.slice(0, recentAnswers).map(({ type }) => type));
  return first(ordered, ({ type }) => !lately.has(type));
}

/**
 * The item to ask (memory-model page §6): of the best form that has one in another wording than last time, else of the best form that has
 * one. `make` gives the items that may be asked of a form, some of them or all, and is called for no more forms than needed. Nothing if no form has an item.
 */
export function chooseItem<F extends FormKind>(forms: readonly F[], make: (form: F, isAll: boolean) => readonly Item[], context: ChooseContext): Item | undefined {
  const isFresh = ({ template }: Item) => template !== context.recent[0]?.template;
  let repeated: Item | undefined;
  for (const form of formsToTry(forms, context)) {
    const some = make(form, false);
    const items = some.some(isFresh) ? some : make(form, true);
    const fresh = items.filter(isFresh);
    if (fresh.length > 0) return pick(context.random, fresh);
    if (items.length > 0) repeated ??= pick(context.random, items);
  }
  return repeated;
}
