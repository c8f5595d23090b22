import Papa from "papaparse";
import { err, ok, type Result } from "@/lib/shared/result";
import { shownValue, type TableMistake } from "./mistakes";

const count = (text: string, sign: string) => text.split(sign).length - 1;

/** What stands between the cells: what the first line has, a tab before all (it is what spreadsheets copy), then the more frequent of semicolon and comma. */
function delimiterOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\n])*/.exec(text)![0].replace(/"(?:[^"]|"")*"/g, "");
  if (first.includes("\t")) return "\t";
  return count(first, ";") > 0 && count(first, ";") >= count(first, ",") ? ";" : ",";
}

/** The line by which Excel names its delimiter. */
const namedDelimiter = /^sep=(.)\n/i;

/**
 * The cells of a text, row by row, as they stand (quoted cells without their quotes); blank rows are empty lists, so that positions stay those of the
 * spreadsheet, but for those at the beginning and the end. The error names the rows whose quotes do not match.
 */
export function splitRows(text: string): Result<string[][], TableMistake[]> {
  const named = namedDelimiter.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: named?.[1] ?? delimiterOf(body), newline: "\n", quoteChar: '"', escapeChar: '"' });
  const quotes = [...new Set(errors.filter(({ type }) => type === "Quotes").map(({ row }) => row ?? 0))];
  if (quotes.length > 0) return err(quotes.map((row) => ({ row: row + 1, column: null, code: "quotes", value: shownValue((data[row] ?? []).join(" ")) })));
  const rows = data.map((cells) => (cells.every((cell) => cell.trim() === "") ? [] : cells));
  while (rows.at(-1)?.length === 0) rows.pop();
  while (rows[0]?.length === 0) rows.shift();
  return ok(rows);
}
