import type { Item } from "../item";
import { isSorted, singleKeyed } from "./bank-shares";
import { rightPositions } from "./reading";
import type { BankRule, Measurement } from "./rule";

/** Critical values of χ² at one in a thousand, by degrees of freedom. */
const chiSquareLimits: Record<number, number> = { 1: 10.83, 2: 13.82, 3: 16.27 };

/** χ² of where the key stands among `size` options, against all places alike. */
function chiSquareOfKeys(what: string, items: readonly Item[], size: number): Measurement {
  const counts = Array.from({ length: size }, () => 0);
  for (const item of items) counts[rightPositions(item)[0]!]! += 1;
  const expected = items.length / size;
  const figure = items.length === 0 ? 0 : counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const most = chiSquareLimits[size - 1]!;
  return { what: `χ² of ${what} (${counts.join(" / ")})`, items: items.length, figure, least: 0, most, isOutside: figure >= most };
}

const ofSize = (items: readonly Item[], size: number) => items.filter(({ options }) => options.length === size);

export const keyPosition: BankRule = {
  id: "bank/position",
  says: "Among shuffled options every place has the key equally often.",
  measure: (_, items) => {
    const shuffled = singleKeyed(items).filter((item) => !isSorted(item));
    const pairs = items.filter(({ type }) => type === "comparison");
    return [
      ...[4, 3].map((size) => chiSquareOfKeys(`the key's place among ${size}`, ofSize(shuffled, size), size)),
      chiSquareOfKeys("the key's place among two compared", pairs.filter((item) => rightPositions(item).length === 1), 2),
    ];
  },
};

export const keyRank: BankRule = {
  id: "bank/rank",
  says: "Among sorted amounts and dates every rank has the key equally often.",
  measure: (_, items) => [4, 3].map((size) => chiSquareOfKeys(`the key's rank among ${size}`, ofSize(singleKeyed(items).filter(isSorted), size), size)),
};

/** Questions are counted, a fact in one direction each: all items and seeds of one question have the same key. */
const leastQuestions = { ofOnePredicate: 10, ofAll: 20 };
const nearlyAll = 0.9;

type Appearances = { what: string; least: number; items: number; questions: Map<string, boolean> };

function noteAppearance(all: Map<string, Appearances>, what: string, least: number, question: string, isRight: boolean): void {
  let own = all.get(what);
  if (!own) all.set(what, (own = { what, least, items: 0, questions: new Map() }));
  own.items++;
  own.questions.set(question, isRight);
}

/** For each entity, and for it as an option of one predicate: the questions in which it is offered, and whether it is right. */
function countAppearances(items: readonly Item[]): Appearances[] {
  const all = new Map<string, Appearances>();
  for (const { predicate, direction, options, key, tests } of items) {
    options.forEach(({ entity }, i) => {
      if (entity === undefined) return;
      const [question, isRight] = [`${tests[0]} ${direction}`, (key as number[]).includes(i)];
      noteAppearance(all, entity, leastQuestions.ofAll, question, isRight);
      noteAppearance(all, `${entity} as an option of ${predicate} (${direction})`, leastQuestions.ofOnePredicate, question, isRight);
    });
  }
  return [...all.values()].filter(({ questions, least }) => questions.size >= least);
}

const shareOfRight = ({ questions }: Appearances) => [...questions.values()].filter(Boolean).length / questions.size;

/** Whoever has seen an entity as the answer every time need not read the question. */
export const notAlwaysKey: BankRule = {
  id: "bank/always-key",
  says: "No entity is the key in nearly all of its appearances as an option: over 90 % of at least 20 questions, or of at least 10 of one predicate.",
  measure(_, items) {
    const counts = countAppearances(singleKeyed(items));
    const sorted = counts.map((count) => ({ ...count, share: shareOfRight(count) })).sort((a, b) => b.share - a.share);
    const worst = sorted.filter(({ share }, i) => i === 0 || share > nearlyAll);
    return worst.map(({ what, items: times, questions, share }) => ({
      what: `share of ${questions.size} questions that offer ${what} where it is the key`,
      items: times, figure: share, least: 0, most: nearlyAll, isOutside: share > nearlyAll,
    }));
  },
};

export const distinctItems: BankRule = {
  id: "bank/distinct",
  says: "No two items of one seed have the same id.",
  measure: (_, items) => {
    const twice = items.length - new Set(items.map(({ id, seed }) => `${id} ${seed}`)).size;
    return [{ what: "items with the id of another", items: items.length, figure: twice, least: 0, most: 0, isOutside: twice > 0 }];
  },
};
