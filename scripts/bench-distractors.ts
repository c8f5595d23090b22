import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue } from "@/lib/facts/model";
import { renderValue } from "@/lib/facts/render";
import { generateBank } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { areNamesakes } from "@/lib/questions/lint/kinship";
import { factsAnswering, isAnswer } from "@/lib/questions/lint/query";
import { valueOf, type Said } from "@/lib/questions/lint/reading";
import { namedRandom, shuffled } from "@/lib/shared/random";
import { loadOrThrow } from "./bench-engine";

/** A question for a fact's value as another way of choosing options would ask it. */
type Asked = { fact: Fact; key: Said; others: Said[] };

const wanted = 3;

function saidOf(base: FactBase, value: FactValue): Said {
  const text = renderValue(base, value, { bare: true });
  return value.kind === "entity" ? { text, entity: value.entity } : { text, value };
}

/** Every answer of the set (all facts of one predicate) once per card, as flashcard apps keep them. */
const answersOfSet = (base: FactBase, fact: Fact): FactValue[] =>
  (base.factsByPredicate.get(fact.predicate) ?? []).filter((other) => other !== fact && other.value.kind === fact.value.kind).map(({ value }) => value);

/** Three other cards' answers, whichever. A card with the very text of the key is passed over, as such apps do. */
function atRandom(base: FactBase, fact: Fact, key: Said): Said[] {
  const cards = shuffled(namedRandom(1, fact.id), answersOfSet(base, fact)).map((value) => saidOf(base, value));
  return cards.filter(({ text }) => text !== key.text).slice(0, wanted);
}

const scaleOf = (value: FactValue): number | undefined => (value.kind === "quantity" ? value.amount : value.kind === "date" ? Number(value.edtf.replace("~", "").padEnd(10, "-01").replaceAll("-", "")) : undefined);

const bigrams = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2).toLowerCase());

/** How far apart two answers are: by value where they have one, else by the letter pairs that their names do not share. */
function distance(a: Said, b: Said): number {
  const [left, right] = [valueOf(a), valueOf(b)].map((value) => value && scaleOf(value));
  if (left !== undefined && right !== undefined) return Math.abs(left - right);
  const [ours, theirs] = [new Set(bigrams(a.text)), new Set(bigrams(b.text))];
  return 1 - (2 * [...ours].filter((pair) => theirs.has(pair)).length) / (ours.size + theirs.size || 1);
}

/** The three other answers of the set that are nearest to the key. */
function nearest(base: FactBase, fact: Fact, key: Said): Said[] {
  const byText = new Map(answersOfSet(base, fact).map((value) => saidOf(base, value)).map((said) => [said.text, said]));
  byText.delete(key.text);
  return [...byText.values()].sort((a, b) => distance(a, key) - distance(b, key)).slice(0, wanted);
}

const pairs = <T>(values: readonly T[]): [T, T][] => values.flatMap((a, i) => values.slice(i + 1).map((b): [T, T] => [a, b]));

/** A wrong option that the facts say is, or may be, right: by the independent look-up of the linter, at the question's time. */
const hasSecondTruth = (base: FactBase, { fact, others }: Asked) =>
  others.some((other) => factsAnswering(base, fact, "forward").some((known) => isAnswer(base, known, "forward", other)));

const hasDuplicates = (base: FactBase, { key, others }: Asked) =>
  pairs([key, ...others]).some(([a, b]) => a.text.toLowerCase() === b.text.toLowerCase() || (a.entity !== undefined && b.entity !== undefined && areNamesakes(base, a.entity, b.entity)));

function isToldByLength({ key, others }: Asked): boolean {
  const lengths = others.map(({ text }) => text.length);
  return key.text.length > 1.4 * Math.max(...lengths) || key.text.length * 1.4 < Math.min(...lengths);
}

/** Whether the key is most like the others; a tie counts by its share. */
function medoidShare({ key, others }: Asked): number {
  const all = [key, ...others];
  const sums = all.map((one) => all.reduce((sum, other) => sum + distance(one, other), 0));
  const least = Math.min(...sums);
  return sums[0]! <= least + 1e-9 ? 1 / sums.filter((sum) => sum <= least + 1e-9).length : 0;
}

const share = (asked: readonly Asked[], of: (each: Asked) => boolean | number) => asked.reduce((sum, each) => sum + Number(of(each)), 0) / asked.length;

function describe(base: FactBase, name: string, asked: readonly Asked[]): string {
  const cells = [share(asked, (each) => hasSecondTruth(base, each)), share(asked, (each) => hasDuplicates(base, each)), share(asked, isToldByLength), share(asked, medoidShare)];
  return `${name.padEnd(38)}${String(asked.length).padStart(7)}${cells.map((cell) => `${(100 * cell).toFixed(1)} %`.padStart(14)).join("")}`;
}

/** Facts that have a choice of four in our bank, one item each. */
function oneItemEach(base: FactBase): Item[] {
  const items = new Map<string, Item>();
  for (const item of generateBank(base, { seed: 1, types: ["multiple-choice"] })) {
    const isAskedFor = item.direction === "forward" && item.options.length === wanted + 1 && item.options.every((option) => ["entity", "quantity", "date"].includes(valueOf(option)?.kind ?? ""));
    if (isAskedFor && !items.has(item.tests[0]!)) items.set(item.tests[0]!, item);
  }
  return [...items.values()];
}

/** The same facts asked with options chosen in three ways: how many of the questions are spoilt. */
export async function runDistractorBench(): Promise<number> {
  const base = loadOrThrow();
  const ours = oneItemEach(base).map((item): Asked => {
    const at = (item.key as number[])[0]!;
    return { fact: base.facts.get(item.tests[0]!)!, key: item.options[at]!, others: item.options.filter((_, i) => i !== at) };
  });
  const by = (choose: typeof nearest) => ours.map(({ fact, key }): Asked => ({ fact, key, others: choose(base, fact, key) })).filter(({ others }) => others.length === wanted);
  console.log(`${"options".padEnd(38)}${"items".padStart(7)}${["second truth", "duplicates", "told by length", "key is medoid"].map((head) => head.padStart(14)).join("")}`);
  console.log(describe(base, "random other answers of the same set", by(atRandom)));
  console.log(describe(base, "nearest other answers of the same set", by(nearest)));
  console.log(describe(base, "ours", ours));
  console.log("\nSecond truth: the facts say that a wrong option is right, or may be, at the precision and tolerance given. Chance for the medoid: 25 %.");
  return 0;
}
