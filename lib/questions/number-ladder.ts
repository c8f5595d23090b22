import { roundedOf, type Rounded } from "@/lib/facts/rounded";
import { pick, randomBelow, type Random } from "@/lib/shared/random";
import type { Difficulty } from "./item";

/** The powers of ten that a double holds exactly. */
const powers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** The number that `rounded` stands for, without binary noise: of two exact numbers the product and the quotient are the nearest double (Clinger 1990). */
export function amountOf({ mantissa, exponent }: Rounded): number {
  const power = powers[Math.abs(exponent)];
  if (power === undefined || !Number.isSafeInteger(mantissa)) return Number(`${mantissa}e${exponent}`);
  return exponent < 0 ? mantissa / power : mantissa * power;
}

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

/** Mantissas next to an amount on one side, at one power of ten. */
type Reach = { first: number; last: number; exponent: number };

function reachOfCount(from: number, side: 1 | -1, { difficulty, leastFactor }: LadderRules): Reach {
  const nearest = from + side * Math.max(1, Math.ceil(from * (side > 0 ? leastFactor - 1 : 1 - 1 / leastFactor)));
  const farthest = nearest + side * (countSteps[difficulty] - 1);
  return { first: Math.min(nearest, farthest), last: Math.max(nearest, farthest), exponent: 0 };
}

function reachOf(from: number, side: 1 | -1, rules: LadderRules): Reach {
  if (isCount(rules.key)) return reachOfCount(from, side, rules);
  const { exponent } = roundedOf(rules.key);
  const unit = amountOf({ mantissa: 1, exponent });
  const [low, high] = range(rules);
  const [least, greatest] = side > 0 ? [from * low, from * high] : [from / high, from / low];
  return { first: Math.ceil(least / unit), last: Math.floor(greatest / unit), exponent };
}

/** How far beyond its reach a step may go where nothing inside is as round as the key. */
const overreach = 10;

/** A mantissa in reach that fits, else the next one farther from the key. */
function drawMantissa(random: Random, { first, last }: Reach, side: 1 | -1, fits: (mantissa: number) => boolean): number | undefined {
  const size = Math.max(0, last - first + 1);
  const start = randomBelow(random, Math.max(1, size));
  for (let i = 0; i < size; i++) {
    const mantissa = first + ((start + i) % size);
    if (fits(mantissa)) return mantissa;
  }
  for (let i = 1; i <= overreach; i++) {
    const mantissa = side > 0 ? last + i : first - i;
    if (fits(mantissa)) return mantissa;
  }
  return undefined;
}

/** A feasible amount next to `from` that is as round as the key, a known one in two of three cases where there is one; undefined if there is none. */
function drawStep(random: Random, from: number, side: 1 | -1, rules: LadderRules): number | undefined {
  const key = roundedOf(rules.key);
  const reach = reachOf(from, side, rules);
  const { exponent } = reach;
  const fits = (mantissa: number) => {
    const amount = amountOf({ mantissa, exponent });
    return amount > 0 && amount >= rules.min && amount <= rules.max && (isCount(rules.key) || looksLike(key, mantissa));
  };
  const [below, above] = [amountOf({ mantissa: reach.first - 1, exponent }), amountOf({ mantissa: reach.last + 1, exponent })];
  const known = rules.known
    .filter((amount) => amount > below && amount < above)
    .map((amount) => Number(`${amount}e${-exponent}`))
    .filter((mantissa) => Number.isInteger(mantissa) && mantissa >= reach.first && mantissa <= reach.last && fits(mantissa));
  const isKnownWanted = random() < 2 / 3;
  const mantissa = isKnownWanted && known.length > 0 ? pick(random, known) : drawMantissa(random, reach, side, fits);
  return mantissa === undefined ? undefined : amountOf({ mantissa, exponent });
}

/** Up to `count` amounts on one side of the key, nearest first; fewer where the feasible range has no room. */
export function climb(random: Random, rules: LadderRules, side: 1 | -1, count: number): number[] {
  const rungs: number[] = [];
  for (let from = rules.key; rungs.length < count; ) {
    const next = drawStep(random, from, side, rules);
    if (next === undefined) break;
    rungs.push(next);
    from = next;
  }
  return rungs;
}
