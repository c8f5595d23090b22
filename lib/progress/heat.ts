/** Shades of a day in a calendar, from 0 for no answer. */
export const heatLevels = 4;

const roundSteps = [1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 250, 500, 1000];

/**
 * How many answers make a day one shade darker: a round number ≥ 1 by which the shades reach as far as nine in ten of the days with an answer,
 * so that one long day does not pale all others.
 */
export function heatStep(answers: readonly number[]): number {
  const busy = answers.filter((count) => count > 0).sort((a, b) => a - b);
  const high = busy[Math.floor(0.9 * (busy.length - 1))] ?? 1;
  return roundSteps.find((step) => step * heatLevels >= high) ?? Math.ceil(high / heatLevels);
}

/** The shade (0 to 4) of a day with so many answers. */
export const heatOf = (answers: number, step: number): number => Math.min(heatLevels, Math.ceil(answers / step));
