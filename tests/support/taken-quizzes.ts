import { randomUUID } from "node:crypto";
import type { Prisma, PrismaClient, QuizAttempt } from "@/lib/db/generated/client";
import { getFactBase } from "@/lib/content/fact-base";
import { forms } from "@/lib/questions/forms/registry";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import type { Response } from "@/lib/grading/grade";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { optionIdsOf } from "./quizzes";
import { daysLater, morning } from "./factories";

/** A question with names to choose from, whose order means nothing, the first or one after it. */
export function namingItem(skipped = 0): Item {
  const base = getFactBase();
  const form = forms.filter(({ name }) => name === "multiple-choice");
  let left = skipped;
  for (const { id } of base.content.facts) {
    const item = generateItemsForFact(base, id, { seed: 1, forms: form }).items.find(({ options }) => options.length > 3 && options.every(({ entity }) => entity));
    if (item && left-- === 0) return item;
  }
  throw new Error("No question has names to choose from");
}

/** An answer as it was graded; without a response it was left blank, and not even seen where it says so. */
export type TakenAnswer = { item: Item; response?: Response; score?: number; isUnseen?: boolean };

export const createPaper = (database: PrismaClient, assignmentId: string, items: readonly Item[], revision = 1) =>
  database.assignmentPaper.create({ data: { assignmentId, revision, items: items as unknown as Prisma.InputJsonValue, contentVersion: "test", createdAt: morning } });

function toSlot({ item, response, score = 0, isUnseen = false }: TakenAnswer, position: number) {
  const graded = response ? { response: response as Prisma.InputJsonValue, sequence: 1, savedAt: morning, elapsedMs: 3000, verdict: score === 1 ? "exact" : score > 0 ? "partial" : "wrong", score, points: score } : { points: 0 };
  return { position, factId: item.tests[0]!, itemId: item.id, item: item as object, optionIds: optionIdsOf(item, position), openedAt: isUnseen ? null : morning, mostPoints: 1, ...graded };
}

/** A graded attempt at an assigned quiz with the answers in its own order; begun and handed in at nine unless told otherwise. */
export function createTaken(database: PrismaClient, assignmentId: string, userId: string, answers: readonly TakenAnswer[], data: Partial<QuizAttempt> = {}): Promise<QuizAttempt> {
  const points = answers.reduce((sum, { score = 0 }) => sum + score, 0);
  return database.quizAttempt.create({
    data: {
      id: randomUUID(), userId, assignmentId, paperRevision: 1, setup: usualSetup, contentVersion: "test", state: "graded", timeZone: "UTC", startedAt: morning, closesAt: daysLater(1),
      closedAt: morning, points, mostPoints: answers.length, slots: { createMany: { data: answers.map(toSlot) } }, ...data,
    } as Prisma.QuizAttemptUncheckedCreateInput,
  });
}
