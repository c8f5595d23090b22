/** Why a fact is not asked at all. */
type NotAskedCode = "unknown-predicate" | "for-the-record" | "withdrawn" | "disputed" | "disputed-rival" | "predicate-not-asked" | "undated";

/** Why a form does not suit a fact, whatever else is known. */
type UnsuitedCode =
  | "not-for-predicate" | "not-date" | "not-number" | "not-ordered" | "not-matchable" | "not-place" | "not-coordinates" | "not-height"
  | "few-figures" | "untypable" | "typed-phrase" | "has-date-form" | "has-number-form" | "no-options-of-kind" | "no-hop";

/** Why no wording can be used. `told-…`: it, or the options, would give the answer away. */
type WordingCode =
  | "no-wording" | "unsaid-context" | "unnamed-in-sentences" | "no-blank" | "long-wordings" | "long-sentences"
  | "told-by-wording" | "told-by-length" | "told-by-lengths";

/** Why it is not certain which answers are right. */
type AnswersCode =
  | "shared-value" | "unrecorded-subjects" | "several-answers" | "unrecorded-answers" | "single-answer" | "single-asked-answer" | "many-answers"
  | "other-meaning" | "bound" | "approximate-date" | "open-phrase";

/** Why there is not enough that is certainly wrong, or certainly more or less. */
type RivalsCode =
  | "few-false" | "few-false-beside-several" | "nothing-false" | "no-false-dates" | "no-false-numbers" | "no-room-for-dates" | "no-room-for-numbers"
  | "few-pairs" | "few-in-order" | "nothing-to-compare" | "usual-answer" | "no-fitting-hop";

/** Why a fact has no item of a form in a direction. The command line has words for each, and so has whoever else shows them. */
export type NoItemCode = NotAskedCode | UnsuitedCode | WordingCode | AnswersCode | RivalsCode;
