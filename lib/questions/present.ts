import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import type { Citation, Fact, SourceKind } from "@/lib/facts/model";
import { statementOf } from "@/lib/facts/render";
import type { Item, Option } from "./item";
import { isSameValue, isSettled } from "./known-facts";
import type { Answer, SourceLine, StudyCard } from "./study-card";

/** Groups of sources, strongest first: where a fact has a source of one group, weaker groups are not shown. */
const strength: SourceKind[][] = [
  ["authoritative", "official", "state-press", "dataset"],
  ["secondary"],
  ["tertiary", "wikipedia", "founding-document", "other"],
];

function strongest(base: FactBase, citations: readonly Citation[]): Citation[] {
  for (const kinds of strength) {
    const group = citations.filter(({ source }) => kinds.includes(base.sources.get(source)!.kind));
    if (group.length > 0) return group;
  }
  return [];
}

/** Wikipedia is named with its article; the addresses on record for it are mirrors, unless they are its own. */
const isShownAddress = (kind: SourceKind, url: string) => kind !== "wikipedia" || /^https?:\/\/[a-z-]+\.wikipedia\.org\//.test(url);

/** A citation as a person sees it. Throws on an unknown source, which checked content does not have. */
export function toSourceLine(base: FactBase, { source, at }: Citation): SourceLine {
  const { title, kind, url, credit } = base.sources.get(source)!;
  return { title, kind, ...(url && isShownAddress(kind, url) && { url }), ...(at && { at }), ...(credit && { credit }) };
}

function testedFact(base: FactBase, item: Item): Fact {
  const fact = base.facts.get(item.tests[0]!);
  if (!fact) throw new Error(`Unknown fact: ${item.tests[0]}`);
  return fact;
}

const keyText = (item: Item) => (Array.isArray(item.key) ? item.options[item.key[0]!]!.text : item.key.text);

/** The answer side of an item, with the strongest sources only. Throws if the tested fact is not in the base. */
export function answerOf(base: FactBase, item: Item): Answer {
  const fact = testedFact(base, item);
  const sources = strongest(base, fact.citations).map((citation) => toSourceLine(base, citation));
  return { text: keyText(item), statement: statementOf(base, fact), sources };
}

function asksOf(base: FactBase, item: Item): StudyCard["asks"] {
  const fact = testedFact(base, item);
  const { value } = fact;
  if (item.direction === "inverse" || value.kind === "entity") return { kind: "name" };
  if (value.kind === "date") return { kind: "date", precision: value.precision };
  if (value.kind !== "quantity") return { kind: "text" };
  const unit = value.unit === undefined ? undefined : base.units.get(value.unit);
  return { kind: "number", ...(unit && { unit: unit.many ?? unit.symbol }) };
}

function formOf(item: Item): StudyCard["form"] {
  const { type } = item;
  if (type === "multiple-choice" || type === "short-answer" || type === "flashcard") return type;
  throw new Error(`No study card for ${type}`);
}

/** The item as the browser gets it: the back only for a flashcard. Throws for forms that are not studied as cards. */
export function toStudyCard(base: FactBase, item: Item, shown: { presentationId: string; isNew: boolean }): StudyCard {
  const form = formOf(item);
  return {
    presentationId: shown.presentationId,
    factId: item.tests[0]!,
    form,
    stem: item.stem,
    options: item.options.map((option) => option.text),
    asks: asksOf(base, item),
    isNew: shown.isNew,
    ...(form === "flashcard" && { back: answerOf(base, item) }),
  };
}

function factAbout(base: FactBase, item: Item, option: Option): Fact | undefined {
  const isTellable = (fact: Fact) => isSettled(fact) && fact.ask === true;
  if (item.direction === "inverse") return option.entity && factsOf(base, option.entity, item.predicate).find(isTellable);
  const value = option.entity !== undefined ? { kind: "entity" as const, entity: option.entity } : option.value;
  const facts = base.factsByPredicate.get(item.predicate) ?? [];
  return value && facts.find((fact) => isTellable(fact) && isSameValue(fact.value, value));
}

/** What a wrong option is true of, as a sentence; nothing for the key, for a position out of range, or where the facts tell nothing. */
export function explainOption(base: FactBase, item: Item, optionIndex: number): string | undefined {
  const option = item.options[optionIndex];
  if (!option?.certificate) return undefined;
  const fact = factAbout(base, item, option);
  return fact && statementOf(base, fact);
}
