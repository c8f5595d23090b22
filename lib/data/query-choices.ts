import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { answerDifficulties, answerDifficulty, type AnswerDifficulty } from "@/lib/facts/answer-difficulty";
import type { FactBase } from "@/lib/facts/fact-base";
import { askedKindOf } from "@/lib/facts/fact-kinds";
import { factsIn, mayBeAsked } from "@/lib/facts/fact-query";
import { programmesOf } from "@/lib/facts/programmes";
import { nameOf } from "@/lib/facts/render";
import { typeName } from "./fact-kinds";

/** `name`: null for a kind that is no type of entities, which is told by its id. */
export type QueryChoice = { id: string; name: string | null; facts: number };

/** What a set can ask for beside topics and subjects, with how many facts there are of each. */
export type QueryChoices = { types: QueryChoice[]; programmes: QueryChoice[]; kinds: QueryChoice[]; difficulties: { id: AnswerDifficulty; facts: number }[] };

/** Of fewer facts no set is made by type or kind; who wants them names their subjects. */
const fewest = 5;

const choicesByBase = new WeakMap<FactBase, QueryChoices>();

const byFacts = (a: QueryChoice, b: QueryChoice) => b.facts - a.facts || (a.id < b.id ? -1 : 1);

function counted(base: FactBase, ids: readonly string[]): QueryChoice[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].filter(([, facts]) => facts >= fewest).map(([id, facts]) => ({ id, name: typeName(base, id), facts })).sort(byFacts);
}

export function queryChoices(): QueryChoices {
  const base = getFactBase();
  let choices = choicesByBase.get(base);
  if (!choices) {
    const facts = base.content.facts.filter(mayBeAsked);
    const none = { topics: [], entities: [], facts: [] };
    choices = {
      types: counted(base, facts.map(({ subject }) => base.entities.get(subject)!.type)),
      programmes: programmesOf(base).map((id) => ({ id, name: nameOf(base, id, { bare: true }), facts: factsIn(base, { ...none, programmes: [id] }).length })).sort(byFacts),
      kinds: counted(base, facts.map(({ predicate }) => askedKindOf(base, predicate))),
      difficulties: answerDifficulties.map((id) => ({ id, facts: facts.filter(({ value }) => answerDifficulty(base, value) === id).length })),
    };
    choicesByBase.set(base, choices);
  }
  return choices;
}
