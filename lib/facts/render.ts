import { asEntityId, type EntityId } from "@/lib/shared/ids";
import { assertNever } from "@/lib/shared/assert-never";
import { capitalise, joinWithArticle } from "./articles";
import { formatDate, formatEdtf, mustNameZone, parseEdtf, zoneLabel, type TextLocale } from "./dates";
import type { FactBase } from "./fact-base";
import type { Fact, FactValue } from "./model";
import { isPhraseSaid, phraseOf } from "./qualifier-phrases";
import { formatNumber, formatQuantity } from "./quantities";
import { placeholdersOf, splitTemplate } from "./templates";

/** What stands where a hidden placeholder was. */
export const blank = "_____";

/** An entity's name as it stands inside a sentence (with "the" where it takes one), at the start of one (`start`), or on its own (`bare`: no article). Throws on an unknown entity. */
export function nameOf(base: FactBase, id: EntityId, options: { start?: boolean; bare?: boolean; locale?: TextLocale } = {}): string {
  const entity = base.entities.get(id);
  if (!entity) throw new Error(`Unknown entity: ${id}`);
  if (options.locale === "zh") return entity.labels.zh ?? entity.labels.en;
  const hasOwn = /^the /i.test(entity.labels.en);
  const name = entity.article === "the" && !options.bare && !hasOwn ? `the ${entity.labels.en}` : entity.labels.en;
  return options.start ? capitalise(name) : name;
}

function formatCoordinates(latitude: number, longitude: number): string {
  const part = (degrees: number, positive: string, negative: string) => `${formatNumber(Math.abs(degrees))}° ${degrees < 0 ? negative : positive}`;
  return `${part(latitude, "N", "S")}, ${part(longitude, "E", "W")}`;
}

/** Choices for a value's text: `zone` adds the zone to a day that needs it, `bare` leaves a name's article out, `decimals` fixes how many a number shows. */
export type ValueOptions = { zone?: boolean; bare?: boolean; decimals?: number; locale?: TextLocale };

/** A value as text inside a sentence. Throws on unknown entities and units and on malformed dates, which checked content does not have. */
export function renderValue(base: FactBase, value: FactValue, options: ValueOptions = {}): string {
  const { locale = "en" } = options;
  switch (value.kind) {
    case "entity": return nameOf(base, value.entity, options);
    case "date": return formatDate(value, locale) + (options.zone && mustNameZone(value) ? ` (${zoneLabel(value, locale)})` : "");
    case "quantity": return formatQuantity(base, value, options);
    case "text": return value.text;
    case "boolean": return locale === "zh" ? (value.value ? "是" : "否") : value.value ? "yes" : "no";
    case "coordinates": return formatCoordinates(value.latitude, value.longitude);
    default: return assertNever(value);
  }
}

function renderQualifier(base: FactBase, value: string | number | boolean, locale: TextLocale): string {
  if (typeof value === "boolean") return renderValue(base, { kind: "boolean", value }, { locale });
  // Years are qualifiers too, and a year takes no separator.
  if (typeof value === "number") return Math.abs(value) < 10_000 ? String(value) : formatNumber(value);
  if (base.entities.has(asEntityId(value))) return nameOf(base, asEntityId(value), { locale });
  return /^\d{4}-/.test(value) && parseEdtf(value).ok ? formatEdtf(value, locale) : value;
}

type FillOptions = { hide?: "subject" | "value"; locale?: TextLocale };

/** The text of a placeholder, or nothing where the fact has none. */
function placeholderText(base: FactBase, fact: Fact, name: string, namesZone: boolean, options: FillOptions): string | undefined {
  const { locale = "en" } = options;
  if (name === options.hide) return blank;
  if (name === "subject") return nameOf(base, fact.subject, { locale });
  if (name === "value") return renderValue(base, fact.value, { zone: !namesZone, locale });
  if (name === "asOf") return fact.asOf && formatEdtf(fact.asOf, locale);
  if (name === "zone") return fact.value.kind === "date" && mustNameZone(fact.value) ? zoneLabel(fact.value, locale) : undefined;
  const given = givenQualifier(fact, name);
  return given === undefined ? undefined : (phraseOf(base, name, given, locale) ?? renderQualifier(base, given, locale));
}

const givenQualifier = (fact: Fact, name: string) => (name === "scope" ? (fact.scope ?? fact.qualifiers.scope) : fact.qualifiers[name]);

/** Whether the value, which the wording shows, says a qualifier already, so that an optional part with it can go. */
function isSaidByValue(base: FactBase, template: string, fact: Fact, name: string, { hide, locale = "en" }: FillOptions): boolean {
  const given = givenQualifier(fact, name);
  if (given === undefined || hide === "value" || !templateMentions(template).has("value")) return false;
  return isPhraseSaid(base, name, given, renderValue(base, fact.value, { locale }));
}

/** A day is "on", a month or year "in". */
const withPreposition = (before: string, placeholder: string, { value }: Fact) =>
  placeholder === "value" && value.kind === "date" && value.precision !== "day" ? before.replace(/\b([Oo])n $/, (_, o: string) => (o === "O" ? "In " : "in ")) : before;

/** "spaceflight(s)" and "(agency|agencies)" as they follow the fact's amount. */
function withNumber(text: string, { value }: Fact): string {
  if (value.kind !== "quantity") return text;
  const isOne = value.amount === 1;
  return text.replace(/(?<=\p{L})\(s\)/gu, isOne ? "" : "s").replace(/\(([^()|]+)\|([^()|]+)\)/g, isOne ? "$1" : "$2");
}

/**
 * A wording filled in for a fact, with articles agreeing and a capital at the start. `[[ … ]]` vanishes when a placeholder inside it
 * has no text or only repeats what the value says; "spaceflight(s)" and "(agency|agencies)" agree with an amount; `hide` puts a blank for the subject or the value. Throws when a placeholder outside `[[ ]]` has no text.
 */
export function fillTemplate(base: FactBase, template: string, fact: Fact, options: FillOptions = {}): string {
  const namesZone = templateMentions(template).has("zone");
  let text = "";
  for (const segment of splitTemplate(template)) {
    const before = text;
    for (const piece of segment.pieces) {
      const word = piece.placeholder === undefined ? withNumber(piece.text, fact) : placeholderText(base, fact, piece.placeholder, namesZone, options);
      if (word === undefined && !segment.isOptional) throw new Error(`"${template}" needs {${piece.placeholder}}, which ${fact.id} lacks`);
      const isRepetition = segment.isOptional && piece.placeholder !== undefined && isSaidByValue(base, template, fact, piece.placeholder, options);
      if (word === undefined || isRepetition) {
        text = before;
        break;
      }
      text = piece.placeholder === undefined ? text + word : joinWithArticle(withPreposition(text, piece.placeholder, fact), word);
    }
  }
  return capitalise(text.replace(/\s+/g, " ").replace(/ ([.,;:?)])/g, "$1").trim().replace(/\.\.$/, "."));
}

/** The placeholders of a wording, optional ones too. */
export const templateMentions = (template: string): Set<string> => new Set(placeholdersOf(template).map((placeholder) => placeholder.name));

/** Ids of the fact's qualifiers that narrow its value, in order; an undeclared one counts as narrowing. */
export const narrowingQualifiers = (base: Pick<FactBase, "qualifiers">, fact: Fact): string[] =>
  Object.keys(fact.qualifiers).filter((id) => base.qualifiers.get(id)?.narrows !== false).sort();

/** What a stem for the fact would have to say and this wording does not: narrowing qualifiers, "scope" and "asOf". A qualifier that repeats the date (the year 2010, as of 2010) need not be said beside it, nor the date beside the qualifier. */
export function unsaidContext(base: Pick<FactBase, "qualifiers">, template: string, fact: Fact): string[] {
  const said = templateMentions(template);
  const isDate = (name: string) => fact.asOf !== undefined && String(fact.qualifiers[name]) === fact.asOf;
  const narrowing = narrowingQualifiers(base, fact);
  const isDated = fact.asOf === undefined || said.has("asOf") || narrowing.some((name) => isDate(name) && said.has(name));
  const needed = [...narrowing.filter((name) => !isDate(name)), ...(fact.scope ? ["scope"] : [])].filter((name) => !said.has(name));
  return isDated ? needed : [...needed, "asOf"];
}

/** First words of a wording that keep their capital when something comes before them. */
const properStart = /^(?:Chin(?:a|ese)|Beijing|Earth|Mars|Moon|Long March|Shenzhou|Tiangong|BeiDou)\b/;

/** The sentence with its date in front; a first word that belongs to the wording, not to a name, loses its capital. */
function withDate(sentence: string, template: string, asOf: string, locale: TextLocale): string {
  if (locale === "zh") return `截至${formatEdtf(asOf, locale)}，${sentence}`;
  const startsPlain = /^[A-Z][a-z]* /.test(template) && !properStart.test(template);
  const rest = startsPlain ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence.replace(/^The /, "the ");
  return `As of ${formatEdtf(asOf)}, ${rest}`;
}

/** A qualifier that no wording says: its phrase, or its value after its label. */
function noteOf(base: FactBase, fact: Fact, name: string, locale: TextLocale): string {
  const text = placeholderText(base, fact, name, false, { locale })!;
  if (phraseOf(base, name, givenQualifier(fact, name)!, locale) !== undefined) return text;
  const label = name === "scope" ? (locale === "zh" ? "范围" : "scope") : (base.qualifiers.get(name)?.label[locale] ?? name);
  return `${label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}: ${text}`;
}

/** The fact said by a wording that is a sentence: its date in front where it has one, narrowing qualifiers that the wording leaves out in brackets behind; `hide` as in `fillTemplate`. */
export function sentenceOf(base: FactBase, fact: Fact, template: string, { hide, locale = "en" }: FillOptions = {}): string {
  const unsaid = unsaidContext(base, template, fact);
  const notes = unsaid.filter((name) => name !== "asOf").map((name) => noteOf(base, fact, name, locale));
  const stop = locale === "zh" ? "。" : ".";
  const body = fillTemplate(base, template, fact, { locale, ...(hide && { hide }) }).replace(/[.。]$/, "");
  const sentence = `${body}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}${stop}`;
  return unsaid.includes("asOf") ? withDate(sentence, template, fact.asOf!, locale) : sentence;
}

/** The fact as one plain sentence, by the predicate's statement. Throws on an unknown predicate. */
export function statementOf(base: FactBase, fact: Fact, locale: TextLocale = "en"): string {
  const predicate = base.predicates.get(fact.predicate);
  if (!predicate) throw new Error(`Unknown predicate: ${fact.predicate}`);
  const { statement } = predicate.wording;
  const used = locale === "zh" && statement.zh ? "zh" : "en";
  return sentenceOf(base, fact, statement[used]!, { locale: used });
}
