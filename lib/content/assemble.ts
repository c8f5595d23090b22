import "server-only";
import type { Claim } from "@/lib/facts/claims";
import { unknownId } from "@/lib/facts/fault";
import type { Content, Entity, Predicate } from "@/lib/facts/model";
import { namesOf, normaliseName } from "@/lib/facts/names";
import { asEntityId, asFactId, asPredicateId, asSourceId } from "@/lib/shared/ids";
import { readFacts, sortKeys } from "./assemble-facts";
import type { Origin, UnplacedFault } from "./content-fault";
import type { EntityData, FileData, PredicateData } from "./file-schemas";
import { Origins } from "./origins";
import type { ParsedFile } from "./parse-file";

export type Assembled = { content: Content; origins: Origins; faults: UnplacedFault[] };

type Entry<Kind extends keyof FileData> = { id: string; data: FileData[Kind][string]; topic: string; origin: Origin };

function entriesOf<Kind extends keyof FileData>(files: ParsedFile[], kind: Kind): Entry<Kind>[] {
  return files.flatMap((file) =>
    file.kind === kind
      ? Object.entries(file.data as FileData[Kind]).map(([id, data]) => ({ id, data: data as FileData[Kind][string], topic: file.topic, origin: { file: file.name, path: [id] } }))
      : [],
  );
}

function readPredicate(id: string, data: PredicateData, topic: string): Predicate {
  const { kind, inverse, statement, restatements, ask, askInverse, askAll, askAllInverse, compare, order, match, describeValue, describeSubject, ...rest } = data;
  const complete = data.complete && { asOf: data.complete.asOf, source: asSourceId(data.complete.source) };
  return {
    ...rest,
    id: asPredicateId(id),
    valueKind: kind,
    inverse: inverse === undefined ? undefined : asPredicateId(inverse),
    complete,
    implies: data.implies.map(asPredicateId),
    impliesInverse: data.impliesInverse.map(asPredicateId),
    wording: { statement, restatements, forward: ask, inverse: askInverse, all: askAll, allInverse: askAllInverse, compare, order, match, describeValue, describeSubject },
    topic,
  };
}

function readEntity(id: string, data: EntityData, topic: string, articleOfType: "the" | undefined): Entity {
  const { zh, pinyin } = data;
  return {
    id: asEntityId(id),
    type: data.type,
    labels: { en: data.name, ...(zh && { zh }), ...(pinyin && { pinyin }) },
    aliases: data.aliases,
    notToBeConfusedWith: data.notToBeConfusedWith.map(asEntityId),
    article: data.article ?? articleOfType ?? "none",
    topic,
  };
}

function readDeclarations(files: ParsedFile[], origins: Origins): Omit<Content, "entities" | "facts"> {
  const types = entriesOf(files, "types").map(({ id, data: { parent = null, label, plural, zh, article, alsoCalled }, origin }) => {
    origins.add("type", id, origin);
    return { id, parent, label: { en: label, zh }, plural: { en: plural, zh }, ...(article && { article }), ...(alsoCalled && { alsoCalled }) };
  });
  const units = entriesOf(files, "units").map(({ id, data, origin }) => (origins.add("unit", id, origin), { id, ...data }));
  const qualifiers = entriesOf(files, "qualifiers").map(({ id, data: { label, zh, narrows, kind, phrases }, origin }) => {
    origins.add("qualifier", id, origin);
    return { id, label: { en: label, ...(zh && { zh }) }, narrows, ...(kind && { kind }), ...(phrases && { phrases: sortKeys(phrases) }) };
  });
  const sources = entriesOf(files, "sources").map(({ id, data, origin }) => (origins.add("source", id, origin), { ...data, id: asSourceId(id) }));
  const predicates = entriesOf(files, "predicates").map(({ id, data, topic, origin }) => {
    origins.add("predicate", id, origin);
    return readPredicate(id, data, topic);
  });
  const claims = entriesOf(files, "claims").map(({ id, data, origin }): Claim => {
    origins.add("claim", id, origin);
    return { ...data, id, under: data.under.map(asFactId), facts: data.facts.map(asFactId) };
  });
  const readings = entriesOf(files, "readings").map(({ id, data }) => ({ ...data, id }));
  const ambiguousAliases = entriesOf(files, "ambiguous-aliases").map(({ id }) => id);
  return { types, units, qualifiers, sources, predicates, ambiguousAliases, claims, readings };
}

/** A shared name that is declared has to be a name of each entity it is declared for. */
function checkSharedNames(files: ParsedFile[], entities: Entity[]): UnplacedFault[] {
  const known = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  return entriesOf(files, "ambiguous-aliases").flatMap(({ id: alias, data: owners, origin }) =>
    owners.flatMap((owner, position) => {
      const at = { ...origin, path: [alias, position] };
      const entity = known.get(owner);
      if (!entity) {
        const { problem, mend } = unknownId({ kind: "entity", id: owner }, "entity", owner, known.keys());
        return [{ origin: at, problem, mend }];
      }
      if (namesOf(entity).includes(normaliseName(alias))) return [];
      return [{ origin: at, problem: `"${owner}" does not go by the name "${alias}".`, mend: "Take it from the list, or add the name to the aliases of the entity." }];
    }),
  );
}

/** Puts the files together as typed content, and remembers where everything stands. */
export function assemble(files: ParsedFile[]): Assembled {
  const origins = new Origins();
  const declarations = readDeclarations(files, origins);
  const articles = new Map(declarations.types.map((type) => [type.id, type.article]));
  const predicates = new Map(declarations.predicates.map((predicate) => [predicate.id, predicate]));
  const content: Content = { ...declarations, entities: [], facts: [] };
  const faults: UnplacedFault[] = [];
  for (const { id, data, topic, origin } of entriesOf(files, "entities")) {
    origins.add("entity", id, origin);
    const entity = readEntity(id, data, topic, articles.get(data.type));
    content.entities.push(entity);
    const add = (fact: Content["facts"][number], at: Origin) => {
      for (const factId of [fact.id, ...fact.formerIds]) origins.add("fact", factId, at);
      content.facts.push(fact);
    };
    readFacts({ predicates, add, refuse: (fault) => faults.push(fault) }, entity.id, data.facts, origin.file);
  }
  faults.push(...checkSharedNames(files, content.entities));
  return { content, origins, faults };
}
