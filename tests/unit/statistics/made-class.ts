import { seededRandom } from "@/lib/shared/random";

/** How an item comes about in a made class: what a pupil of this ability in (−2, 2) chooses, given a random number in [0, 1). */
export type MadeItem = (ability: number, chance: number) => string;

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Whoever knows it chooses `key`, the others one of `rest` at random. `hardness` 0 is known by half of those of middling ability. */
export const known = (hardness: number, key = "a", rest = "bcd"): MadeItem => (ability, chance) => {
  const p = logistic(2 * (ability - hardness));
  return chance < p ? key : rest[Math.min(rest.length - 1, Math.floor(((chance - p) / (1 - p)) * rest.length))]!;
};

/** Everybody chooses at random, whatever they know. */
export const guessed: MadeItem = (_, chance) => "abcd"[Math.floor(chance * 4)]!;

/** The lines of a class for `chosenRows`: abilities in equal steps, so that only the answers are chance. */
export function madeClass(pupils: number, items: readonly MadeItem[], seed: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: pupils }, (_, i) => items.map((item) => item(-2 + (4 * (i + 0.5)) / pupils, random())).join(""));
}

/** Sound items to stand around the one that is looked at. */
export const around: MadeItem[] = [-1.2, -0.8, -0.5, -0.2, 0, 0.1, 0.3, 0.5, 0.8, 1.1].map((hardness) => known(hardness));
