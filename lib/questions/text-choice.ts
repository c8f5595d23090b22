import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { compareValues } from "@/lib/facts/values";
import { shuffled, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { sharesWord } from "./clue";
import { fitsBeside, keyOption, leastDistractors, valueDistractor, wantedDistractors, type Choice } from "./choice";
import type { Option } from "./item";
import type { NoItemCode } from "./no-item";
import { isConspicuous } from "./option-display";
import { orderAroundPivot } from "./pivot";
import { isPhrase } from "./phrase";
import type { Question } from "./question";

type Candidate = { text: string; type: string };

const typeOfSubject = (base: FactBase, fact: Fact) => base.entities.get(fact.subject)!.type;

const draws = 6;

/** Names beside a name; beside a phrase the phrases that are said of things of the same type and have no telling word in common with it, lest they mean the same. */
function candidatesOf({ base, predicate, answer, fact }: Question): Candidate[] {
  const isKeyPhrase = isPhrase(answer.text);
  const type = typeOfSubject(base, fact);
  const byText = new Map<string, Candidate>();
  for (const other of base.factsByPredicate.get(predicate.id) ?? []) {
    if (other.value.kind !== "text" || other.value.text === answer.text || isPhrase(other.value.text) !== isKeyPhrase) continue;
    const candidate = { text: other.value.text, type: typeOfSubject(base, other) };
    if (!isKeyPhrase || (candidate.type === type && !sharesWord(candidate.text, answer.text))) byText.set(candidate.text, candidate);
  }
  return [...byText.values()];
}

/** Texts are alike when they are said of one type of thing and are about as long: 0 to 3. */
const likeness = (a: Candidate, b: Candidate) =>
  (a.type === b.type ? 2 : 0) + Math.min(a.text.length, b.text.length) / Math.max(a.text.length, b.text.length);

function takeProven(question: Question, ordered: readonly Candidate[], beside: readonly Option[], wanted: number): Option[] {
  const chosen: Option[] = [];
  const { base, predicate } = question;
  const isFar = (option: Option) =>
    chosen.every((other) => (isPhrase(option.text) ? !sharesWord(option.text, other.text) : compareValues(base, predicate, option.value!, other.value!) === "different"));
  for (const { text } of ordered) {
    const option = valueDistractor(question, { kind: "text", text });
    if (option && fitsBeside(option, [...beside, ...chosen]) && isFar(option)) chosen.push(option);
    if (chosen.length === wanted) break;
  }
  return chosen;
}

/** Up to `wanted` texts of the predicate's other facts that are proved false and can stand beside the given options. */
export function provenTexts(question: Question, beside: readonly Option[], wanted: number, random: Random): Option[] {
  const { answer, base, fact, predicate } = question;
  if (isPhrase(answer.text) && !predicate.functional) return [];
  const key: Candidate = { text: answer.text, type: typeOfSubject(base, fact) };
  return takeProven(question, orderAroundPivot(random, { key, candidates: candidatesOf(question), difficulty: "medium", likeness }), beside, wanted);
}

/** Three (or two) certified texts beside the key, in random order, from the same predicate's other facts; phrases only where a subject has one value at most. */
export function chooseAmongTexts(question: Question, random: Random): Result<Choice, NoItemCode> {
  const { answer, predicate } = question;
  if (isPhrase(answer.text) && !predicate.functional) return err("open-phrase");
  const key = keyOption(question);
  let best: Option[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const chosen = provenTexts(question, [key], wantedDistractors, random);
    const standsOut = isConspicuous(answer.text, chosen.map((option) => option.text));
    if (chosen.length > best.length || (chosen.length === best.length && !standsOut)) best = chosen;
    if (chosen.length < leastDistractors || !standsOut) break;
  }
  if (best.length < leastDistractors) return err("few-false");
  const options = shuffled(random, [key, ...best]);
  return ok({ options, key: options.indexOf(key), difficulty: "medium" });
}
