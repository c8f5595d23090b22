import type { RuleId } from "@/lib/questions/lint/rule";

/** What a question is left out for, as whoever wrote the cards or the table can mend it; what helps most comes first. */
export const brokenRuleCodes = [
  "unclean",
  "one-question",
  "points-elsewhere",
  "negation",
  "article",
  "too-long",
  /** An absolute or a vague word that not all options have. */
  "vague-word",
  "all-or-none",
  /** Another script, unit or number of decimals than the other options have. */
  "unlike",
  "gives-away",
  /** Inside a sentence it does not read as it was written. */
  "read-otherwise",
  /** Nothing that was written is at fault: the engine did not come to the same result twice. */
  "unproved",
] as const;

export type BrokenRuleCode = (typeof brokenRuleCodes)[number];

/** What was written can break the rules about words; the others hold of whatever the engine makes, unless the engine itself is at fault. */
export const codeByRule: Readonly<Record<RuleId, BrokenRuleCode>> = {
  "stem/clean": "unclean", "stem/one-question": "one-question", "stem/self-contained": "points-elsewhere", "stem/no-negation": "negation", "stem/articles": "article", "stem/length": "too-long",
  "options/plain-words": "vague-word", "options/no-all-or-none": "all-or-none", "options/format": "unlike", "truth/texts": "read-otherwise",
  "stem/no-clue": "gives-away", "options/length": "gives-away", "options/stem-attribute": "gives-away",
  "truth/settled": "unproved", "truth/key": "unproved", "truth/query": "unproved", "truth/told": "unproved", "truth/closed-class": "unproved",
  "truth/distractors": "unproved", "truth/certificates": "unproved", "truth/twins": "unproved", "truth/kin": "unproved", "truth/echo": "unproved",
  "truth/dated": "unproved", "truth/precision": "unproved", "truth/zone": "unproved",
  "truth/order": "unproved", "truth/compared": "unproved", "truth/pairs": "unproved", "truth/hops": "unproved", "truth/picture": "unproved", "truth/map": "unproved",
  "options/number": "unproved", "options/kind": "unproved", "options/ascending": "unproved", "options/roundness": "unproved", "options/apart": "unproved",
};
