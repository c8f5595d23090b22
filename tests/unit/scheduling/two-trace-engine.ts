import type { Memory, MemoryEngine, Rating } from "@/lib/scheduling/engine";

const slowShare = 0.7;
const first: Record<Rating, Memory> = {
  1: { stabilityDays: 0.4, difficulty: 8, fastStabilityDays: 0.1 },
  2: { stabilityDays: 1.5, difficulty: 6.5, fastStabilityDays: 0.3 },
  3: { stabilityDays: 4, difficulty: 5, fastStabilityDays: 0.6 },
  4: { stabilityDays: 10, difficulty: 3, fastStabilityDays: 1 },
};

const curve = (days: number, stability: number, decay: number) => (1 + (0.9 ** (-1 / decay) - 1) * (days / stability)) ** -decay;
const retrievability = (memory: Memory, days: number) =>
  slowShare * curve(Math.max(0, days), memory.stabilityDays, 0.2) + (1 - slowShare) * curve(Math.max(0, days), memory.fastStabilityDays!, 0.6);

function afterSuccess(memory: Memory, elapsedDays: number, rating: Rating): Memory {
  const surprise = Math.expm1(1 - retrievability(memory, elapsedDays));
  const growth = 1 + (rating - 1) * (11 - memory.difficulty) * memory.stabilityDays ** -0.1 * surprise;
  return {
    stabilityDays: memory.stabilityDays * growth,
    difficulty: Math.min(10, Math.max(1, memory.difficulty + 0.4 * (3 - rating))),
    fastStabilityDays: Math.min(30, memory.fastStabilityDays! * (1 + Math.min(1, elapsedDays))),
  };
}

const afterLapse = (memory: Memory): Memory => ({
  stabilityDays: Math.max(0.01, memory.stabilityDays ** 0.6 * 0.3),
  difficulty: Math.min(10, memory.difficulty + 1.2),
  fastStabilityDays: Math.max(0.01, memory.fastStabilityDays! * 0.5),
});

function exactInterval(memory: Memory, desiredRetention: number): number {
  const wanted = Math.min(0.97, Math.max(0.75, desiredRetention));
  let [low, high] = [1e-6, 1e6];
  for (let i = 0; i < 100; i++) {
    const middle = Math.sqrt(low * high);
    if (retrievability(memory, middle) > wanted) low = middle;
    else high = middle;
  }
  return low;
}

/** A model with other maths than FSRS-6: two traces, time in fractions of days, and an interval that only a search finds. It describes nobody's memory. */
export const twoTraceEngine: MemoryEngine = {
  next: (memory, elapsedDays, rating) => (memory === null ? first[rating] : rating === 1 ? afterLapse(memory) : afterSuccess(memory, elapsedDays, rating)),
  retrievability,
  slope(memory, elapsedDays) {
    const at = (change: number) => retrievability(memory, Math.max(0, elapsedDays) * Math.exp(change));
    return (at(-1e-5) - at(1e-5)) / 2e-5;
  },
  exactInterval,
  intervalDays: (memory, desiredRetention) => Math.max(1, Math.round(exactInterval(memory, desiredRetention))),
};
