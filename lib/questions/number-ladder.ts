import { randomBelow, type Random } from "@/lib/shared/random";
import type { Difficulty } from "./item";

/** A number as a whole mantissa times a power of ten, the mantissa without trailing zeros: 5,200 = 52 × 10². */
export type Rounded = { mantissa: number; exponent: number };

/** Splits a finite number ≥ 0 into its digits and its roundness. */
export function roundedOf(amount: number): Rounded {
  const [digits = "", power = "0"] = amount.toString().split("e");
  const [whole = "", decimals = ""] = digits.split(".");
  const all = `${whole}${decimals}`.replace(/^0+/, "");
  const kept = all.replace(/0+$/, "");
  return { mantissa: Number(kept), exponent: Number(power) - decimals.length + (all.length - kept.length) };
}

/** The number that `rounded` stands for, without binary noise. */
export const amountOf = ({ mantissa, exponent }: Rounded): number => Number(`${mantissa}e${exponent}`);

/** Whole numbers up to this are plain counts: whether they end in a nought says nothing. */
const greatestCount = 30;
const isCount = (amount: number) => Number.isInteger(amount) && amount <= greatestCount;

/** By what factor neighbouring options differ. */
const factors: Record<Difficulty, [number, number]> = { hard: [1.06, 1.16], medium: [1.16, 1.4], easy: [1.5, 2.2] };
const countSteps: Record<Difficulty, number> = { hard: 1, medium: 2, easy: 3 };

export type LadderRules = {
  key: number;
  difficulty: Difficulty;
  /** Amounts of other subjects; preferred, so that the key is not the only figure a learner meets twice. */
  known: readonly number[];
  min: number;
  max: number;
  /** Neighbours differ by at least this factor, > 1. */
  leastFactor: number;
};

function range(rules: LadderRules): [number, number] {
  const [low, high] = factors[rules.difficulty];
  return rules.leastFactor <= low ? [low, high] : [rules.leastFactor, rules.leastFactor * (high / low)];
}

/** Whether a mantissa at the key's power of ten looks as round as the key's. */
function looksLike(key: Rounded, mantissa: number): boolean {
  if (mantissa % 10 === 0) return false;
  return key.mantissa <= greatestCount || (mantissa % 5 === 0) === (key.mantissa % 5 === 0);
}

/** Whole numbers next to `from` on one side, for a key that is a plain count. */
function countsFrom(from: number, side: 1 | -1, { difficulty, leastFactor }: LadderRules): number[] {
  const least = Math.max(1, Math.ceil(from * (side > 0 ? leastFactor - 1 : 1 - 1 / leastFactor)));
  return Array.from({ length: countSteps[difficulty] }, (_, i) => from + side * (least + i)).filter((count) => count <= greatestCount);
}

/** The amounts next to `from` on one side that are as round as the key, in the distance the difficulty asks for. */
function stepsFrom(from: number, side: 1 | -1, rules: LadderRules): number[] {
  const isFeasible = (amount: number) => amount > 0 && amount >= rules.min && amount <= rules.max;
  if (isCount(rules.key)) return countsFrom(from, side, rules).filter(isFeasible);
  const key = roundedOf(rules.key);
  const unit = amountOf({ mantissa: 1, exponent: key.exponent });
  const [low, high] = range(rules);
  const [nearest, farthest] = side > 0 ? [from * low, from * high] : [from / high, from / low];
  const first = Math.ceil(nearest / unit);
  const mantissas = Array.from({ length: Math.max(0, Math.floor(farthest / unit) - first + 1) }, (_, i) => first + i);
  return mantissas.filter((mantissa) => looksLike(key, mantissa)).map((mantissa) => amountOf({ mantissa, exponent: key.exponent })).filter(isFeasible);
}

/**
 * Up to `count` amounts on one side of the key, nearest first; fewer where the feasible range has no room.
 * A step of the walk takes a known amount in two of three cases where one lies in its reach.
 */
export function climb(random: Random, rules: LadderRules, side: 1 | -1, count: number): number[] {
  const rungs: number[] = [];
  let from = rules.key;
  for (let i = 0; i < count; i++) {
    const steps = stepsFrom(from, side, rules);
    const known = steps.filter((amount) => rules.known.includes(amount));
    const choice = known.length > 0 && random() < 2 / 3 ? known : steps;
    if (choice.length === 0) break;
    from = choice[randomBelow(random, choice.length)]!;
    rungs.push(from);
  }
  return rungs;
}
