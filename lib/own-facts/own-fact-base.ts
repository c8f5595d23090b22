import { createFactBaseInSteps, type FactBase } from "@/lib/facts/fact-base";
import { ways, type Content, type Entity, type EntityType, type Fact, type FactValue, type Predicate, type Source } from "@/lib/facts/model";
import { normaliseName } from "@/lib/facts/names";
import { ok, type Result } from "@/lib/shared/result";
import { finish, type Steps } from "@/lib/shared/steps";
import type { OwnMistake } from "./mistakes";
import type { OwnCard, OwnColumn, OwnContent, OwnTable } from "./own-content";
import { fingerprint, ownIds } from "./own-ids";
import { cardWording, headingInside, thingsOf, wordingOfColumn, type ColumnTime } from "./own-wording";
import { oneAndMany } from "./english-plural";
import { readOwnContentInSteps, toFactValue, withoutStop, type ReadTable } from "./read-own-content";

type Ids = ReturnType<typeof ownIds>;
type Parts = Pick<Content, "types" | "entities" | "predicates" | "facts" | "sources">;

/** The name of the source and the topic of everything that has no other. */
const own = "own";

/** What typed amounts may be off by, relative, where a column has a unit; counts are exact. */
const measured = 0.02;

const typeOf = (id: string, { one, many }: { one: string; many: string }): EntityType => ({ id, parent: null, label: { en: one }, plural: { en: many } });

const entityOf = (id: Entity["id"], type: string, name: string, aliases: string[] = []): Entity => ({
  id, type, labels: { en: name }, aliases, notToBeConfusedWith: [], article: "none", topic: own,
});

const factOf = (id: Fact["id"], subject: Entity["id"], predicate: Predicate["id"], value: FactValue, source: Source["id"]): Fact => ({
  id, formerIds: [], subject, predicate, value, qualifiers: {}, rank: "normal", assurance: "single-source", complete: false, ask: true, citations: [{ source }],
});

type PredicateParts = Pick<Predicate, "id" | "label" | "domain" | "valueKind" | "range" | "inverseFunctional" | "tolerance" | "wording" | "notForms"> & { unit?: string };

const predicateOf = (parts: PredicateParts): Predicate => ({
  ...parts, functional: true, timeVarying: false, granular: false, ways, implies: [], impliesInverse: [], topic: own,
});

function partsOfCards(ids: Ids, cards: readonly OwnCard[]): Parts {
  const predicate = predicateOf({
    id: ids.predicate("definition"), label: { en: "definition" }, domain: [ids.type("card")], valueKind: "text", range: [],
    // No two cards have one definition, so it can be asked for the term as well.
    inverseFunctional: true, tolerance: 0, notForms: [], wording: cardWording,
  });
  const sourced = cards.flatMap(({ id, source }): Source[] => (source ? [{ id: ids.source(id), title: source.title, kind: "other", url: source.url }] : []));
  const facts = cards.map(({ id, definition, source, picture }): Fact => ({
    ...factOf(ids.fact(id, "definition"), ids.entity(id), predicate.id, { kind: "text", text: withoutStop(definition) }, ids.source(source ? id : own)),
    ...(picture && { picture }),
  }));
  return {
    types: [typeOf(ids.type("card"), { one: "term", many: "terms" })],
    entities: cards.map(({ id, term, aliases }) => entityOf(ids.entity(id), ids.type("card"), term, aliases)),
    predicates: [predicate], facts, sources: sourced,
  };
}

/** By name, as names are compared: the thing of a table that goes by it. */
type Things = { table: OwnTable; byName: ReadonlyMap<string, string> };

const thingsOfTable = (table: OwnTable): Things => ({
  table, byName: new Map(table.rows.flatMap(({ id, name, aliases }) => [name, ...aliases].map((each) => [normaliseName(each), id]))),
});

/** The table whose things a column names: that which has most of its names, if it has half of them. */
function namedTable(names: readonly string[], all: readonly Things[]): Things | undefined {
  const distinct = [...new Set(names)];
  const counted = all.map((things) => ({ things, known: distinct.filter((name) => things.byName.has(name)).length }));
  const best = counted.reduce<(typeof counted)[number] | undefined>((a, b) => (a && a.known >= b.known ? a : b), undefined);
  return best && best.known > 0 && 2 * best.known >= distinct.length ? best.things : undefined;
}

/** The things that an entity column names, and how a name finds its own. */
type Range = { type: EntityType | undefined; typeId: string; entities: Entity[]; find: (name: string) => FactValue };

function rangeOf(ids: Ids, column: OwnColumn, names: readonly string[], all: readonly Things[]): Range {
  const plain = names.map(normaliseName);
  const things = namedTable(plain, all);
  const part = things?.table.id ?? column.id;
  const known = (name: string) => things?.byName.get(name);
  const idOf = (name: string) => (known(name) === undefined ? ids.named(part, name) : ids.entity(known(name)!));
  const strangers = new Map(names.flatMap((name, i) => (known(plain[i]!) === undefined ? [[idOf(plain[i]!), name] as const] : [])).reverse());
  return {
    type: things ? undefined : typeOf(ids.type(part), oneAndMany(headingInside(column.heading))),
    typeId: ids.type(part),
    entities: [...strangers].map(([id, name]) => entityOf(id, ids.type(part), name)),
    find: (name) => ({ kind: "entity", entity: idOf(normaliseName(name)) }),
  };
}

function timeOf(values: ReadTable["values"], at: number): ColumnTime | undefined {
  const dates = values.flatMap((cells) => (cells[at]?.kind === "date" ? cells[at].precision : []));
  return dates.length === 0 ? undefined : dates.every((precision) => precision === "year") ? "year" : "date";
}

function partsOfColumn(ids: Ids, { table, values }: ReadTable, at: number, all: readonly Things[]): Parts {
  const column = table.columns[at]!;
  const names = values.flatMap((cells) => (cells[at]?.kind === "entity" ? cells[at].name : []));
  const range = column.kind === "entity" ? rangeOf(ids, column, names, all) : undefined;
  const predicate = predicateOf({
    id: ids.predicate(column.id), label: { en: headingInside(column.heading) }, domain: [ids.type(table.id)], valueKind: column.kind,
    range: range ? [range.typeId] : [], inverseFunctional: false, tolerance: column.unit === undefined ? 0 : measured,
    // Which of several have a "no" would ask by what is not so.
    notForms: column.kind === "boolean" ? ["multiple-response"] : [],
    wording: wordingOfColumn(column.heading, column.kind, table.name, timeOf(values, at)), ...(column.unit !== undefined && { unit: column.unit }),
  });
  const facts = table.rows.flatMap(({ id }, i): Fact[] => {
    const value = values[i]![at];
    if (!value) return [];
    return [factOf(ids.fact(id, column.id), ids.entity(id), predicate.id, toFactValue(value, (name) => range!.find(name)), ids.source(own))];
  });
  return { types: range?.type ? [range.type] : [], entities: range?.entities ?? [], predicates: [predicate], facts, sources: [] };
}

function* partsOfTable(ids: Ids, read: ReadTable, all: readonly Things[]): Steps<Parts> {
  const { table } = read;
  const things: Parts = {
    types: [typeOf(ids.type(table.id), thingsOf(table.name))],
    entities: table.rows.map(({ id, name, aliases }) => entityOf(ids.entity(id), ids.type(table.id), name, aliases)),
    predicates: [], facts: [], sources: [],
  };
  const parts = [things];
  for (const at of table.columns.keys()) {
    yield;
    parts.push(partsOfColumn(ids, read, at, all));
  }
  yield;
  return joined(parts);
}

/** Everything in one; a thing that two columns name stands once. */
function joined(parts: readonly Parts[]): Parts {
  const entities = new Map(parts.flatMap((part) => part.entities).map((entity) => [entity.id, entity]));
  return {
    types: parts.flatMap((part) => part.types),
    entities: [...entities.values()],
    predicates: parts.flatMap((part) => part.predicates),
    facts: parts.flatMap((part) => part.facts),
    sources: parts.flatMap((part) => part.sources),
  };
}

/** Names that things of several tables or columns go by; the proofs of the question engine take care of them. */
function sharedNames(entities: readonly Entity[]): string[] {
  const owners = new Map<string, Entity["id"]>();
  const shared = new Set<string>();
  for (const { id, labels, aliases } of entities) {
    for (const name of [labels.en, ...aliases]) {
      const plain = normaliseName(name);
      if ((owners.get(plain) ?? id) !== id) shared.add(name);
      owners.set(plain, id);
    }
  }
  return [...shared];
}

/** How much goes into a fingerprint in one step. */
const hashedInStep = 250;

/** Another one for any other content: of the texts of its parts, some facts at a time. */
function* versionOf(setId: string, { facts, entities, ...rest }: Content): Steps<string> {
  const prints = [fingerprint(JSON.stringify([setId, rest]))];
  for (const list of [facts, entities]) {
    for (let from = 0; from < list.length; from += hashedInStep) {
      yield;
      prints.push(fingerprint(JSON.stringify(list.slice(from, from + hashedInStep))));
    }
    prints.push("");
  }
  return `own-${fingerprint(prints.join(" "))}`;
}

/** As `ownFactBase`, stopping every few milliseconds: 7,000 facts take 0.3 s. */
export function* ownFactBaseInSteps(main: Pick<FactBase, "content" | "units">, setId: string, content: OwnContent): Steps<Result<FactBase, OwnMistake[]>> {
  const read = yield* readOwnContentInSteps(main, content);
  if (!read.ok) return read;
  const ids = ownIds(setId);
  const all = read.value.tables.map(({ table }) => thingsOfTable(table));
  const { cards } = read.value.content;
  const partsOfAll = cards.length > 0 ? [partsOfCards(ids, cards)] : [];
  for (const table of read.value.tables) partsOfAll.push(yield* partsOfTable(ids, table, all));
  const parts = joined(partsOfAll);
  yield;
  const sources: Source[] = [{ id: ids.source(own), title: "The cards and tables of this set", kind: "other" }, ...parts.sources];
  const { units, qualifiers } = main.content;
  const made: Content = { ...parts, sources, units, qualifiers, ambiguousAliases: sharedNames(parts.entities) };
  return ok(yield* createFactBaseInSteps(made, yield* versionOf(setId, made)));
}

/**
 * The facts of a set's own cards and tables as a base of their own, with the units and qualifiers of the content's: each cell a fact `own.<set>.<row>.<column>`,
 * each card one `own.<set>.<card>.definition`, both ways. Every column has one value at most for a thing. The error names every mistake.
 */
export const ownFactBase = (main: Pick<FactBase, "content" | "units">, setId: string, content: OwnContent): Result<FactBase, OwnMistake[]> =>
  finish(ownFactBaseInSteps(main, setId, content));
