import type { History } from "./history";
import { shareOf, type Share } from "./share";

/** Reviews of like forecasts: the mean of what was foretold, the lowest and the highest of it, all in [0, 1], and what came true. */
export type CalibrationBin = { foretold: number; from: number; to: number; right: Share };

const mostBins = 10;
const fewestInBin = 20;

/** Chances are told apart to 2⁻²⁴, no less than the history keeps of them; places in a history stay below 2²⁸. */
const [chanceSteps, placeSteps] = [2 ** 24, 2 ** 28];

/** The places by what was foretold there, equals in the order of the log. Sorted as numbers, which takes a tenth of the time of a comparison. */
function sortedPlaces({ foretold }: History, places: Uint32Array): Float64Array {
  const keys = Float64Array.from(places, (i) => Math.round(foretold[i]! * chanceSteps) * placeSteps + i);
  return keys.sort().map((key) => key % placeSteps);
}

function toBin({ foretold, right }: History, sorted: Float64Array): CalibrationBin {
  const [sum, rightOnes] = sorted.reduce<[number, number]>(([p, y], i) => [p + foretold[i]!, y + right[i]!], [0, 0]);
  return { foretold: sum / sorted.length, from: foretold[sorted[0]!]!, to: foretold[sorted.at(-1)!]!, right: shareOf(rightOnes, sorted.length) };
}

/**
 * What was foretold of the reviews at these places against what came true: up to ten bins of as good as equal count, twenty or more in
 * each, the least sure first; none for fewer than twenty reviews. The interval of a share is Wilson's, with 95 % confidence.
 */
export function calibrationCurve(history: History, places: Uint32Array): CalibrationBin[] {
  const sorted = sortedPlaces(history, places);
  const bins = Math.min(mostBins, Math.floor(sorted.length / fewestInBin));
  const edge = (bin: number) => Math.round((bin * sorted.length) / bins);
  return Array.from({ length: bins }, (_, bin) => toBin(history, sorted.subarray(edge(bin), edge(bin + 1))));
}

/** Whether what was foretold lies where chance would have put the share. */
export const isWithinChance = ({ foretold, right }: CalibrationBin): boolean => foretold >= right.low && foretold <= right.high;
