import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { decodeFile } from "@/lib/own-facts/decode-file";
import type { FileMistakeCode } from "@/lib/own-facts/mistakes";
import type { OwnContent, OwnTable } from "@/lib/own-facts/own-content";
import type { PreviewPage } from "@/lib/own-facts/preview-page";
import { showColumn, showReading, type ShownColumn, type ShownReading } from "@/lib/own-facts/show-reading";
import { tableCells, writeTable } from "@/lib/own-facts/write-table";
import { AppError } from "@/lib/shared/app-error";
import type { Result } from "@/lib/shared/result";
import { contentBefore, countOwnWork, findOwnContent, saveOwnContent, type OwnSave, type SavedSet } from "./set-own-content";
import { makePreviewable, previewPage } from "./set-own-preview";
import { readTypedTable, type KeptReading, type TypedTable } from "./set-own-readings";
import type { Viewer } from "./viewer";

/** The text of a file, for the field that tables are pasted into; or why it is none. */
export async function decodeOwnFile(viewer: Viewer, bytes: Uint8Array, now: Date): Promise<Result<string, FileMistakeCode>> {
  await countOwnWork(viewer, now);
  return decodeFile(bytes);
}

/** What a table says and what is wrong with it; nothing is kept. */
export async function readOwnTable(viewer: Viewer, table: TypedTable, now: Date): Promise<ShownReading> {
  await countOwnWork(viewer, now);
  return showReading(getFactBase(), (await readTypedTable(viewer, table)).reading);
}

function tableOf({ reading }: KeptReading): OwnTable {
  if (!reading.table) throw new AppError("INVALID", "This table has mistakes.");
  return reading.table;
}

/** Some of the questions that a table without mistakes makes; nothing is kept. */
export async function previewOwnTable(viewer: Viewer, table: TypedTable, page: number, now: Date): Promise<PreviewPage> {
  await countOwnWork(viewer, now);
  const kept = await readTypedTable(viewer, table);
  kept.previewable ??= await makePreviewable(table.setId, { cards: [], tables: [tableOf(kept)] });
  return previewPage(kept.previewable, page);
}

const withTable = ({ cards, tables }: OwnContent, table: OwnTable): OwnContent => {
  const isOld = tables.some(({ id }) => id === table.id);
  return { cards, tables: isOld ? tables.map((each) => (each.id === table.id ? table : each)) : [...tables, table] };
};

/** `saved` is null where the table has mistakes, which `reading` names. */
export type TableSave = { saved: SavedSet; reading: null } | { saved: null; reading: ShownReading };

/** Keeps a table with its set, all of it or nothing. */
export async function saveOwnTable(viewer: Viewer, table: TypedTable & OwnSave, now: Date): Promise<TableSave> {
  await countOwnWork(viewer, now);
  const { reading } = await readTypedTable(viewer, table);
  if (!reading.table) return { saved: null, reading: showReading(getFactBase(), reading) };
  const { content } = await contentBefore(viewer, table);
  return { saved: await saveOwnContent(viewer, table, withTable(content, reading.table), now), reading: null };
}

export type EditedTable = { setId: string; setName: string; revision: number; tableId: string; name: string; cells: string[][]; columns: ShownColumn[] };

async function findTable(viewer: Viewer, setId: string, tableId: string) {
  const set = await findOwnContent(viewer, setId);
  const table = set.content.tables.find(({ id }) => id === tableId);
  if (!table) throw new AppError("NOT_FOUND", "There is no such table.");
  return { set, table };
}

/** A table of the viewer's as it is kept, for the form. */
export async function findOwnTable(viewer: Viewer, setId: string, tableId: string): Promise<EditedTable> {
  const { set, table } = await findTable(viewer, setId, tableId);
  const cells = tableCells(getFactBase(), table);
  const first = cells[0]!.length - table.columns.length + 1;
  const columns = table.columns.map((column, i) => showColumn(getFactBase(), { ...column, position: first + i }));
  return { setId: set.id, setName: set.name, revision: set.revision, tableId, name: table.name, cells, columns };
}

/** The same as a CSV file, which can be pasted or chosen again. */
export async function exportOwnTable(viewer: Viewer, setId: string, tableId: string): Promise<{ name: string; csv: string }> {
  const { table } = await findTable(viewer, setId, tableId);
  return { name: table.name, csv: writeTable(getFactBase(), table) };
}

/** Takes a table, and with it its facts, out of its set. */
export async function removeOwnTable(viewer: Viewer, { setId, revision, tableId }: { setId: string; revision: number; tableId: string }, now: Date): Promise<SavedSet> {
  const { set } = await findTable(viewer, setId, tableId);
  const { cards, tables } = set.content;
  return saveOwnContent(viewer, { setId: set.id, revision, name: set.name }, { cards, tables: tables.filter(({ id }) => id !== tableId) }, now);
}
