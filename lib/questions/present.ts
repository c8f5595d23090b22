import { drawMap } from "@/lib/drawings/map";
import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import type { Citation, Fact, FactValue, SourceKind } from "@/lib/facts/model";
import { statementOf } from "@/lib/facts/render";
import { asFactId, type FactId } from "@/lib/shared/ids";
import type { Figure, Item, Option } from "./item";
import { isSameValue, isSettled } from "./known-facts";
import type { Answer, CardFigure, QuestionFace, SourceLine, StudyCard } from "./study-card";

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

function testedFact(base: FactBase, factId: FactId): Fact {
  const fact = base.facts.get(factId);
  if (!fact) throw new Error(`Unknown fact: ${factId}`);
  return fact;
}

const joinNames = (names: readonly string[]) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

/** What is right, in words: the answer, all right options, the names in their order, or each prompt with its option. */
export function keyTextOf({ key, options, prompts, type }: Item): string {
  if (!Array.isArray(key)) return key.text;
  const texts = key.map((position) => options[position]?.text ?? "");
  if (prompts) return prompts.map(({ text }, i) => `${text}: ${texts[i]}`).join("; ");
  return type === "ordering" ? texts.join(", ") : joinNames(texts);
}

/** The tested facts besides the first; of an order and of pairs all of them, as the answer goes through them. */
function otherTested(base: FactBase, { key, options, prompts, tests, type }: Item): Fact[] {
  const facts = tests.map((id) => testedFact(base, id));
  const isOrder = type === "ordering" && Array.isArray(key);
  if (!isOrder && !prompts) return facts.slice(1);
  const subjects = isOrder ? key.map((position) => options[position]?.entity) : (prompts ?? []).map(({ entity }) => entity);
  const placeOf = ({ subject }: Fact) => subjects.indexOf(subject);
  return facts.sort((a, b) => placeOf(a) - placeOf(b));
}

/** The answer side of an item, with the strongest sources only. Throws if a tested fact is not in the base. */
export function answerOf(base: FactBase, item: Item): Answer {
  const fact = testedFact(base, item.tests[0]!);
  const others = otherTested(base, item);
  const cited = [fact, ...others.filter((other) => other !== fact)];
  const sources = cited.flatMap(({ citations }) => strongest(base, citations)).map((citation) => toSourceLine(base, citation));
  const more = [...new Set(others.map((other) => statementOf(base, other)))];
  const pictures = cited.flatMap(({ picture }) => picture ?? []);
  return { text: keyTextOf(item), statement: statementOf(base, fact), ...(more.length > 0 && { more }), ...(pictures.length > 0 && { pictures }), sources };
}

/** Told by the item alone, so that a question stays as it was when its fact says something else by now, or has left the content. */
function askedValue({ key, options }: Item): FactValue | undefined {
  const right = Array.isArray(key) ? options[key[0]!] : key;
  return right?.entity !== undefined ? { kind: "entity", entity: right.entity } : right?.value;
}

function asksOf(base: FactBase, item: Item): QuestionFace["asks"] {
  const value = askedValue(item);
  if (item.direction === "inverse" || value?.kind === "entity") return { kind: "name" };
  if (value?.kind === "date") return { kind: "date", precision: value.precision };
  if (value?.kind !== "quantity") return { kind: "text" };
  const unit = value.unit === undefined ? undefined : base.units.get(value.unit);
  return { kind: "number", ...(unit && { unit: unit.many ?? unit.symbol }) };
}

function drawFigure(figure: Figure, options: readonly Option[]): CardFigure {
  if (figure.kind === "launch-vehicle") return figure;
  const { points } = figure;
  return { kind: "map", drawing: drawMap(points), marksOptions: points.length === options.length && points.every(({ label }, i) => label === options[i]!.text) };
}

/** What every learner sees of an item, in a study session and in a quiz alike: never what tells the key. */
export function faceOf(base: FactBase, item: Item): QuestionFace {
  const { prompts, figure, described } = item;
  return {
    form: item.type,
    stem: item.stem,
    options: item.options.map((option) => option.text),
    ...(prompts && { prompts: prompts.map(({ text }) => text) }),
    ...(figure && { figure: drawFigure(figure, item.options) }),
    ...(described !== undefined && { described }),
    asks: asksOf(base, item),
  };
}

/** The item as the study session gets it: the back only for a flashcard, whose tested fact must be in the base (or it throws). */
export function toStudyCard(base: FactBase, item: Item, shown: { presentationId: string; isNew: boolean }): StudyCard {
  return {
    presentationId: shown.presentationId,
    factId: item.tests[0]!,
    ...faceOf(base, item),
    isNew: shown.isNew,
    ...(item.type === "flashcard" && { back: answerOf(base, item) }),
  };
}

function factAbout(base: FactBase, item: Item, option: Pick<Option, "entity" | "value">): Fact | undefined {
  const isTellable = (fact: Fact) => isSettled(fact) && fact.ask === true;
  if (item.direction === "inverse") return option.entity && factsOf(base, option.entity, item.predicate).find(isTellable);
  const value = option.entity !== undefined ? { kind: "entity" as const, entity: option.entity } : option.value;
  const facts = base.factsByPredicate.get(item.predicate) ?? [];
  return value && facts.find((fact) => isTellable(fact) && isSameValue(fact.value, value));
}

/** The fact that a wrong option stands for: of a false claim that was believed, what is claimed; of two that are compared, the other's own. */
function factOfWrong(base: FactBase, item: Item, { certificate, entity, value }: Option): Fact | undefined {
  if (certificate?.rule === "entailed") return undefined;
  if (item.claim) return factAbout(base, item, item.claim);
  if (certificate?.rule === "compared") return certificate.because.map((id) => base.facts.get(asFactId(id))).find((fact) => fact?.subject === entity);
  return factAbout(base, item, { entity, value });
}

const isWrong = ({ key, prompts }: Item, option: Option, position: number) =>
  option.certificate !== undefined || (prompts !== undefined && Array.isArray(key) && !key.includes(position));

/** The fact that a wrong option is explained by; see `explainOption`. */
export function factBehindOption(base: FactBase, item: Item, optionIndex: number): Fact | undefined {
  const option = item.options[optionIndex];
  return option && isWrong(item, option, optionIndex) ? factOfWrong(base, item, option) : undefined;
}

/**
 * What a wrong option is true of, as a sentence; nothing for a right one, for a position out of range, where options are put in order,
 * or where the facts tell nothing. In a matching only the spare options are wrong.
 */
export function explainOption(base: FactBase, item: Item, optionIndex: number): string | undefined {
  const fact = factBehindOption(base, item, optionIndex);
  return fact && statementOf(base, fact);
}
