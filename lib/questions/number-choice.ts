import type { Bound, FactValue, QuantityValue } from "@/lib/facts/model";
import { convert } from "@/lib/facts/quantities";
import { compareValues } from "@/lib/facts/values";
import { pick, randomBelow, shuffled, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { fitsBeside, keyOption, leastDistractors, valueDistractor, wantedDistractors, type Choice } from "./choice";
import type { Difficulty, Option } from "./item";
import type { NoItemCode } from "./no-item";
import { climb, type LadderRules } from "./number-ladder";
import type { Question } from "./question";

const difficulties: Difficulty[] = ["easy", "medium", "hard"];
const draws = 12;

/** Bounds that a choice can carry: with the others, a smaller or greater option would be true as well. */
const choosableBounds: Bound[] = ["about", "nearly"];

/** Options that only say "about" must be far apart. */
const leastFactorOfRough = 1.6;

function feasibleRange({ base, predicate }: Question, unit: string | undefined): { min: number; max: number } {
  const inUnit = (amount: number | undefined) => {
    if (amount === undefined || predicate.unit === undefined || unit === undefined || predicate.unit === unit) return amount;
    const converted = convert(base, amount, predicate.unit, unit);
    return converted.ok ? converted.value : undefined;
  };
  return { min: inUnit(predicate.feasible?.min) ?? 0, max: inUnit(predicate.feasible?.max) ?? Infinity };
}

function amountsOfOthers({ base, predicate }: Question, key: QuantityValue): number[] {
  return (base.factsByPredicate.get(predicate.id) ?? []).flatMap(({ value }) =>
    value.kind === "quantity" && value.unit === key.unit && value.bound === key.bound ? value.amount : [],
  );
}

function ladderRules(question: Question, key: QuantityValue, difficulty: Difficulty): LadderRules {
  const { tolerance } = question.predicate;
  const leastFactor = Math.max(key.bound ? leastFactorOfRough : 1, 1 + 2.5 * tolerance);
  return { key: key.amount, difficulty, known: amountsOfOthers(question, key), leastFactor, ...feasibleRange(question, key.unit) };
}

/** Distractors nearest first on one side, each proved false and readable beside the others. */
function provenOnSide(question: Question, key: QuantityValue, amounts: readonly number[]): Option[] | undefined {
  const options: Option[] = [];
  for (const amount of amounts) {
    const value: FactValue = { ...key, amount };
    const option = valueDistractor(question, value);
    if (!option) return undefined;
    options.push(option);
  }
  return options;
}

/** Whether the amount cannot be the same as any of the others, which are rounded as well. */
const isApart = ({ base, predicate }: Question, { value }: Option, others: readonly Option[]) =>
  others.every((other) => compareValues(base, predicate, value!, other.value!) === "different");

function drawChoice(question: Question, key: QuantityValue, rank: number, distractors: number, random: Random): Choice | undefined {
  for (let draw = 0; draw < draws; draw++) {
    const difficulty = pick(random, difficulties);
    const rules = ladderRules(question, key, difficulty);
    const below = provenOnSide(question, key, climb(random, rules, -1, distractors).slice(0, rank));
    const above = provenOnSide(question, key, climb(random, rules, 1, distractors).slice(0, distractors - rank));
    if (!below || !above || below.length + above.length < distractors) continue;
    const options = [...below.reverse(), keyOption(question), ...above];
    if (options.every((option, i) => fitsBeside(option, options.slice(0, i)) && isApart(question, option, options.slice(0, i)))) return { options, key: rank, difficulty };
  }
  return undefined;
}

/** How many distractors find room on both sides, so that every rank of the key is possible. */
function roomFor(question: Question, key: QuantityValue, random: Random): number {
  const rules = ladderRules(question, key, "hard");
  return Math.min(climb(random, rules, -1, wantedDistractors).length, climb(random, rules, 1, wantedDistractors).length);
}

/** One amount that is proved false, as round as the key and next to it on either side where both have room; nothing where neither has. */
export function wrongAmount(question: Question, random: Random): Option | undefined {
  const key = question.answer.value;
  if (key?.kind !== "quantity" || (key.bound && !choosableBounds.includes(key.bound))) return undefined;
  const rules = ladderRules(question, key, pick(random, difficulties));
  const sides = shuffled<1 | -1>(random, [1, -1]);
  const amounts = sides.flatMap((side) => climb(random, rules, side, 1));
  return amounts.flatMap((amount) => valueDistractor(question, { ...key, amount }) ?? [])[0];
}

/**
 * Amounts in ascending order. The key's rank is drawn first, each equally likely, then amounts are found below and above
 * it; where the feasible range leaves no room for some rank, the key's place would tell, so there is no choice.
 */
export function chooseAmongNumbers(question: Question, random: Random): Result<Choice, NoItemCode> {
  const key = question.answer.value;
  if (key?.kind !== "quantity") return err("not-number");
  if (key.bound && !choosableBounds.includes(key.bound)) return err("bound");
  const distractors = roomFor(question, key, random);
  if (distractors < leastDistractors) return err("no-room-for-numbers");
  const choice = drawChoice(question, key, randomBelow(random, distractors + 1), distractors, random);
  return choice ? ok(choice) : err("no-false-numbers");
}
