import type { Wordings } from "@/lib/facts/model";
import { fillTemplate } from "@/lib/facts/render";
import { err, ok, type Result } from "@/lib/shared/result";
import type { Locale } from "./item";
import type { NoItemCode } from "./no-item";
import { pluralOf } from "./peers";
import type { Question } from "./question";
import { suits, withDate, type Stem } from "./wording";

/**
 * Wordings that ask about several subjects at once, filled in for the question's fact (whose context all of them share); `use` names
 * them in the template. An error says why none can be used.
 */
export function stemsOfSeveral(question: Question, use: string, wordings: Wordings, locale: Locale): Result<Stem[], NoItemCode> {
  const { base, predicate, fact } = question;
  const plural = pluralOf(base, fact.subject);
  const worded = (wordings[locale] ?? []).map((wording) => wording.replaceAll("{types}", plural));
  if (worded.length === 0) return err("no-wording");
  const stems = worded.flatMap((wording, i) =>
    suits(question, wording) ? [{ text: withDate(question, wording, fillTemplate(base, wording, fact)), template: `${predicate.id}/${use}/${i + 1}`, wording: i + 1 }] : [],
  );
  return stems.length > 0 ? ok(stems) : err("unsaid-context");
}
