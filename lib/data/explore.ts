import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { oftenWrongAbout } from "@/lib/facts/claims";
import type { FactBase } from "@/lib/facts/fact-base";
import { factsIn } from "@/lib/facts/fact-query";
import type { Assurance, Entity, Fact } from "@/lib/facts/model";
import { capitalise } from "@/lib/facts/articles";
import { formatEdtf } from "@/lib/facts/dates";
import { nameOf, renderValue, statementOf } from "@/lib/facts/render";
import { toSourceLine } from "@/lib/questions/present";
import type { SourceLine } from "@/lib/questions/study-card";
import { AppError } from "@/lib/shared/app-error";
import { asEntityId, asFactId, type EntityId } from "@/lib/shared/ids";

export type EntityLink = { id: string; name: string };

export type EntitySummary = EntityLink & { zh?: string; pinyin?: string; aliases: string[]; factCount: number };

export type EntityGroup = { type: string; label: string; entities: EntitySummary[] };

/** A fact as the entity page shows it: the value on its own, and the whole as a sentence. */
export type FactLine = {
  id: string;
  text: string;
  statement: string;
  /** The entity at the other end, where there is one. */
  link?: EntityLink;
  asOf?: string;
  assurance: Assurance;
  sources: SourceLine[];
  /** What is often got wrong about it; each sentence stands once on a page. */
  oftenWrong?: string[];
};

export type FactGroup = { predicate: string; label: string; facts: FactLine[] };

export type EntityPage = EntitySummary & {
  type: string;
  typeLabel: string;
  /** What the facts say of it. */
  groups: FactGroup[];
  /** Facts of other entities that name it. */
  mentions: FactGroup[];
  confusedWith: EntityLink[];
  /** How many of the facts about it, and of those that name it, may be asked. */
  askable: number;
};

const linkTo = (base: FactBase, id: EntityId): EntityLink => ({ id, name: nameOf(base, id, { bare: true }) });

const isShown = (fact: Fact) => fact.rank !== "deprecated";

function summaryOf(base: FactBase, entity: Entity): EntitySummary {
  const { zh, pinyin } = entity.labels;
  const factCount = (base.factsBySubject.get(entity.id) ?? []).filter(isShown).length;
  return { ...linkTo(base, entity.id), ...(zh && { zh }), ...(pinyin && { pinyin }), aliases: [...entity.aliases], factCount };
}

const byName = (a: EntityLink, b: EntityLink) => a.name.localeCompare(b.name, "en", { numeric: true });

/** All entities by leaf type; types in the order of the type tree, names in the order people count ("2" before "10"). */
export async function listEntities(): Promise<EntityGroup[]> {
  const base = await getFactBase();
  return base.content.types.flatMap((type) => {
    const entities = (base.entitiesByType.get(type.id) ?? []).map((entity) => summaryOf(base, entity)).sort(byName);
    return entities.length === 0 ? [] : [{ type: type.id, label: capitalise(type.plural.en), entities }];
  });
}

function lineOf(base: FactBase, fact: Fact, link: EntityId | undefined, text: string): FactLine {
  return {
    id: fact.id,
    text,
    statement: statementOf(base, fact),
    ...(link && { link: linkTo(base, link) }),
    ...(fact.asOf && { asOf: formatEdtf(fact.asOf) }),
    assurance: fact.assurance,
    sources: fact.citations.map((citation) => toSourceLine(base, citation)),
  };
}

function groupLines(base: FactBase, facts: readonly Fact[], toLine: (fact: Fact) => FactLine, inverse: boolean): FactGroup[] {
  const groups = new Map<string, FactGroup>();
  for (const fact of facts.filter(isShown)) {
    const predicate = base.predicates.get(fact.predicate)!;
    const label = capitalise((inverse ? predicate.inverseLabel?.en : undefined) ?? predicate.label.en);
    const group = groups.get(predicate.id) ?? { predicate: predicate.id, label, facts: [] };
    group.facts.push(toLine(fact));
    groups.set(predicate.id, group);
  }
  return [...groups.values()];
}

/** The lines with what is often got wrong, below the first fact on the page that a correction belongs to. */
function withCorrections(base: FactBase, groups: FactGroup[]): FactGroup[] {
  const told = new Set<string>();
  const addTo = (line: FactLine): FactLine => {
    const corrections = oftenWrongAbout(base.content.claims ?? [], base.facts.get(asFactId(line.id))!).filter((text) => !told.has(text));
    corrections.forEach((text) => told.add(text));
    return corrections.length > 0 ? { ...line, oftenWrong: corrections } : line;
  };
  return groups.map((group) => ({ ...group, facts: group.facts.map(addTo) }));
}

/** One entity with all that the facts say of it and where it is named. Throws NOT_FOUND for an unknown id. */
export async function findEntity(entityId: string): Promise<EntityPage> {
  const base = await getFactBase();
  const entity = base.entities.get(asEntityId(entityId));
  if (!entity) throw new AppError("NOT_FOUND", "There is no such entry.");
  const about = base.factsBySubject.get(entity.id) ?? [];
  const naming = (base.factsByValue.get(entity.id) ?? []).filter((fact) => fact.subject !== entity.id);
  const valueLine = (fact: Fact) => {
    const link = fact.value.kind === "entity" ? fact.value.entity : undefined;
    return lineOf(base, fact, link, renderValue(base, fact.value, { bare: true, zone: true }));
  };
  const subjectLine = (fact: Fact) => lineOf(base, fact, fact.subject, nameOf(base, fact.subject, { bare: true }));
  return {
    ...summaryOf(base, entity),
    type: entity.type,
    typeLabel: capitalise(base.types.get(entity.type)?.label.en ?? entity.type),
    groups: withCorrections(base, groupLines(base, about, valueLine, false)),
    mentions: groupLines(base, naming, subjectLine, true),
    confusedWith: entity.notToBeConfusedWith.filter((id) => base.entities.has(id)).map((id) => linkTo(base, id)),
    askable: factsIn(base, { topics: [], entities: [entity.id], facts: [] }).length,
  };
}
