import type { FactMask, History } from "./history";

/** A learner's day (whole days since 1970-01-01) with an answer, and the instants in ms of its first and last one. */
export type AnsweredDay = { day: number; firstMs: number; lastMs: number };

/** Days in a row with an answer: those up to today, and the most there have ever been; both ≥ 0. */
export type Streak = { current: number; longest: number };

const dayMs = 86_400_000;

/** The days with an answer to a fact of the mask, from the first to the last; however the learner travelled, each once. */
export function answeredDays(history: History, mask: FactMask): AnsweredDay[] {
  const days = new Map<number, AnsweredDay>();
  const { length, fact, day, atMs } = history;
  let known: AnsweredDay | undefined;
  for (let i = 0; i < length; i++) {
    if (mask && mask[fact[i]!] === 0) continue;
    if (known?.day !== day[i]) known = days.get(day[i]!);
    if (known) known.lastMs = atMs[i]!;
    else days.set(day[i]!, (known = { day: day[i]!, firstMs: atMs[i]!, lastMs: atMs[i]! }));
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/**
 * Whether nothing was missed between two days: one follows the other, or the one day between them never was, because no more than 24 hours passed
 * (the learner flew over the date line, or clocks went forward where the day begins). `later.firstMs` may lie before `earlier.lastMs`.
 */
const follows = (earlier: AnsweredDay, later: Pick<AnsweredDay, "day" | "firstMs">): boolean =>
  later.day - earlier.day <= 1 || (later.day - earlier.day === 2 && later.firstMs - earlier.lastMs <= dayMs);

/** Of days as `answeredDays` gives them; `now` is where and when the learner is, and that today has no answer yet ends nothing. */
export function streakOf(days: readonly AnsweredDay[], now: { day: number; atMs: number }): Streak {
  let [run, longest] = [0, 0];
  days.forEach((day, i) => {
    const before = days[i - 1];
    run = before && follows(before, day) ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  const last = days.at(-1);
  return { current: last && follows(last, { day: now.day, firstMs: now.atMs }) ? run : 0, longest };
}
