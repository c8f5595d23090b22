import type { MemoryEngine } from "@/lib/scheduling/engine";
import { answerKinds, type FactMask, type History } from "./history";

/** At the end of a learner's day (whole days since 1970-01-01): facts begun by then, and how many of them would be recalled, a sum of chances. */
export type GrowthPoint = { day: number; begun: number; recalled: number };

const practice = answerKinds.indexOf("practice");

type Memories = { stabilityDays: Float32Array; difficulty: Float32Array; lastDay: Int32Array; begun: number[]; factor: number };

/** Adds what the answers from one place in the history up to another changed. */
function remember(memories: Memories, { fact, kind, day, stabilityDays, difficulty, factor }: History, mask: FactMask, from: number, until: number): void {
  if (until > from) memories.factor = factor[until - 1]!;
  for (let i = from; i < until; i++) {
    const number = fact[i]!;
    if (kind[i] === practice || (mask && mask[number] === 0)) continue;
    if (memories.stabilityDays[number] === 0) memories.begun.push(number);
    memories.stabilityDays[number] = stabilityDays[i]!;
    memories.difficulty[number] = difficulty[i]!;
    memories.lastDay[number] = day[i]!;
  }
}

function recalledOn(day: number, { stabilityDays, difficulty, lastDay, begun, factor }: Memories, engine: MemoryEngine): number {
  let sum = 0;
  for (const fact of begun) sum += engine.retrievability({ stabilityDays: stabilityDays[fact]!, difficulty: difficulty[fact]! }, Math.max(0, day - lastDay[fact]!) / factor);
  return sum;
}

/** The place after `from` where the first answer of a later day stands; the end without one. */
function placeAfter({ day: days, length }: History, from: number, day: number): number {
  let place = from;
  while (place < length && days[place]! <= day) place++;
  return place;
}

/**
 * What was known at the end of each of some rising days, of the facts of the mask, by the memory as it was then: the answers before the first
 * one of a later day. So whatever is answered later changes no earlier point. `engine` is the one that `history` was recorded by.
 */
export function growthOn(days: readonly number[], history: History, mask: FactMask, engine: MemoryEngine): GrowthPoint[] {
  const facts = history.factIds.length;
  const memories: Memories = { stabilityDays: new Float32Array(facts), difficulty: new Float32Array(facts), lastDay: new Int32Array(facts), begun: [], factor: 1 };
  let next = 0;
  return days.map((day) => {
    const place = placeAfter(history, next, day);
    remember(memories, history, mask, next, place);
    next = place;
    return { day, begun: memories.begun.length, recalled: recalledOn(day, memories, engine) };
  });
}

/** Rising days from the first to the last, both among them, as evenly as whole days allow and no more than `most` (≥ 2). */
export function sampleDays(first: number, last: number, most: number): number[] {
  const steps = Math.min(last - first, most - 1);
  return steps <= 0 ? [last] : Array.from({ length: steps + 1 }, (_, i) => first + Math.round((i * (last - first)) / steps));
}
