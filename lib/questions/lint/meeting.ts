import { possibleDays, type DayInterval } from "@/lib/facts/dates";
import type { FactBase } from "@/lib/facts/fact-base";
import type { DateValue, FactValue, Predicate, QuantityValue } from "@/lib/facts/model";
import { normaliseName } from "@/lib/facts/names";
import { quantityInterval } from "@/lib/facts/quantities";
import { areKin, areNamesakes } from "./kinship";

/** How two values stand: one and the same, provably different, or so near (alias, whole and part, overlap) that neither may be called false because of the other. */
export type Meeting = "same" | "near" | "apart";

const daysOfValue = new WeakMap<DateValue, DayInterval>();

/** The days a date may mean to a reader of any calendar; remembered, since values never change. */
export function daysOf(value: DateValue): DayInterval {
  let days = daysOfValue.get(value);
  if (!days) daysOfValue.set(value, (days = possibleDays(value)));
  return days;
}

/** Days that lie between two dates; negative where they meet. */
export function daysBetween(a: DateValue, b: DateValue): number {
  const [first, second] = [daysOf(a), daysOf(b)];
  return Math.max(second.firstDay - first.lastDay, first.firstDay - second.lastDay) - 1;
}

function meetingOfDates(a: DateValue, b: DateValue): Meeting {
  if (a.edtf === b.edtf && a.precision === b.precision && a.timeZone === b.timeZone) return "same";
  // Dates of two calendars may differ by a day and be one.
  return daysBetween(a, b) >= (a.timeZone === b.timeZone ? 0 : 1) ? "apart" : "near";
}

/** The amounts in the base unit between which a stated amount lies; undefined for an unknown unit. */
export function rangeOf(base: FactBase, predicate: Predicate, value: QuantityValue): { low: number; high: number; dimension: string } | undefined {
  const range = quantityInterval(base, value, predicate.tolerance);
  return range.ok ? range.value : undefined;
}

function meetingOfAmounts(base: FactBase, predicate: Predicate, a: QuantityValue, b: QuantityValue): Meeting {
  const factor = (value: QuantityValue) => (value.unit === undefined ? 1 : base.units.get(value.unit)?.factor);
  const [first, second] = [rangeOf(base, predicate, a), rangeOf(base, predicate, b)];
  if (!first || !second || first.dimension !== second.dimension) return "near";
  if (a.bound === b.bound && a.amount * factor(a)! === b.amount * factor(b)!) return "same";
  return first.high < second.low || second.high < first.low ? "apart" : "near";
}

type TextValue = Extract<FactValue, { kind: "text" }>;
type Read = { name: string; words: ReadonlySet<string> };

const readingsOfValue = new WeakMap<TextValue, Read>();

/** A text as it is compared; remembered, since every option meets every value of its predicate. */
function readText(value: TextValue): Read {
  let read = readingsOfValue.get(value);
  if (!read) {
    const name = normaliseName(value.text);
    readingsOfValue.set(value, (read = { name, words: new Set(name.match(/[\p{L}\p{N}]+/gu) ?? []) }));
  }
  return read;
}

/** Words that all stand in the other text too may mean the same ("solid", "solid propellant"). */
function meetingOfTexts(a: TextValue, b: TextValue): Meeting {
  const [left, right] = [readText(a), readText(b)];
  if (left.name === right.name) return "same";
  const isWithin = (inner: Read, outer: Read) => [...inner.words].every((word) => outer.words.has(word));
  return isWithin(left, right) || isWithin(right, left) ? "near" : "apart";
}

/** Degrees by which places must differ to be two: pads lie up to 0.4° from their site. */
const leastDegrees = 1;

type Place = Extract<FactValue, { kind: "coordinates" }>;

/** The greater of the differences in latitude and in longitude, in degrees. */
export const degreesBetween = (a: Place, b: Place) => Math.max(Math.abs(a.latitude - b.latitude), Math.abs(a.longitude - b.longitude));

/** How two values of a predicate stand to each other; values of different kinds are never apart. */
export function meetingOf(base: FactBase, predicate: Predicate, a: FactValue, b: FactValue): Meeting {
  if (a.kind === "entity" && b.kind === "entity") {
    if (a.entity === b.entity) return "same";
    return areKin(base, a.entity, b.entity) || areNamesakes(base, a.entity, b.entity) ? "near" : "apart";
  }
  if (a.kind === "date" && b.kind === "date") return meetingOfDates(a, b);
  if (a.kind === "quantity" && b.kind === "quantity") return meetingOfAmounts(base, predicate, a, b);
  if (a.kind === "text" && b.kind === "text") return meetingOfTexts(a, b);
  if (a.kind === "boolean" && b.kind === "boolean") return a.value === b.value ? "same" : "apart";
  if (a.kind !== "coordinates" || b.kind !== "coordinates") return "near";
  const degrees = degreesBetween(a, b);
  return degrees === 0 ? "same" : degrees > leastDegrees ? "apart" : "near";
}
