import { areRelated } from "@/lib/facts/relations";
import type { EntityId } from "@/lib/shared/ids";
import { pick, shuffled, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { fitsBeside, keyOption, leastDistractors, wantedDistractors, type Choice } from "./choice";
import type { Difficulty, Option } from "./item";
import { isOfSameSeriesOrEra, likenessOf } from "./likeness";
import type { NoItemCode } from "./no-item";
import { isConspicuous } from "./option-display";
import { orderAroundPivot } from "./pivot";
import type { Question } from "./question";

const difficulties: Difficulty[] = ["easy", "medium", "hard"];

/** How often the options are drawn anew while the key's length stands out. */
const draws = 12;

export type PicturedRules = {
  candidates: readonly EntityId[];
  /** The entity as an option with its certificate; undefined where it may not stand. */
  toOption: (entity: EntityId) => Option | undefined;
  /** Whether a picture can show two options apart. */
  areApart: (a: EntityId, b: EntityId) => boolean;
};

function takeOptions({ base }: Question, key: Option, ordered: readonly EntityId[], { toOption, areApart }: PicturedRules): Option[] {
  const chosen: Option[] = [];
  for (const id of ordered) {
    const option = toOption(id);
    if (!option || !areApart(key.entity!, id) || areRelated(base, key.entity!, id) || !fitsBeside(option, [key, ...chosen])) continue;
    if (chosen.some(({ entity }) => areRelated(base, entity!, id) || !areApart(entity!, id))) continue;
    chosen.push(option);
    if (chosen.length === wantedDistractors) break;
  }
  return chosen;
}

/** Two or three entities beside the key, in random order, all of which a picture can tell apart; an error says why there are none. */
export function chooseAmongPictured(question: Question, rules: PicturedRules, random: Random): Result<Choice, NoItemCode> {
  const { base, answer } = question;
  const key = keyOption(question);
  const likeness = (a: EntityId, b: EntityId) => likenessOf(base, a, b);
  let best: Option[] = [];
  let hasEnough = false;
  for (let draw = 0; draw < draws && best.length < wantedDistractors; draw++) {
    const around = { key: answer.entity!, candidates: rules.candidates, difficulty: pick(random, difficulties), likeness };
    const chosen = takeOptions(question, key, orderAroundPivot(random, around), rules);
    if (chosen.length < leastDistractors) continue;
    hasEnough = true;
    if (chosen.length > best.length && !isConspicuous(answer.text, chosen.map(({ text }) => text))) best = chosen;
  }
  if (best.length < leastDistractors) return err(hasEnough ? "told-by-length" : "few-false");
  const options = shuffled(random, [key, ...best]);
  const isAlike = best.every(({ entity }) => isOfSameSeriesOrEra(base, answer.entity!, entity!));
  return ok({ options, key: options.indexOf(key), difficulty: isAlike ? "hard" : "medium" });
}
