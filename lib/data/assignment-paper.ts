import "server-only";
import { randomInt } from "node:crypto";
import type { Assignment, AssignmentPaper, Prisma } from "@/lib/db/generated/client";
import { versionsOf, type FactBases } from "@/lib/own-facts/fact-bases";
import type { Item } from "@/lib/questions/item";
import type { AssignedQuiz } from "@/lib/quiz/assigned-quiz";
import { AppError } from "@/lib/shared/app-error";
import { allQuarantined } from "./question-health";
import { assembleFacts } from "./quiz-assembly";
import { factsOfWork } from "./shared-scope";
import type { Transaction } from "./transaction";

export const itemsOf = ({ items }: Pick<AssignmentPaper, "items">): Item[] => items as unknown as Item[];

/** What of a plan decides which questions a paper has: while it stays the same, so does the paper. */
export const paperWishes = ({ setup: { scope, count, difficulty, forms } }: AssignedQuiz): string => JSON.stringify([scope, count, difficulty, forms && [...forms].sort()]);

/** Facts that a pupil has put aside are asked all the same: the questions are one for all. Questions under review are not put. */
async function assemble(tx: Transaction, { setup }: AssignedQuiz): Promise<{ items: Item[]; scopeName: string | null; bases: FactBases }> {
  const { facts, name, bases } = await factsOfWork(tx, setup.scope);
  const made = assembleFacts(bases, facts, setup, { seed: randomInt(2 ** 32), quarantined: await allQuarantined(tx) });
  if (!made.ok) throw new AppError("INVALID", "No question fits this choice. Please choose more facts, more forms or another difficulty.");
  const count = made.value.length;
  if (count < setup.count) throw new AppError("INVALID", `Only ${count} of ${setup.count} questions can be made of this choice. Please ask for ${count} or fewer, or choose more facts.`);
  return { items: made.value, scopeName: name, bases };
}

/** Makes the paper that attempts begin with from now on, and gives its revision. The caller holds the assignment. INVALID where there are not so many questions. */
export async function makePaper(tx: Transaction, { id }: Pick<Assignment, "id">, quiz: AssignedQuiz, now: Date): Promise<number> {
  const { items, scopeName, bases } = await assemble(tx, quiz);
  const { _max } = await tx.assignmentPaper.aggregate({ where: { assignmentId: id }, _max: { revision: true } });
  const revision = (_max.revision ?? 0) + 1;
  const data = { assignmentId: id, revision, items: items as unknown as Prisma.InputJsonValue, scopeName: scopeName?.slice(0, 200) ?? null, contentVersion: versionsOf(bases), createdAt: now };
  await tx.assignmentPaper.create({ data, select: { revision: true } });
  return revision;
}

/** How many questions the papers in use have, by assignment; nothing for those without a paper. */
export async function questionsOf(tx: Transaction, assignments: readonly Pick<Assignment, "id" | "paperRevision">[]): Promise<Map<string, number>> {
  const wanted = assignments.filter(({ paperRevision }) => paperRevision !== null).map(({ id, paperRevision }) => ({ id, revision: paperRevision }));
  if (wanted.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    SELECT w."id", jsonb_array_length(p."items") AS "count" FROM json_to_recordset(${JSON.stringify(wanted)}::json) w("id" uuid, "revision" int)
    JOIN "AssignmentPaper" p ON p."assignmentId" = w."id" AND p."revision" = w."revision"`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
