import "server-only";
import type { FactKind } from "@/lib/facts/fact-kinds";
import type { Fact } from "@/lib/facts/model";
import { countRecalled, factRecallOn, type FactRecall } from "@/lib/progress/mastery";
import { hardestGroup, masteryBy, type Mastery } from "@/lib/progress/mastery-groups";
import { mostNamedFacts, type StudyScope } from "@/lib/questions/study-request";
import type { FactId } from "@/lib/shared/ids";
import { factKindOf, typeName } from "./fact-kinds";
import type { LearnerFacts } from "./learner-facts";
import { calibrationOf, ruleOf } from "./learner";
import { masteryMap, type MasteryMap } from "./mastery-map";
import type { ProgressBasis } from "./progress-basis";

/** A group of facts; `name` is null where the content has none for it: then it is told by its id. */
export type MasteryRow = { id: string; name: string | null; facts: number; begun: number; recalled: number };

/** `recalled`: of `facts`, as many as the learner would recall today, as foretold (not whole), 9 times in 10 between `low` and `high`. */
export type KnowledgeNow = {
  facts: number;
  begun: number;
  recalled: number;
  low: number;
  high: number;
  /** By what is asked for (a plain kind or a type), by the type of the subject and by topic; the largest first. */
  kinds: MasteryRow[];
  types: MasteryRow[];
  topics: MasteryRow[];
  /** The kind that is recalled least, if by more than chance, with the shares of begun facts recalled of it and of the rest. */
  hardest: { id: string; name: string | null; share: number; rest: number } | null;
  /** The topic in which most begun facts would not be recalled, as many as one at least. `scope`: the topic, or with a filter those of its begun facts there that would be recalled least. */
  slipping: { topic: string; facts: number; scope: StudyScope } | null;
  map: MasteryMap;
};

/** What is foretold of each begun fact. */
export function recallsOf(facts: readonly Fact[], { learner, today, states }: Pick<LearnerFacts, "learner" | "today" | "states">): Map<FactId, FactRecall> {
  const [calibration, { engine }] = [calibrationOf(learner), ruleOf(learner)];
  return new Map(
    facts.flatMap(({ id }): [FactId, FactRecall][] => {
      const state = states.get(id);
      return state ? [[id, factRecallOn(state, today, calibration, engine)]] : [];
    }),
  );
}

function rowsOf(groups: ReadonlyMap<string, Mastery>, nameOf: (id: string) => string | null): MasteryRow[] {
  return [...groups].map(([id, { facts, begun, recalled }]) => ({ id, name: nameOf(id), facts, begun, recalled })).sort((a, b) => b.facts - a.facts || (a.id < b.id ? -1 : 1));
}

/** Own cards and tables are no topic to choose. */
function mostSlipping({ base, bases, facts, filter }: ProgressBasis, topics: ReadonlyMap<string, Mastery>, recallOf: (id: FactId) => number | null): KnowledgeNow["slipping"] {
  const isTopic = (id: string) => base.content.entities.some(({ topic }) => topic === id);
  const lost = [...topics].map(([topic, { begun, recalled }]) => ({ topic, facts: Math.round(begun - recalled) }));
  const most = lost.sort((a, b) => b.facts - a.facts).find(({ topic, facts: count }) => count >= 1 && isTopic(topic));
  if (!most || filter === null) return most ? { ...most, scope: { kind: "topic", id: most.topic } } : null;
  const begun = facts.flatMap(({ id, subject }) => {
    const recall = bases.of(id).entities.get(subject)!.topic === most.topic ? recallOf(id) : null;
    return recall === null ? [] : [{ id, recall }];
  });
  return { ...most, scope: { kind: "facts", ids: begun.sort((a, b) => a.recall - b.recall).slice(0, mostNamedFacts).map(({ id }) => id) } };
}

/** What the viewer knows today. */
export function knowledgeNow(basis: ProgressBasis): KnowledgeNow {
  const { base, bases, facts, learner } = basis;
  const nameOf = (type: string) => typeName([...bases.own.values()].find((own) => own.base.types.has(type))?.base ?? base, type);
  const subjectOf = ({ id, subject }: Fact) => bases.of(id).entities.get(subject)!;
  const recalls = recallsOf(facts, basis);
  const recallOf = (id: FactId) => recalls.get(id)?.recall ?? null;
  const by = (groupOf: (fact: Fact) => string) => masteryBy(facts.map((fact) => ({ group: groupOf(fact), recall: recallOf(fact.id) })));
  const kinds = by((fact): FactKind => factKindOf(bases.of(fact.id), fact));
  const topics = by((fact) => subjectOf(fact).topic);
  const hardest = hardestGroup(kinds);
  return {
    facts: facts.length,
    begun: recalls.size,
    ...countRecalled([...recalls.values()], calibrationOf(learner)),
    kinds: rowsOf(kinds, nameOf),
    types: rowsOf(by((fact) => subjectOf(fact).type), nameOf),
    topics: rowsOf(topics, () => null),
    hardest: hardest && { id: hardest.group, name: nameOf(hardest.group), share: hardest.share, rest: hardest.rest },
    slipping: mostSlipping(basis, topics, recallOf),
    map: masteryMap(base, facts, recallOf),
  };
}
