import "server-only";
import { unknownId } from "@/lib/facts/fault";
import type { DatePrecision, DateValue, Fact, FactValue, Predicate } from "@/lib/facts/model";
import { asEntityId, asFactId, asSourceId, type EntityId, type PredicateId } from "@/lib/shared/ids";
import type { Origin, UnplacedFault } from "./content-fault";
import type { FactData } from "./file-schemas";

const timeZones = { UTC: "UTC", Beijing: "Asia/Shanghai" } as const;

/** What the digits of an EDTF date say. A text that is no date counts as a day and is found by the check. */
function precisionOf(edtf: string): DatePrecision {
  const parts = edtf.replace(/[~?%]$/, "").split("-").length;
  return parts === 1 ? "year" : parts === 2 ? "month" : "day";
}

function readDate(data: FactData, edtf: string): DateValue {
  const precision = data.precision ?? precisionOf(edtf);
  const isBeijingDay = data.zone === "Beijing" && precision === "day" && precisionOf(edtf) === "day";
  const beijingDate = data.beijing ?? (isBeijingDay ? edtf.replace(/~$/, "") : undefined);
  return { kind: "date", edtf, precision, ...(data.zone && { timeZone: timeZones[data.zone] }), ...(beijingDate && { beijingDate }) };
}

/** The value as the predicate takes it; one of another kind is passed on as what it is, and the check names the contradiction. */
function readValue(data: FactData, predicate: Predicate): FactValue {
  const { value, bound } = data;
  if (typeof value === "object") return { kind: "coordinates", ...value };
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (predicate.valueKind === "date") return readDate(data, String(value));
  if (typeof value === "number") {
    const unit = data.unit ?? predicate.unit;
    return { kind: "quantity", amount: value, ...(unit && { unit }), ...(bound && { bound }) };
  }
  return predicate.valueKind === "entity" ? { kind: "entity", entity: asEntityId(value) } : { kind: "text", text: value };
}

/** Keys that say something about one kind of value only. */
const keysOfKind = { unit: "quantity", bound: "quantity", precision: "date", zone: "date", beijing: "date" } as const;

function misplacedKeys(data: FactData, predicate: Predicate, origin: Origin): UnplacedFault[] {
  return (Object.keys(keysOfKind) as (keyof typeof keysOfKind)[])
    .filter((key) => data[key] !== undefined && predicate.valueKind !== keysOfKind[key])
    .map((key) => ({
      origin: { ...origin, path: [...origin.path, key] },
      problem: `"${key}" says nothing here: the values of "${predicate.id}" are of kind "${predicate.valueKind}".`,
      mend: "Take the key out.",
    }));
}

/** `id`, or `id @ place in the document`. */
function readCitation(text: string) {
  const [source, ...place] = text.split(" @ ");
  return { source: asSourceId(source!), ...(place.length > 0 && { at: place.join(" @ ") }) };
}

/** The record with its keys in order, so that their order in the files does not matter. */
export function sortKeys<T>(record: Record<string, T>): Record<string, T> {
  const keys = Object.keys(record);
  return keys.length < 2 ? record : Object.fromEntries(keys.sort().map((key) => [key, record[key]!]));
}

type Context = { subject: EntityId; predicate: Predicate };

function readFact(data: FactData, { subject, predicate }: Context): Fact {
  const { asOf, scope, rank, assurance, complete, note, because } = data;
  return {
    id: asFactId(data.id),
    formerIds: data.formerIds.map(asFactId),
    subject,
    predicate: predicate.id,
    value: readValue(data, predicate),
    qualifiers: sortKeys(data.qualifiers),
    ...(asOf && { asOf }),
    ...(scope && { scope }),
    rank,
    assurance,
    complete,
    ask: because === undefined ? true : { not: because },
    ...(note && { note }),
    citations: data.sources.map(readCitation),
  };
}

export type FactReader = { predicates: ReadonlyMap<PredicateId, Predicate>; add(fact: Fact, origin: Origin): void; refuse(fault: UnplacedFault): void };

/** Reads the facts of one entity; those of an unknown predicate cannot be read at all. */
export function readFacts(reader: FactReader, subject: EntityId, facts: Record<string, FactData[]>, file: string): void {
  for (const [name, list] of Object.entries(facts)) {
    const predicate = reader.predicates.get(name as PredicateId);
    if (!predicate) {
      const { problem, mend } = unknownId({ kind: "entity", id: subject }, "predicate", name, reader.predicates.keys());
      reader.refuse({ origin: { file, path: [subject, "facts", name] }, problem, mend: mend.replace(/declare "[^"]*" first/i, "$& in content/predicates/") });
      continue;
    }
    list.forEach((data, position) => {
      const origin = { file, path: [subject, "facts", name, position] };
      misplacedKeys(data, predicate, origin).forEach(reader.refuse);
      reader.add(readFact(data, { subject, predicate }), origin);
    });
  }
}
