import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue } from "@/lib/facts/model";
import { namesOf, normaliseName } from "@/lib/facts/names";
import { renderValue, statementOf } from "@/lib/facts/render";
import type { FactId } from "@/lib/shared/ids";
import { entailedBy } from "../entailment";
import type { Item } from "../item";
import { factBehindOption } from "../present";

/** What an item tells whoever reads it and its feedback: facts, closed under entailment, and sentences as `spaced` has them (`all` of them in one, and all their `words`, to look quickly). */
export type Told = { facts: ReadonlySet<FactId>; sentences: readonly string[]; all: string; words: ReadonlySet<string> };

/** A name as `spaced` has it, and its longest word: where that is not said, the name is not. */
export type Name = { text: string; word: string };

/** The ways to name both sides of a fact; none where a side has no name of its own (yes, no, coordinates). */
export type Sides = { subject: readonly Name[]; value: readonly Name[] };

/** A text as names are looked for in it: words and numbers, each between spaces. */
export const spaced = (text: string): string => ` ${normaliseName(text).replace(/(\d)[,](?=\d{3})/g, "$1").replace(/[^\p{L}\p{N}.]+|\.(?!\d)/gu, " ").trim()} `;

const factsOfBase = new WeakMap<FactBase, { sentences: Map<FactId, string>; sides: Map<FactId, Sides> }>();

function knownOf(base: FactBase) {
  let known = factsOfBase.get(base);
  if (!known) factsOfBase.set(base, (known = { sentences: new Map(), sides: new Map() }));
  return known;
}

function sentenceOf(base: FactBase, fact: Fact): string {
  const { sentences } = knownOf(base);
  let sentence = sentences.get(fact.id);
  if (sentence === undefined) sentences.set(fact.id, (sentence = spaced(statementOf(base, fact))));
  return sentence;
}

const wordsOf = (text: string) => text.split(" ").filter((word) => word !== "");

const toName = (text: string): Name => ({ text, word: wordsOf(text).reduce((longest, word) => (word.length > longest.length ? word : longest)) });

const numberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

function textsOf(base: FactBase, value: FactValue): string[] {
  if (value.kind === "entity") return namesOf(base.entities.get(value.entity)!);
  if (value.kind === "boolean" || value.kind === "coordinates") return [];
  const word = value.kind === "quantity" && value.unit === undefined ? numberWords[value.amount] : undefined;
  return [renderValue(base, value), ...(word === undefined ? [] : [word])];
}

/** The names of a fact's subject and value, the longest first. */
export function sidesOf(base: FactBase, fact: Fact): Sides {
  const { sides } = knownOf(base);
  let found = sides.get(fact.id);
  if (!found) {
    const longestFirst = (texts: readonly string[]) => [...new Set(texts.map(spaced))].filter((text) => text.trim() !== "").sort((a, b) => b.length - a.length).map(toName);
    found = { subject: longestFirst(namesOf(base.entities.get(fact.subject)!)), value: longestFirst(textsOf(base, fact.value)) };
    sides.set(fact.id, found);
  }
  return found;
}

const toldByItem = new WeakMap<Item, { base: FactBase; told: Told }>();

/**
 * What an item gives away before and after it is answered: what it asserts, what its wrong options are explained with, and its texts: stem, described figure, and
 * the sentences of the feedback. Remembered for each item.
 */
export function toldBy(base: FactBase, item: Item): Told {
  const known = toldByItem.get(item);
  if (known?.base === base) return known.told;
  const explained = item.options.flatMap((_, i) => factBehindOption(base, item, i) ?? []);
  const tested = item.tests.flatMap((id) => base.facts.get(id) ?? []);
  const facts = entailedBy(base, [...item.asserts, ...explained.map(({ id }) => id)]);
  const shown = [item.stem, ...(item.described === undefined ? [] : [item.described])].map(spaced);
  const sentences = [...new Set([...shown, ...[...tested, ...explained].map((fact) => sentenceOf(base, fact))])];
  const told = { facts, sentences, all: sentences.join("|"), words: new Set(sentences.flatMap(wordsOf)) };
  toldByItem.set(item, { base, told });
  return told;
}
