const quoted = (cell: string) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Cells as one text, with tabs between them, which `readTable` takes apart again as they were. */
export const joinRows = (rows: readonly (readonly string[])[]): string => `sep=\t\n${rows.map((cells) => cells.map(quoted).join("\t")).join("\n")}`;
