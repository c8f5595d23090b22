import { fewestForPace, idleMs, paceLength, type EvidenceForm } from "./constants";

/** A learner's latest answer times in milliseconds, by form. */
export type Pace = ReadonlyMap<EvidenceForm, readonly number[]>;

/** The pace after one more answer; a time over five minutes says nothing. */
export function notePace(pace: Pace, form: EvidenceForm, elapsedMs: number | undefined): Pace {
  if (elapsedMs === undefined || elapsedMs > idleMs) return pace;
  return new Map(pace).set(form, [...(pace.get(form) ?? []), elapsedMs].slice(-paceLength));
}

/** The median of times in milliseconds; undefined for fewer than eight. */
export function medianMs(times: readonly number[]): number | undefined {
  return times.length < fewestForPace ? undefined : [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** The learner's median time for a form in milliseconds; undefined until it has eight answers. */
export const usualMs = (pace: Pace, form: EvidenceForm): number | undefined => medianMs(pace.get(form) ?? []);
