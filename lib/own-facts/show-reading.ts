import type { TableMistake } from "./mistakes";
import { countOwnFacts, type OwnTable } from "./own-content";
import type { Units } from "./read-cell-quantity";
import type { TableReading, UnderstoodColumn } from "./read-table";

/** `symbol`: of its unit, as people write it. */
export type ShownColumn = Pick<UnderstoodColumn, "position" | "heading" | "kind"> & { symbol?: string };

/** A table that was read, as the person who wrote it sees it. Rows and columns count from 1, as in a spreadsheet. */
export type ShownReading = {
  cells: string[][];
  columns: ShownColumn[];
  /** The first of them, in order. */
  mistakes: TableMistake[];
  mistakeCount: number;
  /** What cells are kept as where that is not what stands in them: row, column, text. */
  kept: [number, number, string][];
  /** How many rows say something. */
  rows: number;
  /** How many facts it makes; 0 with mistakes. */
  facts: number;
};

/** Nobody mends more in one go, and an answer of a megabyte would be slow on a phone. */
const mostMistakes = 500;

function keptOtherwise({ rows }: OwnTable, { cells, columns, lines }: TableReading): ShownReading["kept"] {
  return rows.flatMap((row, i) =>
    columns.flatMap(({ position }, at): ShownReading["kept"] => {
      const [line, text] = [lines[i]!, row.cells[at]!];
      return text === null || text === cells[line - 1]?.[position - 1]?.trim() ? [] : [[line, position, text]];
    }),
  );
}

/** What is told of a column. */
export const showColumn = (base: Units, { position, heading, kind, unit }: UnderstoodColumn): ShownColumn => {
  const symbol = unit === undefined ? undefined : base.units.get(unit)?.symbol;
  return { position, heading, kind, ...(symbol !== undefined && { symbol }) };
};

/** What is told of a reading. */
export function showReading(base: Units, reading: TableReading): ShownReading {
  const { cells, columns, mistakes, lines, table } = reading;
  return {
    cells, columns: columns.map((column) => showColumn(base, column)), mistakes: mistakes.slice(0, mostMistakes), mistakeCount: mistakes.length, rows: lines.length,
    kept: table ? keptOtherwise(table, reading) : [],
    facts: table ? countOwnFacts({ cards: [], tables: [table] }) : 0,
  };
}
