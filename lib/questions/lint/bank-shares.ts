import type { FactBase } from "@/lib/facts/fact-base";
import type { EntityId } from "@/lib/shared/ids";
import type { Item, Option } from "../item";
import { isJudged, offersAnswers, rightPositions } from "./reading";
import type { BankRule, Measurement } from "./rule";

/** Of a normal distribution one value in a thousand lies farther out than this, to both sides together. */
const zAt999 = 3.29;

const isSingle = (item: Item) => offersAnswers(item) && rightPositions(item).length === 1 && item.options.length >= 3;

/** Options that stand in order of their values; their lengths and places follow from that. */
export const isSorted = ({ options }: Item) => options.every(({ value }) => value?.kind === "date" || value?.kind === "quantity");

export const singleKeyed = (items: readonly Item[]) => items.filter(isSingle);

/**
 * Whether a share is within the 99.9 % bound of what chance gives (normal approximation of the binomial). `each` holds one hit (0–1) and its
 * chance for every item. All items of one fact and direction have one key, so they count as one trial with the mean of their hits.
 */
export function shareWithin(what: string, items: readonly Item[], each: (item: Item) => { hit: number; chance: number }): Measurement {
  const trials = new Map<string, { hit: number; chance: number; items: number }>();
  for (const item of items) {
    const trial = `${item.tests[0]} ${item.direction}`;
    const so = trials.get(trial) ?? { hit: 0, chance: 0, items: 0 };
    const { hit, chance } = each(item);
    trials.set(trial, { hit: so.hit + hit, chance: so.chance + chance, items: so.items + 1 });
  }
  const means = [...trials.values()].map((trial) => ({ hit: trial.hit / trial.items, chance: trial.chance / trial.items }));
  const n = Math.max(1, means.length);
  const [figure, chance] = [means.reduce((sum, { hit }) => sum + hit, 0) / n, means.reduce((sum, trial) => sum + trial.chance, 0) / n];
  const margin = zAt999 * Math.sqrt((chance * (1 - chance)) / n);
  const [least, most] = [chance - margin, chance + margin];
  return { what, items: items.length, figure, least, most, isOutside: items.length > 0 && (figure < least || figure > most) };
}

type Score = (base: FactBase, option: Option, item: Item) => number;

/** How often the key has the highest score; ties share the hit. */
function topKeys(base: FactBase, items: readonly Item[], what: string, score: Score): Measurement {
  return shareWithin(what, items, (item) => {
    const scores = item.options.map((option) => score(base, option, item));
    const top = Math.max(...scores);
    const isTop = scores[rightPositions(item)[0]!]! >= top - 1e-9;
    return { hit: isTop ? 1 / scores.filter((value) => value >= top - 1e-9).length : 0, chance: 1 / scores.length };
  });
}

const bigrams = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2).toLowerCase()));

/** Likeness of names by common letter pairs (Dice). */
function nameLikeness(a: string, b: string): number {
  const [left, right] = [bigrams(a), bigrams(b)];
  return (2 * [...left].filter((pair) => right.has(pair)).length) / (left.size + right.size || 1);
}

const relationsOfBase = new WeakMap<FactBase, Map<EntityId, ReadonlySet<string>>>();

/** What an entity has in common with others: its type and the entities that its facts name. */
function relationsOf(base: FactBase, id: EntityId): ReadonlySet<string> {
  let known = relationsOfBase.get(base);
  if (!known) relationsOfBase.set(base, (known = new Map()));
  let own = known.get(id);
  if (!own) {
    const named = (base.factsBySubject.get(id) ?? []).flatMap(({ predicate, value }) => (value.kind === "entity" ? [`${predicate} ${value.entity}`] : []));
    known.set(id, (own = new Set([base.entities.get(id)?.type ?? "", ...named])));
  }
  return own;
}

const sumOver = (item: Item, option: Option, likeness: (other: Option) => number) =>
  item.options.reduce((sum, other) => (other === option ? sum : sum + likeness(other)), 0);

const byName: Score = (_, option, item) => sumOver(item, option, (other) => nameLikeness(option.text, other.text));

const byFacts: Score = (base, option, item) =>
  sumOver(item, option, (other) => {
    const [own, others] = [relationsOf(base, option.entity!), relationsOf(base, other.entity!)];
    return [...own].filter((relation) => others.has(relation)).length / Math.sqrt(own.size * others.size);
  });

const shuffledOf = (items: readonly Item[]) => singleKeyed(items).filter((item) => !isSorted(item));

export const longestKey: BankRule = {
  id: "bank/longest",
  says: "Among shuffled options the key is the longest as often as chance has it.",
  measure: (base, items) => [topKeys(base, shuffledOf(items), "P(key is the longest)", (_, { text }) => text.length)],
};

export const shortestKey: BankRule = {
  id: "bank/shortest",
  says: "Among shuffled options the key is the shortest as often as chance has it.",
  measure: (base, items) => [topKeys(base, shuffledOf(items), "P(key is the shortest)", (_, { text }) => -text.length)],
};

export const medoidKey: BankRule = {
  id: "bank/medoid",
  says: "The key is the option most like the others, by name or by what the facts say of them, as often as chance has it.",
  measure: (base, items) => {
    const shuffled = shuffledOf(items);
    const entities = shuffled.filter(({ options }) => options.every(({ entity }) => entity !== undefined));
    return [topKeys(base, shuffled, "P(key is the medoid by name)", byName), topKeys(base, entities, "P(key is the medoid by facts)", byFacts)];
  },
};

export const fairCoin: BankRule = {
  id: "bank/coin",
  says: "True and False are right equally often.",
  measure: (_, items) => [shareOfCoin(items.filter(isJudged))],
};

/** Each item has a coin of its own, so each is a trial. */
function shareOfCoin(items: readonly Item[]): Measurement {
  const figure = items.filter((item) => item.options[rightPositions(item)[0] ?? -1]?.text === "True").length / Math.max(1, items.length);
  const margin = zAt999 * Math.sqrt(0.25 / Math.max(1, items.length));
  return { what: "P(True is right)", items: items.length, figure, least: 0.5 - margin, most: 0.5 + margin, isOutside: items.length > 0 && Math.abs(figure - 0.5) > margin };
}
