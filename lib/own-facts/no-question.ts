import type { NoItemCode } from "@/lib/questions/no-item";

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

/** What can be done about each reason of the question engine; of some nothing, and another form may do. */
const codeByReason: Readonly<Record<NoItemCode, NoQuestionCode>> = {
  "long-wordings": "too-long", "long-sentences": "too-long",
  "told-by-wording": "gives-away", "told-by-length": "gives-away", "told-by-lengths": "gives-away", "no-blank": "gives-away",
  "shared-value": "shared", "other-meaning": "shared", "many-answers": "shared",
  bound: "vague", "approximate-date": "vague", "open-phrase": "vague",
  "few-false": "too-few", "few-false-beside-several": "too-few", "nothing-false": "too-few", "no-false-dates": "too-few", "no-false-numbers": "too-few",
  "no-room-for-dates": "too-few", "no-room-for-numbers": "too-few", "few-pairs": "too-few", "few-in-order": "too-few", "nothing-to-compare": "too-few", "usual-answer": "too-few",
  "unknown-predicate": "no-form", "for-the-record": "no-form", withdrawn: "no-form", disputed: "no-form", "disputed-rival": "no-form", "predicate-not-asked": "no-form", undated: "no-form",
  "not-for-predicate": "no-form", "not-date": "no-form", "not-number": "no-form", "not-ordered": "no-form", "not-matchable": "no-form", "not-place": "no-form", "not-coordinates": "no-form", "not-height": "no-form",
  "few-figures": "no-form", untypable: "no-form", "typed-phrase": "no-form", "has-date-form": "no-form", "has-number-form": "no-form", "no-options-of-kind": "no-form", "no-hop": "no-form", "no-fitting-hop": "no-form",
  "no-wording": "no-form", "unsaid-context": "no-form", "unnamed-in-sentences": "no-form",
  "unrecorded-subjects": "no-form", "several-answers": "no-form", "unrecorded-answers": "no-form", "single-answer": "no-form", "single-asked-answer": "no-form",
};

/** The codes of the engine's reasons, each once, what helps most first; that no form suits it only where nothing else is said. */
export function noQuestionCodesOf(reasons: readonly NoItemCode[]): NoQuestionCode[] {
  const found = new Set(reasons.map((reason) => codeByReason[reason]));
  const told = noQuestionCodes.filter((code) => found.has(code));
  return told.length > 1 ? told.filter((code) => code !== "no-form") : told;
}
