import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { getFactBase } from "@/lib/content/fact-base";
import { readTableInSteps, type ColumnChoice, type TableReading } from "@/lib/own-facts/read-table";
import { contentBefore, type OwnTarget } from "./set-own-content";
import type { Previewable } from "./set-own-preview";
import { inTurns } from "./set-own-turns";
import type { Viewer } from "./viewer";

/** `text`: the table as it was pasted or typed. `choices`: kinds that the person chose, by the column's place from 1. `tableId`: the table that it replaces, or the id of a new one. */
export type TypedTable = OwnTarget & { tableId: string; text: string; choices: Readonly<Record<number, ColumnChoice>> };

export type KeptReading = { reading: TableReading; previewable?: Previewable };

/** A person looks, mends and turns pages: what was read a moment ago need not be read again. Each may take some tens of megabytes. */
const mostKept = 4;

/** Kept outside the module, so that a reload in development does not read everything again. */
const kept = ((globalThis as { hangtianOwnReadings?: Map<string, KeptReading> }).hangtianOwnReadings ??= new Map<string, KeptReading>());

const keyOf = (...parts: unknown[]) => createHash("sha256").update(JSON.stringify(parts)).digest("base64");

function keep(key: string, made: KeptReading): KeptReading {
  kept.delete(key);
  kept.set(key, made);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return made;
}

/** 64 bits: unique among the rows and columns of a set, and shorter in thousands of ids than a UUID. */
const newId = () => randomBytes(8).toString("hex");

/** What a table says, in the place of the one that has its id in the viewer's set. */
export async function readTypedTable(viewer: Viewer, { setId, revision, tableId, text, choices }: TypedTable): Promise<KeptReading> {
  const before = await contentBefore(viewer, { setId, revision });
  const key = keyOf(viewer.userId, setId, before.revision, tableId, choices, text);
  const known = kept.get(key);
  if (known) return keep(key, known);
  const previous = before.content.tables.find(({ id }) => id === tableId);
  const reading = await inTurns(readTableInSteps(text, { base: getFactBase(), newId, choices, ...(previous && { previous }) }));
  return keep(key, { reading: reading.table ? { ...reading, table: { ...reading.table, id: tableId } } : reading });
}
