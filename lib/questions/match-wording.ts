import { err, ok, type Result } from "@/lib/shared/result";
import type { Locale } from "./item";
import type { NoItemCode } from "./no-item";
import { pluralOf } from "./peers";
import type { Question } from "./question";
import { stemsOfSeveral } from "./several-wording";
import { suits, withDate, type Stem } from "./wording";

/** Labels that do not name one value: "Launched by", "Founded", "Has been launched from", "Stages". */
const isNoNoun = /^(?:has|is|was|can|came|may)\b|(?:by|from|of|to|in|with|at|on|for|as|so far)$|^\S+ed$|(?<![su])s$/i;

/**
 * The predicate's own wordings for matching; where it has none, "the right" and its label, if the label is a noun and nothing narrows
 * the fact (template number 0). An error says why there is none.
 */
export function wordsOfMatching(question: Question, locale: Locale): Result<Stem[], NoItemCode> {
  const { base, predicate, fact } = question;
  const own = stemsOfSeveral(question, "match", predicate.wording.match, locale);
  if (own.ok || locale !== "en" || isNoNoun.test(predicate.label.en)) return own;
  const wording = `Match each of these ${pluralOf(base, fact.subject)} with the right ${predicate.label.en.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}.`;
  if (!suits(question, wording)) return err("unsaid-context");
  return ok([{ text: withDate(question, wording, wording), template: `${predicate.id}/match/0`, wording: 0 }]);
}
