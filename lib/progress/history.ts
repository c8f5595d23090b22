/** What an answer was to the memory: the first of a fact, a scored review, or practice on a day that had been scored. */
export const answerKinds = ["new", "review", "practice"] as const;
export type AnswerKind = (typeof answerKinds)[number];

/**
 * A learner's standing answers in the order of the log, as the fold saw them: one column for each thing known of an answer, so that
 * years of answers are looked through in milliseconds and kept in few bytes. Columns have `length` entries.
 */
export type History = {
  length: number;
  /** What `fact` and `form` are indices of. `forms` are names of evidence forms (lib/scheduling EvidenceForm). */
  factIds: readonly string[];
  forms: readonly string[];
  fact: Uint32Array;
  form: Uint8Array;
  /** Instant in ms since 1970, and learner's day in whole days since 1970-01-01 (see `dayNumber`). */
  atMs: Float64Array;
  day: Int32Array;
  /** Index into `answerKinds`. */
  kind: Uint8Array;
  /** 1 for a right answer. */
  right: Uint8Array;
  /** As measured by the browser, at most a minute counts. */
  elapsedMs: Uint32Array;
  /** Before a review: the chances in [0, 1] of recalling the fact unaided (R) and of answering this question rightly (Pc); NaN for other answers. */
  recall: Float32Array;
  foretold: Float32Array;
  /** Days the fact was planned to rest before a review; 0 for other answers. */
  intervalDays: Uint16Array;
  /** After the answer: the fact's memory, and the learner's calibration factor c. */
  stabilityDays: Float32Array;
  difficulty: Float32Array;
  factor: Float32Array;
};

/** Which facts to look at: 1 at the index of each of `History.factIds` that counts; null for all. */
export type FactMask = Uint8Array | null;
