import { normaliseName } from "@/lib/facts/names";
import { findUnit } from "@/lib/facts/quantities";
import type { ColumnKind } from "./own-limits";
import { isDayFirstIn } from "./read-cell-date";
import { commonUnitOf, decimalSignOf, type Units } from "./read-cell-quantity";
import { readCell, type ColumnHabits } from "./read-cell";

/** A column's heading without its unit, and that unit: "height (m)" is a height in metres. */
export function splitHeading(base: Units, heading: string): { heading: string; unit?: string } {
  const match = /^(.+?)\s*(?:[([（]\s*(?:in\s+)?([^()[\]（）]+?)\s*[)\]）]|,\s*(?:in\s+)?(\S+)|\s+in\s+(\S+))$/u.exec(heading);
  const unit = match ? findUnit(base, match[2] ?? match[3] ?? match[4]!) : undefined;
  return unit ? { heading: match![1]!, unit: unit.id } : { heading };
}

/** How the clean cells of a column are to be read as values of a kind. */
export function habitsOf(base: Units, kind: ColumnKind, texts: readonly string[], unit?: string): ColumnHabits {
  const common = kind === "quantity" && unit === undefined ? commonUnitOf(base, texts) : unit;
  const isDayFirst = kind === "date" ? isDayFirstIn(texts) : undefined;
  return {
    kind,
    decimal: decimalSignOf(texts),
    names: new Set(kind === "entity" ? texts.map(normaliseName) : []),
    ...(kind === "quantity" && common !== undefined && { unit: common }),
    ...(isDayFirst !== undefined && { isDayFirst }),
  };
}

/** From what share of readable cells on a column is of a kind: the others are then mistakes in it. */
const nearlyAll = 0.8;

/** Codes of cells that have a kind's form, but not a value. */
const formMistakes = ["no-such-date", "ambiguous-date", "two-values", "number-out-of-range"];

/** Whether nearly all texts can be read as values of a kind; given up as soon as too many cannot. */
function areMostly(base: Units, kind: ColumnKind, texts: readonly string[], unit: string | undefined): boolean {
  const habits = habitsOf(base, kind, texts, unit);
  const bearable = Math.floor((1 - nearlyAll) * texts.length + 1e-9);
  let others = 0;
  for (const text of texts) {
    const read = readCell(base, habits, text);
    if (!read.ok && !formMistakes.includes(read.error) && ++others > bearable) return false;
  }
  return true;
}

/** Four digits that are more likely a year than an amount. */
const isYear = (text: string) => /^(?:1[5-9]|20)\d\d$/.test(text);

/** Whether numbers of four digits are years: all of them could be, and the heading does not speak of an amount. */
const areYears = (texts: readonly string[], heading: string) =>
  texts.filter(isYear).length >= nearlyAll * texts.length && !/\b(?:number|count|mass|weight|height|length|width|speed|distance|price|cost|range|power|thrust)\b/i.test(heading);

const longestName = 60;

/** Names come again, or are those of the table's own things; a description stands once. */
function areNames(texts: readonly string[], rowNames: ReadonlySet<string>): boolean {
  if (texts.some((text) => text.length > longestName)) return false;
  const distinct = new Set(texts.map(normaliseName));
  const ofRows = [...distinct].filter((name) => rowNames.has(name)).length;
  return 2 * ofRows >= distinct.size || (texts.length >= 3 && distinct.size > 1 && distinct.size <= 0.7 * texts.length);
}

/** What a column's heading, its clean cells that are not empty, and the names and aliases of the table's things (normalised) make likely. */
export function guessKind(base: Units, column: { heading: string; unit?: string; texts: readonly string[] }, rowNames: ReadonlySet<string>): ColumnKind {
  const { heading, unit, texts } = column;
  if (texts.length === 0) return "text";
  const isMostly = (kind: ColumnKind) => areMostly(base, kind, texts, unit);
  if (isMostly("boolean")) return "boolean";
  const areAmounts = isMostly("quantity");
  const areBareNumbers = texts.filter((text) => /^\d+$/.test(text)).length >= nearlyAll * texts.length;
  if (unit === undefined && isMostly("date") && (!areBareNumbers || !areAmounts || areYears(texts, heading))) return "date";
  if (areAmounts) return "quantity";
  return areNames(texts, rowNames) ? "entity" : "text";
}
