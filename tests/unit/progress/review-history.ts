import type { History } from "@/lib/progress/history";
import type { EvidenceForm } from "@/lib/scheduling/constants";

/** A scored review; of one fact and on day 20,000 unless told otherwise. */
export type MadeReview = { foretold: number; isRight: boolean; form?: EvidenceForm; fact?: number; day?: number; kind?: 0 | 1 | 2 };

/** A history of so many reviews, with nothing in it but what forecasts are judged by. */
export function historyOf(reviews: readonly MadeReview[]): History {
  const length = reviews.length;
  const forms = [...new Set(reviews.map(({ form = "short-answer" }) => form))];
  const facts = Math.max(0, ...reviews.map(({ fact = 0 }) => fact + 1));
  const empty = new Float32Array(length);
  return {
    length,
    factIds: Array.from({ length: facts }, (_, i) => `fact-${i}`),
    forms,
    fact: Uint32Array.from(reviews, ({ fact = 0 }) => fact),
    form: Uint8Array.from(reviews, ({ form = "short-answer" }) => forms.indexOf(form)),
    atMs: new Float64Array(length),
    day: Int32Array.from(reviews, ({ day = 20_000 }) => day),
    kind: Uint8Array.from(reviews, ({ kind = 1 }) => kind),
    right: Uint8Array.from(reviews, ({ isRight }) => (isRight ? 1 : 0)),
    elapsedMs: new Uint32Array(length),
    recall: empty,
    foretold: Float32Array.from(reviews, ({ foretold, kind = 1 }) => (kind === 1 ? foretold : NaN)),
    intervalDays: new Uint16Array(length),
    stabilityDays: empty,
    difficulty: empty,
    factor: empty,
  };
}

export const everyPlace = ({ length }: History): Uint32Array => Uint32Array.from({ length }, (_, i) => i);
