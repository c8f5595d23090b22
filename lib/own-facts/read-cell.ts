import type { DateValue, QuantityValue } from "@/lib/facts/model";
import { normaliseName } from "@/lib/facts/names";
import { formatQuantity } from "@/lib/facts/quantities";
import { assertNever } from "@/lib/shared/assert-never";
import { err, ok, type Result } from "@/lib/shared/result";
import type { CellMistakeCode } from "./mistakes";
import type { ColumnKind } from "./own-limits";
import { readCellDate, writeCellDate } from "./read-cell-date";
import { readCellQuantity, type NumberHabits, type Units } from "./read-cell-quantity";

/** What a cell says; `text`: how it is kept, so that it is read again without knowing how its column was written. */
export type CellReading = { text: string; value: CellValue };

/** A value before its names are entities. */
export type CellValue = DateValue | QuantityValue | { kind: "text"; text: string } | { kind: "entity"; name: string } | { kind: "boolean"; value: boolean };

/** What the rest of a column tells of how one of its cells is to be read. */
export type ColumnHabits = NumberHabits & {
  kind: ColumnKind;
  isDayFirst?: boolean;
  /** What stands in its cells, as names are compared. */
  names: ReadonlySet<string>;
};

const yes = new Set(["yes", "true", "y", "是", "✓", "✔"]);
const no = new Set(["no", "false", "n", "否", "✗", "✘"]);

function readBoolean(text: string): Result<CellValue, CellMistakeCode> {
  const word = text.toLowerCase();
  return yes.has(word) || no.has(word) ? ok({ kind: "boolean", value: yes.has(word) }) : err("wrong-kind");
}

const parts = (text: string, between: RegExp) => text.split(between).map((part) => part.trim()).filter((part) => part !== "");

/** Whether a cell names two things: separated by what never stands in a name, or both of them values of the column. */
function namesTwo(text: string, names: ReadonlySet<string>): boolean {
  if (parts(text, /[;；、|]|\s\/\s/u).length > 1) return true;
  const listed = parts(text, /[,，/&]|\band\b/u);
  return listed.length > 1 && listed.every((part) => names.has(normaliseName(part)));
}

function readName(text: string, names: ReadonlySet<string>): Result<CellValue, CellMistakeCode> {
  if (normaliseName(text) === "") return err("wrong-kind");
  return namesTwo(text, names) ? err("two-values") : ok({ kind: "entity", name: text });
}

function readValue(base: Units, habits: ColumnHabits, text: string): Result<CellValue, CellMistakeCode> {
  switch (habits.kind) {
    case "text": return ok({ kind: "text", text });
    case "date": return readCellDate(text, habits.isDayFirst);
    case "quantity": return readCellQuantity(base, text, habits);
    case "entity": return readName(text, habits.names);
    case "boolean": return readBoolean(text);
    default: return assertNever(habits.kind);
  }
}

/** Whether a cell that cannot be read as one value is a list of several. */
function listsValues(base: Units, habits: ColumnHabits, text: string): boolean {
  const listed = parts(text, /[;；、|]|,\s|\s\/\s|\band\b|\bor\b|&/u);
  return listed.length > 1 && listed.every((part) => readValue(base, habits, part).ok);
}

function keptText(base: Units, value: CellValue): string {
  switch (value.kind) {
    case "date": return writeCellDate(value);
    case "quantity": return formatQuantity(base, value);
    case "boolean": return value.value ? "yes" : "no";
    case "text": return value.text;
    case "entity": return value.name;
    default: return assertNever(value);
  }
}

/** Reads a clean cell as a value of its column's kind. A second value is a mistake, since of each column a thing has one. */
export function readCell(base: Units, habits: ColumnHabits, text: string): Result<CellReading, CellMistakeCode> {
  const read = readValue(base, habits, text);
  if (read.ok) return ok({ value: read.value, text: keptText(base, read.value) });
  return err(["date", "quantity", "boolean"].includes(habits.kind) && listsValues(base, habits, text) ? "two-values" : read.error);
}
