import { sharesName } from "@/lib/facts/names";
import { areRelated } from "@/lib/facts/relations";
import type { EntityId } from "@/lib/shared/ids";
import { entityDistractor, fitsBeside } from "./choice";
import type { Option } from "./item";
import type { Question } from "./question";

const proofsOfQuestion = new WeakMap<Question, Map<EntityId, Option | undefined>>();

/** The entity as a wrong option, or nothing; the same for all forms and wordings of a question. */
function prove(question: Question, id: EntityId): Option | undefined {
  let proofs = proofsOfQuestion.get(question);
  if (!proofs) proofsOfQuestion.set(question, (proofs = new Map()));
  if (!proofs.has(id)) proofs.set(id, entityDistractor(question, id));
  return proofs.get(id);
}

/** Up to `wanted` of the entities, in their order, that are proved false, read differently from `beside` and one another, and neither go by a common name nor are parts or wholes of another of them. */
export function takeProven(question: Question, ordered: readonly EntityId[], beside: readonly Option[], wanted: number): Option[] {
  const chosen: Option[] = [];
  for (const id of ordered) {
    const option = prove(question, id);
    if (!option || !fitsBeside(option, beside) || !fitsBeside(option, chosen)) continue;
    if (chosen.some((other) => areRelated(question.base, other.entity!, id) || sharesName(question.base, other.entity!, id))) continue;
    chosen.push(option);
    if (chosen.length === wanted) break;
  }
  return chosen;
}
