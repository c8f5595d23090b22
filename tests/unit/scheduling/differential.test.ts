import { FSRSBinding } from "@open-spaced-repetition/binding";
import { describe, expect, it } from "vitest";
import { neutral } from "@/lib/scheduling/constants";
import type { Memory, Rating } from "@/lib/scheduling/engine";
import { weigh } from "@/lib/scheduling/evidence";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { randomBelow, seededRandom, type Random } from "@/lib/shared/random";

const histories = 20_000;
const longest = 12;
const engine = createFsrsEngine();
const native = new FSRSBinding();
const names = { 1: "again", 2: "hard", 3: "good", 4: "easy" } as const;

/** Gaps of all sizes: a third within the day, others spread evenly over orders of magnitude up to three years. */
const randomGap = (random: Random) => (random() < 1 / 3 ? 0 : Math.floor(1000 ** random()));

function ours(memory: Memory | null, elapsedDays: number, rating: Rating): Memory {
  const recall = memory ? engine.retrievability(memory, elapsedDays) : neutral.knownBefore;
  return weigh(engine, memory, { recall, elapsedDays }, { form: "flashcard", outcome: rating }, neutral);
}

/** The larger of the two differences; stability as a share of itself, since the native code counts in single precision. */
function difference(a: Memory, b: { stability: number; difficulty: number }): number {
  return Math.max(Math.abs(a.stabilityDays - b.stability) / Math.max(1, b.stability), Math.abs(a.difficulty - b.difficulty));
}

describe("our state update against the native implementation of FSRS", () => {
  it(`agrees to 1e-5 after every answer of ${histories} random histories`, () => {
    const random = seededRandom(20_261_123);
    let worst = 0;
    let steps = 0;
    for (let history = 0; history < histories; history++) {
      let mine: Memory | null = null;
      let theirs: ReturnType<FSRSBinding["nextStates"]>["good"]["memory"] | null = null;
      for (let length = 1 + randomBelow(random, longest); length > 0; length--) {
        const rating = (1 + randomBelow(random, 4)) as Rating;
        const gap: number = mine ? randomGap(random) : 0;
        theirs = native.nextStates(theirs, 0.9, gap)[names[rating]].memory;
        mine = ours(mine, gap, rating);
        worst = Math.max(worst, difference(mine, theirs));
        steps++;
      }
    }
    expect(worst).toBeLessThanOrEqual(1e-5);
    expect(steps).toBeGreaterThan(histories * 5);
  });
});
