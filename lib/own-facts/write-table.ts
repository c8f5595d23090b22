import { csvLine } from "@/lib/shared/csv";
import type { OwnTable } from "./own-content";
import type { Units } from "./read-cell-quantity";

/** A column's heading with its unit in brackets, as `readTable` takes it apart again. */
function headingWithUnit(base: Units, heading: string, unit: string | undefined): string {
  const symbol = unit === undefined ? undefined : base.units.get(unit)?.symbol;
  return symbol === undefined ? heading : `${heading} (${symbol})`;
}

/** The cells of a table with its headings, as `readTable` reads them. */
export function tableCells(base: Units, { name, columns, rows }: OwnTable): string[][] {
  const hasAliases = rows.some(({ aliases }) => aliases.length > 0);
  const headings = columns.map(({ heading, unit }) => headingWithUnit(base, heading, unit));
  return [
    [name, ...(hasAliases ? ["aliases"] : []), ...headings],
    ...rows.map((row) => [row.name, ...(hasAliases ? [row.aliases.join("; ")] : []), ...row.cells.map((cell) => cell ?? "")]),
  ];
}

/** A table as a CSV file with its byte order mark; what a spreadsheet would take for a formula is guarded, and read back as it was. */
export const writeTable = (base: Units, table: OwnTable): string => `\uFEFF${tableCells(base, table).map(csvLine).join("")}`;
