import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Response, Verdict } from "@/lib/grading/grade";
import type { Marking } from "@/lib/quiz/quiz-setup";
import { isTimeUp, outcomesOf, type ResultOutcome } from "@/lib/quiz/results";
import type { ItemScore, ResponseRow } from "@/lib/statistics/responses";
import type { Transaction } from "./transaction";

/** Which attempts of each person at a paper are analysed. */
export const attemptChoices = ["first", "best", "last", "all"] as const;
export type AttemptChoice = (typeof attemptChoices)[number];

/** An answer without its question: `share` of the points, `chosen` the keys of the options that were chosen. */
type SlotLine = [itemId: string, openedMs: number | null, sequence: number, response: Response | null, verdict: Verdict | null, score: number | null, share: number | null, chosen: string[] | null];
type AttemptLine = [attemptId: string, marking: Marking | null, deadlineMs: number | null, closedMs: number, slots: SlotLine[]];

const orders: Record<Exclude<AttemptChoice, "all">, Prisma.Sql> = {
  first: Prisma.sql`"startedAt", "id"`,
  last: Prisma.sql`"startedAt" DESC, "id" DESC`,
  best: Prisma.sql`"points" DESC, "startedAt", "id"`,
};

const ms = (column: string) => Prisma.raw(`(extract(epoch FROM ${column}) * 1000)::bigint`);

/** What the options that a slot's answer names are, whatever places this attempt had them at; see `keyOfOption`. */
const chosenKeys = Prisma.sql`
  CASE s."response"->>'kind' WHEN 'choice' THEN (
    SELECT json_build_array(coalesce(o."option"->>'entity', o."option"->>'text')) FROM (SELECT s."item"->'options'->((s."response"->>'option')::int) AS "option") o
  ) WHEN 'choices' THEN (
    SELECT json_agg(coalesce(o."option"->>'entity', o."option"->>'text'))
    FROM (SELECT c."options"->(p."place"::int) AS "option" FROM (SELECT s."item"->'options' AS "options") c CROSS JOIN jsonb_array_elements_text(s."response"->'options') p("place")) o
  ) END`;

/** The graded attempts at one paper, one of each person unless all are wanted; questions stay in the database. */
async function readAttempts(tx: Transaction, assignmentId: string, revision: number, choice: AttemptChoice): Promise<AttemptLine[]> {
  const place = choice === "all" ? Prisma.sql`1` : Prisma.sql`row_number() OVER (PARTITION BY "userId" ORDER BY ${orders[choice]})`;
  const [read] = await tx.$queryRaw<{ lines: string | null }[]>`
    SELECT json_agg(json_build_array(a."id", a."setup"->>'marking', ${ms('a."deadlineAt"')}, ${ms('a."closedAt"')}, (
      SELECT json_agg(json_build_array(s."itemId", ${ms('s."openedAt"')}, s."sequence", s."response", s."verdict", s."score", s."points" / s."mostPoints", ${chosenKeys}) ORDER BY s."position")
      FROM "QuizSlot" s WHERE s."attemptId" = a."id"
    )) ORDER BY a."id")::text AS "lines"
    FROM (
      SELECT *, ${place} AS "place" FROM "QuizAttempt" WHERE "assignmentId" = ${assignmentId}::uuid AND "paperRevision" = ${revision} AND "state" = 'graded'
    ) a WHERE a."place" = 1`;
  return read?.lines ? (JSON.parse(read.lines) as AttemptLine[]) : [];
}

/** What was typed, as it was typed; by item. */
export type TypedAnswers = Map<string, { text: string; isRight: boolean }[]>;

/** How sure somebody was says nothing of the question: marked by certainty, what counts is what was right. */
const scoreOf = (outcome: ResultOutcome, marking: Marking | null, [, , , , , score, share]: SlotLine): ItemScore => {
  if (outcome === "blank" || outcome === "unreached") return outcome;
  return outcome === "unclear" ? 0 : ((marking === "certainty" ? score : share) ?? 0);
};

function toRow([attemptId, marking, deadlineAtMs, closedAtMs, slots]: AttemptLine, itemIds: readonly string[]): ResponseRow {
  const marked = slots.map(([, openedAtMs, sequence, response, verdict, score]) => ({ openedAtMs, sequence, response, verdict, score: score ?? 0 }));
  const outcomes = outcomesOf(marked, isTimeUp({ startedAtMs: 0, deadlineAtMs, closedAtMs }));
  const byItem = new Map(slots.map((slot, i) => [slot[0], { score: scoreOf(outcomes[i]!, marking, slot), chosen: slot[7] ?? [] }]));
  const given = itemIds.map((itemId) => byItem.get(itemId));
  return { attemptId, scores: given.map((slot) => slot?.score ?? "not-given"), chosen: given.map((slot) => slot?.chosen ?? []) };
}

function typedIn(lines: readonly AttemptLine[]): TypedAnswers {
  const typed: TypedAnswers = new Map();
  for (const [itemId, , , response, , score] of lines.flatMap(([, , , , slots]) => slots)) {
    if (response?.kind !== "typed") continue;
    const known = typed.get(itemId);
    const answer = { text: response.text, isRight: score === 1 };
    if (known) known.push(answer);
    else typed.set(itemId, [answer]);
  }
  return typed;
}

/** The answers to a paper, in the order of its items. */
export async function readResponses(tx: Transaction, paper: { assignmentId: string; revision: number; itemIds: readonly string[] }, choice: AttemptChoice): Promise<{ rows: ResponseRow[]; typed: TypedAnswers }> {
  const lines = await readAttempts(tx, paper.assignmentId, paper.revision, choice);
  return { rows: lines.map((line) => toRow(line, paper.itemIds)), typed: typedIn(lines) };
}
