import { formatEdtf, mustNameZone, zoneLabel } from "@/lib/facts/dates";
import type { Fact } from "@/lib/facts/model";
import { fillTemplate, templateMentions, unsaidContext } from "@/lib/facts/render";
import { placeholdersOf } from "@/lib/facts/templates";
import { err, ok, type Result } from "@/lib/shared/result";
import { findClue } from "./clue";
import type { Locale } from "./item";
import type { NoItemCode } from "./no-item";
import type { Question } from "./question";

/** `wording` is its number in the predicate, from 1. */
export type Stem = { text: string; template: string; wording: number };

/** No stem is longer. */
export const mostWords = 30;

/** Whether a stem is no longer than thirty words. */
export const isShortEnough = (text: string) => text.split(/\s+/).length <= mostWords;

function hasText(fact: Fact, name: string): boolean {
  if (name === "subject" || name === "value") return true;
  if (name === "asOf") return fact.asOf !== undefined;
  if (name === "zone") return fact.value.kind === "date" && mustNameZone(fact.value);
  return name === "scope" ? (fact.scope ?? fact.qualifiers.scope) !== undefined : fact.qualifiers[name] !== undefined;
}

/** Whether the fact has all that the wording needs. */
export const canFill = (fact: Fact, wording: string): boolean => placeholdersOf(wording).every(({ name, isOptional }) => isOptional || hasText(fact, name));

/** Whether the wording says everything that narrows the fact, needs nothing the fact lacks, and keeps the answer back. */
export function suits(question: Question, wording: string): boolean {
  const { base, fact, direction } = question;
  if (templateMentions(wording).has(direction === "forward" ? "value" : "subject")) return false;
  if (unsaidContext(base, wording, fact).some((name) => name !== "asOf")) return false;
  return canFill(fact, wording);
}

/** Months and years are "in", days are "on". */
function withPreposition({ fact, direction }: Question, wording: string): string {
  const isLong = direction === "inverse" && fact.value.kind === "date" && fact.value.precision !== "day";
  return isLong ? wording.replace(/\b([Oo])n \{value\}/g, (_, o: string) => `${o === "O" ? "I" : "i"}n {value}`) : wording;
}

/** The filled-in wording with the fact's date in front, where it has one that the wording leaves out. */
export function withDate({ base, fact }: Question, wording: string, text: string): string {
  if (fact.asOf === undefined || !unsaidContext(base, wording, fact).includes("asOf")) return text;
  return `As of ${formatEdtf(fact.asOf)}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function fillStem(question: Question, wording: string): string {
  const { base, fact, direction } = question;
  const said = templateMentions(wording);
  let text = fillTemplate(base, withPreposition(question, wording), fact);
  if (direction === "forward" && fact.value.kind === "date" && !said.has("zone") && mustNameZone(fact.value)) {
    text = text.replace(/\?$/, ` (${zoneLabel(fact.value)})?`);
  }
  return withDate(question, wording, text);
}

/** The wordings that fit the question, filled in; an error says why none does. */
export function stemsOf(question: Question, locale: Locale): Result<Stem[], NoItemCode> {
  const { predicate, direction } = question;
  const wordings = predicate.wording[direction][locale] ?? [];
  if (wordings.length === 0) return err("no-wording");
  const fitting = wordings.flatMap((wording, i) => (suits(question, wording) ? { wording, number: i + 1 } : []));
  if (fitting.length === 0) return err("unsaid-context");
  const stems = fitting.map(({ wording, number }) => ({ text: fillStem(question, wording), template: `${predicate.id}/${direction}/${number}`, wording: number }));
  const short = stems.filter(({ text }) => isShortEnough(text));
  return short.length > 0 ? ok(short) : err("long-wordings");
}

/** What stands beside the key: the other options, or without options the words that help nobody. */
export type Beside = { others: readonly string[] } | { harmless: ReadonlySet<string> };

/** Whether a text does not give the key away. */
export function keepsBack(text: string, key: string, beside: Beside): boolean {
  const [others, harmless] = "others" in beside ? [beside.others, undefined] : [[], beside.harmless];
  return findClue(text, key, others, harmless) === undefined;
}

/** The stems that do not give the key away, in their order; an error where all do. */
export function stemsKeepingBack(stems: readonly Stem[], key: string, beside: Beside): Result<Stem[], NoItemCode> {
  const fair = stems.filter(({ text }) => keepsBack(text, key, beside));
  return fair.length > 0 ? ok(fair) : err("told-by-wording");
}
