import { dateInterval } from "./dates";
import type { FactBase } from "./fact-base";
import type { DateValue, FactValue, QuantityValue } from "./model";
import { normaliseName, sharesName } from "./names";
import { quantityInterval } from "./quantities";
import { ancestorsOf } from "./relations";
import { renderValue } from "./render";

type Range = { low: number; high: number };

const contains = (outer: Range, inner: Range) => outer.low <= inner.low && inner.high <= outer.high;
const agree = (a: Range, b: Range) => contains(a, b) || contains(b, a);

function rangesOf(value: DateValue): Range[] {
  const edtfs = [value.edtf, ...(value.beijingDate ? [value.beijingDate] : [])];
  return edtfs.map((edtf) => dateInterval({ ...value, edtf })).map(({ firstDay, lastDay }) => ({ low: firstDay, high: lastDay }));
}

/** A date that is only told in another zone's calendar is the same date. */
function datesAgree(a: DateValue, b: DateValue): boolean {
  const [first, second] = [rangesOf(a), rangesOf(b)];
  if (a.timeZone === b.timeZone) return agree(first[0]!, second[0]!);
  return first.some((one) => second.some((other) => agree(one, other)));
}

function quantitiesAgree(base: FactBase, a: QuantityValue, b: QuantityValue): boolean {
  const [first, second] = [quantityInterval(base, a, 0), quantityInterval(base, b, 0)];
  if (!first.ok || !second.ok || first.value.dimension !== second.value.dimension) return false;
  const saysLittle = [first.value, second.value].some(({ low, high }) => low === -Infinity && high === Infinity);
  return saysLittle ? a.amount === b.amount && a.unit === b.unit : agree(first.value, second.value);
}

const wordsOf = (text: string) => normaliseName(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");

/** Further words say more precisely what was said before. */
function textsAgree(learnt: string, told: string): boolean {
  const words = new Set(wordsOf(told));
  return wordsOf(learnt).every((word) => words.has(word));
}

const degreesApart = 1;

/**
 * Whether a fact's value `told` now contradicts the value `learnt`. It does not where one is only more precise than the other (a day of the
 * month that was learnt, 8.2 t for 8 t, a part of the whole, further words), where a date is told in another zone, or where it goes by the
 * same name. What was learnt of an entity that the base does not know any more contradicts nothing, since nobody could say what it was.
 */
export function contradicts(base: FactBase, learnt: FactValue, told: FactValue): boolean {
  if (learnt.kind === "entity" && told.kind === "entity") {
    const isKnown = base.entities.has(learnt.entity);
    return isKnown && learnt.entity !== told.entity && !sharesName(base, learnt.entity, told.entity) && !ancestorsOf(base, told.entity).has(learnt.entity);
  }
  if (learnt.kind === "date" && told.kind === "date") return !datesAgree(learnt, told);
  if (learnt.kind === "quantity" && told.kind === "quantity") return !quantitiesAgree(base, learnt, told);
  if (learnt.kind === "text" && told.kind === "text") return !textsAgree(learnt.text, told.text);
  if (learnt.kind === "boolean" && told.kind === "boolean") return learnt.value !== told.value;
  if (learnt.kind === "coordinates" && told.kind === "coordinates") {
    return Math.max(Math.abs(learnt.latitude - told.latitude), Math.abs(learnt.longitude - told.longitude)) > degreesApart;
  }
  if (learnt.kind === "entity" && !base.entities.has(learnt.entity)) return false;
  return normaliseName(renderValue(base, learnt)) !== normaliseName(renderValue(base, told));
}
