import { seededRandom, type Random } from "@/lib/shared/random";
import type { Outcome } from "./memory-simulation";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What is told of a group of learners. */
export const figures = {
  bias: (group: readonly Outcome[]) => mean(group.map(({ foretold, recalled }) => Math.abs(foretold - recalled))),
  recall: (group: readonly Outcome[]) => mean(group.map(({ recalled }) => recalled)),
  spread: (group: readonly Outcome[]) => {
    const average = mean(group.map(({ recalled }) => recalled));
    return Math.sqrt(mean(group.map(({ recalled }) => (recalled - average) ** 2)));
  },
  worst: (group: readonly Outcome[]) => Math.min(...group.map(({ recalled }) => recalled)),
  minutes: (group: readonly Outcome[]) => mean(group.map(({ minutesPerDay }) => minutesPerDay)),
} as const;
export type Figure = keyof typeof figures;

/** A figure with the interval that holds it 95 times in 100, by drawing learners again with replacement (percentile bootstrap). */
export type Estimate = { value: number; low: number; high: number };

const draws = 2000;

const resample = (random: Random, count: number) => Array.from({ length: count }, () => Math.floor(random() * count));

function interval(value: number, samples: number[]): Estimate {
  const sorted = samples.sort((a, b) => a - b);
  return { value, low: sorted[Math.floor(draws * 0.025)]!, high: sorted[Math.floor(draws * 0.975)]! };
}

export function estimate(figure: Figure, group: readonly Outcome[]): Estimate {
  const random = seededRandom(1);
  const samples = Array.from({ length: draws }, () => figures[figure](resample(random, group.length).map((i) => group[i]!)));
  return interval(figures[figure](group), samples);
}

/** The difference of a figure between two groups of the same learners, drawn again in pairs. */
export function estimateDifference(figure: Figure, a: readonly Outcome[], b: readonly Outcome[]): Estimate {
  const random = seededRandom(2);
  const samples = Array.from({ length: draws }, () => {
    const drawn = resample(random, a.length);
    return figures[figure](drawn.map((i) => a[i]!)) - figures[figure](drawn.map((i) => b[i]!));
  });
  return interval(figures[figure](a) - figures[figure](b), samples);
}
