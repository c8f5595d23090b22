import { FSRSBindingItem, FSRSBindingReview, computeParameters } from "@open-spaced-repetition/binding";
import { describe, expect, it, test } from "vitest";
import type { Memory, Rating } from "@/lib/scheduling/engine";
import { createFsrsEngine, defaultWeights } from "@/lib/scheduling/fsrs";
import { blendWeights, isBetter, isTrainingDue, logLoss, logLossInSteps, splitInTime, trainingItems, tryParameters, type Train, type TrainingItem, type TrainingReview } from "@/lib/scheduling/parameters";
import { seededRandom } from "@/lib/shared/random";
import { answerOn } from "./learner";

/** `timeout` is how often the binding looks whether it is done, in milliseconds: a long one is waited for in full. */
const train: Train = (items) =>
  computeParameters(items.map(({ reviews }) => new FSRSBindingItem(reviews.map(({ rating, elapsedDays }) => new FSRSBindingReview(rating, elapsedDays)))), { enableShortTerm: true, timeout: 10 });

/** Reviews of a learner whose memory is FSRS-6 with these weights, scheduled by FSRS-6 with the published ones. */
function reviewsBy(truth: readonly number[], wanted: number, seed: number): TrainingItem[] {
  const random = seededRandom(seed);
  const [real, planner] = [createFsrsEngine(truth), createFsrsEngine()];
  const items: TrainingItem[] = [];
  for (let fact = 0; items.length < wanted; fact++) {
    let [memory, plan]: [Memory | null, Memory | null] = [null, null];
    let reviews: TrainingReview[] = [];
    let day = fact / 10;
    for (let times = 0; times < 8; times++) {
      const elapsedDays: number = plan ? Math.max(1, Math.round(planner.intervalDays(plan, 0.9) * (0.6 + random()))) : 0;
      const rating: Rating = random() < (memory ? real.retrievability(memory, elapsedDays) : 0.4) ? 3 : 1;
      [memory, plan] = [real.next(memory, elapsedDays, rating), planner.next(plan, elapsedDays, rating)];
      reviews = [...reviews, { rating, elapsedDays }];
      day += elapsedDays;
      if (times > 0) items.push({ atMs: day, reviews });
    }
  }
  return items.slice(0, wanted);
}

const forgetful = defaultWeights.map((weight, i) => (i < 4 ? weight * 0.3 : i === 8 ? weight - 0.7 : weight));

describe("training is due", () => {
  test.each<[number, number | null, boolean]>([[999, null, false], [1000, null, true], [1249, 1000, false], [1250, 1000, true], [5000, 4100, false], [5125, 4100, true]])(
    "with %i items, %s at the last training: %s",
    (count, last, due) => expect(isTrainingDue(count, last)).toBe(due),
  );
});

describe("the items to train on", () => {
  it("are all scored reviews but each fact's first, with what went before", () => {
    const answers = [answerOn(0, "right", { factId: "a" }), answerOn(0, "wrong", { factId: "a" }), answerOn(3, "wrong", { factId: "b" }), answerOn(4, "wrong", { factId: "a" }), answerOn(9, 4, { factId: "a", form: "flashcard" })];
    expect(trainingItems(answers).map(({ reviews }) => reviews)).toEqual([
      [{ rating: 3, elapsedDays: 0 }, { rating: 1, elapsedDays: 4 }],
      [{ rating: 3, elapsedDays: 0 }, { rating: 1, elapsedDays: 4 }, { rating: 4, elapsedDays: 5 }],
    ]);
  });

  it("are split in time, 70 to 30, whatever their order", () => {
    const items = [5, 1, 9, 3, 7, 2, 8, 4, 10, 6].map((atMs) => ({ atMs, reviews: [] }));
    const { earlier, later } = splitInTime(items);
    expect([earlier.map(({ atMs }) => atMs), later.map(({ atMs }) => atMs)]).toEqual([[1, 2, 3, 4, 5, 6, 7], [8, 9, 10]]);
  });
});

describe("a learner's own parameters", () => {
  it("are blended with the published ones by how many items there are", () => {
    const fitted = defaultWeights.map((weight) => weight + 1);
    expect(blendWeights(fitted, 0)).toEqual([...defaultWeights]);
    expect(blendWeights(fitted, 500)[0]! - defaultWeights[0]!).toBeCloseTo(0.5, 12);
    expect(blendWeights(fitted, 4500)[20]! - defaultWeights[20]!).toBeCloseTo(0.9, 12);
  });

  test.each([[0.35, 0.3479, true], [0.35, 0.3481, false], [0.35, 0.36, false], [0.35, NaN, false]])("at a log loss of %f before and %f after are better: %s", (before, after, better) => {
    expect(isBetter(before, after)).toBe(better);
  });

  it("are left as they were when training gives numbers that cannot be used", async () => {
    const items = reviewsBy(defaultWeights, 100, 1);
    expect(await tryParameters(items, defaultWeights, async () => [NaN])).toMatchObject({ outcome: "unusable", weights: null });
    expect(await tryParameters(items, defaultWeights, async () => Array.from({ length: 21 }, () => Infinity))).toMatchObject({ outcome: "unusable", weights: null });
  });

  it("are judged by later items than those they were fitted to", async () => {
    const items = reviewsBy(defaultWeights, 200, 2);
    const seen: number[][] = [];
    await tryParameters(items, defaultWeights, async (given) => (seen.push(given.map(({ atMs }) => atMs)), defaultWeights));
    expect(seen).toHaveLength(1);
    expect(Math.max(...seen[0]!)).toBeLessThanOrEqual(Math.min(...splitInTime(items).later.map(({ atMs }) => atMs)));
  });

  it("are rejected when the learner remembers as the published ones say", async () => {
    const trial = await tryParameters(reviewsBy(defaultWeights, 7000, 3), defaultWeights, train);
    expect(trial.outcome).toBe("not-better");
    expect(trial.weights).toBeNull();
  });

  it("are rejected under a thousand items, however much better they foretell", async () => {
    const trial = await tryParameters(reviewsBy(forgetful, 999, 4), defaultWeights, train);
    expect(trial.lossBefore - trial.lossAfter).toBeGreaterThan(0.01);
    expect(trial).toMatchObject({ outcome: "too-few", weights: null });
  });

  it("are rejected without a fault when there is nothing to judge by", async () => {
    for (const count of [0, 1, 2]) expect((await tryParameters(reviewsBy(forgetful, count, 4), defaultWeights, train)).outcome).toBe("too-few");
  });

  it("are judged in steps with the same result, and others get their turn in between", async () => {
    const items = reviewsBy(forgetful, 1200, 7);
    let turns = 0;
    expect(await logLossInSteps(items, defaultWeights, async () => void turns++)).toBe(logLoss(items, defaultWeights));
    expect(turns).toBe(3);
  });

  const lasting = defaultWeights.map((weight, i) => (i < 4 ? weight * 8 : i === 8 ? weight + 0.8 : i === 20 ? 0.4 : weight));
  test.each([
    { learner: "forgets fast", truth: forgetful, seed: 4 },
    { learner: "remembers long", truth: lasting, seed: 5 },
  ])("are accepted for one who $learner, with at least 80 % of the possible gain at 7,000 items", async ({ truth, seed }) => {
    const trial = await tryParameters(reviewsBy(truth, 7000, seed), defaultWeights, train);
    expect(trial.outcome).toBe("accepted");
    const unseen = reviewsBy(truth, 7000, seed + 100);
    const [before, after, best] = [logLoss(unseen, defaultWeights), logLoss(unseen, trial.weights!), logLoss(unseen, truth)];
    expect(before - best).toBeGreaterThan(0.01);
    expect((before - after) / (before - best)).toBeGreaterThanOrEqual(0.8);
  });
});
