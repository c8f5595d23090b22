import { cleanCell } from "./clean-cell";
import { shownValue, type CellMistakeCode, type TableMistake } from "./mistakes";
import { ownLimits } from "./own-limits";

/** A column of the text: its position from 0 there, and the heading as it was typed. */
export type GridColumn = { position: number; heading: string };

/** A row that says something; `line` is its number in a spreadsheet, from 2. */
export type GridRow = { line: number; name: string | null; aliases: string[]; cells: (string | null)[] };

/** The clean cells of a table, without those that have mistakes. */
export type Grid = { name: string; columns: GridColumn[]; rows: GridRow[]; aliasColumn: number | undefined; mistakes: TableMistake[] };

const aliasHeading = /^(?:alias|aliases|also (?:called|known as)|other names?|synonyms?|别名)$/iu;

/** What would be read as part of a wording, where a heading becomes one. */
const reserved = /[{}|]|\[\[|\]\]/;

const defaultName = "thing";

type Report = (line: number, position: number, code: CellMistakeCode, value: string) => void;

/** The cell without its mistakes; null where it is empty or has one. */
function read(report: Report, line: number, position: number, raw: string | undefined, most: number): string | null {
  const clean = cleanCell(raw ?? "", most);
  if (clean.ok) return clean.value;
  report(line, position, clean.error, raw ?? "");
  return null;
}

function readHeadings(report: Report, first: readonly string[], width: number): (string | null)[] {
  const seen = new Set<string>();
  return Array.from({ length: width }, (_, position) => {
    const heading = read(report, 1, position, first[position], ownLimits.heading);
    if (heading === null) return null;
    if (reserved.test(heading)) report(1, position, "heading-characters", heading);
    if (seen.has(heading.toLowerCase())) report(1, position, "duplicate-heading", heading);
    seen.add(heading.toLowerCase());
    return heading;
  });
}

/** Other names that stand in one text, with semicolons, bars or Chinese commas between them. */
export const splitAliases = (text: string): string[] => text.split(/[;；、|]/u).map((alias) => alias.trim()).filter((alias) => alias !== "");

function readRow(report: Report, line: number, cells: readonly string[], columns: readonly GridColumn[], aliasColumn: number | undefined): GridRow {
  const name = read(report, line, 0, cells[0], ownLimits.name);
  if ((cells[0] ?? "") === "") report(line, 0, "empty-name", "");
  const aliases = aliasColumn === undefined ? [] : splitAliases(read(report, line, aliasColumn, cells[aliasColumn], ownLimits.cell) ?? "");
  for (const alias of aliases) if (alias.length > ownLimits.name) report(line, aliasColumn!, "too-long", alias);
  return { line, name, aliases, cells: columns.map(({ position }) => read(report, line, position, cells[position], ownLimits.cell)) };
}

/** Cells beyond the last heading are a mistake of their row; a column that has cells and no heading is one of the heading. */
function reportStrays(report: Report, rows: readonly string[][], headings: readonly (string | null)[]): void {
  const isFilled = (position: number) => rows.some((cells, i) => i > 0 && (cells[position] ?? "").trim() !== "");
  headings.forEach((heading, position) => {
    if (position > 0 && heading === null && (rows[0]![position] ?? "").trim() === "" && isFilled(position)) report(1, position, "no-heading", "");
  });
  rows.forEach((cells, i) => {
    const stray = cells.findIndex((cell, position) => position >= headings.length && cell.trim() !== "");
    if (i > 0 && stray >= 0) report(i + 1, stray, "too-many-cells", cells[stray]!);
  });
}

/** Cleans the rows of a table (the first has the headings, none is without cells that is not blank) and says what is wrong with each cell by itself. */
export function readGrid(rows: readonly string[][]): Grid {
  const mistakes: TableMistake[] = [];
  const report: Report = (line, position, code, value) => mistakes.push({ row: line, column: position + 1, code, value: shownValue(value) });
  // Spreadsheets write empty cells behind a heading row where something stands below them.
  const width = rows[0]!.findLastIndex((_, position) => rows.some((cells) => (cells[position] ?? "").trim() !== "")) + 1;
  const headings = readHeadings(report, rows[0]!, width);
  reportStrays(report, rows, headings);
  const aliasAt = headings.findIndex((heading, position) => position > 0 && heading !== null && aliasHeading.test(heading));
  const aliasColumn = aliasAt > 0 ? aliasAt : undefined;
  const columns = headings.flatMap((heading, position) => (position === 0 || position === aliasColumn || heading === null ? [] : [{ position, heading }]));
  const filled = rows.flatMap((cells, i) => (i === 0 || cells.length === 0 ? [] : [readRow(report, i + 1, cells, columns, aliasColumn)]));
  return { name: headings[0] ?? defaultName, columns, rows: filled, aliasColumn, mistakes };
}
