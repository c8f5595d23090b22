import type { EntityId } from "@/lib/shared/ids";
import { coarser, dateInterval, parseEdtf } from "./dates";
import { isOfType, type FactBase } from "./fact-base";
import { unknownId, type Fault } from "./fault";
import type { DateValue, Fact, FactValue, Predicate, QuantityValue } from "./model";
import { convert } from "./quantities";
import { placeholdersOf } from "./templates";

const dateForms = "Write 2003-10-15, 2003-10 or 2003, with ~ behind it for about.";

const fault = (fact: Fact, field: string, problem: string, mend: string): Fault => ({ at: { kind: "fact", id: fact.id, field }, problem, mend });

/** The entity exists and is of one of the types. */
function checkEntity(base: FactBase, fact: Fact, field: string, id: EntityId, types: string[]): Fault[] {
  const entity = base.entities.get(id);
  if (!entity) return [unknownId({ kind: "fact", id: fact.id, field }, "entity", id, base.entities.keys())];
  if (types.some((type) => isOfType(base, entity.type, type))) return [];
  const list = field === "subject" ? "domain" : "range";
  return [fault(fact, field, `"${id}" is of type "${entity.type}", but "${fact.predicate}" takes ${types.join(", ")} as its ${field}.`, `Name another entity, or add "${entity.type}" to the ${list} of "${fact.predicate}".`)];
}

function checkFeasibleDate(predicate: Predicate, fact: Fact, value: DateValue): Fault[] {
  const { from, to } = predicate.feasible ?? {};
  const daysOf = (edtf: string | undefined) => (edtf !== undefined && parseEdtf(edtf).ok ? dateInterval({ kind: "date", edtf, precision: "day" }) : undefined);
  const { firstDay, lastDay } = dateInterval(value);
  const isOutside = lastDay < (daysOf(from)?.firstDay ?? -Infinity) || firstDay > (daysOf(to)?.lastDay ?? Infinity);
  if (!isOutside) return [];
  return [fault(fact, "value", `${value.edtf} lies outside what is feasible for "${predicate.id}" (${from ?? "ever"} to ${to ?? "ever"}).`, "Check the date, or widen the feasible range.")];
}

function checkDate(predicate: Predicate, fact: Fact, value: DateValue): Fault[] {
  const parsed = parseEdtf(value.edtf);
  if (!parsed.ok) {
    const problem = parsed.error === "no-such-day" ? "is a day that no calendar has" : "is not a date";
    return [fault(fact, "value", `"${value.edtf}" ${problem}.`, dateForms)];
  }
  const faults: Fault[] = [];
  if (coarser(parsed.value.precision, value.precision) !== value.precision) {
    faults.push(fault(fact, "precision", `The date is known to the ${parsed.value.precision}, but may be asked to the ${value.precision}.`, `Write "precision: ${parsed.value.precision}" or a finer date.`));
  }
  faults.push(...checkFeasibleDate(predicate, fact, value));
  return value.beijingDate === undefined ? faults : [...faults, ...checkBeijingDate(fact, value, value.beijingDate)];
}

/** Beijing is eight hours ahead of UTC. */
function checkBeijingDate(fact: Fact, value: DateValue, beijingDate: string): Fault[] {
  const beijing = parseEdtf(beijingDate);
  if (!beijing.ok || beijing.value.precision !== "day" || beijing.value.isApproximate) {
    return [fault(fact, "beijingDate", `"${beijingDate}" is not a day.`, "Write the day in Beijing as 2003-10-15.")];
  }
  const days = dateInterval({ kind: "date", edtf: beijingDate, precision: "day" }).firstDay;
  const own = dateInterval({ kind: "date", edtf: value.edtf, precision: "day" });
  const latest = own.lastDay + (value.timeZone === "Asia/Shanghai" ? 0 : 1);
  if (days >= own.firstDay && days <= latest) return [];
  return [fault(fact, "beijingDate", `It cannot have been ${beijingDate} in Beijing on ${value.edtf}.`, "Beijing is eight hours ahead of UTC: the same day or the next. Correct one of the two.")];
}

function checkQuantity(base: FactBase, predicate: Predicate, fact: Fact, value: QuantityValue): Fault[] {
  if (!Number.isFinite(value.amount)) return [fault(fact, "value", `${value.amount} is not an amount.`, "Write a number.")];
  if (value.unit !== undefined && !base.units.has(value.unit)) return [unknownId({ kind: "fact", id: fact.id, field: "unit" }, "unit", value.unit, base.units.keys())];
  if ((value.unit === undefined) !== (predicate.unit === undefined)) {
    const mend = predicate.unit ? `Write a unit; "${predicate.id}" is measured in ${predicate.unit}.` : `Leave the unit out, or give "${predicate.id}" one.`;
    return [fault(fact, "unit", value.unit ? `"${predicate.id}" has no unit, but this amount is in ${value.unit}.` : "The amount has no unit.", mend)];
  }
  const amount = value.unit === undefined ? { ok: true as const, value: value.amount } : convert(base, value.amount, value.unit, predicate.unit!);
  if (!amount.ok) return [fault(fact, "unit", `"${value.unit}" does not measure what "${predicate.id}" (in ${predicate.unit}) is about.`, `Use ${predicate.unit} or a unit that converts to it.`)];
  const { min = -Infinity, max = Infinity } = predicate.feasible ?? {};
  if (amount.value >= min && amount.value <= max) return [];
  return [fault(fact, "value", `${amount.value} ${predicate.unit ?? ""} lies outside what is feasible for "${predicate.id}" (${min} to ${max}).`.replace("  ", " "), "Check amount and unit, or widen the feasible range.")];
}

function checkValue(base: FactBase, predicate: Predicate, fact: Fact, value: FactValue): Fault[] {
  if (value.kind !== predicate.valueKind) {
    return [fault(fact, "value", `The value is of kind "${value.kind}", but "${predicate.id}" takes "${predicate.valueKind}".`, "Change the value, or the kind of the predicate.")];
  }
  if (value.kind === "entity") return checkEntity(base, fact, "value", value.entity, predicate.range);
  if (value.kind === "date") return checkDate(predicate, fact, value);
  if (value.kind === "quantity") return checkQuantity(base, predicate, fact, value);
  if (value.kind === "coordinates" && !(Math.abs(value.latitude) <= 90 && Math.abs(value.longitude) <= 180)) {
    return [fault(fact, "value", "There is no such place on a globe.", "Latitudes run from -90 to 90, longitudes from -180 to 180.")];
  }
  return value.kind === "text" && value.text.trim() === "" ? [fault(fact, "value", "The text is empty.", "Write the value.")] : [];
}

function checkQualifiers(base: FactBase, fact: Fact): Fault[] {
  return Object.entries(fact.qualifiers).flatMap(([id, value]) => {
    const qualifier = base.qualifiers.get(id);
    if (!qualifier) return [unknownId({ kind: "fact", id: fact.id, field: "qualifiers" }, "qualifier", id, base.qualifiers.keys())];
    const isFine = qualifier.kind !== "date" || parseEdtf(String(value)).ok;
    return isFine ? [] : [fault(fact, "qualifiers", `"${id}: ${value}" is not a date.`, dateForms)];
  });
}

function checkSurroundings(base: FactBase, fact: Fact): Fault[] {
  const faults = checkQualifiers(base, fact);
  if (fact.asOf !== undefined && !parseEdtf(fact.asOf).ok) faults.push(fault(fact, "asOf", `"${fact.asOf}" is not a date.`, dateForms));
  if (fact.citations.length === 0) faults.push(fault(fact, "sources", "No source is cited.", "Name at least one document of sources.yaml."));
  for (const { source } of fact.citations) {
    if (!base.sources.has(source)) faults.push(unknownId({ kind: "fact", id: fact.id, field: "sources" }, "source", source, base.sources.keys()));
  }
  return faults;
}

/** The sentence of a predicate has to come out for every fact of it. */
function checkStatement(predicate: Predicate, fact: Fact): Fault[] {
  const { en, zh } = predicate.wording.statement;
  const isGiven = (name: string) =>
    name === "subject" || name === "value" || fact.qualifiers[name] !== undefined || (name === "scope" && fact.scope !== undefined) || (name === "asOf" && fact.asOf !== undefined);
  const placeholders = zh === undefined ? placeholdersOf(en) : [...placeholdersOf(en), ...placeholdersOf(zh)];
  const names = new Set(placeholders.filter(({ name, isOptional }) => !isOptional && !isGiven(name)).map(({ name }) => name));
  return [...names].map((name) =>
    fault(fact, "qualifiers", `The statement of "${predicate.id}" says {${name}}, which this fact does not have.`, `Give the fact "${name}", or put that part of the statement in [[ ]].`),
  );
}

/** Every fact by itself: subject and value of the right kind and type, units, dates, feasible range, qualifiers, sources, a sentence that comes out. */
export function checkFact(base: FactBase, fact: Fact): Fault[] {
  const predicate = base.predicates.get(fact.predicate);
  if (!predicate) return [unknownId({ kind: "fact", id: fact.id, field: "predicate" }, "predicate", fact.predicate, base.predicates.keys())];
  return [
    ...checkEntity(base, fact, "subject", fact.subject, predicate.domain),
    ...checkValue(base, predicate, fact, fact.value),
    ...checkSurroundings(base, fact),
    ...checkStatement(predicate, fact),
  ];
}
