import { randomUUID } from "node:crypto";
import type { DatabaseClock } from "@/lib/data/database-clock";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Response } from "@/lib/grading/grade";
import type { Item } from "@/lib/questions/item";
import type { QuizSave } from "@/lib/quiz/exchange";
import { usualSetup, type QuizSetup } from "@/lib/quiz/quiz-setup";
import { toQuizResponse } from "@/lib/quiz/response";
import { paperDeadline, graceMs, longestOpenMs, noAccommodation } from "@/lib/quiz/time-limit";
import { morning } from "./factories";
import { formNames, itemOfForm } from "./items";

/** So many milliseconds after nine in the morning. */
export const msAfter = (ms: number, from = morning) => new Date(from.getTime() + ms);

/** A clock that stands still. */
export const clockAt = (ms: number): DatabaseClock => () => Promise.resolve(msAfter(ms));

/** One question of each form that a quiz has. */
export const quizItems = (): Item[] => formNames.map(itemOfForm).filter(({ type }) => type !== "flashcard");

export const optionIdsOf = (item: Item, position: number): string[] => item.options.map((_, i) => `q${position}-${i}-`.padEnd(12, "x"));

export type Made = { attemptId: string; leaseId: string; items: Item[] };

export type AttemptInput = { items?: Item[]; setup?: Partial<QuizSetup>; startedMs?: number };

const someItems = () => ["multiple-choice", "short-answer", "ordering"].map(itemOfForm);

/** A quiz of ten minutes, begun at nine in the morning and held by one tab, unless told otherwise. */
export async function createAttempt(database: PrismaClient, userId: string, { items = someItems(), setup, startedMs = 0 }: AttemptInput = {}): Promise<Made> {
  const [attemptId, leaseId, chosen, startedAt] = [randomUUID(), randomUUID(), { ...usualSetup, ...setup }, msAfter(startedMs)];
  const deadline = paperDeadline(startedAt.getTime(), chosen.timer, noAccommodation, null);
  const openedAt = chosen.timer.kind === "question" ? null : startedAt;
  const slots = items.map((item, position) => ({ position, factId: item.tests[0]!, itemId: item.id, item: item as object, optionIds: optionIdsOf(item, position), openedAt }));
  await database.quizAttempt.create({
    data: {
      id: attemptId, userId, setup: chosen, contentVersion: "test", timeZone: "UTC", startedAt, leaseId,
      deadlineAt: deadline === null ? null : new Date(deadline),
      closesAt: new Date(deadline === null ? startedAt.getTime() + longestOpenMs : deadline + graceMs.paper),
      slots: { createMany: { data: slots } },
    },
  });
  return { attemptId, leaseId, items };
}

/** A save as the browser sends it; `response` in positions. */
export function saveOf({ leaseId, items }: Made, position: number, response: Response | null, more: Partial<QuizSave> = {}): QuizSave {
  const item = items[position]!;
  const given = response && toQuizResponse(response, optionIdsOf(item, position));
  return { leaseId, position, sequence: 1, response: given, certainty: null, isFlagged: false, isFinal: false, elapsedMs: 3000, ...more };
}

/** All that is kept of quizzes, to show that a refused request changed nothing. */
export async function quizSnapshot(database: PrismaClient): Promise<string> {
  const attempts = await database.quizAttempt.findMany({ orderBy: { id: "asc" } });
  return JSON.stringify({ attempts, slots: await database.quizSlot.findMany({ orderBy: [{ attemptId: "asc" }, { position: "asc" }] }) });
}
