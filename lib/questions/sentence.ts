import { mustNameZone, zoneLabel } from "@/lib/facts/dates";
import type { Predicate } from "@/lib/facts/model";
import { blank, sentenceOf, templateMentions, unsaidContext } from "@/lib/facts/render";
import { err, ok, type Result } from "@/lib/shared/result";
import type { Locale, Option } from "./item";
import type { NoItemCode } from "./no-item";
import type { Question } from "./question";
import { canFill, isShortEnough, type Stem } from "./wording";

/** A wording that says a fact. `wording` is 1 for the predicate's statement, more for its restatements. */
export type SentenceWording = { text: string; template: string; wording: number };

function allSentences({ id, wording: { statement, restatements } }: Predicate, locale: Locale): SentenceWording[] {
  const first = statement[locale];
  const others = (restatements[locale] ?? []).map((text, i) => ({ text, template: `${id}/restatement/${i + 1}`, wording: i + 2 }));
  return first === undefined ? others : [{ text: first, template: `${id}/statement/1`, wording: 1 }, ...others];
}

/** What is asked for: the value, or the subject. */
export const askedFor = ({ direction }: Question) => (direction === "forward" ? "value" : "subject");

/**
 * The sentences that say the fact and name what is asked for, those that say all that narrows it in their own words if there are such
 * (elsewhere it stands in brackets); an error where none fits.
 */
export function sentencesFor(question: Question, locale: Locale): Result<SentenceWording[], NoItemCode> {
  const { base, fact, predicate } = question;
  const fitting = allSentences(predicate, locale).filter(({ text }) => templateMentions(text).has(askedFor(question)) && canFill(fact, text));
  const fluent = fitting.filter(({ text }) => unsaidContext(base, text, fact).every((name) => name === "asOf"));
  const sentences = fluent.length > 0 ? fluent : fitting;
  return sentences.length > 0 ? ok(sentences) : err("unnamed-in-sentences");
}

/** A zone belongs to a hidden day as much as to one that is shown. */
function withZone({ fact: { value }, direction }: Question, wording: string, text: string): string {
  const isHidden = direction === "forward" && value.kind === "date" && mustNameZone(value) && !templateMentions(wording).has("zone");
  return isHidden ? text.replace(blank, `${blank} (${zoneLabel(value)})`) : text;
}

/** A word after the blank that is no noun that it counts. */
const leadsOn = "of|in|among|from|at|by|on|for|with|to|and|as|when|before|after|during|per|long|tall|high|wide";
const countsNoun = new RegExp(`${blank} (?!(?:${leadsOn})\\b)\\p{Ll}`, "u");

/** Whether a sentence with a blank goes on in the plural, so that an answer of one cannot fill it ("_____ boosters"). */
export const isPluralAfter = (blanked: string, { value }: Pick<Option, "value">): boolean => value?.kind === "quantity" && value.amount === 1 && countsNoun.test(blanked);

/** "a _____" would rule out half of the answers, and so would "_____ flight" where several is "_____ flights". */
function tellsByGrammar({ fact: { value } }: Question, wording: string, text: string): boolean {
  const isOne = value.kind === "quantity" && value.amount === 1;
  return /\ban? _____/i.test(text) || /_____[\p{L}\d]/u.test(text) || (isOne && /\(s\)|\([^()|]+\|[^()|]+\)/.test(wording));
}

/** The sentences with one blank for what is asked for; an error where none can have it. */
export function blankedSentences(question: Question, locale: Locale): Result<Stem[], NoItemCode> {
  const { base, fact } = question;
  const worded = sentencesFor(question, locale);
  if (!worded.ok) return worded;
  const stems = worded.value.flatMap(({ text: wording, ...about }): Stem[] => {
    const text = withZone(question, wording, sentenceOf(base, fact, wording, { hide: askedFor(question), locale }));
    return text.split(blank).length === 2 && isShortEnough(text) && !tellsByGrammar(question, wording, text) ? [{ ...about, text }] : [];
  });
  return stems.length > 0 ? ok(stems) : err("no-blank");
}
