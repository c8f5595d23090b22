import type { FactBase } from "@/lib/facts/fact-base";
import type { QuantityValue } from "@/lib/facts/model";
import type { Item } from "../item";
import { isJudged, offersAnswers, pairsOf, rightPositions, valueOf } from "./reading";
import { always, type LintRule } from "./rule";

const between = (least: number, most: number, amount: number) => amount >= least && amount <= most;

const isOneOf = (item: Item, least: number, most: number) => between(least, most, item.options.length) && Array.isArray(item.key) && item.key.length === 1;

function isManyOf({ options, key }: Item): boolean {
  return between(5, 6, options.length) && Array.isArray(key) && between(2, Math.min(5, options.length - 1), key.length) && new Set(key).size === key.length;
}

function isMatching({ options, prompts = [], key }: Item): boolean {
  const isFull = prompts.every(({ certificates }) => certificates.length === options.length);
  return between(3, 4, prompts.length) && between(1, 2, options.length - prompts.length) && Array.isArray(key) && key.length === prompts.length && isFull;
}

const isTyped = ({ options, key }: Item) => options.length === 0 && !Array.isArray(key);

/** Whether there are as many options and right ones as the form takes. */
function hasItsNumber(item: Item): boolean {
  if (Array.isArray(item.key) && rightPositions(item).length !== item.key.length) return false;
  switch (item.type) {
    case "true-false": return item.options.map(({ text }) => text).join() === "True,False" && isOneOf(item, 2, 2);
    case "comparison": return isOneOf(item, 2, 2);
    case "multiple-response": return isManyOf(item);
    case "ordering": return between(3, 5, item.options.length) && Array.isArray(item.key);
    case "matching": return isMatching(item);
    case "short-answer": case "numeric": case "date": case "flashcard": return isTyped(item);
    case "cloze": case "multi-hop": return isTyped(item) || isOneOf(item, 3, 4);
    case "multiple-choice": case "picture": case "map": return isOneOf(item, 3, 4);
  }
}

/** A form has its number of options and of right ones. */
export const optionNumber: LintRule = {
  id: "options/number",
  says: "Three or four options with one key; five or six with two to all but one; two to judge or compare; three to five to arrange; none for what is typed.",
  applies: always,
  faults: (_, item) => (hasItsNumber(item) ? [] : [`${item.options.length} options and ${Array.isArray(item.key) ? item.key.length : "a typed"} key do not make a ${item.type} item`]),
};

const leafOf = (base: FactBase, { entity }: Item["options"][number]) => (entity === undefined ? undefined : base.entities.get(entity)?.type);

/** Options are of one kind, entities of one leaf type or of sibling types. */
export const oneKind: LintRule = {
  id: "options/kind",
  says: "All options are of one kind of value; entities are of one leaf type, or of sibling types.",
  applies: (item) => item.options.length > 0 && !isJudged(item),
  faults(base, item) {
    const kinds = new Set(item.options.map((option) => valueOf(option)?.kind ?? "nothing"));
    const types = [...new Set(item.options.flatMap((option) => leafOf(base, option) ?? []))];
    const parents = new Set(types.map((type) => base.types.get(type)?.parent ?? type));
    return [...(kinds.size > 1 ? [`kinds are mixed: ${[...kinds].join(", ")}`] : []), ...(types.length > 1 && parents.size > 1 ? [`types are mixed: ${types.join(", ")}`] : [])];
  },
};

const amountsOf = (item: Item): QuantityValue[] => item.options.flatMap(({ value }) => (value?.kind === "quantity" ? value : []));

/** Decimals that a text shows. */
const decimalsIn = (text: string) => /\d\.(\d+)/.exec(text)?.[1]?.length ?? 0;

const scriptOf = (text: string) => (/\p{Script=Han}/u.test(text) ? "Han" : "Latin");

/** Options are written alike. */
export const oneFormat: LintRule = {
  id: "options/format",
  says: "Options share unit, bound, decimals and script.",
  applies: (item) => item.options.length > 0,
  faults(_, item) {
    const isMeasured = amountsOf(item).length > 0;
    const formats = isMeasured
      ? item.options.map(({ text, value }) => (value?.kind === "quantity" ? `${value.unit ?? "no unit"}, ${value.bound ?? "exact"}, ${decimalsIn(text)} decimals` : "no amount"))
      : item.options.map(({ text }) => scriptOf(text));
    return new Set(formats).size > 1 ? [`options differ: ${[...new Set(formats)].join(" / ")}`] : [];
  },
};

function ranked(item: Item): (number | string)[] {
  return item.options.flatMap(({ value }) => (value?.kind === "quantity" ? value.amount : value?.kind === "date" ? value.edtf.replace("~", "") : []));
}

/** Amounts and dates are shown in order. */
export const ascending: LintRule = {
  id: "options/ascending",
  says: "Amounts and dates ascend.",
  applies: (item) => item.type !== "ordering" && ranked(item).length > 0,
  faults(_, item) {
    const values = ranked(item);
    return values.some((value, i) => i > 0 && value <= values[i - 1]!) ? [`not ascending: ${item.options.map(({ text }) => text).join(", ")}`] : [];
  },
};

/** Noughts at the end of a whole number; minus the decimals of any other. */
function roundnessOf(amount: number): number {
  const text = String(amount);
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return decimals > 0 ? -decimals : (/0*$/.exec(text)?.[0].length ?? 0);
}

/** Up to here numbers are counted, and a nought at the end says nothing. */
const greatestCount = 30;

/** No amount is rounder than another. */
export const sameRoundness: LintRule = {
  id: "options/roundness",
  says: "Amounts to choose among are equally round; small counts are whole.",
  applies: (item) => offersAnswers(item) && item.type !== "multiple-response" && amountsOf(item).length > 0,
  faults(_, item) {
    const amounts = amountsOf(item).map(({ amount }) => amount);
    const key = item.options[rightPositions(item)[0] ?? 0]?.value;
    const isCount = key?.kind === "quantity" && Number.isInteger(key.amount) && key.amount <= greatestCount;
    const isAlike = isCount ? amounts.every(Number.isInteger) : new Set(amounts.map(roundnessOf)).size === 1;
    return isAlike ? [] : [`not equally round: ${amounts.join(", ")}`];
  },
};

/** Nothing offered reads like another option, or stands inside one. */
export const shownApart: LintRule = {
  id: "options/apart",
  says: "Options are distinct as displayed, and none is a part of another.",
  applies: (item) => item.options.length > 0,
  faults(_, item) {
    const plain = (text: string) => text.normalize("NFKC").toLowerCase().trim();
    const isWithin = ([a, b]: [string, string]) => a.includes(b) || b.includes(a);
    const texts = item.options.map(({ text }) => plain(text));
    return pairsOf(texts).filter(isWithin).map(([a, b]) => `"${a}" and "${b}"`);
  },
};
