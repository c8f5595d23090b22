import "server-only";
import { randomUUID } from "node:crypto";
import { getDatabase } from "@/lib/db/database";
import type { Presentation, Prisma, QuizSlot } from "@/lib/db/generated/client";
import type { Grade, Response } from "@/lib/grading/grade";
import { ratingOf } from "@/lib/grading/rating";
import { versionFor, type FactBases } from "@/lib/own-facts/fact-bases";
import type { Item } from "@/lib/questions/item";
import type { AttemptState, Certainty } from "@/lib/quiz/attempt";
import { markAnswer, type Mark } from "@/lib/quiz/marking";
import type { Marking } from "@/lib/quiz/quiz-setup";
import { gradeFrozen } from "./answer-feedback";
import { holdLeftOut } from "./assignment-regrade";
import type { DatabaseClock } from "./database-clock";
import { basesOfPutFacts } from "./fact-bases";
import { findLearner } from "./learner";
import { demandId, holdWithin, noSuchQuiz, type Held } from "./quiz-hold";
import { setupOf } from "./quiz-title";
import { recordAnswers } from "./record-answer";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";
import type { Recorded } from "./write-events";

/** `eventId` names the answer in the review log; null where there is none: the question was left blank, or the answer could be read two ways. */
type GradedSlot = { slot: QuizSlot; item: Item; response: Response | null; grade: Grade | null; mark: Mark; isLeftOut: boolean; eventId: string | null };

function gradeSlot(bases: FactBases, marking: Marking, leftOut: ReadonlySet<string>, slot: QuizSlot): GradedSlot {
  const item = slot.item as unknown as Item;
  const response = slot.response as Response | null;
  const grade = response && gradeFrozen(bases.of(slot.factId), item, response);
  const mark = markAnswer(item, grade, { marking, certainty: slot.certainty as Certainty | null });
  return { slot, item, response, grade, mark, isLeftOut: leftOut.has(slot.itemId), eventId: grade && grade.verdict !== "ambiguous" ? randomUUID() : null };
}

async function writeGrades(tx: Transaction, attemptId: string, graded: readonly GradedSlot[]): Promise<void> {
  const json = JSON.stringify(graded.map(({ slot: { position }, grade, mark, isLeftOut, eventId }) => ({ position, verdict: grade?.verdict, score: grade?.score, ...mark, isLeftOut, eventId })));
  await tx.$executeRaw`
    UPDATE "QuizSlot" s SET "verdict" = g."verdict", "score" = g."score", "points" = g."points", "mostPoints" = g."mostPoints", "isLeftOut" = g."isLeftOut", "eventId" = g."eventId"
    FROM json_to_recordset(${json}::json) AS g("position" int, "verdict" text, "score" float8, "points" float8, "mostPoints" float8, "isLeftOut" boolean, "eventId" uuid)
    WHERE s."attemptId" = ${attemptId}::uuid AND s."position" = g."position"`;
  const sum = (field: keyof Mark) => graded.reduce((total, { mark, isLeftOut }) => total + (isLeftOut ? 0 : mark[field]), 0);
  await tx.quizAttempt.update({ where: { id: attemptId }, data: { points: sum("points"), mostPoints: sum("mostPoints") }, select: { id: true } });
}

type FactIds = (factId: string) => string;

/** A fact that was begun under a former id goes on under it, as in studying. */
async function begunIds(tx: Transaction, bases: FactBases, userId: string, slots: readonly QuizSlot[]): Promise<FactIds> {
  const factOf = (factId: string) => bases.fact(factId);
  const ids = slots.flatMap(({ factId }) => [factId, factOf(factId)?.id ?? factId, ...(factOf(factId)?.formerIds ?? [])]);
  const rows = await tx.memoryState.findMany({ where: { userId, factId: { in: ids } }, orderBy: { lastDay: "asc" }, select: { factId: true } });
  const begun = new Map<string, string>(rows.map(({ factId }) => [factOf(factId)?.id ?? factId, factId]));
  return (factId) => begun.get(factOf(factId)?.id ?? factId) ?? factId;
}

/** It is open to nobody, so that a question which studying has open on the same fact stays as it is. */
const toPresentation = ({ row }: Held, { slot: { factId, itemId, item, openedAt } }: GradedSlot, idOf: FactIds): Presentation => ({
  id: randomUUID(),
  userId: row.userId,
  factId: idOf(factId),
  itemId,
  item,
  contentVersion: versionFor(row.contentVersion, factId),
  openKey: null,
  createdAt: openedAt ?? row.startedAt,
});

function toRecorded(held: Held, graded: GradedSlot, idOf: FactIds): Recorded[] {
  const { item, response, grade, eventId, slot } = graded;
  if (!response || !grade || eventId === null) return [];
  const ageMs = slot.savedAt ? held.now.getTime() - slot.savedAt.getTime() : 0;
  const given = { item, response, grade, rating: ratingOf(item.type, response, grade) };
  return [{ ...given, eventId, presentation: toPresentation(held, graded, idOf), elapsedMs: slot.elapsedMs, ageMs, timeZone: held.row.timeZone, isUndone: false }];
}

/** Puts the answers into the review log, as of when they were saved. */
async function recordQuiz(bases: FactBases, held: Held, graded: readonly GradedSlot[]): Promise<void> {
  const { tx, row, slots, now } = held;
  const idOf = await begunIds(tx, bases, row.userId, slots);
  const list = graded.flatMap((slot) => toRecorded(held, slot, idOf));
  if (list.length === 0) return;
  await tx.presentation.createMany({ data: list.map(({ presentation }) => ({ ...presentation, item: presentation.item as Prisma.InputJsonValue })) });
  await recordAnswers({ tx, bases, learner: await findLearner(tx, row.userId), now }, list);
}

async function gradeHeld(held: Held): Promise<{ value: AttemptState; after?: Held["attempt"] }> {
  const { tx, row, slots, attempt } = held;
  if (attempt.state !== "submitted") return { value: attempt.state };
  const { marking } = setupOf(row);
  const bases = await basesOfPutFacts(tx, slots.map(({ factId }) => factId));
  const leftOut = await holdLeftOut(tx, row);
  const graded = slots.map((slot) => gradeSlot(bases, marking, leftOut, slot));
  await writeGrades(tx, row.id, graded);
  await recordQuiz(bases, held, graded);
  return { value: "graded", after: { ...attempt, state: "graded" } };
}

/**
 * Grades an attempt that was handed in, or whose time is up: scores, points, and each answer once in the review log, all or nothing. Done again, or by several
 * at once, it changes nothing more. Gives the state it is in then. Throws NOT_FOUND for another's.
 */
export async function gradeAttempt(viewer: Viewer, attemptId: string, clock: DatabaseClock): Promise<AttemptState> {
  demandId(attemptId);
  const database = await getDatabase();
  const known = await database.quizAttempt.findFirst({ where: { id: attemptId, userId: viewer.userId }, select: { state: true } });
  if (!known) throw noSuchQuiz();
  const state = known.state as AttemptState;
  if (state === "graded" || state === "abandoned") return state;
  return inTransaction(async (tx) => {
    await lockUser(tx, viewer.userId);
    return holdWithin(tx, viewer, attemptId, clock, gradeHeld);
  });
}
