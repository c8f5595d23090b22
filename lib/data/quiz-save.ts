import "server-only";
import type { QuizAttempt, QuizSlot } from "@/lib/db/generated/client";
import type { Response } from "@/lib/grading/grade";
import type { Item } from "@/lib/questions/item";
import { save, type Attempt, type Slot } from "@/lib/quiz/attempt";
import type { QuizResponse, QuizSave, SaveReply } from "@/lib/quiz/exchange";
import { fitsItem, toResponse } from "@/lib/quiz/response";
import { AppError } from "@/lib/shared/app-error";
import { databaseClock, type DatabaseClock } from "./database-clock";
import { dateOf, toAttempt, toSlot } from "./quiz-attempt-rows";
import { demandId, noSuchQuiz } from "./quiz-hold";
import { refused } from "./quiz-refusal";
import { saveAtOnce } from "./quiz-save-at-once";
import { statusOf } from "./quiz-status";
import { inTransaction, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

type Row = QuizAttempt & QuizSlot & { now: Date; count: number };

/** A whole class saves at once, so what a save needs is locked and read by one query; the place is read as it is once the attempt's lock is held. */
async function lockPlace(tx: Transaction, { userId }: Viewer, attemptId: string, position: number): Promise<Row> {
  demandId(attemptId);
  const [row] = await tx.$queryRaw<Row[]>`
    WITH a AS MATERIALIZED (SELECT * FROM "QuizAttempt" WHERE "id" = ${attemptId}::uuid AND "userId" = ${userId}::uuid FOR UPDATE)
    SELECT a."state", a."setup", a."timeMultiplier", a."extraMs", a."isUnlimited", a."startedAt", a."deadlineAt", a."closedAt", a."leaseId",
      s."item", s."optionIds", s."openedAt", s."response", s."certainty", s."isFlagged", s."isFinal", s."sequence", s."elapsedMs", s."savedAt",
      (SELECT count(*)::int FROM "QuizSlot" WHERE "attemptId" = a."id") AS "count", clock_timestamp() AS "now"
    FROM a JOIN "QuizSlot" s ON s."attemptId" = a."id" AND s."position" = ${position}
    FOR UPDATE OF s`;
  if (row) return row;
  const known = await tx.quizAttempt.findFirst({ where: { id: attemptId, userId }, select: { id: true } });
  throw known ? refused("NOT_OPEN", position) : noSuchQuiz();
}

const blank: Slot = { openedAtMs: null, response: null, certainty: null, isFlagged: false, isFinal: false, sequence: 0, elapsedMs: 0, savedAtMs: null };

/** The other places do not bear on a save, so they are left blank. */
const attemptAround = (row: Row, position: number): Attempt => toAttempt(row, Array.from({ length: row.count }, (_, i) => (i === position ? toSlot(row) : blank)));

/** The other questions may have been opened since, but the time that a tab counts down is that of the last one. */
async function withOpened(tx: Transaction, attemptId: string, attempt: Attempt): Promise<Attempt> {
  if (attempt.timer.kind !== "question") return attempt;
  const opened = await tx.quizSlot.findMany({ where: { attemptId, openedAt: { not: null } }, orderBy: { position: "asc" } });
  return { ...attempt, slots: attempt.slots.map((slot, i) => (opened[i] ? toSlot(opened[i]) : slot)) };
}

function responseIn({ item, optionIds }: Row, given: QuizResponse | null): Response | null {
  const response = toResponse(given, optionIds);
  if (response.ok && (response.value === null || fitsItem(item as unknown as Item, response.value))) return response.value;
  throw new AppError("INVALID", "This answer does not fit the question.");
}

async function writeSlot(tx: Transaction, attemptId: string, position: number, slot: Slot): Promise<void> {
  const { response, certainty, isFlagged, isFinal, sequence, elapsedMs, savedAtMs } = slot;
  await tx.$executeRaw`
    UPDATE "QuizSlot" SET "response" = ${response && JSON.stringify(response)}::jsonb, "certainty" = ${certainty}, "isFlagged" = ${isFlagged}, "isFinal" = ${isFinal},
      "sequence" = ${sequence}, "elapsedMs" = ${elapsedMs}, "savedAt" = ${dateOf(savedAtMs)}::timestamptz
    WHERE "attemptId" = ${attemptId}::uuid AND "position" = ${position}`;
}

/** What `saveAnswer` does where one statement does not do: under the attempt's lock, by the state machine. */
export async function saveUnderLock(viewer: Viewer, attemptId: string, given: QuizSave, clock: DatabaseClock): Promise<SaveReply> {
  const { leaseId, position, response: sent, ...more } = given;
  return inTransaction(async (tx) => {
    const row = await lockPlace(tx, viewer, attemptId, position);
    const now = clock === databaseClock ? row.now : await clock(tx);
    const before = attemptAround(row, position);
    // Whether an answer fits would tell what is asked by a question that was not shown yet.
    const response = row.openedAt === null ? null : responseIn(row, sent);
    const saved = save(before, { ...more, position, response }, now.getTime());
    if (!saved.ok) throw refused(saved.error, position);
    const slot = saved.value.slots[position]!;
    if (saved.value !== before) await writeSlot(tx, attemptId, position, slot);
    const after = await withOpened(tx, attemptId, saved.value);
    return { ...statusOf(row, after, leaseId, now), position, sequence: slot.sequence };
  });
}

/**
 * Keeps an answer. One that is repeated, or older than what is kept, changes nothing and is told what is kept, from whichever tab it comes. Throws NOT_FOUND for
 * another's quiz, INVALID for an answer that the question does not take, and CONFLICT where it may not be changed (any more).
 */
export const saveAnswer = async (viewer: Viewer, attemptId: string, given: QuizSave, clock: DatabaseClock): Promise<SaveReply> =>
  (await saveAtOnce(viewer, attemptId, given, clock)) ?? saveUnderLock(viewer, attemptId, given, clock);
