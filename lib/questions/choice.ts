import { certify, type Certificate } from "@/lib/facts/certificates";
import type { FactValue } from "@/lib/facts/model";
import { nameOf, renderValue } from "@/lib/facts/render";
import type { EntityId } from "@/lib/shared/ids";
import { canStandTogether } from "./option-display";
import type { Difficulty, Option } from "./item";
import type { Question } from "./question";

/** Options in the order shown, the position of the key among them, and how alike they are. */
export type Choice = { options: Option[]; key: number; difficulty: Difficulty };

/** How many distractors a choice should have, and how many it must have. */
export const wantedDistractors = 3;
export const leastDistractors = 2;

function certificateFor(question: Question, option: FactValue | EntityId): Certificate | undefined {
  const { base, fact, direction } = question;
  const proof = certify(base, { fact, direction, option });
  return proof.ok ? proof.value : undefined;
}

/** The entity as a distractor, with the proof that it is false; undefined where there is no proof. */
export function entityDistractor(question: Question, entity: EntityId): Option | undefined {
  const certificate = certificateFor(question, question.direction === "forward" ? { kind: "entity", entity } : entity);
  return certificate && { text: nameOf(question.base, entity, { bare: true }), entity, certificate };
}

/** The literal value as a distractor of a forward question, with the proof that it is false; undefined where there is no proof. */
export function valueDistractor(question: Question, value: FactValue): Option | undefined {
  const certificate = certificateFor(question, value);
  return certificate && { text: renderValue(question.base, value, { bare: true }), value, certificate };
}

/** The right answer as an option: the only one without a certificate. */
export function keyOption({ answer }: Question): Option {
  const { text, entity, value } = answer;
  return entity !== undefined ? { text, entity } : { text, ...(value && { value }) };
}

/** Whether the option reads differently enough from all that are chosen already. */
export const fitsBeside = (option: Option, chosen: readonly Option[]) => chosen.every((other) => canStandTogether(option.text, other.text));
