import type { MemoryEngine } from "@/lib/scheduling/engine";
import { kindAt, placesOf } from "./fact-answers";
import type { History } from "./history";

/** The chance in [0, 1] of recalling a fact on a day (whole days since 1970-01-01), as it was foretold then. */
export type CurvePoint = { day: number; recall: number };

/** A scored answer: what was foretold just before it (null for the first), and the stability in days after it, in the learner's own days. */
export type CurveAnswer = { day: number; isRight: boolean; recall: number | null; stabilityDays: number };

/** `stretches`: from each scored answer to the next, the last one to the end asked for. */
export type MemoryCurve = { stretches: CurvePoint[][]; answers: CurveAnswer[] };

/** So many points draw a curve of a stretch. */
const steps = 40;

/** Whole days from one to another, both among them, evenly. */
function daysToDraw(from: number, to: number): number[] {
  const count = Math.max(1, Math.min(steps, to - from));
  return [...new Set(Array.from({ length: count + 1 }, (_, i) => Math.round(from + ((to - from) * i) / count)))];
}

/** From just after the answer at place `from` until `to` (a place or the end of the log), by the calibration as it was on each day. */
function stretch(history: History, from: number, to: number, lastDay: number, engine: MemoryEngine): CurvePoint[] {
  const { day, factor, stabilityDays, difficulty } = history;
  const memory = { stabilityDays: stabilityDays[from]!, difficulty: difficulty[from]! };
  let at = from;
  return daysToDraw(day[from]!, Math.max(day[from]!, lastDay)).map((today) => {
    while (at + 1 < to && day[at + 1]! < today) at++;
    return { day: today, recall: engine.retrievability(memory, (today - day[from]!) / factor[at]!) };
  });
}

/**
 * How the memory of one fact went, and how it will go until `untilDay` if it is not asked again: it stands at 1 after each scored answer and sinks until the
 * next, the slower the firmer it is. Practice changes nothing. Empty for a fact that was never answered. `engine` is that of the learner's rule.
 */
export function memoryCurve(history: History, ids: ReadonlySet<string>, untilDay: number, engine: MemoryEngine): MemoryCurve {
  const places = placesOf(history, ids).filter((place) => kindAt(history, place) !== "practice");
  const { day, right, recall, stabilityDays, factor } = history;
  return {
    stretches: places.map((place, n) => {
      const next = places[n + 1];
      const points = stretch(history, place, next ?? history.length, next === undefined ? untilDay : day[next]!, engine);
      return next === undefined ? points : [...points.slice(0, -1), { day: day[next]!, recall: recall[next]! }];
    }),
    answers: places.map((i) => ({ day: day[i]!, isRight: right[i] === 1, recall: Number.isNaN(recall[i]!) ? null : recall[i]!, stabilityDays: stabilityDays[i]! * factor[i]! })),
  };
}
