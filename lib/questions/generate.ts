import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, FormName } from "@/lib/facts/model";
import { nameOf, renderValue } from "@/lib/facts/render";
import { soleAnswer } from "@/lib/facts/sole-answer";
import { asItemId, type FactId } from "@/lib/shared/ids";
import { namedRandom } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { reasonNotToAsk } from "./eligibility";
import { forms } from "./forms/registry";
import type { Item, ItemType, Locale } from "./item";
import { factsSayingTheSame } from "./known-facts";
import type { Direction, Question, RightAnswer } from "./question";
import { stemsOf, type Stem } from "./wording";

export type GenerateOptions = {
  /** Any whole number; the same seed gives the same items for the same content. */
  seed: number;
  types?: readonly ItemType[];
  locale?: Locale;
};

/** Why a fact has no item of a form in a direction. */
export type NoItem = { form: FormName; direction: Direction; reason: string };

export type FactItems = { items: Item[]; reasons: NoItem[] };

const directions: Direction[] = ["forward", "inverse"];

function answerOfQuestion(base: FactBase, fact: Fact, direction: Direction): RightAnswer {
  const { value } = fact;
  if (direction === "inverse") return { text: nameOf(base, fact.subject, { bare: true }), entity: fact.subject };
  const text = renderValue(base, value, { bare: true });
  return value.kind === "entity" ? { text, entity: value.entity } : { text, value };
}

function makeItem(worded: Worded, form: FormName, { seed, locale = "en" }: GenerateOptions): Result<Item, string> {
  const { base, fact, predicate, direction } = worded.question;
  if (!predicate.forms.includes(form)) return err("not a form for this predicate");
  const id = asItemId(`${fact.id}~${form}~${direction}`);
  const draft = forms[form].make({ ...worded, random: namedRandom(seed, id) });
  if (!draft.ok) return draft;
  const { alsoTold = [], ...made } = draft.value;
  const asserts = [...new Set([...factsSayingTheSame(base, fact), ...alsoTold])];
  return ok({ id, type: form, predicate: predicate.id, direction, locale, ...made, tests: [fact.id], asserts, seed });
}

type Worded = { question: Question; stems: Stem[] };

/** The fact asked in one direction, in words; an error says why it is not, in any form. */
function wordQuestion(base: FactBase, fact: Fact, direction: Direction, locale: Locale): Result<Worded, string> {
  const notAsked = reasonNotToAsk(base, fact);
  if (notAsked !== undefined) return err(notAsked);
  const predicate = base.predicates.get(fact.predicate)!;
  const question = { base, fact, predicate, direction, answer: answerOfQuestion(base, fact, direction) };
  const stems = stemsOf(question, locale);
  if (!stems.ok) return stems;
  if (direction === "inverse" && !soleAnswer(base, fact).ok) return err("several subjects may share the value");
  return ok({ question, stems: stems.value });
}

/** All items of one fact (by id or former id), with the reason for every form and direction that it has no item for. Throws on an unknown id. */
export function generateItemsForFact(base: FactBase, factId: FactId, options: GenerateOptions): FactItems {
  const fact = base.facts.get(factId);
  if (!fact) throw new Error(`Unknown fact: ${factId}`);
  const wanted = (Object.keys(forms) as FormName[]).filter((form) => options.types?.includes(form) ?? true);
  const items: Item[] = [];
  const reasons: NoItem[] = [];
  for (const direction of directions) {
    const worded = wordQuestion(base, fact, direction, options.locale ?? "en");
    for (const form of wanted) {
      const made = worded.ok ? makeItem(worded.value, form, options) : worded;
      if (made.ok) items.push(made.value);
      else reasons.push({ form, direction, reason: made.error });
    }
  }
  return { items, reasons };
}

export type BankOptions = GenerateOptions & { factId?: FactId; limit?: number };

/** Every item of every fact, in the order of fact ids; lazily, so that a few can be had without making all. Throws on an unknown fact id. */
export function* generateBank(base: FactBase, { factId, limit = Infinity, ...options }: BankOptions): Generator<Item> {
  let left = limit;
  const ids = factId === undefined ? base.content.facts.map((fact) => fact.id) : [factId];
  for (const id of ids) {
    for (const item of generateItemsForFact(base, id, options).items) {
      if (left-- <= 0) return;
      yield item;
    }
  }
}
