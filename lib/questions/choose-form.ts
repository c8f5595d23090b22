import { pick, type Random } from "@/lib/shared/random";
import type { Item, ItemType } from "./item";

export type ChooseContext = {
  /** Days until recall falls to nine in ten; null for a fact never reviewed. */
  stabilityDays: number | null;
  /** The wording the learner saw last for this fact. */
  previousTemplate?: string;
  random: Random;
};

/** The types of item that the study session can show. */
export const studiedTypes = ["multiple-choice", "short-answer", "flashcard"] as const satisfies readonly ItemType[];

/** Below this a fact is recognised among options, above the next it must be typed. */
const recognitionDays = 3;
const recallDays = 15;

/** The forms to try, best first: recognition while memory is young, then recall with help, then recall alone. */
function preferredTypes({ stabilityDays, random }: ChooseContext): ItemType[] {
  if (stabilityDays === null || stabilityDays < recognitionDays) return ["multiple-choice", "flashcard", "short-answer"];
  if (stabilityDays > recallDays) return ["short-answer", "flashcard", "multiple-choice"];
  return random() < 0.5 ? ["flashcard", "short-answer", "multiple-choice"] : ["short-answer", "flashcard", "multiple-choice"];
}

/** The item that suits the strength of the memory, with another wording than last time where there is one; nothing for an empty list. */
export function chooseItem(items: readonly Item[], context: ChooseContext): Item | undefined {
  for (const type of preferredTypes(context)) {
    const ofType = items.filter((item) => item.type === type);
    if (ofType.length === 0) continue;
    const fresh = ofType.filter((item) => item.template !== context.previousTemplate);
    return pick(context.random, fresh.length > 0 ? fresh : ofType);
  }
  return items[0];
}
