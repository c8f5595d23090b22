import type { EntityId, FactId, PredicateId, SourceId } from "@/lib/shared/ids";
import { finish, type Steps } from "@/lib/shared/steps";
import type { Content, Entity, EntityType, Fact, Predicate, QualifierDefinition, Source, Unit } from "./model";

/** The facts with every index that questions, grading and pages look things up by. Immutable. */
export type FactBase = {
  content: Content;
  /** Changes whenever any fact, wording or declaration does. */
  version: string;
  types: ReadonlyMap<string, EntityType>;
  units: ReadonlyMap<string, Unit>;
  qualifiers: ReadonlyMap<string, QualifierDefinition>;
  entities: ReadonlyMap<EntityId, Entity>;
  predicates: ReadonlyMap<PredicateId, Predicate>;
  sources: ReadonlyMap<SourceId, Source>;
  /** By id and by every former id. */
  facts: ReadonlyMap<FactId, Fact>;
  factsBySubject: ReadonlyMap<EntityId, readonly Fact[]>;
  factsByPredicate: ReadonlyMap<PredicateId, readonly Fact[]>;
  /** Facts whose value is the entity. */
  factsByValue: ReadonlyMap<EntityId, readonly Fact[]>;
  entitiesByType: ReadonlyMap<string, readonly Entity[]>;
};

const byId = <T extends { id: string }>(values: readonly T[]) => new Map(values.map((value) => [value.id as T["id"], value]));

function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const compareIds = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** As `createFactBase`, stopping between the indexes, each of which takes some milliseconds for thousands of facts. */
export function* createFactBaseInSteps(content: Content, version: string): Steps<FactBase> {
  const facts = [...content.facts].sort(compareIds);
  yield;
  const entities = [...content.entities].sort(compareIds);
  const factsById = new Map<FactId, Fact>();
  for (const fact of facts) {
    for (const id of fact.formerIds) factsById.set(id, fact);
  }
  for (const fact of facts) factsById.set(fact.id, fact);
  yield;
  const factsBySubject = groupBy(facts, (fact) => fact.subject);
  yield;
  const factsByPredicate = groupBy(facts, (fact) => fact.predicate);
  yield;
  return {
    content: { ...content, facts, entities },
    version,
    types: byId(content.types),
    units: byId(content.units),
    qualifiers: byId(content.qualifiers),
    entities: byId(entities),
    predicates: byId(content.predicates),
    sources: byId(content.sources),
    facts: factsById,
    factsBySubject,
    factsByPredicate,
    factsByValue: groupBy(facts, (fact) => (fact.value.kind === "entity" ? fact.value.entity : undefined)),
    entitiesByType: groupBy(entities, (entity) => entity.type),
  };
}

/** Indexes checked content. Facts and entities are ordered by id, so the order of files never matters. */
export const createFactBase = (content: Content, version: string): FactBase => finish(createFactBaseInSteps(content, version));

/** All facts that say something of (subject, predicate). */
export function factsOf(base: FactBase, subject: EntityId, predicate: PredicateId): Fact[] {
  return (base.factsBySubject.get(subject) ?? []).filter((fact) => fact.predicate === predicate);
}

/** The type and its ancestors, leaf first. */
export function typePath(base: Pick<FactBase, "types">, type: string): string[] {
  const path: string[] = [];
  for (let id: string | null = type; id !== null; id = base.types.get(id)?.parent ?? null) {
    if (path.includes(id)) break;
    path.push(id);
  }
  return path;
}

/** Whether `type` is `ancestor` or lies below it. */
export const isOfType = (base: Pick<FactBase, "types">, type: string, ancestor: string) => typePath(base, type).includes(ancestor);
