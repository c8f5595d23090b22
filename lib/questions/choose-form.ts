import { pick, type Random } from "@/lib/shared/random";
import type { Form } from "./form";
import type { Item, ItemType } from "./item";

export type ChooseContext = {
  /** Days until recall falls to nine in ten; null for a fact never reviewed. */
  stabilityDays: number | null;
  /** What the learner saw last for this fact. */
  previous?: Pick<Item, "type" | "template">;
  random: Random;
};

/** What an answer asks of memory. `first`: recognised among options, with no other fact needed. */
export type Strength = "first" | "recognition" | "helped" | "alone";

type FormKind = Pick<Form, "type" | "way">;

const strengthByType: Partial<Record<ItemType, Strength>> = {
  comparison: "recognition", matching: "recognition",
  "multiple-response": "helped", ordering: "helped",
  "multi-hop": "alone",
};

/** The strength of memory that a form suits. A sentence with a gap helps whoever types; options help more. */
export function strengthOf({ type, way }: FormKind): Strength {
  if (way === "type") return type === "cloze" ? "helped" : "alone";
  return way === "recall" ? "helped" : (strengthByType[type] ?? "first");
}

/** Below this a fact is recognised among options, above the next it is recalled without help; in between with help, and every third time without. */
const recognitionDays = 3;
const recallDays = 15;

function strengthsFor({ stabilityDays, random }: ChooseContext): Strength[][] {
  if (stabilityDays === null) return [["first"], ["recognition"], ["helped"], ["alone"]];
  if (stabilityDays < recognitionDays) return [["first", "recognition"], ["helped"], ["alone"]];
  const isAlone = stabilityDays > recallDays || random() < 1 / 3;
  return isAlone ? [["alone"], ["helped"], ["first", "recognition"]] : [["helped"], ["alone"], ["first", "recognition"]];
}

/** How often a form comes up beside others of its strength. A true-or-false answer is half a guess; drawings are rare among the facts. */
const weights: Partial<Record<ItemType, number>> = { "multiple-choice": 3, picture: 4, map: 3, cloze: 2, flashcard: 2, comparison: 1, "true-false": 0.5 };

/** In random order, likelier forms first: the keys u^(1/w) of Efraimidis and Spirakis (2006). */
function weighted<F extends FormKind>(random: Random, forms: readonly F[]): F[] {
  const keyed = forms.map((form) => ({ form, key: random() ** (1 / (weights[form.type] ?? 1.5)) }));
  return keyed.sort((a, b) => b.key - a.key).map(({ form }) => form);
}

/** The forms to try, best first; within a strength the one of last time comes last. */
function formsToTry<F extends FormKind>(forms: readonly F[], context: ChooseContext): F[] {
  return strengthsFor(context).flatMap((strengths) => {
    const shuffled = weighted(context.random, forms.filter((form) => strengths.includes(strengthOf(form))));
    const isAgain = ({ type }: F) => type === context.previous?.type;
    return [...shuffled.filter((form) => !isAgain(form)), ...shuffled.filter(isAgain)];
  });
}

/**
 * The item that suits the strength of the memory: another form than last time where the fact has one as strong, else another wording
 * where there is one. `make` gives the items of one form and is called for no more forms than needed. Nothing if no form has an item.
 */
export function chooseItem<F extends FormKind>(forms: readonly F[], make: (form: F) => readonly Item[], context: ChooseContext): Item | undefined {
  for (const form of formsToTry(forms, context)) {
    const items = make(form);
    if (items.length === 0) continue;
    const fresh = items.filter((item) => item.template !== context.previous?.template);
    return pick(context.random, fresh.length > 0 ? fresh : items);
  }
  return undefined;
}
