import { formatDate } from "@/lib/facts/dates";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { namesOf, normaliseName } from "@/lib/facts/names";
import { formatQuantity } from "@/lib/facts/quantities";
import type { ItemId } from "@/lib/shared/ids";
import type { Difficulty, Item, ItemType } from "../item";
import { knownAfter, testedBy } from "./paper-told";

/** What a paper was to be: lists allow, weights ask for shares. */
export type PaperPlan = {
  count: number;
  topics?: readonly string[] | Readonly<Record<string, number>>;
  forms?: readonly ItemType[] | Readonly<Partial<Record<ItemType, number>>>;
  difficulty?: Readonly<Partial<Record<Difficulty, number>>>;
};

export type PaperFault = { rule: "paper/facts" | "paper/entailment" | "paper/text" | "paper/blueprint"; items: ItemId[]; problem: string };

/** The words and numbers of a text; 2,000 is one number and does not say 2. */
const words = (text: string) => ` ${normaliseName(text).replace(/(\d),(?=\d{3})/g, "$1").replace(/[^\p{L}\p{N}]+/gu, " ")} `;

function valueNames(base: FactBase, { value }: Fact): string[] {
  switch (value.kind) {
    case "entity": return namesOf(base.entities.get(value.entity)!);
    case "date": return [formatDate(value)];
    case "quantity": return [formatQuantity(base, value)];
    case "text": return [value.text];
    default: return [];
  }
}

/** Whether a text says subject and value of a fact, each in words of its own. */
function says(base: FactBase, text: string, fact: Fact): boolean {
  const plain = words(text);
  const subjects = namesOf(base.entities.get(fact.subject)!).map(words).filter((name) => plain.includes(name));
  const longest = subjects.sort((a, b) => b.length - a.length)[0];
  return longest !== undefined && valueNames(base, fact).some((name) => plain.split(longest).some((rest) => ` ${rest} `.includes(words(name))));
}

function faultsBetween(base: FactBase, teller: Item, asked: Item, known: ReadonlySet<string>): PaperFault[] {
  const items = [teller.id, asked.id];
  const tested = testedBy(base, asked);
  const entailed = tested.filter(({ id }) => known.has(id) && !teller.tests.includes(id));
  const said = tested.filter((fact) => [teller.stem, teller.described ?? ""].some((text) => says(base, text, fact)));
  return [
    ...entailed.map(({ id }): PaperFault => ({ rule: "paper/entailment", items, problem: `the first lets one know ${id}, which the second asks` })),
    ...said.map(({ id }): PaperFault => ({ rule: "paper/text", items, problem: `the first says ${id}, which the second asks` })),
  ];
}

function repeated(base: FactBase, items: readonly Item[]): PaperFault[] {
  const testedIn = new Map<string, ItemId[]>();
  for (const item of items) for (const id of new Set(testedBy(base, item).map((fact) => fact.id))) testedIn.set(id, [...(testedIn.get(id) ?? []), item.id]);
  return [...testedIn].filter(([, ids]) => ids.length > 1).map(([fact, ids]) => ({ rule: "paper/facts", items: ids, problem: `${fact} is tested more than once` }));
}

/** What a part of the plan finds wrong with how often each kind occurs: what is not named must not occur, a share is met to less than one item. */
function shareFaults(part: readonly string[] | Readonly<Record<string, number>>, kinds: readonly string[]): string[] {
  const weights = (Array.isArray(part) ? Object.fromEntries(part.map((name: string) => [name, 0])) : part) as Record<string, number>;
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const strangers = kinds.filter((kind) => weights[kind] === undefined).map((kind) => `${kind} is not in the blueprint`);
  const missed = Object.entries(weights).flatMap(([name, weight]) => {
    const count = kinds.filter((kind) => kind === name).length;
    const wanted = total === 0 ? count : (kinds.length * weight) / total;
    return Math.abs(count - wanted) < 1 ? [] : [`${count} of ${name}, where ${wanted.toFixed(1)} were wanted`];
  });
  return [...strangers, ...missed];
}

function planFaults(base: FactBase, items: readonly Item[], { count, topics, forms, difficulty }: PaperPlan): PaperFault[] {
  const topicOf = (item: Item) => base.entities.get(testedBy(base, item)[0]!.subject)!.topic;
  const problems = [
    ...(items.length === count ? [] : [`${items.length} items, where ${count} were wanted`]),
    ...(topics ? shareFaults(topics, items.map(topicOf)) : []),
    ...(forms ? shareFaults(forms as Record<string, number>, items.map(({ type }) => type)) : []),
    ...(difficulty ? shareFaults(difficulty as Record<string, number>, items.map((item) => item.difficulty)) : []),
  ];
  return problems.map((problem) => ({ rule: "paper/blueprint", items: items.map(({ id }) => id), problem }));
}

/** Everything that is wrong with a paper: facts tested twice, items that answer one another by what follows from them or by what they say, and a plan not met. */
export function lintPaper(base: FactBase, items: readonly Item[], plan?: PaperPlan): PaperFault[] {
  const known = items.map((item) => knownAfter(base, item));
  const between = items.flatMap((teller, i) => items.flatMap((asked, j) => (i === j ? [] : faultsBetween(base, teller, asked, known[i]!))));
  return [...repeated(base, items), ...between, ...(plan ? planFaults(base, items, plan) : [])];
}
