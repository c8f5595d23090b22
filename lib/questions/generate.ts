import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { nameOf, renderValue } from "@/lib/facts/render";
import { soleAnswer } from "@/lib/facts/sole-answer";
import { asItemId, type FactId } from "@/lib/shared/ids";
import { namedRandom, pick, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { finish, type Steps } from "@/lib/shared/steps";
import { reasonNotToAsk } from "./eligibility";
import { entailedBy } from "./entailment";
import { featuresOf } from "./features";
import type { Draft, Form, FormRequest } from "./form";
import { forms as allForms } from "./forms/registry";
import type { Item, ItemType, Locale } from "./item";
import type { NoItemCode } from "./no-item";
import type { Direction, Question, RightAnswer } from "./question";
import { stemsOf, type Stem } from "./wording";

export type GenerateOptions = {
  /** Any whole number; the same seed gives the same items for the same content. */
  seed: number;
  types?: readonly ItemType[];
  locale?: Locale;
  /** The forms to use: all in the registry, unless given. */
  forms?: readonly Form[];
  /** Both, unless given. */
  directions?: readonly Direction[];
  /** Of each form and direction the items of one wording only, drawn by the seed: where one is wanted, the others need not be made. */
  isBrief?: boolean;
};

/** Why a fact has no item of a form in a direction. */
export type NoItem = { form: string; direction: Direction; reason: NoItemCode };

/** `isBarren`: there is no item, and chance had no part in that: no seed gives any. */
export type FactItems = { items: Item[]; reasons: NoItem[]; isBarren: boolean };

function answerOfQuestion(base: FactBase, fact: Fact, direction: Direction): RightAnswer {
  const { value } = fact;
  if (direction === "inverse") return { text: nameOf(base, fact.subject, { bare: true }), entity: fact.subject };
  const text = renderValue(base, value, { bare: true });
  return value.kind === "entity" ? { text, entity: value.entity } : { text, value };
}

/** The question in words; asked for the subject, only if it is the only one that is known to have the value. */
function wordQuestion(question: Question, locale: Locale): Result<Stem[], NoItemCode> {
  const stems = stemsOf(question, locale);
  if (stems.ok && question.direction === "inverse" && !soleAnswer(question.base, question.fact).ok) return err("shared-value");
  return stems;
}

type Asked = Omit<FormRequest, "random" | "sharedRandom" | "wordings">;

/** What the forms need for a fact in one direction; the words are made when a form first asks for them. */
function askFact(base: FactBase, fact: Fact, direction: Direction, locale: Locale): Asked {
  const predicate = base.predicates.get(fact.predicate)!;
  const question = { base, fact, predicate, direction, answer: answerOfQuestion(base, fact, direction) };
  let words: Result<Stem[], NoItemCode> | undefined;
  return { question, locale, stems: () => (words ??= wordQuestion(question, locale)) };
}

function toItem({ base, fact, predicate, direction }: Question, form: Form, draft: Draft, made: { name: string; seed: number; locale: Locale }): Item {
  const { variant, alsoTests = [], alsoTold = [], ...asked } = draft;
  const tests = [...new Set([fact.id, ...alsoTests])];
  return {
    id: asItemId(variant === 1 ? made.name : `${made.name}~${variant}`),
    type: form.type,
    predicate: predicate.id,
    direction,
    locale: made.locale,
    features: featuresOf(base, fact.subject, { ...asked, type: form.type, tests }),
    ...asked,
    tests,
    asserts: [...entailedBy(base, [...tests, ...alsoTold])],
    seed: made.seed,
  };
}

type Wordings = FormRequest["wordings"];

const allWordings: Wordings = (all) => all;

function narrowed({ stems, ...asked }: Asked, wordings: Wordings): Omit<FormRequest, "random" | "sharedRandom"> {
  const some = () => {
    const all = stems();
    return all.ok ? ok(wordings(all.value)) : all;
  };
  return { ...asked, wordings, stems: some };
}

/** With one wording; where it gives no item, with all of them. */
function makeBrief(make: (wordings: Wordings) => Result<Draft[], NoItemCode>, random: Random): Result<Draft[], NoItemCode> {
  let isAll = true;
  const brief = make((all) => {
    if (all.length < 2) return all;
    isAll = false;
    return [pick(random, all)];
  });
  return isAll || (brief.ok && brief.value.length > 0) ? brief : make(allWordings);
}

type Failure = { reason: NoItemCode; isDrawn: boolean };

/** With one wording a form gives nothing that it does not give with all, so which wording was drawn first bears on no failure. */
function makeItems(asked: Asked, form: Form, { seed, isBrief = false }: Pick<GenerateOptions, "seed" | "isBrief">): Result<Item[], Failure> {
  const { question, locale } = asked;
  const { fact, predicate, direction } = question;
  if (!predicate.ways.includes(form.way) || predicate.notForms.includes(form.name)) return err({ reason: "not-for-predicate", isDrawn: false });
  const name = `${fact.id}~${form.name}~${direction}`;
  let isDrawn = false;
  const stream = (streamName: string): Random => {
    const random = namedRandom(seed, streamName);
    return () => {
      isDrawn = true;
      return random();
    };
  };
  const make = (wordings: Wordings) =>
    form.make({
      ...narrowed(asked, wordings),
      random: (of) => stream(`${name}~${of}`),
      sharedRandom: (of) => stream(`${fact.id}~${form.name}~${of}`),
    });
  const drafts = isBrief ? makeBrief(make, namedRandom(seed, `${name}~wording`)) : make(allWordings);
  if (!drafts.ok) return err({ reason: drafts.error, isDrawn });
  return ok(drafts.value.map((draft) => toItem(question, form, draft, { name, seed, locale })));
}

const bothDirections: readonly Direction[] = ["forward", "inverse"];

/** As `generateItemsForFact`, stopping between the forms, of which each may take tens of milliseconds where a thousand subjects have the predicate. */
export function* generateItemsInSteps(base: FactBase, factId: FactId, { seed, types, locale = "en", forms = allForms, directions = bothDirections, isBrief }: GenerateOptions): Steps<FactItems> {
  const fact = base.facts.get(factId);
  if (!fact) throw new Error(`Unknown fact: ${factId}`);
  const notAsked = reasonNotToAsk(base, fact);
  const wanted = forms.filter((form) => types?.includes(form.type) ?? true);
  const found: FactItems = { items: [], reasons: [], isBarren: true };
  for (const direction of directions) {
    const asked = notAsked === undefined ? askFact(base, fact, direction, locale) : undefined;
    for (const form of wanted.filter(({ directions }) => directions.includes(direction))) {
      yield;
      const made = asked ? makeItems(asked, form, { seed, isBrief }) : err({ reason: notAsked!, isDrawn: false });
      found.isBarren &&= !made.ok && !made.error.isDrawn;
      if (made.ok) found.items.push(...made.value);
      else found.reasons.push({ form: form.name, direction, reason: made.error.reason });
    }
  }
  return found;
}

/** All items of one fact (by id or former id), with the reason for every form and direction that it has no item for. Throws on an unknown id. */
export const generateItemsForFact = (base: FactBase, factId: FactId, options: GenerateOptions): FactItems => finish(generateItemsInSteps(base, factId, options));

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
