import { createFactBase, type FactBase } from "@/lib/facts/fact-base";
import { ways } from "@/lib/facts/model";
import type {
  Content, DateValue, Entity, EntityType, Fact, FactValue, Predicate, QualifierDefinition, Source, Unit,
} from "@/lib/facts/model";
import { asEntityId, asFactId, asPredicateId, asSourceId } from "@/lib/shared/ids";

type Loose<T, Required extends string> = { [K in Required]: string } & Omit<
  { [K in keyof T]?: T[K] extends readonly (infer U)[] ? (U extends string ? string[] : T[K]) : T[K] },
  Required
>;

/** A name alone stands for an entity of the first type. */
export type EntityInput =
  | string
  | (Omit<Loose<Entity, "id">, "labels"> & { name?: string; zh?: string; pinyin?: string });

/** `text` stands for: an entity id, a date of a date predicate, or a text; a number stands for a quantity in the predicate's unit. */
export type ValueInput = FactValue | string | number | boolean;

export type FactInput = Omit<Loose<Fact, "subject" | "predicate">, "value" | "citations" | "id"> & {
  id?: string;
  value: ValueInput;
  citations?: Fact["citations"];
};

export type PredicateInput = string | (Omit<Loose<Predicate, "id">, "inverse" | "wording"> & { inverse?: string; wording?: Partial<Predicate["wording"]> });

export type FactBaseInput = {
  types?: (string | Loose<EntityType, "id">)[];
  entities: EntityInput[];
  predicates: PredicateInput[];
  facts?: FactInput[];
  units?: Unit[];
  qualifiers?: (string | Loose<QualifierDefinition, "id">)[];
  sources?: Loose<Source, "id">[];
  ambiguousAliases?: string[];
};

const unit = (id: string, dimension: string, factor: number, more: Partial<Unit> = {}): Unit => ({
  id, symbol: id, dimension, factor, aliases: [], ...more,
});

/** Units that tests share. */
export const someUnits: Unit[] = [
  unit("kg", "mass", 1),
  unit("t", "mass", 1000),
  unit("m", "length", 1),
  unit("km", "length", 1000),
  unit("day", "time", 1, { one: "day", many: "days" }),
  unit("year", "time", 365.25, { one: "year", many: "years" }),
  unit("astronaut", "count", 1, { one: "astronaut", many: "astronauts" }),
];

const titleOf = (id: string) => id.replace(/-/g, " ").replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

function makeType(input: string | Loose<EntityType, "id">): EntityType {
  const given = typeof input === "string" ? { id: input } : input;
  return { parent: null, label: { en: given.id }, plural: { en: `${given.id}s` }, ...given };
}

function makeEntity(input: EntityInput, type: string): Entity {
  const { name, zh, pinyin, ...given } = typeof input === "string" ? { id: input } : input;
  const labels = { en: name ?? titleOf(given.id), ...(zh && { zh }), ...(pinyin && { pinyin }) };
  return { type, labels, aliases: [], notToBeConfusedWith: [], article: "none", topic: "test", ...given } as Entity;
}

const none = { en: [] };
const noWordings = {
  restatements: none, all: none, allInverse: none, compare: { most: none, least: none }, order: none, match: none, describeValue: none, describeSubject: none,
};

function makePredicate(input: PredicateInput, rootTypes: string[]): Predicate {
  const given = typeof input === "string" ? { id: input } : input;
  const name = given.id.replace(/_/g, " ");
  const takesEntities = (given.valueKind ?? "entity") === "entity";
  return {
    label: { en: name },
    domain: rootTypes,
    valueKind: "entity",
    range: takesEntities ? rootTypes : [],
    functional: false,
    inverseFunctional: false,
    timeVarying: false,
    granular: false,
    tolerance: 0,
    ways,
    notForms: [],
    implies: [],
    impliesInverse: [],
    topic: "test",
    ...given,
    wording: {
      ...noWordings,
      statement: { en: `{subject} has the ${name} {value}.` },
      forward: { en: [`What is the ${name} of {subject}?`] },
      inverse: { en: [`What has the ${name} {value}?`] },
      ...given.wording,
    },
  } as unknown as Predicate;
}

/** The date that an EDTF text stands for, at the precision it is written in. */
export function makeDate(edtf: string, more: Partial<DateValue> = {}): DateValue {
  const parts = edtf.replace("~", "").split("-").length;
  return { kind: "date", edtf, precision: parts === 3 ? "day" : parts === 2 ? "month" : "year", ...more };
}

function makeValue(input: ValueInput, predicate: Predicate | undefined): FactValue {
  if (typeof input === "object") return input;
  if (typeof input === "boolean") return { kind: "boolean", value: input };
  if (typeof input === "number") return { kind: "quantity", amount: input, ...(predicate?.unit && { unit: predicate.unit }) };
  if (predicate?.valueKind === "date") return makeDate(input);
  if (predicate?.valueKind === "text") return { kind: "text", text: input };
  return { kind: "entity", entity: asEntityId(input) };
}

function makeFact(input: FactInput, index: number, predicates: Predicate[]): Fact {
  const { value, ...given } = input;
  return {
    formerIds: [],
    qualifiers: {},
    rank: "normal",
    assurance: "verified",
    complete: false,
    ask: true,
    citations: [{ source: asSourceId("source-1") }],
    ...given,
    id: asFactId(given.id ?? `${given.subject}.${given.predicate}.${index + 1}`),
    subject: asEntityId(given.subject),
    predicate: asPredicateId(given.predicate),
    value: makeValue(value, predicates.find((predicate) => predicate.id === given.predicate)),
  } as Fact;
}

/** Content with everything filled in that a test does not care about; fact ids default to `subject.predicate.<position>`. */
export function makeContent(input: FactBaseInput): Content {
  const types = (input.types ?? ["thing"]).map(makeType);
  const roots = types.filter((type) => type.parent === null).map((type) => type.id);
  const predicates = input.predicates.map((predicate) => makePredicate(predicate, roots));
  return {
    types,
    units: input.units ?? someUnits,
    qualifiers: (input.qualifiers ?? []).map((given) => {
      const qualifier = typeof given === "string" ? { id: given } : given;
      return { label: { en: qualifier.id }, narrows: true, ...qualifier };
    }),
    predicates,
    entities: input.entities.map((entity) => makeEntity(entity, types[0]!.id)),
    facts: (input.facts ?? []).map((fact, index) => makeFact(fact, index, predicates)),
    sources: (input.sources ?? [{ id: "source-1" }]).map((source) => ({ title: source.id, kind: "authoritative", ...source }) as Source),
    ...(input.ambiguousAliases && { ambiguousAliases: input.ambiguousAliases }),
  };
}

/** A small indexed base for tests, made from `makeContent`. */
export const makeFactBase = (input: FactBaseInput): FactBase => createFactBase(makeContent(input), "test");
