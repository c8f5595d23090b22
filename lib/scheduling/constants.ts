/** What an answer of a form shows about memory when it is right. */
export type Proof = "guessable" | "recognised" | "produced";

/** The forms that evidence is weighed by; `cloze-bank` is a gap with options. */
export type EvidenceForm =
  | "short-answer" | "numeric" | "date" | "cloze" | "ordering" | "matching" | "multiple-choice" | "cloze-bank"
  | "multiple-response" | "true-false" | "flashcard";

export type FormConstants = {
  /** The chance in [0, 1] of a right answer by luck, given how many options, things or pairs there are. */
  guess: (count: number) => number;
  /** The count where none is told. */
  usualCount: number;
  /** The chance in [0, 1] of a wrong answer although the fact was recalled. */
  slip: number;
  /** How much easier recognising is than recalling, in logits (δ). */
  ease: number;
  /** The share in [0, 1] of the growth of log stability that a right answer brings (γ). */
  gain: number;
  proof: Proof;
};

/** Of μ: its variance at first, what that grows by with each answer, and how far μ may go. */
export type CalibrationConstants = { initialVariance: number; drift: number; limit: number };

export type ModelConstants = {
  forms: Record<EvidenceForm, FormConstants>;
  /** The chance that a fact is known before it was ever asked. */
  knownBefore: number;
  /** What a hasty answer (§3.6) counts, in [0, 1]. */
  hastyWeight: number;
  calibration: CalibrationConstants;
};

function factorial(count: number): number {
  let product = 1;
  for (let i = 2; i <= count; i++) product *= i;
  return product;
}

const always = (chance: number) => () => chance;
const oneOf = (count: number) => 1 / count;
/** What counts as produced is §3.2's; that ordering and matching do not is ours, since all their parts are in sight. Four is the usual number of options here. */
const produced = { usualCount: 1, proof: "produced" } as const;
const recognised = { usualCount: 4, proof: "recognised" } as const;

/** Memory-model page §2. Ease and gain are priors, not facts: every tenth review is of a random form, so that data can correct them. */
const publishedForms: Record<EvidenceForm, FormConstants> = {
  "short-answer": { guess: always(0.01), slip: 0.02, ease: 0, gain: 1, ...produced },
  numeric: { guess: always(0.01), slip: 0.03, ease: 0, gain: 1, ...produced },
  date: { guess: always(0.01), slip: 0.03, ease: 0, gain: 1, ...produced },
  cloze: { guess: always(0.03), slip: 0.02, ease: 0.3, gain: 0.95, ...produced },
  ordering: { guess: (count) => 1 / factorial(count), slip: 0.05, ease: 0.2, gain: 0.9, ...recognised },
  matching: { guess: oneOf, slip: 0.03, ease: 0.5, gain: 0.85, ...recognised },
  "multiple-choice": { guess: oneOf, slip: 0.02, ease: 0.6, gain: 0.8, ...recognised },
  "cloze-bank": { guess: oneOf, slip: 0.02, ease: 0.6, gain: 0.8, ...recognised },
  "multiple-response": { guess: (count) => 1 / (2 ** count - 1), slip: 0.04, ease: 0.4, gain: 0.9, ...recognised },
  "true-false": { guess: always(0.5), slip: 0.02, ease: 0.8, gain: 0.6, usualCount: 2, proof: "guessable" },
  flashcard: { guess: always(0.07), slip: 0.02, ease: 0, gain: 1, ...produced },
};

/**
 * The model as the app uses it: memory-model page §2, a hasty answer's half by §3.6, the limit of μ by §3.7, the rest of calibration by §4.
 * `knownBefore` is ours: the page is silent on a first answer, and from 0.1 to 0.8 it makes no difference (docs/memory-model.md).
 */
export const published: ModelConstants = {
  forms: publishedForms,
  knownBefore: 0.5,
  hastyWeight: 0.5,
  calibration: { initialVariance: 0.36, drift: 1e-5, limit: 2.5 },
};

const withoutLuck = (form: FormConstants): FormConstants => ({ ...form, guess: always(0), slip: 0, ease: 0, gain: 1 });

const neutralForms = Object.fromEntries(Object.entries(publishedForms).map(([name, form]) => [name, withoutLuck(form)]));

/** With these the model is FSRS-6 itself: every answer is what it seems, and c stays 1 (memory-model page §2). */
export const neutral: ModelConstants = {
  forms: neutralForms as Record<EvidenceForm, FormConstants>,
  knownBefore: 0.5,
  hastyWeight: 1,
  calibration: { initialVariance: 0, drift: 0, limit: 2.5 },
};

/** The variance of μ after the learner's own parameters were accepted (§5). */
export const varianceAfterFitting = 0.1;

/** The ends of the desired retention (§3.7). */
export const lowestRetention = 0.75;
export const highestRetention = 0.97;

/** The longest interval in days by the better of the last two proofs, and after the first answer (§3.2); the longest of all is that of ts-fsrs, a century. */
export const longestIntervalDays: Record<Proof, number> = { guessable: 7, recognised: 21, produced: 36_500 };
export const longestFirstIntervalDays = 14;

/** An answer is hasty under either (§3.6), and a time over five minutes says nothing. */
export const hastyMs = 800;
export const hastyShareOfUsual = 0.25;
export const idleMs = 300_000;

/** A question is quarantined below this z once it has so many answers (§3.8). */
export const sickBelowZ = -2.5;
export const fewestAnswersForHealth = 8;

/** How unlike others of its form a question may be, as the variance of its ease in logits²; ours, the page gives none (§2). */
export const questionEaseVariance = 0.25;

/** A learner's median is taken over so many answers of a form, and not told under the fewest; ours. */
export const paceLength = 50;
export const fewestForPace = 8;

/** When a learner's own parameters are fitted and accepted (§5). */
export const training = {
  fewestItems: 1000,
  /** Items since the last training, as a share of those then. */
  growth: 0.25,
  /** The share of items, the earliest, that a trial is fitted to; the rest judge it. */
  trainShare: 0.7,
  /** How much the log loss must fall. */
  leastGain: 0.002,
  /** Items at which fitted and default weights count alike. */
  halfTrust: 500,
};
