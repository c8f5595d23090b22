import { z } from "zod";
import { asEntityId, asFactId, type EntityId, type FactId } from "@/lib/shared/ids";
import { answerDifficulties, answerDifficulty, type AnswerDifficulty } from "./answer-difficulty";
import { typePath, type FactBase } from "./fact-base";
import { askedKindOf } from "./fact-kinds";
import type { Fact } from "./model";
import { membersOf } from "./programmes";

/**
 * Facts told by what they are about: those of the topics, those with one of the entities as subject or value, those about things of the types (or of what lies below them),
 * and those about the programmes and all that belongs to them; all four are added up. `kinds` keeps of these what asks for such a thing, `difficulties` what is so hard to recall; where none of the four is named, of everything.
 * `facts` come to it one by one, whatever their kind. Queries from before the last four were there have none of them.
 */
export type FactQuery = {
  topics: readonly string[];
  entities: readonly EntityId[];
  facts: readonly FactId[];
  types?: readonly string[] | undefined;
  programmes?: readonly EntityId[] | undefined;
  kinds?: readonly string[] | undefined;
  difficulties?: readonly AnswerDifficulty[] | undefined;
};

/** The most that one query may name. */
export const mostQueried = { topics: 100, entities: 500, facts: 2000, types: 100, programmes: 100, kinds: 50, difficulties: answerDifficulties.length };

const id = z.string().min(1).max(200);
const once = <T>(values: T[]): T[] => [...new Set(values)];

/** A query from outside, within its limits; what is named twice is kept once. */
export const factQuerySchema = z.object({
  topics: z.array(id).max(mostQueried.topics).transform(once),
  entities: z.array(id.transform(asEntityId)).max(mostQueried.entities).transform(once),
  facts: z.array(id.transform(asFactId)).max(mostQueried.facts).transform(once),
  types: z.array(id).max(mostQueried.types).transform(once).optional(),
  programmes: z.array(id.transform(asEntityId)).max(mostQueried.programmes).transform(once).optional(),
  kinds: z.array(id).max(mostQueried.kinds).transform(once).optional(),
  difficulties: z.array(z.enum(answerDifficulties)).max(mostQueried.difficulties).transform(once).optional(),
});

/** Whether a fact may be asked. */
export const mayBeAsked = ({ ask, rank }: Fact): boolean => ask === true && rank !== "deprecated";

function isAboutOf(base: FactBase, { topics, entities, types = [], programmes = [] }: FactQuery): (fact: Fact) => boolean {
  const wantedTopics = new Set(topics);
  const wantedEntities = new Set(entities);
  const wantedTypes = new Set(types);
  const members = membersOf(base, programmes);
  return ({ subject, value }) => {
    if (wantedEntities.has(subject) || members.has(subject) || (value.kind === "entity" && wantedEntities.has(value.entity))) return true;
    const entity = base.entities.get(subject);
    return entity !== undefined && (wantedTopics.has(entity.topic) || (wantedTypes.size > 0 && typePath(base, entity.type).some((type) => wantedTypes.has(type))));
  };
}

/** The facts that a query asks for and that may be asked, in the order of their ids; what the content does not know is passed over. */
export function factsIn(base: FactBase, query: FactQuery): Fact[] {
  const { topics, entities, facts, types = [], programmes = [], kinds = [], difficulties = [] } = query;
  const wantedFacts = new Set(facts.map((id) => base.facts.get(id)?.id));
  const wantedKinds = new Set(kinds);
  const wantedDifficulties = new Set(difficulties);
  const isOfEverything = kinds.length + difficulties.length > 0 && topics.length + entities.length + types.length + programmes.length === 0;
  const isAbout = isOfEverything ? () => true : isAboutOf(base, query);
  const isOfKind = (fact: Fact) => wantedKinds.size === 0 || wantedKinds.has(askedKindOf(base, fact.predicate));
  const isSoHard = (fact: Fact) => wantedDifficulties.size === 0 || wantedDifficulties.has(answerDifficulty(base, fact.value));
  return base.content.facts.filter((fact) => mayBeAsked(fact) && (wantedFacts.has(fact.id) || (isAbout(fact) && isOfKind(fact) && isSoHard(fact))));
}
