import { typePath, type FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { Item } from "../item";
import { isJudged, isOpen, mainFact, rightAnswers, rightPositions, wrongOptions, type Said } from "./reading";
import type { LintRule } from "./rule";
import { tracesOf } from "./shown";

/** Words of four letters or more, single Han characters, and numbers with the letter of their variant. */
const parts = (text: string): string[] =>
  text.normalize("NFKC").toLowerCase().match(/\p{Script=Han}|\d+(?:[.,]\d+)*(?:[a-z](?!\p{L}))?|[^\P{L}\p{Script=Han}]{4,}/gu) ?? [];

/** Parts that a key shares with the text beside it and not with every other option. */
function clues(text: string, key: string, others: readonly string[]): string[] {
  const [told, beside] = [new Set(parts(text)), others.map((other) => new Set(parts(other)))];
  return parts(key).filter((part) => told.has(part) && !(beside.length > 0 && beside.every((each) => each.has(part))));
}

const answersByQuestion = new WeakMap<FactBase, Map<string, Map<string, number>>>();

const traceOf = (base: FactBase, fact: Fact, direction: Item["direction"]) =>
  tracesOf(base, direction === "forward" ? fact.value : { kind: "entity", entity: fact.subject }).join(" ");

/** Every answer that a predicate's facts give in a direction, with how often. */
function answersOf(base: FactBase, { predicate, direction }: Item): Map<string, number> {
  let known = answersByQuestion.get(base);
  if (!known) answersByQuestion.set(base, (known = new Map()));
  const name = `${direction} ${predicate}`;
  let answers = known.get(name);
  if (!answers) {
    answers = new Map();
    for (const fact of base.factsByPredicate.get(predicate) ?? []) {
      const text = traceOf(base, fact, direction);
      answers.set(text, (answers.get(text) ?? 0) + 1);
    }
    known.set(name, answers);
  }
  return answers;
}

/** Whether a word helps nobody: it says the type of the answer, or stands in half of the other answers, of which there are two or more. */
function isHarmless(base: FactBase, item: Item, said: Said, part: string): boolean {
  const fact = mainFact(base, item)!;
  // A list of names stands for no single entity; what the fact itself names is of their type.
  const named = said.entity ?? (item.direction === "forward" && fact.value.kind === "entity" ? fact.value.entity : undefined);
  const types = named === undefined ? [] : typePath(base, base.entities.get(named)?.type ?? "");
  if (types.some((type) => parts(base.types.get(type)?.label.en ?? "").includes(part))) return true;
  const own = traceOf(base, fact, item.direction);
  const others = [...answersOf(base, item)].filter(([text]) => text !== own);
  const total = others.reduce((sum, [, times]) => sum + times, 0);
  const having = others.reduce((sum, [text, times]) => sum + (parts(text).includes(part) ? times : 0), 0);
  return others.length > 1 && 2 * having >= total;
}

function toldByStem(base: FactBase, item: Item): string[] {
  const others = wrongOptions(item).map(({ text }) => text);
  if (!mainFact(base, item)) return [];
  return rightAnswers(item).flatMap((said) =>
    clues(item.stem, said.text, others).filter((part) => !(isOpen(item) && isHarmless(base, item, said, part))).map((part) => `the stem says "${part}" of "${said.text}"`),
  );
}

function toldByPrompts(item: Item): string[] {
  const own = rightPositions(item);
  return (item.prompts ?? []).flatMap(({ text }, i) => {
    const option = item.options[own[i] ?? -1];
    if (!option) return [];
    const others = item.options.filter((other) => other !== option).map((other) => other.text);
    return clues(text, option.text, others).map((part) => `"${text}" says "${part}" of its own option`);
  });
}

/** The question does not hold its answer. */
export const noClue: LintRule = {
  id: "stem/no-clue",
  says: "No word of four letters, Han character or number of the key stands in the stem (or beside it as a prompt), unless in all options; without options, only what tells nothing.",
  applies: (item) => !isJudged(item) && item.type !== "ordering",
  faults: (base, item) => (item.type === "matching" ? toldByPrompts(item) : toldByStem(base, item)),
};
