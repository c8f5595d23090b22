import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Response } from "@/lib/grading/grade";
import type { QuizResponse, QuizSave, SaveReply } from "@/lib/quiz/exchange";
import { fitsShape, toResponse } from "@/lib/quiz/response";
import { isUuid } from "@/lib/shared/ids";
import { databaseClock, type DatabaseClock } from "./database-clock";
import { placesOf, type Place } from "./quiz-places";
import { runningStatus, type RunningRow } from "./quiz-status";
import type { Viewer } from "./viewer";

/** Whoever saves. With `sessionVersion` the session is checked along with the save: that it has not been ended, and that no password is to be chosen first. */
export type Saver = Viewer & { sessionVersion?: number };

type Kept = RunningRow & { now: Date };

/** In positions; undefined for what the question does not take. */
function responseAt(place: Place | undefined, given: QuizResponse | null): Response | null | undefined {
  const response = place && toResponse(given, place.optionIds);
  if (!place || !response?.ok) return undefined;
  return response.value === null || fitsShape(place.shape, response.value) ? response.value : undefined;
}

/**
 * The rules of `save` (lib/quiz/attempt.ts) for a save that is taken, where questions have no time of their own. The attempt is locked first, then the clock is
 * read, so that waiting counts; a place that another save changed meanwhile is looked at again as it is by then.
 */
async function keep(saver: Saver, attemptId: string, save: QuizSave, response: Response | null, at: Date | null): Promise<Kept | undefined> {
  const { position, certainty, isFlagged, isFinal, sequence, elapsedMs } = save;
  const sessionVersion = saver.sessionVersion ?? null;
  const json = response && JSON.stringify(response);
  const [kept] = await (await getDatabase()).$queryRaw<Kept[]>`
    WITH a AS MATERIALIZED (
      SELECT a."id", a."state", a."setup", a."startedAt", a."deadlineAt", a."closesAt", a."leaseId" FROM "QuizAttempt" a JOIN "User" u ON u."id" = a."userId"
      WHERE a."id" = ${attemptId}::uuid AND a."userId" = ${saver.userId}::uuid AND (${sessionVersion}::int IS NULL OR (u."sessionVersion" = ${sessionVersion}::int AND NOT u."isOneTime"))
      FOR UPDATE OF a
    ), held AS MATERIALIZED (SELECT a.*, date_trunc('milliseconds', coalesce(${at}::timestamptz, clock_timestamp())) AS "now" FROM a)
    UPDATE "QuizSlot" s SET "response" = ${json}::jsonb, "certainty" = ${certainty}::int, "isFlagged" = ${isFlagged}, "isFinal" = ${isFinal} AND (h."setup"->>'isLockIn')::boolean,
      "sequence" = ${sequence}::int, "elapsedMs" = ${elapsedMs}::int, "savedAt" = CASE WHEN s."response" IS NOT DISTINCT FROM ${json}::jsonb THEN s."savedAt" ELSE h."now" END
    FROM held h
    WHERE s."attemptId" = h."id" AND s."position" = ${position}::int AND s."sequence" < ${sequence}::int AND s."openedAt" IS NOT NULL AND NOT s."isFinal"
      AND h."state" = 'in_progress' AND h."now" <= h."closesAt" AND h."setup"->'timer'->>'kind' <> 'question'
    RETURNING h."startedAt", h."deadlineAt", h."leaseId", h."now"`;
  return kept;
}

/**
 * Keeps an answer by one statement, without a transaction of its own: a whole class saves at once. Null where nothing was changed, for whatever reason: `saveUnderLock`
 * finds out which, and is the rule.
 */
export async function saveAtOnce(saver: Saver, attemptId: string, save: QuizSave, clock: DatabaseClock): Promise<SaveReply | null> {
  if (!isUuid(attemptId)) return null;
  const { position, sequence, leaseId } = save;
  const response = responseAt((await placesOf(saver, attemptId))[position], save.response);
  if (response === undefined) return null;
  const at = clock === databaseClock ? null : await clock(await getDatabase());
  const kept = await keep(saver, attemptId, save, response, at);
  return kept ? { ...runningStatus(kept, leaseId, kept.now), position, sequence } : null;
}
