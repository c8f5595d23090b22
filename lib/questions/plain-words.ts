import { typePath, type FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { nameOf, renderValue } from "@/lib/facts/render";
import { tellingParts } from "./clue";
import type { Direction, Question } from "./question";

/** How many facts of a predicate have each answer, and how many have each word in their answer. */
type Tally = { total: number; byAnswer: Map<string, number>; byWord: Map<string, number> };

const talliesOfBase = new WeakMap<FactBase, Map<string, Tally>>();

const answerText = (base: FactBase, fact: Fact, direction: Direction) =>
  direction === "inverse" ? nameOf(base, fact.subject, { bare: true }) : renderValue(base, fact.value, { bare: true });

const increase = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

function countAnswers({ base, predicate, direction }: Question): Tally {
  const tally: Tally = { total: 0, byAnswer: new Map(), byWord: new Map() };
  for (const fact of base.factsByPredicate.get(predicate.id) ?? []) {
    const text = answerText(base, fact, direction);
    tally.total++;
    increase(tally.byAnswer, text);
    for (const word of tellingParts(text)) increase(tally.byWord, word);
  }
  return tally;
}

function tallyOf(question: Question): Tally {
  const { base, predicate, direction } = question;
  let tallies = talliesOfBase.get(base);
  if (!tallies) talliesOfBase.set(base, (tallies = new Map()));
  const name = `${direction} ${predicate.id}`;
  let tally = tallies.get(name);
  if (!tally) tallies.set(name, (tally = countAnswers(question)));
  return tally;
}

/** The words for what kind of thing an entity is: "launch site", "place". */
function typeWords({ base, answer }: Question): string[] {
  if (answer.entity === undefined) return [];
  const path = typePath(base, base.entities.get(answer.entity)!.type);
  return path.flatMap((id) => [...tellingParts(base.types.get(id)!.label.en)]);
}

/**
 * The words of the answer that help nobody who must find it without options: what says its type, and what stands in at
 * least half of the predicate's facts with other answers, of which there must be two or more.
 */
export function wordsWithoutHelp(question: Question): ReadonlySet<string> {
  const { total, byAnswer, byWord } = tallyOf(question);
  const same = byAnswer.get(question.answer.text) ?? 0;
  const others = total - same;
  const common = byAnswer.size < 3 ? [] : [...tellingParts(question.answer.text)].filter((word) => 2 * ((byWord.get(word) ?? 0) - same) >= others);
  return new Set([...typeWords(question), ...common]);
}
