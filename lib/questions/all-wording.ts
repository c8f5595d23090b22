import { blank } from "@/lib/facts/render";
import { ok, type Result } from "@/lib/shared/result";
import type { Locale } from "./item";
import type { NoItemCode } from "./no-item";
import { pluralOf } from "./peers";
import type { Question } from "./question";
import { blankedSentences } from "./sentence";
import { stemsOfSeveral } from "./several-wording";
import type { Stem } from "./wording";

const ellipsis = "…";

/** A question that suits every predicate: which options complete a sentence that says the fact. */
function completions(question: Question, plural: string, use: string, locale: Locale): Result<Stem[], NoItemCode> {
  const blanked = blankedSentences(question, locale);
  if (!blanked.ok) return blanked;
  const sentence = blanked.value[0]!.text.replace(blank, ellipsis).replace(/\.$/, "");
  return ok([{ text: `Which of these${plural} can complete “${sentence}”?`, template: `${question.predicate.id}/${use}/0`, wording: 1 }]);
}

/** The question for all right answers among options, in the predicate's own words, or else as the completion of a sentence. */
export function stemsForAll(question: Question, locale: Locale): Result<Stem[], NoItemCode> {
  const { base, predicate, direction, answer } = question;
  const use = direction === "forward" ? "all" : "allInverse";
  const plural = answer.entity === undefined ? "" : pluralOf(base, answer.entity);
  const withTypes = (wordings: readonly string[] = []) => wordings.map((wording) => wording.replaceAll("{types}", plural));
  const own = stemsOfSeveral(question, use, { en: withTypes(predicate.wording[use].en), zh: withTypes(predicate.wording[use].zh) }, locale);
  return own.ok ? own : completions(question, plural === "" ? "" : ` ${plural}`, use, locale);
}
