import type { TextLocale } from "./dates";
import type { FactBase } from "./fact-base";
import type { QualifierPhrase } from "./model";

type Qualifiers = Pick<FactBase, "qualifiers">;
type QualifierValue = string | number | boolean;

const declaredPhrase = (base: Qualifiers, qualifier: string, value: QualifierValue): QualifierPhrase | undefined =>
  base.qualifiers.get(qualifier)?.phrases?.[String(value)];

/** How a qualifier's value is said inside a sentence, where the content declares a phrase for it in that locale. */
export const phraseOf = (base: Qualifiers, qualifier: string, value: QualifierValue, locale: TextLocale): string | undefined =>
  declaredPhrase(base, qualifier, value)?.[locale];

/** Whether a text says already what the phrase for the qualifier's value would add ("first Chinese lunar probe" needs no "China's"). */
export function isPhraseSaid(base: Qualifiers, qualifier: string, value: QualifierValue, text: string): boolean {
  const words = declaredPhrase(base, qualifier, value)?.unlessSaid ?? [];
  return words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
}
