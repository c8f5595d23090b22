/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/** 32-bit FNV-1a hash of a text (UTF-16 code units): spreads ids over seeds. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32 (T. Ettinger, public domain): seed is taken modulo 2^32. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A stream of its own for each (seed, name), so that adding one consumer never shifts another. */
export const namedRandom = (seed: number, name: string): Random => seededRandom(hashText(`${seed}:${name}`));

/** A whole number in [0, bound); bound ≥ 1. */
export const randomBelow = (random: Random, bound: number): number => Math.floor(random() * bound);

/** A copy in random order (Fisher–Yates). */
export function shuffled<T>(random: Random, values: readonly T[]): T[] {
  const copy = [...values];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = randomBelow(random, i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

/** One of the values; throws on an empty list. */
export function pick<T>(random: Random, values: readonly T[]): T {
  if (values.length === 0) throw new Error("pick: nothing to pick from");
  return values[randomBelow(random, values.length)]!;
}
