import "server-only";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { itemsToPut } from "@/lib/own-facts/items-to-put";
import { itemTypes, type ItemType } from "@/lib/questions/item";
import type { StudyMode } from "@/lib/questions/study-request";

/** Whether a question of this type belongs into a session of this mode. */
export const fitsMode = (type: ItemType, mode: StudyMode): boolean => mode === "mix" || (mode === "flashcards") === (type === "flashcard");

/** Forms that need no distractors are quick to try, so they come first; most facts have one of them. */
const quickTypes: readonly ItemType[] = ["flashcard", "short-answer", "multiple-choice"];
const typesToTry = [...quickTypes, ...itemTypes.filter((type) => !quickTypes.includes(type))];

const askableByBase = new WeakMap<FactBase, Map<string, boolean>>();

/** Whether any form of the mode suits the fact; found out once for each fact, since the answer rests on the content alone. */
export function isAskable(base: FactBase, fact: Fact, mode: StudyMode): boolean {
  let known = askableByBase.get(base);
  if (!known) askableByBase.set(base, (known = new Map()));
  const key = `${mode}:${fact.id}`;
  let askable = known.get(key);
  if (askable === undefined) {
    const types = typesToTry.filter((type) => fitsMode(type, mode));
    askable = types.some((type) => itemsToPut(base, fact.id, { seed: 1, types: [type], isBrief: true }).length > 0);
    known.set(key, askable);
  }
  return askable;
}
