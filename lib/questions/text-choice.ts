import type { FactValue } from "@/lib/facts/model";
import { shuffled, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { fitsBeside, keyOption, leastDistractors, tooFewOptions, valueDistractor, wantedDistractors, type Choice } from "./choice";
import type { Option } from "./item";
import { isConspicuous } from "./option-display";
import { orderAroundPivot } from "./pivot";
import { isPhrase } from "./phrase";
import type { Question } from "./question";

type Candidate = { text: string; type: string };

const draws = 6;

function candidatesOf({ base, predicate, answer }: Question): Candidate[] {
  const byText = new Map<string, Candidate>();
  for (const fact of base.factsByPredicate.get(predicate.id) ?? []) {
    if (fact.value.kind !== "text" || fact.value.text === answer.text || isPhrase(fact.value.text)) continue;
    byText.set(fact.value.text, { text: fact.value.text, type: base.entities.get(fact.subject)!.type });
  }
  return [...byText.values()];
}

/** Texts are alike when they are said of one type of thing and are about as long: 0 to 3. */
const likeness = (a: Candidate, b: Candidate) =>
  (a.type === b.type ? 2 : 0) + Math.min(a.text.length, b.text.length) / Math.max(a.text.length, b.text.length);

function takeProven(question: Question, ordered: readonly Candidate[]): Option[] {
  const chosen: Option[] = [];
  const key = keyOption(question);
  for (const { text } of ordered) {
    const value: FactValue = { kind: "text", text };
    const option = valueDistractor(question, value);
    if (option && fitsBeside(option, [key, ...chosen])) chosen.push(option);
    if (chosen.length === wantedDistractors) break;
  }
  return chosen;
}

/** Three (or two) certified texts beside the key, in random order; texts come from the same predicate's other facts. */
export function chooseAmongTexts(question: Question, random: Random): Result<Choice, string> {
  const { answer, base, fact } = question;
  if (isPhrase(answer.text)) return err("a phrase: other phrases might be true as well");
  const key: Candidate = { text: answer.text, type: base.entities.get(fact.subject)!.type };
  const candidates = candidatesOf(question);
  let best: Option[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const chosen = takeProven(question, orderAroundPivot(random, { key, candidates, difficulty: "medium", likeness }));
    if (chosen.length > best.length) best = chosen;
    if (chosen.length === wantedDistractors && !isConspicuous(key.text, chosen.map((option) => option.text))) {
      best = chosen;
      break;
    }
  }
  if (best.length < leastDistractors) return err(tooFewOptions);
  const right = keyOption(question);
  const options = shuffled(random, [right, ...best]);
  return ok({ options, key: options.indexOf(right), difficulty: "medium" });
}
