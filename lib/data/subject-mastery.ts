import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import type { FactBase } from "@/lib/facts/fact-base";
import { factsIn } from "@/lib/facts/fact-query";
import type { Fact } from "@/lib/facts/model";
import { nameOf, statementOf } from "@/lib/facts/render";
import { countRecalled, type FactRecall, type RecallCount } from "@/lib/progress/mastery";
import { daysBetween } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { asEntityId, type EntityId, type FactId } from "@/lib/shared/ids";
import { loadLearnerFacts, type LearnerFacts } from "./learner-facts";
import { calibrationOf } from "./learner";
import { entitiesOf } from "./map-plan";
import { recallsOf } from "./progress-now";
import type { Viewer } from "./viewer";

/** What is known of the facts about an entity, those that name it among them. */
export type SubjectCounts = RecallCount & { facts: number; begun: number; due: number };

/** A fact as the learner knows it: null before it is begun; `dueInDays` is 0 from the day on which it is due, null before it is begun and while it is put aside. */
export type KnownFact = { id: string; statement: string; recall: number | null; dueInDays: number | null; isAside: boolean };

/** An entity that a fact joins with this one. */
export type Neighbour = { id: string; name: string; facts: number; recalled: number };

export type SubjectMastery = SubjectCounts & { id: string; name: string; known: KnownFact[]; neighbours: Neighbour[] };

const factsAbout = (base: FactBase, entity: EntityId): Fact[] => factsIn(base, { topics: [], entities: [entity], facts: [] });

function countsOf(facts: readonly Fact[], recalls: ReadonlyMap<FactId, FactRecall>, { learner, countOf }: LearnerFacts): SubjectCounts {
  return { ...countOf(facts), ...countRecalled([...recalls.values()], calibrationOf(learner)) };
}

/** How well the viewer knows an entity, and which of the facts about it they have begun; null for one that there is nothing to ask about, or the content does not know. Throws UNAUTHENTICATED without a user. */
export async function subjectCounts(viewer: Viewer, entityId: string, now: Date): Promise<(SubjectCounts & { begunIds: string[] }) | null> {
  const base = getFactBase();
  const facts = factsAbout(base, asEntityId(entityId));
  if (facts.length === 0) return null;
  const learnerFacts = await loadLearnerFacts(viewer, now);
  const begunIds = facts.filter(({ id }) => learnerFacts.states.has(id)).map(({ id }) => id);
  return { ...countsOf(facts, recallsOf(facts, learnerFacts), learnerFacts), begunIds };
}

function toKnown(base: FactBase, fact: Fact, recall: number | null, { states, today, isResting }: LearnerFacts): KnownFact {
  const [state, isAside] = [states.get(fact.id), isResting(fact)];
  return { id: fact.id, statement: statementOf(base, fact), recall, dueInDays: state && !isAside ? Math.max(0, daysBetween(today, state.dueOn)) : null, isAside };
}

/** Those that were begun and are least sure come first, then those that are not begun. */
const byNeed = (a: KnownFact, b: KnownFact) => (a.recall ?? 2) - (b.recall ?? 2) || (a.id < b.id ? -1 : 1);

function neighboursOf(base: FactBase, entity: EntityId, learnerFacts: LearnerFacts): Neighbour[] {
  const ids = new Set(factsAbout(base, entity).flatMap(entitiesOf).filter((id) => id !== entity));
  const neighbours = [...ids].map((id) => {
    const facts = factsAbout(base, id);
    const recalled = [...recallsOf(facts, learnerFacts).values()].reduce((sum, { recall }) => sum + recall, 0);
    return { id, name: nameOf(base, id, { bare: true }), facts: facts.length, recalled };
  });
  return neighbours.sort((a, b) => b.facts - a.facts || (a.id < b.id ? -1 : 1));
}

/** What the viewer knows of an entity, fact by fact, and what it is joined with. Throws UNAUTHENTICATED without a user, NOT_FOUND for an unknown entity. */
export async function subjectMastery(viewer: Viewer, entityId: string, now: Date): Promise<SubjectMastery> {
  const base = getFactBase();
  const entity = base.entities.get(asEntityId(entityId));
  if (!entity) throw new AppError("NOT_FOUND", "There is no such entry.");
  const facts = factsAbout(base, entity.id);
  const learnerFacts = await loadLearnerFacts(viewer, now);
  const recalls = recallsOf(facts, learnerFacts);
  const known = facts.map((fact) => toKnown(base, fact, recalls.get(fact.id)?.recall ?? null, learnerFacts));
  return {
    id: entity.id,
    name: nameOf(base, entity.id, { bare: true }),
    ...countsOf(facts, recalls, learnerFacts),
    known: known.sort(byNeed),
    neighbours: neighboursOf(base, entity.id, learnerFacts),
  };
}
