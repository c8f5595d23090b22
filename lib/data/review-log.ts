import "server-only";
import type { ReviewEvent } from "@/lib/db/generated/client";
import { idleMs, paceLength } from "@/lib/scheduling/constants";
import type { Rating } from "@/lib/scheduling/engine";
import type { Evidence } from "@/lib/scheduling/evidence";
import { evidenceForm, type QuestionType } from "@/lib/scheduling/evidence-form";
import type { Answer } from "@/lib/scheduling/fact-state";
import { compareAnswers } from "@/lib/scheduling/learner-memory";
import { isStanding } from "./standing-answers";
import type { Transaction } from "./transaction";

type EvidenceRow = Pick<ReviewEvent, "form" | "optionCount" | "rating" | "elapsedMs" | "usualMs" | "questionEase">;

/** An answer as evidence: all that the memory makes of it stands in the log. */
export function evidenceOf({ form, optionCount, rating, elapsedMs, usualMs, questionEase }: EvidenceRow): Evidence {
  return {
    ...evidenceForm(form as QuestionType, optionCount ?? undefined),
    outcome: form === "flashcard" ? (rating as Rating) : rating > 1 ? "right" : "wrong",
    questionEase,
    elapsedMs,
    ...(usualMs !== null && { usualMs }),
  };
}

type Line = [
  id: string, factId: string, atMs: number, learnerDay: string, form: string, optionCount: number | null, rating: number,
  elapsedMs: number, usualMs: number | null, questionEase: number,
];

function toAnswer([id, factId, atMs, learnerDay, form, optionCount, rating, elapsedMs, usualMs, questionEase]: Line): Answer {
  return { id, factId, atMs, learnerDay, evidence: evidenceOf({ form, optionCount, rating, elapsedMs, usualMs, questionEase }) };
}

/** One text of so many lines costs a tenth of as many rows, and memory for no more than it holds. */
const linesAtOnce = 20_000;

/** Answers given from an instant (in ms since 1970) on and before another. */
export type Period = { fromMs: number; beforeMs: number };

const always: Period = { fromMs: -62_000_000_000_000, beforeMs: 250_000_000_000_000 };

const lastId = "ffffffff-ffff-ffff-ffff-ffffffffffff";

type Place = Pick<Answer, "atMs" | "id">;

async function readLines(tx: Transaction, userId: string, after: Place, beforeMs: number): Promise<Answer[]> {
  const [row] = await tx.$queryRaw<{ lines: string | null }[]>`
    SELECT json_agg(json_build_array("id", "factId", (extract(epoch FROM "answeredAt") * 1000)::bigint, "learnerDay", "form", "optionCount", "rating", "elapsedMs", "usualMs", "questionEase"))::text AS "lines"
    FROM (
      SELECT e.* FROM "ReviewEvent" e
      WHERE e."userId" = ${userId}::uuid AND (e."answeredAt", e."id") > (${new Date(after.atMs).toISOString()}::timestamptz, ${after.id}::uuid)
        AND e."answeredAt" < ${new Date(beforeMs).toISOString()}::timestamptz AND ${isStanding()}
      ORDER BY e."answeredAt", e."id" LIMIT ${linesAtOnce}
    ) e`;
  return row?.lines ? (JSON.parse(row.lines) as Line[]).map(toAnswer).sort(compareAnswers) : [];
}

/** A learner's answers of a period that were not taken back, in the order of the log and in parts. The caller holds the user's lock, or reads a snapshot. */
export async function* readLogInParts(tx: Transaction, userId: string, { fromMs, beforeMs }: Period = always): AsyncGenerator<Answer[]> {
  let last: Place = { atMs: fromMs - 1, id: lastId };
  for (let more = true; more; ) {
    const part = await readLines(tx, userId, last, beforeMs);
    if (part.length > 0) yield part;
    last = part.at(-1) ?? last;
    more = part.length === linesAtOnce;
  }
}

/** A learner's answers that were not taken back, in the order of the log. The caller holds the user's lock. */
export async function readLog(tx: Transaction, userId: string): Promise<Answer[]> {
  const answers: Answer[] = [];
  for await (const part of readLogInParts(tx, userId)) for (const answer of part) answers.push(answer);
  return answers;
}

/** What each fact said when the learner last answered it, as JSON; none for answers from before it was kept. */
export async function readLastValues(tx: Transaction, userId: string): Promise<Map<string, unknown>> {
  const [row] = await tx.$queryRaw<{ values: string | null }[]>`
    SELECT json_agg(json_build_array("factId", "factValue"))::text AS "values"
    FROM (
      SELECT DISTINCT ON (e."factId") e."factId", e."factValue" FROM "ReviewEvent" e
      WHERE e."userId" = ${userId}::uuid
        AND ${isStanding()}
      ORDER BY e."factId", e."answeredAt" DESC, e."id" DESC
    ) e`;
  return new Map(row?.values ? (JSON.parse(row.values) as [string, unknown][]) : []);
}

/** Forms are asked in turn, so as many answers as this hold enough of each. */
const latestAnswers = 500;

/** The times in ms that a learner took for the latest answers of a form, typed or chosen, before an instant; answers taken back took time as well. */
export async function readLatestTimes(tx: Transaction, userId: string, { form, isTyped, before }: { form: string; isTyped: boolean; before: Date }): Promise<number[]> {
  const rows = await tx.$queryRaw<{ elapsedMs: number }[]>`
    SELECT "elapsedMs" FROM (
      SELECT "elapsedMs", "form", "optionCount", "answeredAt", "id" FROM "ReviewEvent"
      WHERE "userId" = ${userId}::uuid AND "answeredAt" < ${before.toISOString()}::timestamptz ORDER BY "answeredAt" DESC, "id" DESC LIMIT ${latestAnswers}
    ) e
    WHERE "form" = ${form} AND ("optionCount" IS NULL) = ${isTyped} AND "elapsedMs" <= ${idleMs} ORDER BY "answeredAt" DESC, "id" DESC LIMIT ${paceLength}`;
  return rows.map(({ elapsedMs }) => elapsedMs);
}
