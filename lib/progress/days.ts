import { answerKinds, type AnswerKind, type FactMask, type History } from "./history";

/** What was done on a learner's day (in whole days since 1970-01-01): answers by kind, and the time from question to answer in ms. */
export type StudyDay = Record<AnswerKind, number> & { day: number; answeringMs: number };

/** All answers of a day. */
export const answersOn = (day: StudyDay): number => answerKinds.reduce((sum, kind) => sum + day[kind], 0);

/** Every day from the first to the last, both included, and what was answered on it of the facts of the mask; days without an answer hold zeros. */
export function studyDays(history: History, mask: FactMask, first: number, last: number): StudyDay[] {
  const length = Math.max(0, last - first + 1);
  const counts = answerKinds.map(() => new Uint32Array(length));
  const answeringMs = new Float64Array(length);
  const { day, fact, kind, elapsedMs } = history;
  for (let i = 0; i < history.length; i++) {
    const place = day[i]! - first;
    if (place < 0 || place >= length || (mask && mask[fact[i]!] === 0)) continue;
    counts[kind[i]!]![place]!++;
    answeringMs[place]! += elapsedMs[i]!;
  }
  const countOf = (place: number) => Object.fromEntries(answerKinds.map((name, i) => [name, counts[i]![place]!])) as Record<AnswerKind, number>;
  return Array.from({ length }, (_, place): StudyDay => ({ day: first + place, ...countOf(place), answeringMs: answeringMs[place]! }));
}

/** The Monday that begins the week of a day; both in whole days since 1970-01-01, which was a Thursday. */
export const mondayOf = (day: number): number => day - ((day + 3) % 7);
