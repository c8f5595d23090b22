import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue } from "@/lib/facts/model";
import type { Item, Option } from "../item";

/** A text of an item and what it stands for. */
export type Said = Pick<Option, "text" | "entity" | "value">;

/** Options are put in order or beside prompts, and not chosen. */
export const isArranged = ({ type }: Item) => type === "ordering" || type === "matching";

/** Options are chosen among. */
export const isChosen = (item: Item) => item.options.length > 0 && !isArranged(item);

/** Two options that every such item has: True and False. */
export const isJudged = ({ type }: Item) => type === "true-false";

/** Chosen options that say different things, of which the item names the right ones. */
export const offersAnswers = (item: Item) => isChosen(item) && !isJudged(item) && item.type !== "comparison";

/** Without options: typed, or recalled. */
export const isOpen = (item: Item) => item.options.length === 0;

/** Positions of the right options that exist; none for other kinds of key. */
export const rightPositions = ({ key, options }: Item): number[] => (Array.isArray(key) ? key.filter((i) => options[i] !== undefined) : []);

export const rightOptions = (item: Item): Option[] => rightPositions(item).map((i) => item.options[i]!);

export const wrongOptions = (item: Item): Option[] => {
  const right = new Set(rightPositions(item));
  return item.options.filter((_, i) => !right.has(i));
};

/** The right answers as displayed. */
export const rightAnswers = (item: Item): Said[] => (Array.isArray(item.key) ? rightOptions(item) : [item.key]);

/** The fact that the item was made for. */
export const mainFact = (base: FactBase, item: Item): Fact | undefined => (item.tests[0] === undefined ? undefined : base.facts.get(item.tests[0]));

export const testedFacts = (base: FactBase, item: Item): Fact[] => item.tests.flatMap((id) => base.facts.get(id) ?? []);

/** What an option stands for as the value of a fact. */
export const valueOf = ({ entity, value }: Said): FactValue | undefined => (entity === undefined ? value : { kind: "entity", entity });

/** What is neither withdrawn nor doubted. */
export const isFirm = (fact: Fact) => fact.rank !== "deprecated" && fact.assurance !== "disputed";

/** All texts that a learner sees before answering. */
export const shownTexts = (item: Item): string[] => [item.stem, ...item.options.map(({ text }) => text), ...(item.prompts ?? []).map(({ text }) => text), ...(item.described === undefined ? [] : [item.described])];

/** Every pair of different positions in a list, each once. */
export const pairsOf = <T>(values: readonly T[]): [T, T][] => values.flatMap((one, i) => values.slice(i + 1).map((two): [T, T] => [one, two]));
