import "server-only";
import type { MemoryState } from "@/lib/db/generated/client";
import type { Proof } from "@/lib/scheduling/constants";
import type { FactState } from "@/lib/scheduling/fact-state";
import type { Transaction } from "./transaction";

/** All that a row of the memory states says of a fact. */
export type MemoryRow = FactState & { factValue: unknown };

export const toFactState = (row: Omit<MemoryState, "userId" | "factId" | "factValue">): FactState => ({
  stabilityDays: row.stabilityDays,
  difficulty: row.difficulty,
  reviewCount: row.reviewCount,
  lapseCount: row.lapseCount,
  firstDay: row.firstDay,
  lastDay: row.lastDay,
  dueOn: row.dueOn,
  intervalDays: row.intervalDays,
  lastProof: row.lastProof as Proof,
  previousProof: row.previousProof as Proof | null,
});

/** A learner's memory states by fact. */
export async function readRows(tx: Transaction, userId: string): Promise<Map<string, MemoryRow>> {
  const [read] = await tx.$queryRaw<{ rows: string | null }[]>`SELECT json_agg(m)::text AS "rows" FROM "MemoryState" m WHERE "userId" = ${userId}::uuid`;
  const rows = read?.rows ? (JSON.parse(read.rows) as MemoryState[]) : [];
  return new Map(rows.map((row) => [row.factId, { ...toFactState(row), factValue: row.factValue }]));
}

type StateLine = [
  factId: string, stabilityDays: number, difficulty: number, reviewCount: number, lapseCount: number, firstDay: string, lastDay: string, dueOn: string,
  intervalDays: number, lastProof: string, previousProof: string | null,
];

/** A learner's memory states by fact, without the values, which are most of a row. */
export async function readStates(tx: Transaction, userId: string): Promise<Map<string, FactState>> {
  const [read] = await tx.$queryRaw<{ lines: string | null }[]>`
    SELECT json_agg(json_build_array("factId", "stabilityDays", "difficulty", "reviewCount", "lapseCount", "firstDay", "lastDay", "dueOn", "intervalDays", "lastProof", "previousProof"))::text AS "lines"
    FROM "MemoryState" WHERE "userId" = ${userId}::uuid`;
  const lines = read?.lines ? (JSON.parse(read.lines) as StateLine[]) : [];
  return new Map(lines.map(([factId, stabilityDays, difficulty, reviewCount, lapseCount, firstDay, lastDay, dueOn, intervalDays, lastProof, previousProof]) => [
    factId, toFactState({ stabilityDays, difficulty, reviewCount, lapseCount, firstDay, lastDay, dueOn, intervalDays, lastProof, previousProof }),
  ]));
}

/** Whether two rows are the same to the last digit. Both values must have come from the database, which keeps keys in one order. */
export const isSameRow = (a: MemoryRow, b: MemoryRow): boolean =>
  JSON.stringify([toFactState(a), a.factValue]) === JSON.stringify([toFactState(b), b.factValue]);

const rowsAtOnce = 5000;

async function writeSome(tx: Transaction, userId: string, rows: readonly (readonly [string, MemoryRow])[]): Promise<void> {
  const json = JSON.stringify(rows.map(([factId, row]) => ({ factId, ...row })));
  await tx.$executeRaw`
    INSERT INTO "MemoryState" ("userId", "factId", "stabilityDays", "difficulty", "reviewCount", "lapseCount", "firstDay", "lastDay", "dueOn", "intervalDays", "lastProof", "previousProof", "factValue")
    SELECT ${userId}::uuid, r.* FROM json_to_recordset(${json}::json) AS r(
      "factId" text, "stabilityDays" float8, "difficulty" float8, "reviewCount" int, "lapseCount" int, "firstDay" text, "lastDay" text, "dueOn" text,
      "intervalDays" int, "lastProof" text, "previousProof" text, "factValue" jsonb)
    ON CONFLICT ("userId", "factId") DO UPDATE SET
      "stabilityDays" = EXCLUDED."stabilityDays", "difficulty" = EXCLUDED."difficulty", "reviewCount" = EXCLUDED."reviewCount", "lapseCount" = EXCLUDED."lapseCount",
      "firstDay" = EXCLUDED."firstDay", "lastDay" = EXCLUDED."lastDay", "dueOn" = EXCLUDED."dueOn", "intervalDays" = EXCLUDED."intervalDays",
      "lastProof" = EXCLUDED."lastProof", "previousProof" = EXCLUDED."previousProof", "factValue" = EXCLUDED."factValue"`;
}

/** Writes rows, new ones and those that are there. The caller holds the user's lock. */
export async function writeRows(tx: Transaction, userId: string, rows: readonly (readonly [string, MemoryRow])[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await writeSome(tx, userId, rows.slice(from, from + rowsAtOnce));
}

/** Makes a learner's rows those given; what is the same already is not written. */
export async function replaceRows(tx: Transaction, userId: string, rows: ReadonlyMap<string, MemoryRow>): Promise<void> {
  const stored = await readRows(tx, userId);
  const changed = [...rows].filter(([factId, row]) => {
    const before = stored.get(factId);
    return !before || !isSameRow(before, row);
  });
  await writeRows(tx, userId, changed);
  const gone = [...stored.keys()].filter((factId) => !rows.has(factId));
  if (gone.length > 0) await tx.$executeRaw`DELETE FROM "MemoryState" WHERE "userId" = ${userId}::uuid AND "factId" IN (SELECT json_array_elements_text(${JSON.stringify(gone)}::json))`;
}
