import "server-only";
import { getDatabase } from "@/lib/db/database";
import { Prisma } from "@/lib/db/generated/client";
import { statementOf } from "@/lib/facts/render";
import type { Response } from "@/lib/grading/grade";
import { responseWords } from "@/lib/grading/response-words";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import type { Item } from "@/lib/questions/item";
import { keyTextOf } from "@/lib/questions/present";
import { csvLine } from "@/lib/shared/csv";
import { basesOfFacts } from "./fact-bases";
import { filteredFacts, type ProgressFilter } from "./progress-filter";
import type { Viewer } from "./viewer";
import { withheldEvents } from "./withheld-answers";

export const exportFormats = ["csv", "json", "jsonl"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Read at once, so that years of answers are never held together. */
const rowsAtOnce = 1000;

type Row = {
  id: string; factId: string; form: string; optionCount: number | null; response: Response; verdict: string; score: number; rating: number; elapsedMs: number; usualMs: number | null;
  questionEase: number; timeZone: string; learnerDay: string; atMs: number; item: Item; isWithheld: boolean; undoId: string | null; undoneMs: number | null;
};

const beginning = { atMs: -62_000_000_000_000, id: "00000000-0000-0000-0000-000000000000" };

/** Of an item only what its words are made of. */
const itemWords = Prisma.sql`json_build_object('type', p."item"->'type', 'stem', p."item"->'stem', 'claim', p."item"->'claim', 'key', p."item"->'key', 'prompts', p."item"->'prompts', 'options', p."item"->'options')`;

async function readRows(userId: string, after: Pick<Row, "atMs" | "id">, factIds: readonly string[] | null): Promise<Row[]> {
  const isWanted = factIds === null ? Prisma.sql`TRUE` : Prisma.sql`"factId" IN (SELECT json_array_elements_text(${JSON.stringify(factIds)}::json))`;
  const [read] = await (await getDatabase()).$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(to_json(x) ORDER BY x."answeredAt", x."id")::text AS "rows" FROM (
      SELECT e."id", e."factId", e."form", e."optionCount", e."response", e."verdict", e."score", e."rating", e."elapsedMs", e."usualMs", e."questionEase", e."timeZone", e."learnerDay",
        e."answeredAt", (extract(epoch FROM e."answeredAt") * 1000)::bigint AS "atMs", ${itemWords} AS "item", e."id" IN (${withheldEvents(userId)}) AS "isWithheld", u."id" AS "undoId", (extract(epoch FROM u."undoneAt") * 1000)::bigint AS "undoneMs"
      FROM (
        SELECT * FROM "ReviewEvent" WHERE "userId" = ${userId}::uuid AND ("answeredAt", "id") > (${new Date(after.atMs).toISOString()}::timestamptz, ${after.id}::uuid) AND ${isWanted}
        ORDER BY "answeredAt", "id" LIMIT ${rowsAtOnce}
      ) e
      JOIN "Presentation" p ON p."id" = e."presentationId"
      LEFT JOIN LATERAL (
        SELECT u."id", u."undoneAt" FROM "UndoEvent" u WHERE u."userId" = e."userId" AND u."undoes" = e."id" AND u."presentationId" = e."presentationId" ORDER BY u."undoneAt", u."id" LIMIT 1
      ) u ON TRUE
    ) x`;
  return read?.rows ? (JSON.parse(read.rows) as Row[]) : [];
}

const noWords = { statement: "", question: "", answer: "", key: "" };

/** Of a quiz whose answers are not told yet there is what the memory is made of, without words. */
const wordsOf = (bases: FactBases, { factId, item, response, isWithheld }: Row) => {
  if (isWithheld) return noWords;
  const fact = bases.fact(factId);
  const claim = item.claim && !item.stem.includes(item.claim.text) ? ` ${item.claim.text}` : "";
  return { statement: fact ? statementOf(bases.of(factId), fact) : "", question: `${item.stem}${claim}`, answer: responseWords(item, response) ?? "", key: keyTextOf(item) };
};

const instant = (ms: number) => new Date(ms).toISOString();

export const csvColumns = [
  "day", "time (UTC)", "time zone", "fact", "the fact says", "kind of question", "question", "your answer", "right answer", "right", "rating", "seconds", "taken back", "answer id",
] as const;

function csvOf(bases: FactBases, row: Row): string {
  const { statement, question, answer, key } = wordsOf(bases, row);
  const seconds = Math.round(row.elapsedMs / 100) / 10;
  return csvLine([
    row.learnerDay, instant(row.atMs), row.timeZone, row.factId, statement, row.form, question, answer, key, row.rating > 1 ? "yes" : "no", row.rating, seconds, row.undoId ? "yes" : "no", row.id,
  ]);
}

/** An answer, and taking it back, as `npm run memory` reads them; what that does not know it passes over. */
function jsonOf(bases: FactBases, row: Row): string[] {
  const { id, factId, form, optionCount, rating, elapsedMs, usualMs, questionEase, timeZone, learnerDay, verdict, score, undoId, undoneMs } = row;
  const outcome = form === "flashcard" ? { rating } : { correct: rating > 1 };
  const event = {
    id, fact: factId, type: form, ...outcome, at: instant(row.atMs), timeZone, ...(optionCount !== null && { options: optionCount }), elapsedMs, ...(usualMs !== null && { usualMs }), questionEase,
    day: learnerDay, verdict, score, ...wordsOf(bases, row), takenBack: undoId !== null,
  };
  const undo = undoId !== null && undoneMs !== null ? [JSON.stringify({ id: undoId, at: instant(undoneMs), timeZone, undoes: id, fact: factId })] : [];
  return [JSON.stringify(event), ...undo];
}

/** The facts that a filter lets through, each by all of its ids; null for all. Throws as `filteredFacts` does. */
export async function exportedFacts(viewer: Viewer, filter: ProgressFilter): Promise<string[] | null> {
  const filtered = await filteredFacts(await getDatabase(), viewer, filter);
  return filtered && filtered.facts.flatMap(({ id, formerIds }) => [id, ...formerIds]);
}

const byteOrderMark = "\uFEFF";

type Writing = { begin: string; write: (bases: FactBases, rows: readonly Row[], isFirst: boolean) => string; end: string };

function writingOf(format: ExportFormat): Writing {
  const lines = (bases: FactBases, rows: readonly Row[]) => rows.flatMap((row) => jsonOf(bases, row));
  switch (format) {
    case "csv": return { begin: byteOrderMark + csvLine(csvColumns), write: (bases, rows) => rows.map((row) => csvOf(bases, row)).join(""), end: "" };
    case "jsonl": return { begin: "", write: (bases, rows) => lines(bases, rows).map((line) => `${line}\n`).join(""), end: "" };
    case "json": return { begin: "[\n", write: (bases, rows, isFirst) => (isFirst ? "" : ",\n") + lines(bases, rows).join(",\n"), end: "\n]\n" };
  }
}

/**
 * The viewer's whole log, or the answers to some facts (by any of their ids), in the order of the answers, those taken back too, in parts of at most a thousand. JSON has taking back as events of their own
 * after the answer; CSV has it in a column.
 */
export async function* exportLog({ userId }: Viewer, format: ExportFormat, factIds: readonly string[] | null = null): AsyncGenerator<string> {
  const { begin, write, end } = writingOf(format);
  if (begin !== "") yield begin;
  let after: Pick<Row, "atMs" | "id"> = beginning;
  for (let part = 0; ; part++) {
    const rows = await readRows(userId, after, factIds);
    const bases = await basesOfFacts(await getDatabase(), { userId }, rows.map(({ factId }) => factId));
    if (rows.length > 0) yield write(bases, rows, part === 0);
    after = rows.at(-1) ?? after;
    if (rows.length < rowsAtOnce) break;
  }
  if (end !== "") yield end;
}
