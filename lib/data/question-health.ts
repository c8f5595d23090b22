import "server-only";
import type { QuestionHealth } from "@/lib/db/generated/client";
import { getDatabase } from "@/lib/db/database";
import type { Item } from "@/lib/questions/item";
import { published } from "@/lib/scheduling/constants";
import type { Evidence } from "@/lib/scheduling/evidence";
import { healthOf, isSick, noteAnswer, unanswered, type QuestionRecord } from "@/lib/scheduling/question-health";
import { asItemId, type ItemId } from "@/lib/shared/ids";
import type { Transaction } from "./transaction";

const toRecord = ({ answers, surplus, variance, ease, easeVariance }: QuestionHealth): QuestionRecord => ({ answers, surplus, variance, ease, easeVariance });

/** How much easier than their form questions have turned out so far, in logits; none for those that nobody has answered. */
export async function easesOf(tx: Transaction, itemIds: readonly string[]): Promise<Map<string, number>> {
  if (itemIds.length === 0) return new Map();
  const known = await tx.questionHealth.findMany({ where: { itemId: { in: [...itemIds] } }, select: { itemId: true, ease: true } });
  return new Map(known.map(({ itemId, ease }) => [itemId, ease]));
}

/** What an answer showed of a question, by a learner who recalled its fact with chance `recall` in [0, 1]. */
export type QuestionNote = { item: Item; recall: number; evidence: Evidence };

async function noteQuestion(tx: Transaction, { item, recall, evidence }: QuestionNote, now: Date): Promise<void> {
  const itemId = item.id;
  // There must be a row to lock, or two first answers at the same moment would each begin a record.
  await tx.questionHealth.createMany({ data: [{ itemId, factId: item.tests[0]!, ...unanswered }], skipDuplicates: true });
  await tx.$queryRaw`SELECT 1 FROM "QuestionHealth" WHERE "itemId" = ${itemId} FOR UPDATE`;
  const known = await tx.questionHealth.findUniqueOrThrow({ where: { itemId } });
  const record = noteAnswer(toRecord(known), recall, evidence, published);
  const quarantinedAt = known.quarantinedAt ?? (isSick(record) ? now : null);
  await tx.questionHealth.update({ where: { itemId }, data: { ...record, quarantinedAt } });
}

/**
 * Notes what answers showed of their questions; one that is sick is put aside. What was noted stays when an answer is taken back: the sums hold no
 * single answer, and a question notes one answer of each showing.
 */
export async function noteQuestions(tx: Transaction, notes: readonly QuestionNote[], now: Date): Promise<void> {
  // In one order for everybody: learners who answer the same questions at once would wait for each other for ever.
  for (const note of [...notes].sort((a, b) => (a.item.id < b.item.id ? -1 : 1))) await noteQuestion(tx, note, now);
}

/** The questions on a fact (under the id that the content has for it) that are put aside. */
export async function quarantinedIn(tx: Transaction, factId: string): Promise<Set<ItemId>> {
  const rows = await tx.questionHealth.findMany({ where: { factId, quarantinedAt: { not: null } }, select: { itemId: true } });
  return new Set(rows.map(({ itemId }) => asItemId(itemId)));
}

/** All questions that are put aside. */
export async function allQuarantined(tx: Transaction): Promise<Set<ItemId>> {
  const rows = await tx.questionHealth.findMany({ where: { quarantinedAt: { not: null } }, select: { itemId: true } });
  return new Set(rows.map(({ itemId }) => asItemId(itemId)));
}

/** A question that is put aside, as whoever looks after the content reads it; `item` is how it was last shown, unless nobody has that any more. */
export type QuarantineLine = { itemId: string; factId: string; z: number | null; answers: number; quarantinedAt: Date; clearedAt: Date | null; item: Item | null };

async function lineOf(row: QuestionHealth): Promise<QuarantineLine> {
  const database = await getDatabase();
  const shown = await database.presentation.findFirst({ where: { factId: row.factId, itemId: row.itemId }, orderBy: { createdAt: "desc" }, select: { item: true } });
  const { itemId, factId, answers, quarantinedAt, clearedAt } = row;
  return { itemId, factId, z: healthOf(toRecord(row)), answers, quarantinedAt: quarantinedAt!, clearedAt, item: shown ? (shown.item as unknown as Item) : null };
}

/** The questions that are put aside, the latest first. For those who run the app, not for learners. */
export async function listQuarantined({ factId, limit }: { factId?: string; limit: number }): Promise<QuarantineLine[]> {
  const database = await getDatabase();
  const where = { quarantinedAt: { not: null }, ...(factId !== undefined && { factId }) };
  const rows = await database.questionHealth.findMany({ where, orderBy: [{ quarantinedAt: "desc" }, { itemId: "asc" }], take: limit });
  return Promise.all(rows.map(lineOf));
}

/** Lets a question be asked again; what was held against it is forgotten, how easy it is stays. False when it is not put aside. */
export async function clearQuestion(itemId: string, now: Date): Promise<boolean> {
  const { count } = await (await getDatabase()).questionHealth.updateMany({
    where: { itemId, quarantinedAt: { not: null } },
    data: { quarantinedAt: null, clearedAt: now, answers: 0, surplus: 0, variance: 0 },
  });
  return count > 0;
}
