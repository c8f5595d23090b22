import { training } from "./constants";
import type { Memory, MemoryEngine, Rating } from "./engine";
import { isRight, ratingFrom } from "./evidence";
import type { Answer } from "./fact-state";
import { createFsrsEngine, defaultWeights } from "./fsrs";
import { daysBetween } from "./learner-day";

/** A review as FSRS is fitted to it: days since the one before (0 for the first). */
export type TrainingReview = { rating: Rating; elapsedDays: number };

/** A review to foretell, the last one, with all that went before it on the same fact. */
export type TrainingItem = { atMs: number; reviews: readonly TrainingReview[] };

/** Fits the 21 weights of FSRS-6; outside, because it is native and slow. */
export type Train = (items: readonly TrainingItem[]) => Promise<readonly number[]>;

/** What a trial of parameters showed. `weights` are those to use from now on, null when they stay as they were. */
export type Trial = {
  itemCount: number;
  lossBefore: number;
  lossAfter: number;
  outcome: "accepted" | "not-better" | "too-few" | "unusable";
  weights: readonly number[] | null;
};

/** Every review but each fact's first, as an item; answers must be in the order of the log, and only the first of a learner's day counts. */
export function trainingItems(answers: Iterable<Answer>): TrainingItem[] {
  const histories = new Map<string, { lastDay: string; reviews: TrainingReview[] }>();
  const items: TrainingItem[] = [];
  for (const { factId, learnerDay, atMs, evidence } of answers) {
    const before = histories.get(factId);
    if (before && learnerDay <= before.lastDay) continue;
    const elapsedDays = before ? daysBetween(before.lastDay, learnerDay) : 0;
    const reviews = [...(before?.reviews ?? []), { rating: isRight(evidence) ? ratingFrom(evidence) : 1, elapsedDays }];
    histories.set(factId, { lastDay: learnerDay, reviews });
    if (before) items.push({ atMs, reviews });
  }
  return items;
}

/** Whether to train: from 1,000 items on, and then whenever a quarter more have come (§5). `lastItemCount` is null before the first training. */
export function isTrainingDue(itemCount: number, lastItemCount: number | null): boolean {
  return itemCount >= training.fewestItems && (lastItemCount === null || itemCount >= lastItemCount * (1 + training.growth));
}

/** The earlier items to fit (70 %) and the later ones to judge by, whatever order they are given in. */
export function splitInTime(items: readonly TrainingItem[]): { earlier: TrainingItem[]; later: TrainingItem[] } {
  const sorted = [...items].sort((a, b) => a.atMs - b.atMs);
  const cut = Math.floor(sorted.length * training.trainShare);
  return { earlier: sorted.slice(0, cut), later: sorted.slice(cut) };
}

const surest = 1e-6;

function lossOf({ reviews }: TrainingItem, engine: MemoryEngine): number {
  const last = reviews.at(-1)!;
  const memory = reviews.slice(0, -1).reduce<Memory | null>((state, { elapsedDays, rating }) => engine.next(state, elapsedDays, rating), null);
  const recall = memory ? engine.retrievability(memory, last.elapsedDays) : 0.5;
  const chance = Math.min(1 - surest, Math.max(surest, recall));
  return -Math.log(last.rating > 1 ? chance : 1 - chance);
}

/** The mean log loss (nats, ≥ 0) of the recall that the weights foretell for the last review of each item; NaN without items. */
export function logLoss(items: readonly TrainingItem[], weights: readonly number[]): number {
  const engine = createFsrsEngine(weights);
  return items.reduce((sum, item) => sum + lossOf(item, engine), 0) / items.length;
}

/** Awaited now and then in a long computation, so that others get their turn. */
export type Pause = () => Promise<void>;

const itemsBetweenPauses = 500;

/** The same as `logLoss`, in steps. */
export async function logLossInSteps(items: readonly TrainingItem[], weights: readonly number[], pause: Pause): Promise<number> {
  const engine = createFsrsEngine(weights);
  let sum = 0;
  for (const [i, item] of items.entries()) {
    if (i % itemsBetweenPauses === 0) await pause();
    sum += lossOf(item, engine);
  }
  return sum / items.length;
}

/** default + n/(n+500)·(fitted − default), §5: few items move the weights little. */
export function blendWeights(fitted: readonly number[], itemCount: number): number[] {
  const trust = itemCount / (itemCount + training.halfTrust);
  return defaultWeights.map((weight, i) => weight + trust * (fitted[i]! - weight));
}

/** Whether a fall of the held-out log loss is enough to change the parameters; not a number is not enough. */
export const isBetter = (lossBefore: number, lossAfter: number): boolean => lossBefore - lossAfter > training.leastGain;

const isUsable = (weights: readonly number[]) => weights.length === defaultWeights.length && weights.every(Number.isFinite);

/**
 * Tries parameters of the learner's own: fitted to the earlier 70 % they must foretell the later 30 % better than `current` by more than
 * 0.002, and there must be 1,000 items; only then are they fitted to all. With acceptance the calibration starts anew (`fittedAtMs` of the
 * rule). The losses are NaN where there are too few items to judge by. Rejects when `train` does.
 */
export async function tryParameters(items: readonly TrainingItem[], current: readonly number[], train: Train, pause: Pause = async () => undefined): Promise<Trial> {
  const { earlier, later } = splitInTime(items);
  const lossBefore = await logLossInSteps(later, current, pause);
  const trial = await train(earlier);
  if (!isUsable(trial)) return { itemCount: items.length, lossBefore, lossAfter: NaN, outcome: "unusable", weights: null };
  const lossAfter = await logLossInSteps(later, blendWeights(trial, earlier.length), pause);
  const judged = { itemCount: items.length, lossBefore, lossAfter };
  if (items.length < training.fewestItems) return { ...judged, outcome: "too-few", weights: null };
  if (!isBetter(lossBefore, lossAfter)) return { ...judged, outcome: "not-better", weights: null };
  const fitted = await train(items);
  return isUsable(fitted) ? { ...judged, outcome: "accepted", weights: blendWeights(fitted, items.length) } : { ...judged, outcome: "unusable", weights: null };
}
