import type { FactValue } from "@/lib/facts/model";
import { normaliseName } from "@/lib/facts/names";
import { err, ok, type Result } from "@/lib/shared/result";
import { finish, type Steps } from "@/lib/shared/steps";
import { checkNames, type Named, type NameMistake } from "./check-names";
import { cleanCell } from "./clean-cell";
import { habitsOf } from "./guess-column";
import { shownValue, type CellMistakeCode, type OwnMistake, type TableMistake } from "./mistakes";
import type { OwnCard, OwnContent, OwnTable } from "./own-content";
import { ownLimits } from "./own-limits";
import { readCell, type CellReading, type CellValue, type ColumnHabits } from "./read-cell";
import type { Units } from "./read-cell-quantity";

/** The values of a table's cells, row by row as in the table. */
export type ReadTable = { table: OwnTable; values: (CellValue | null)[][] };

export type ReadContent = { content: OwnContent; tables: ReadTable[] };

const reservedInHeadings = /[{}|]|\[\[|\]\]/;

/** What is wrong with a text that was typed into a field; an empty one is not. */
function textMistake(text: string, most: number): CellMistakeCode | undefined {
  const clean = cleanCell(text, most);
  return clean.ok ? undefined : clean.error;
}

function headingMistakes({ columns, name }: OwnTable): TableMistake[] {
  const headings = [name, ...columns.map(({ heading }) => heading)];
  return headings.flatMap((heading, i) => {
    const isRepeated = i > 1 && headings.slice(1, i).some((other) => other.toLowerCase() === heading.toLowerCase());
    const code = textMistake(heading, ownLimits.heading) ?? (reservedInHeadings.test(heading) ? "heading-characters" : isRepeated ? "duplicate-heading" : undefined);
    return code ? [{ row: 1, column: i + 1, code, value: shownValue(heading) }] : [];
  });
}

const aliasMistake = (alias: string) => textMistake(alias, ownLimits.name) ?? (/[;；、|]/u.test(alias) ? "two-values" : undefined);

const isLegible = (name: string) => textMistake(name, ownLimits.name) === undefined;

/** Without the names that are reported for how they are written. */
const legibleNames = ({ name, aliases }: { name: string; aliases: readonly string[] }): Named => ({ name: isLegible(name) ? name : null, aliases: aliases.filter(isLegible) });

/** Mistakes in names and aliases; both count as the first column, where the aliases are shown as well. */
function rowMistakes({ rows }: OwnTable): TableMistake[] {
  const byThemselves = rows.flatMap(({ name, aliases }, i) =>
    [[name, textMistake(name, ownLimits.name)] as const, ...aliases.map((alias) => [alias, aliasMistake(alias)] as const)].flatMap(([text, code]) =>
      code ? [{ row: i + 2, column: 1, code, value: shownValue(text) }] : [],
    ),
  );
  return [...byThemselves, ...checkNames(rows.map(legibleNames)).map(({ position, code, value }) => ({ row: position + 2, column: 1, code, value }))];
}

/** How a column that is kept is read: by the English habits in which cells are kept, whatever stands beside them. */
function* keptHabits(base: Units, { columns, rows }: OwnTable): Steps<ColumnHabits[]> {
  const all: ColumnHabits[] = [];
  for (const [at, { kind, unit }] of columns.entries()) {
    yield;
    const { isDayFirst: _, ...habits } = habitsOf(base, kind, rows.flatMap(({ cells }) => cells[at] ?? []), unit);
    all.push({ ...habits, decimal: "." });
  }
  return all;
}

function readKept(base: Units, habits: ColumnHabits, cell: string | null): Result<CellReading | null, CellMistakeCode> {
  const clean = cleanCell(cell ?? "", ownLimits.cell);
  if (!clean.ok) return clean;
  return clean.value === null ? ok(null) : readCell(base, habits, clean.value);
}

/** How many rows are read in one step: some milliseconds. */
const rowsInStep = 50;

/** The table with its cells as they are kept, their values, and what is wrong with it. */
function* readOwnTable(base: Units, table: OwnTable): Steps<ReadTable & { mistakes: TableMistake[] }> {
  const mistakes = [...headingMistakes(table), ...rowMistakes(table)];
  const habits = yield* keptHabits(base, table);
  const cells: (CellReading | null)[][] = [];
  for (const [i, row] of table.rows.entries()) {
    if (i % rowsInStep === 0) yield;
    cells.push(row.cells.map((cell, at) => {
      const read = readKept(base, habits[at]!, cell);
      if (read.ok) return read.value;
      mistakes.push({ row: i + 2, column: at + 2, code: read.error, value: shownValue(cell ?? "") });
      return null;
    }));
  }
  const rows = table.rows.map((row, i) => ({ ...row, cells: cells[i]!.map((cell) => cell?.text ?? null) }));
  const columns = table.columns.map((column, at) => ({ ...column, ...(habits[at]!.unit !== undefined && { unit: habits[at]!.unit }) }));
  return { table: { ...table, columns, rows }, values: cells.map((row) => row.map((cell) => cell?.value ?? null)), mistakes };
}

const fieldOf = ({ of }: NameMistake) => (of === "name" ? ("term" as const) : ("aliases" as const));

function cardMistakes(cards: readonly OwnCard[]): OwnMistake[] {
  const owners = new Map<string, number>();
  const byThemselves = cards.flatMap(({ term, definition, aliases }, card): OwnMistake[] => {
    const plain = normaliseName(withoutStop(definition));
    const isRepeated = owners.has(plain);
    if (!isRepeated) owners.set(plain, card);
    const found = [
      ["term", textMistake(term, ownLimits.name), term],
      ["definition", textMistake(definition, ownLimits.cell) ?? (isRepeated ? "duplicate-definition" : undefined), definition],
      ...aliases.map((alias) => ["aliases", textMistake(alias, ownLimits.name), alias] as const),
    ] as const;
    return found.flatMap(([field, code, text]) => (code ? [{ in: "card", card, field, code, value: shownValue(text) }] : []));
  });
  const names = checkNames(cards.map(({ term, aliases }) => legibleNames({ name: term, aliases })));
  return [...byThemselves, ...names.map((mistake): OwnMistake => ({ in: "card", card: mistake.position, field: fieldOf(mistake), code: mistake.code, value: mistake.value }))];
}

/** A text as it is kept; as it is where it has a mistake. */
function tidied(text: string): string {
  const clean = cleanCell(text, text.length);
  return clean.ok && clean.value !== null ? clean.value : text;
}

const tidiedCard = (card: OwnCard): OwnCard => ({ ...card, term: tidied(card.term), definition: tidied(card.definition), aliases: card.aliases.map(tidied) });

const tidiedTable = (table: OwnTable): OwnTable => ({
  ...table,
  name: tidied(table.name),
  columns: table.columns.map((column) => ({ ...column, heading: tidied(column.heading) })),
  rows: table.rows.map((row) => ({ ...row, name: tidied(row.name), aliases: row.aliases.map(tidied) })),
});

/** A definition as it stands inside a sentence. */
export const withoutStop = (definition: string) => definition.replace(/(?<=[^.])\.$/, "");

/** As `readOwnContent`, stopping every 50 rows and between columns, tables and cards. */
export function* readOwnContentInSteps(base: Units, content: OwnContent): Steps<Result<ReadContent, OwnMistake[]>> {
  const cards = content.cards.map(tidiedCard);
  const mistakes = cardMistakes(cards);
  const tables: ReadTable[] = [];
  for (const each of content.tables) {
    yield;
    const { mistakes: found, ...read } = yield* readOwnTable(base, tidiedTable(each));
    mistakes.push(...found.map((mistake): OwnMistake => ({ in: "table", table: tables.length, ...mistake })));
    tables.push(read);
  }
  if (mistakes.length > 0) return err(mistakes);
  return ok({ content: { cards, tables: tables.map(({ table }) => table) }, tables });
}

/**
 * Reads what is kept with a set (checked by its schema): the same with every cell as it is written by us, and the values of the cells; or all mistakes.
 * Two cards with one definition are a mistake, since it is asked to which term a definition belongs.
 */
export const readOwnContent = (base: Units, content: OwnContent): Result<ReadContent, OwnMistake[]> => finish(readOwnContentInSteps(base, content));

/** The value of a fact, with entities for names. */
export const toFactValue = (value: CellValue, entityOf: (name: string) => FactValue): FactValue => (value.kind === "entity" ? entityOf(value.name) : value);
