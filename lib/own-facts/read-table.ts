import { normaliseName } from "@/lib/facts/names";
import { err, ok, type Result } from "@/lib/shared/result";
import { finish, type Steps } from "@/lib/shared/steps";
import { checkNames } from "./check-names";
import { decodeFile } from "./decode-file";
import { guessKind, habitsOf, splitHeading } from "./guess-column";
import { shownValue, type FileMistakeCode, type TableMistake } from "./mistakes";
import type { OwnColumn, OwnRow, OwnTable } from "./own-content";
import { ownLimits, type ColumnKind } from "./own-limits";
import { readCell, type ColumnHabits } from "./read-cell";
import type { Units } from "./read-cell-quantity";
import { readGrid, type Grid } from "./read-grid";
import { splitRows } from "./split-rows";

/** What the person says of a column where the guess is wrong. */
export type ColumnChoice = { kind?: ColumnKind; unit?: string };

export type ReadTableOptions = {
  /** The content's base, for its units. */
  base: Units;
  /** A new id each time (letters, digits and hyphens, at most 36). */
  newId: () => string;
  /** By the column's place in the text, from 1. */
  choices?: Readonly<Record<number, ColumnChoice>>;
  /** The table that this one replaces: what has the same name keeps its id, and so its memory; columns keep their kind, unless chosen. */
  previous?: OwnTable;
};

/** A column as it was understood; `position` is its place in the text, from 1. */
export type UnderstoodColumn = { position: number; heading: string; kind: ColumnKind; unit?: string };

/** A table as it was read: all its mistakes in order, what was understood of its columns, and its cells as they stand (both empty where the file itself is refused). */
export type TableReading = {
  mistakes: TableMistake[];
  columns: UnderstoodColumn[];
  cells: string[][];
  /** For each row that says something its number in the text, from 2. */
  lines: number[];
  /** Where there is no mistake. */
  table?: OwnTable;
};

/** A table with mistakes. */
export type TableRefusal = Pick<TableReading, "mistakes" | "columns" | "cells">;

const refused = (mistakes: TableMistake[]): TableReading => ({ mistakes, columns: [], cells: [], lines: [] });
const refuseFile = (code: FileMistakeCode, value = ""): TableReading => refused([{ row: null, column: null, code, value }]);

function splitSource(source: string | Uint8Array): Result<string[][], TableReading> {
  const text = decodeFile(source);
  if (!text.ok) return err(refuseFile(text.error));
  const split = splitRows(text.value);
  if (!split.ok) return err(refused(split.error));
  const rows = split.value;
  const filled = rows.filter((cells, i) => i > 0 && cells.length > 0).length;
  const width = (rows[0] ?? []).filter((cell) => cell.trim() !== "").length;
  if (filled > ownLimits.rows) return err(refuseFile("too-many-rows", String(filled)));
  if (filled === 0 || rows[0]!.length === 0) return err(refuseFile("no-rows"));
  // Names, and perhaps aliases, stand in columns of their own.
  if (width > ownLimits.columns + 2) return err(refuseFile("too-many-columns", String(width)));
  return ok(rows);
}

type Understood = UnderstoodColumn & { habits: ColumnHabits };

function understandColumn(options: ReadTableOptions, grid: Grid, at: number, rowNames: ReadonlySet<string>): Understood {
  const { position, heading: typed } = grid.columns[at]!;
  const { heading, unit } = splitHeading(options.base, typed);
  const texts = grid.rows.flatMap(({ cells }) => cells[at] ?? []);
  const known = options.previous?.columns.find((column) => column.heading === heading || column.heading === typed);
  const choice = options.choices?.[position + 1];
  const stated = choice?.unit ?? unit;
  const kind = choice?.kind ?? known?.kind ?? guessKind(options.base, { heading, texts, ...(stated !== undefined && { unit: stated }) }, rowNames);
  const habits = habitsOf(options.base, kind, texts, stated ?? (choice?.kind === undefined ? known?.unit : undefined));
  return { position: position + 1, heading: kind === "quantity" ? heading : typed, kind, habits, ...(habits.unit !== undefined && { unit: habits.unit }) };
}

/** The cells of some rows by their columns' kinds, as they are kept; mistakes go to `report`. */
function readCells(base: Units, rows: Grid["rows"], columns: readonly Understood[], report: (mistake: TableMistake) => void): (string | null)[][] {
  return rows.map(({ line, cells }) =>
    cells.map((cell, i) => {
      if (cell === null) return null;
      const { habits, position } = columns[i]!;
      const read = readCell(base, habits, cell);
      if (read.ok) return read.value.text;
      report({ row: line, column: position, code: read.error, value: shownValue(cell) });
      return null;
    }),
  );
}

function nameMistakes({ rows, aliasColumn }: Grid): TableMistake[] {
  return checkNames(rows).map(({ position, of, code, value }) => ({ row: rows[position]!.line, column: of === "name" ? 1 : aliasColumn! + 1, code, value }));
}

/** Headings that are two only by their units. */
function headingMistakes(columns: readonly UnderstoodColumn[], found: readonly TableMistake[]): TableMistake[] {
  const isRepeated = ({ heading }: UnderstoodColumn, i: number) => columns.slice(0, i).some((other) => other.heading.toLowerCase() === heading.toLowerCase());
  const repeated = columns.filter((column, i) => isRepeated(column, i) && !found.some(({ row, column: position }) => row === 1 && position === column.position));
  return repeated.map(({ position, heading }) => ({ row: 1, column: position, code: "duplicate-heading", value: heading }));
}

function assemble({ newId, previous }: ReadTableOptions, grid: Grid, columns: readonly UnderstoodColumn[], cells: readonly (string | null)[][]): OwnTable {
  const columnIds = new Map(previous?.columns.map(({ heading, id }) => [heading.toLowerCase(), id]));
  const rowIds = new Map(previous?.rows.map(({ name, id }) => [normaliseName(name), id]));
  return {
    id: previous?.id ?? newId(),
    name: grid.name,
    columns: columns.map(({ heading, kind, unit }): OwnColumn => ({
      id: columnIds.get(heading.toLowerCase()) ?? newId(), heading, kind, ...(unit !== undefined && { unit }), isFunctional: true,
    })),
    rows: grid.rows.map(({ name, aliases }, i): OwnRow => ({ id: rowIds.get(normaliseName(name!)) ?? newId(), name: name!, aliases, cells: cells[i]! })),
  };
}

/** How many rows are read before others may have a turn: some milliseconds. */
const rowsInStep = 100;

/**
 * Reads a pasted table or a file: tabs, commas or semicolons between the cells, the first row the headings, the first column the names of things, a column
 * headed "aliases" their other names. All or nothing: the table, or every mistake in it by cell. A thousand rows take half a second, so it stops now and then.
 */
export function* readTableInSteps(source: string | Uint8Array, options: ReadTableOptions): Steps<TableReading> {
  const split = splitSource(source);
  if (!split.ok) return split.error;
  yield;
  const grid = readGrid(split.value);
  if (grid.columns.length > ownLimits.columns) return refuseFile("too-many-columns", String(grid.columns.length));
  const rowNames = new Set(grid.rows.flatMap(({ name, aliases }) => [...(name === null ? [] : [name]), ...aliases]).map(normaliseName));
  const understood: Understood[] = [];
  for (const at of grid.columns.keys()) {
    yield;
    understood.push(understandColumn(options, grid, at, rowNames));
  }
  const mistakes = [...grid.mistakes, ...nameMistakes(grid), ...headingMistakes(understood, grid.mistakes)];
  const kept: (string | null)[][] = [];
  for (let from = 0; from < grid.rows.length; from += rowsInStep) {
    yield;
    kept.push(...readCells(options.base, grid.rows.slice(from, from + rowsInStep), understood, (mistake) => mistakes.push(mistake)));
  }
  if (understood.length === 0 && mistakes.length === 0) return refuseFile("no-columns");
  const columns = understood.map(({ habits: _, ...column }) => column);
  const inOrder = mistakes.sort((a, b) => a.row! - b.row! || (a.column ?? 0) - (b.column ?? 0));
  const table = mistakes.length === 0 ? { table: assemble(options, grid, columns, kept) } : {};
  return { mistakes: inOrder, columns, cells: split.value, lines: grid.rows.map(({ line }) => line), ...table };
}

/** The same at once: the table, or what was read of it. */
export function readTable(source: string | Uint8Array, options: ReadTableOptions): Result<OwnTable, TableRefusal> {
  const { mistakes, columns, cells, table } = finish(readTableInSteps(source, options));
  return table ? ok(table) : err({ mistakes, columns, cells });
}
