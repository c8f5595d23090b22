import { possibleDays } from "@/lib/facts/dates";
import type { FactBase } from "@/lib/facts/fact-base";
import type { FactValue, Predicate } from "@/lib/facts/model";
import { quantityInterval } from "@/lib/facts/quantities";
import { compareValues } from "@/lib/facts/values";
import type { Difficulty } from "./item";

/** The least and the greatest that a value may be, on one scale for all values of the predicate. */
export type Extent = { low: number; high: number };

/** The days on which a date may have been, or the amounts (base unit, with rounding, bound and tolerance) that a quantity may be; nothing for other values. */
export function extentOf(base: FactBase, predicate: Predicate, value: FactValue): Extent | undefined {
  if (value.kind === "date") {
    const { firstDay, lastDay } = possibleDays(value);
    return { low: firstDay, high: lastDay };
  }
  if (value.kind !== "quantity") return undefined;
  const interval = quantityInterval(base, value, predicate.tolerance);
  return interval.ok ? interval.value : undefined;
}

/** Whether the first value is certainly the smaller (-1) or the greater (1); undefined where they may be equal or have no order. */
export function orderOf(base: FactBase, predicate: Predicate, a: FactValue, b: FactValue): -1 | 1 | undefined {
  if (compareValues(base, predicate, a, b) !== "different") return undefined;
  const [first, second] = [extentOf(base, predicate, a), extentOf(base, predicate, b)];
  return first && second && (first.low < second.low ? -1 : 1);
}

const daysPerYear = 365.25;

/** Up to what distance two values are hard or of medium difficulty to tell apart: years, or how many times as much. */
const reach = { date: { hard: 2, medium: 8 }, quantity: { hard: 1.3, medium: 2 } };

/** How hard it is to say which of two ordered values is the greater: the nearer, the harder. */
export function nearness(base: FactBase, predicate: Predicate, a: FactValue, b: FactValue): Difficulty {
  const [first, second] = [extentOf(base, predicate, a), extentOf(base, predicate, b)];
  if (!first || !second) return "medium";
  const [small, great] = first.low < second.low ? [first, second] : [second, first];
  const isDate = a.kind === "date";
  const distance = isDate ? (great.low - small.high) / daysPerYear : great.low / small.high;
  const { hard, medium } = reach[isDate ? "date" : "quantity"];
  return distance < hard ? "hard" : distance < medium ? "medium" : "easy";
}
