import { sharesName } from "@/lib/facts/names";
import { areRelated } from "@/lib/facts/relations";
import type { Fact } from "@/lib/facts/model";
import { subjectsWith } from "@/lib/facts/subjects";
import { nameOf, renderValue } from "@/lib/facts/render";
import { fitsBeside } from "./choice";
import { reasonNotToAsk } from "./eligibility";
import type { Option } from "./item";
import { factsAnsweringTheSame, isSameValue } from "./known-facts";
import { peersOf } from "./peers";
import type { Question } from "./question";

/** A right answer of several, with the fact that makes it one. */
export type RightOption = { option: Option; fact: Fact };

function optionOf({ base, direction }: Question, fact: Fact): Option {
  if (direction === "inverse") return { text: nameOf(base, fact.subject, { bare: true }), entity: fact.subject };
  const text = renderValue(base, fact.value, { bare: true });
  return fact.value.kind === "entity" ? { text, entity: fact.value.entity } : { text, value: fact.value };
}

/** The facts that may be asked and answer the question as well as its own: other values of the subject, or other subjects of its leaf type with the very same value. */
function factsBeside(question: Question): Fact[] {
  const { base, predicate, fact, direction } = question;
  if (direction === "forward") return factsAnsweringTheSame(base, fact).filter((other) => other !== fact && reasonNotToAsk(base, other) === undefined);
  const sharing = subjectsWith(base, predicate, fact.value).filter((other) => isSameValue(other.value, fact.value));
  if (sharing.length < 2) return [];
  const peers = new Set(peersOf(question));
  return sharing.filter((other) => peers.has(other));
}

/** Whether an option can stand among others: it reads differently, is of the same leaf type, goes by no common name, and is neither a part nor a whole of one. */
export function canJoin({ base }: Question, option: Option, others: readonly Option[]): boolean {
  if (!fitsBeside(option, others)) return false;
  return others.every(({ entity }) => {
    if (entity === undefined || option.entity === undefined) return true;
    return base.entities.get(entity)!.type === base.entities.get(option.entity)!.type && !areRelated(base, entity, option.entity) && !sharesName(base, entity, option.entity);
  });
}

/** Up to `most` answers that are known to be right and can stand side by side: the question's own, then the others as `arrange` puts them. */
export function rightOptions(question: Question, arrange: (facts: readonly Fact[]) => Fact[], most: number): RightOption[] {
  const right: RightOption[] = [{ option: optionOf(question, question.fact), fact: question.fact }];
  for (const fact of arrange(factsBeside(question))) {
    if (right.length === most) break;
    const option = optionOf(question, fact);
    if (canJoin(question, option, right.map((other) => other.option))) right.push({ option, fact });
  }
  return right;
}
