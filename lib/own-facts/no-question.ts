/** Why nothing is asked of a fact, as whoever wrote it can mend it; what helps most comes first. */
export const noQuestionCodes = [
  "too-long",
  /** Name and answer have words in common, or the answer's length tells it. */
  "gives-away",
  /** Another thing has the same value, or may be meant as well. */
  "shared",
  /** "About 5,000", of which other answers are true as well. */
  "vague",
  /** Nothing, or not enough, can be put beside it that is certainly wrong. */
  "too-few",
  /** No form suits what it is. */
  "no-form",
] as const;

export type NoQuestionCode = (typeof noQuestionCodes)[number];

/** The reasons of the question engine by what can be done about them; every other one is `no-form`. */
export const engineReasons: Readonly<Record<Exclude<NoQuestionCode, "no-form">, readonly string[]>> = {
  "too-long": ["every wording is longer than thirty words", "every sentence is longer than thirty words"],
  "gives-away": [
    "every wording gives the answer away",
    "the length of the answer tells it from the options that can be proved false",
    "the lengths of the options tell",
    "no sentence takes one blank that its grammar does not fill",
  ],
  shared: ["several subjects may share the value", "another fact may be meant as well", "more than five right answers"],
  vague: [
    "a bound, of which other amounts are true as well",
    "an approximate date, of which neighbours may be true as well",
    "a phrase: other phrases might be true as well",
  ],
  "too-few": [
    "fewer than two options can be proved false",
    "nothing can be proved false of it",
    "no dates that can be proved false",
    "no equally round numbers that can be proved false",
    "no room for options on both sides of the number",
    "too close to the earliest or the latest possible date for fair options",
    "too few options can be proved false beside several right ones",
    "too few others of which all the values can be proved wrong for each other",
    "too few that are certainly before or after one another, and whose names do not say so",
    "nothing that is certainly more or less, and whose name does not say so",
    "nearly always the answer where it is offered",
  ],
};

const codeByReason = new Map(Object.entries(engineReasons).flatMap(([code, reasons]) => reasons.map((reason) => [reason, code as NoQuestionCode] as const)));

/** The codes of the engine's reasons, each once, what helps most first; that no form suits it only where nothing else is said. */
export function noQuestionCodesOf(reasons: readonly string[]): NoQuestionCode[] {
  const found = new Set(reasons.map((reason) => codeByReason.get(reason) ?? "no-form"));
  const told = noQuestionCodes.filter((code) => found.has(code));
  return told.length > 1 ? told.filter((code) => code !== "no-form") : told;
}
