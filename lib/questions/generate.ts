import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, FormName, Predicate } from "@/lib/facts/model";
import { nameOf, renderValue } from "@/lib/facts/render";
import { soleAnswer } from "@/lib/facts/sole-answer";
import { asItemId, type FactId } from "@/lib/shared/ids";
import { namedRandom } from "@/lib/shared/random";
import { reasonNotToAsk } from "./eligibility";
import { forms } from "./forms/registry";
import type { Item, ItemType, Locale } from "./item";
import { factsSayingTheSame } from "./known-facts";
import type { Direction, Question, RightAnswer } from "./question";

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

function makeItem(question: Question, form: FormName, { seed, locale = "en" }: GenerateOptions): { item: Item } | { reason: string } {
  const { base, fact, predicate, direction } = question;
  const id = asItemId(`${fact.id}~${form}~${direction}`);
  const draft = forms[form].make({ question, locale, random: namedRandom(seed, id) });
  if (!draft.ok) return { reason: draft.error };
  const { alsoTold = [], ...made } = draft.value;
  const asserts = [...new Set([...factsSayingTheSame(base, fact), ...alsoTold])];
  return { item: { id, type: form, predicate: predicate.id, direction, locale, ...made, tests: [fact.id], asserts, seed } };
}

/** Why the fact is not asked in this direction, in any form. */
function reasonAgainst(base: FactBase, fact: Fact, predicate: Predicate, direction: Direction): string | undefined {
  if (direction === "forward") return undefined;
  if ((predicate.wording.inverse.en ?? []).length === 0) return "no wording";
  return soleAnswer(base, fact).ok ? undefined : "several subjects may share the value";
}

/** All items of one fact (by id or former id), with the reason for every form and direction that it has no item for. Throws on an unknown id. */
export function generateItemsForFact(base: FactBase, factId: FactId, options: GenerateOptions): FactItems {
  const fact = base.facts.get(factId);
  if (!fact) throw new Error(`Unknown fact: ${factId}`);
  const predicate = base.predicates.get(fact.predicate);
  const wanted = (Object.keys(forms) as FormName[]).filter((form) => options.types?.includes(form) ?? true);
  const notAsked = reasonNotToAsk(base, fact);
  const items: Item[] = [];
  const reasons: NoItem[] = [];
  for (const direction of directions) {
    const against = notAsked ?? reasonAgainst(base, fact, predicate!, direction);
    const question = against === undefined && { base, fact, predicate: predicate!, direction, answer: answerOfQuestion(base, fact, direction) };
    for (const form of wanted) {
      if (!question) reasons.push({ form, direction, reason: against! });
      else if (!predicate!.forms.includes(form)) reasons.push({ form, direction, reason: "not a form for this predicate" });
      else {
        const made = makeItem(question, form, options);
        if ("item" in made) items.push(made.item);
        else reasons.push({ form, direction, reason: made.reason });
      }
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
