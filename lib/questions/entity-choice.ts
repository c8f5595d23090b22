import type { FactBase } from "@/lib/facts/fact-base";
import type { EntityId } from "@/lib/shared/ids";
import { pick, randomBelow, shuffled, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { keyOption, leastDistractors, wantedDistractors, type Choice } from "./choice";
import { countsOf, namedWith, rivalLists } from "./entity-rivals";
import type { Difficulty, Option } from "./item";
import { isOfSameSeriesOrEra, likenessOf } from "./likeness";
import type { NoItemCode } from "./no-item";
import { isConspicuous } from "./option-display";
import { orderAroundPivot } from "./pivot";
import { takeProven } from "./proven-entities";
import type { Question } from "./question";

const difficulties: Difficulty[] = ["easy", "medium", "hard"];

/** How often the options are drawn anew while the key's length stands out. */
const draws = 6;

const leafOf = (base: FactBase, id: EntityId) => base.entities.get(id)!.type;

/** Below this the entities have hardly more in common with the key than their type. */
const fairlyLike = 2.5;

/** How hard it is to tell these entities from the key: hard if all are of its series or era; easy if some are of another leaf type, or if none is of its series or era and they are little alike. */
export function measureDifficulty(base: FactBase, key: EntityId, distractors: readonly Option[]): Difficulty {
  const ids = distractors.map((option) => option.entity!);
  if (ids.some((id) => leafOf(base, id) !== leafOf(base, key))) return "easy";
  const close = ids.filter((id) => isOfSameSeriesOrEra(base, key, id)).length;
  if (close === ids.length) return "hard";
  const likeness = ids.reduce((sum, id) => sum + likenessOf(base, key, id), 0) / ids.length;
  return close === 0 && likeness < fairlyLike ? "easy" : "medium";
}

/** A rival that is often the key elsewhere, so that being offered does not tell that it is the key here; those that are so more often come up more often. */
function drawFrequent(question: Question, candidates: readonly EntityId[], random: Random): EntityId[] {
  if (random() < 0.5) return [];
  const counts = countsOf(question);
  const timesOf = (id: EntityId) => counts.get(id)?.total ?? 0;
  const total = candidates.reduce((sum, id) => sum + timesOf(id), 0);
  let ticket = randomBelow(random, Math.max(1, total));
  const drawn = candidates.find((id) => (ticket -= timesOf(id)) < 0);
  return drawn === undefined ? [] : [drawn];
}

/** The candidates in the order in which they should be tried, for a difficulty that is drawn. */
export function orderRivals(question: Question, candidates: readonly EntityId[], random: Random): EntityId[] {
  const { base, answer } = question;
  const likeness = (a: EntityId, b: EntityId) => likenessOf(base, a, b);
  const frequent = question.direction === "forward" ? drawFrequent(question, candidates, random) : [];
  const around = orderAroundPivot(random, { key: answer.entity!, candidates, difficulty: pick(random, difficulties), likeness });
  return [...new Set([...frequent, ...around])];
}

function drawDistractors(question: Question, candidates: readonly EntityId[], random: Random): Option[] {
  const key = keyOption(question);
  let best: Option[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const chosen = takeProven(question, orderRivals(question, candidates, random), [key], wantedDistractors);
    if (chosen.length > best.length) best = chosen;
    if (chosen.length < wantedDistractors) break;
    if (!isConspicuous(key.text, chosen.map((option) => option.text))) return chosen;
  }
  return best;
}

/** From so many facts with one value on, others that can be proved false must be a tenth of it, or whoever sees the value among options knows the answer. */
const commonFrom = 10;

function isAlwaysKey(question: Question): boolean {
  if (question.direction === "inverse") return false;
  const counts = countsOf(question);
  const own = counts.get(question.answer.entity!)?.total ?? 0;
  if (own < commonFrom) return false;
  const rivals = (rivalLists(question)[2] ?? []).filter((id) => takeProven(question, [id], [], 1).length > 0);
  const usual = rivals.reduce((sum, id) => sum + (counts.get(id)?.total ?? 0), 0);
  return usual * 10 < own;
}

/** Three (or two) certified entities beside the key, in random order, from the first list of rivals in which the key's length is not conspicuous; an error names the reason where too few can be certified. All have the `needed` telling parts in their names. */
export function chooseAmongEntities(question: Question, random: Random, needed: readonly string[] = []): Result<Choice, NoItemCode> {
  const standsOut = (chosen: readonly Option[]) => isConspicuous(question.answer.text, chosen.map((option) => option.text));
  let best: Option[] = [];
  for (const listed of rivalLists(question)) {
    const candidates = namedWith(question, listed, needed);
    if (candidates.length <= best.length && best.length < wantedDistractors) continue;
    const chosen = drawDistractors(question, candidates, random);
    if (chosen.length > best.length || (chosen.length === best.length && chosen.length > 0 && !standsOut(chosen))) best = chosen;
    if (best.length === wantedDistractors && !standsOut(best)) break;
  }
  if (best.length < leastDistractors) return err("few-false");
  if (isAlwaysKey(question)) return err("usual-answer");
  const key = keyOption(question);
  const options = shuffled(random, [key, ...best]);
  return ok({ options, key: options.indexOf(key), difficulty: measureDifficulty(question.base, question.answer.entity!, best) });
}
