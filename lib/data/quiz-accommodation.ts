import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Prisma, QuizAttempt } from "@/lib/db/generated/client";
import { accommodate as withTime, closesAtMs, expire, type Attempt, type Slot } from "@/lib/quiz/attempt";
import { toAccommodation, type ExtraTime } from "@/lib/quiz/extra-time";
import type { Accommodation } from "@/lib/quiz/time-limit";
import { AppError } from "@/lib/shared/app-error";
import type { DatabaseClock } from "./database-clock";
import { dateOf, toAttempt, toSlot } from "./quiz-attempt-rows";
import { writeChanges } from "./quiz-hold";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

type Given = { accommodation: Accommodation; windowEndsAtMs: number | null };
type Change = { id: string; before: Attempt; timed: Attempt | null; after: Attempt };

/** The attempts under way among some, which nobody else can change until the transaction ends: for no longer than it takes, since their pupils wait with what they save. */
async function holdRunning(tx: Transaction, ids: readonly string[]): Promise<QuizAttempt[]> {
  await tx.$queryRaw`SELECT 1 FROM "QuizAttempt" WHERE "id" IN (SELECT json_array_elements_text(${JSON.stringify(ids)}::json)::uuid) AND "state" = 'in_progress' ORDER BY "id" FOR UPDATE`;
  return tx.quizAttempt.findMany({ where: { id: { in: [...ids] }, state: "in_progress" }, orderBy: { id: "asc" } });
}

/** What was saved in some attempts, in the order of their places; the questions stay in the database. */
async function slotsOf(tx: Transaction, attemptIds: readonly string[]): Promise<Map<string, Slot[]>> {
  const slots = new Map<string, Slot[]>(attemptIds.map((id) => [id, []]));
  const rows = attemptIds.length === 0 ? [] : await tx.quizSlot.findMany({ where: { attemptId: { in: [...attemptIds] } }, orderBy: { position: "asc" }, omit: { item: true, optionIds: true } });
  for (const { attemptId, ...row } of rows) slots.get(attemptId)!.push(toSlot(row));
  return slots;
}

/** As if the time had been so from the start; what is over stays over. */
function changeTime(id: string, before: Attempt, { accommodation, windowEndsAtMs }: Given, nowMs: number): Change {
  const current = expire(before, nowMs);
  if (current.state !== "in_progress") return { id, before, timed: null, after: current };
  const timed = withTime(current, accommodation, windowEndsAtMs, nowMs);
  return { id, before, timed, after: expire(timed, nowMs) };
}

async function writeTimes(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap(({ id, timed }) => (timed ? [{ id, ...timed.accommodation, deadlineAt: dateOf(timed.deadlineAtMs), closesAt: new Date(closesAtMs(timed)) }] : []));
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE "QuizAttempt" a SET "timeMultiplier" = t."multiplier", "extraMs" = t."extraMs", "isUnlimited" = t."isUnlimited", "deadlineAt" = t."deadlineAt", "closesAt" = t."closesAt"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) t("id" uuid, "multiplier" float8, "extraMs" int, "isUnlimited" boolean, "deadlineAt" timestamptz, "closesAt" timestamptz)
    WHERE a."id" = t."id"`;
}

/** Writes the time of attempts under way, all at once; single ones only where it ends an attempt or a question. */
async function giveTime(tx: Transaction, ids: readonly string[], givenTo: (row: QuizAttempt) => Given, clock: DatabaseClock): Promise<void> {
  if (ids.length === 0) return;
  const held = await holdRunning(tx, ids);
  const nowMs = (await clock(tx)).getTime();
  const changeOf = (row: QuizAttempt, slots: Slot[]) => changeTime(row.id, toAttempt(row, slots), givenTo(row), nowMs);
  const bare = held.map((row) => changeOf(row, []));
  // What was saved matters only to attempts that are over now, and where each question has a time of its own.
  const slots = await slotsOf(tx, bare.flatMap(({ id, before, after }) => (after.state !== "in_progress" || before.timer.kind === "question" ? [id] : [])));
  const changes = held.map((row, i) => (slots.has(row.id) ? changeOf(row, slots.get(row.id)!) : bare[i]!));
  await writeTimes(tx, changes);
  for (const { id, before, after } of changes) await writeChanges(tx, id, before, after);
}

const findRunning = async (tx: Transaction, where: Prisma.QuizAttemptWhereInput) =>
  tx.quizAttempt.findMany({ where: { ...where, state: "in_progress" }, select: { id: true, assignment: { select: { closesAt: true } } } });

/** The same accommodation for some attempts, within the window of each. */
async function giveEach(tx: Transaction, where: Prisma.QuizAttemptWhereInput, extraTime: ExtraTime, clock: DatabaseClock): Promise<void> {
  const found = await findRunning(tx, where);
  const windows = new Map(found.map(({ id, assignment }) => [id, assignment?.closesAt?.getTime() ?? null]));
  await giveTime(tx, [...windows.keys()], ({ id }) => ({ accommodation: toAccommodation(extraTime), windowEndsAtMs: windows.get(id)! }), clock);
}

/**
 * Gives a learner more (or less) time in quizzes of their own from now on, in those under way too; what they are given by a class has the class's time.
 * Throws UNAUTHENTICATED where there is no such learner.
 */
export async function accommodate(tx: Transaction, userId: string, extraTime: ExtraTime, clock: DatabaseClock): Promise<void> {
  if (!(await lockUser(tx, userId))) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const { timeMultiplier, extraMinutes, hasNoTimeLimit } = extraTime;
  await tx.user.update({ where: { id: userId }, data: { timeMultiplier, extraMinutes, hasNoTimeLimit }, select: { id: true } });
  await giveEach(tx, { userId, assignmentId: null }, extraTime, clock);
}

/** Makes the extra time of a member hold in the quizzes of the class that they have under way, within each quiz's window. The caller has written it to the member's row. */
export async function accommodateMember(tx: Transaction, classId: string, userId: string, extraTime: ExtraTime, clock: DatabaseClock): Promise<void> {
  await giveEach(tx, { userId, assignment: { classId } }, extraTime, clock);
}

/** Makes the new end of an assignment's window hold for the attempts under way; what is over by it is closed with what was saved. The caller holds the assignment. */
export async function moveWindow(tx: Transaction, assignmentId: string, closesAt: Date | null, clock: DatabaseClock): Promise<void> {
  const ids = (await findRunning(tx, { assignmentId })).map(({ id }) => id);
  await giveTime(tx, ids, (row) => ({ accommodation: toAttempt(row, []).accommodation, windowEndsAtMs: closesAt?.getTime() ?? null }), clock);
}

/** How much more time the viewer has in quizzes. Nobody else is told. */
export async function accommodationOf({ userId }: Viewer): Promise<ExtraTime> {
  const user = await (await getDatabase()).user.findUnique({ where: { id: userId }, select: { timeMultiplier: true, extraMinutes: true, hasNoTimeLimit: true } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  return user as ExtraTime;
}

export const changeAccommodation = ({ userId }: Viewer, extraTime: ExtraTime, clock: DatabaseClock): Promise<void> =>
  inTransaction((tx) => accommodate(tx, userId, extraTime, clock));
