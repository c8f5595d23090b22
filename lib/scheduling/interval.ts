import { hashText, seededRandom } from "@/lib/shared/random";
import { longestFirstIntervalDays, longestIntervalDays, type Proof } from "./constants";

/** How far an interval may be moved either way, by days: Anki's ranges (rslib/src/scheduler/states/fuzz.rs), also those of ts-fsrs. */
const fuzzRanges = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
];
const shortestFuzzed = 2.5;

function fuzzReach(days: number): number {
  return fuzzRanges.reduce((reach, { from, to, share }) => reach + share * Math.max(0, Math.min(days, to) - from), 1);
}

/** The days (not whole) from the lowest to the highest among which an interval is moved by chance, all alike likely; never beyond `longest`. Under 2.5 days nothing moves. */
export function fuzzRange(days: number, longest: number): { lowest: number; highest: number } {
  if (days < shortestFuzzed) return { lowest: days, highest: days };
  const reach = fuzzReach(days);
  const lowest = Math.max(2, days - reach);
  return { lowest, highest: Math.max(lowest, Math.min(longest, days + reach)) };
}

/** Days moved a little either way (see `fuzzRange`), the same for the same seed text, so that facts begun together part. */
export function fuzzed(days: number, longest: number, seed: string): number {
  const { lowest, highest } = fuzzRange(days, longest);
  return lowest === highest ? lowest : lowest + seededRandom(hashText(seed))() * (highest - lowest);
}

const order: readonly Proof[] = ["guessable", "recognised", "produced"];

/** The longest interval in days that the last two scored answers allow (`previous` is null after the first one). */
export function longestInterval(last: Proof, previous: Proof | null): number {
  if (previous === null) return Math.min(longestFirstIntervalDays, longestIntervalDays[last]);
  return longestIntervalDays[order.indexOf(last) > order.indexOf(previous) ? last : previous];
}

/** Whole days ≥ 1 until a fact is due, from the days the model asks for and the longest allowed. */
export function plannedDays(days: number, longest: number, seed: string): number {
  const capped = Math.min(days, longest);
  return Math.max(1, Math.min(longest, Math.round(fuzzed(capped, longest, seed))));
}
