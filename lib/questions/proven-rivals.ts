import type { Random } from "@/lib/shared/random";
import { orderRivals } from "./entity-choice";
import { namedWith, rivalLists } from "./entity-rivals";
import type { Option } from "./item";
import { takeProven } from "./proven-entities";
import type { Question } from "./question";
import { canJoin } from "./right-answers";
import { provenTexts } from "./text-choice";

/** Up to `wanted` wrong answers that are proved so and can stand beside several right ones; entities are of the right ones' leaf type, and their names have the `needed` telling parts. None for numbers and dates. */
export function provenRivals(question: Question, right: readonly Option[], wanted: number, random: Random, needed: readonly string[] = []): Option[] {
  const { answer } = question;
  if (answer.entity === undefined) return answer.value?.kind === "text" ? provenTexts(question, right, wanted, random) : [];
  let best: Option[] = [];
  for (const listed of rivalLists(question)) {
    const candidates = namedWith(question, listed, needed);
    if (candidates.length <= best.length) continue;
    const chosen = takeProven(question, orderRivals(question, candidates, random), right, wanted).filter((option) => canJoin(question, option, right));
    if (chosen.length > best.length) best = chosen;
    if (best.length === wanted) break;
  }
  return best;
}
