import { randomUUID } from "node:crypto";
import { getFactBase } from "@/lib/content/fact-base";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item, ItemType } from "@/lib/questions/item";

/** A question that was put to a learner. */
export type PutQuestion = { presentationId: string; factId: string; item: Item };

/** Forms that most facts have, so that a test can ask for one of them. */
const common: readonly ItemType[] = ["flashcard", "short-answer", "multiple-choice", "true-false"];

let commonItems: Promise<Item[][]> | undefined;

async function findCommonItems(): Promise<Item[][]> {
  const base = await getFactBase();
  const sets: Item[][] = [];
  for (const fact of base.content.facts) {
    if (fact.ask !== true || sets.length === 40) continue;
    const items = common.flatMap((type) => generateItemsForFact(base, fact.id, { seed: 1, types: [type] }).items.slice(0, 1));
    if (items.length === common.length) sets.push(items);
  }
  return sets;
}

/** Forty facts that have each of the four commonest forms: for each of them an item of each form. */
export const itemsByFact = (): Promise<Item[][]> => (commonItems ??= findCommonItems());

/** Puts questions to a learner without asking the plan. Each counts as a question of its own: what is noted of one says nothing of another. */
export async function putQuestions(database: PrismaClient, userId: string, items: readonly Item[], createdAt: Date): Promise<PutQuestion[]> {
  const { version } = await getFactBase();
  const put = items.map((item) => ({ presentationId: randomUUID(), factId: item.tests[0]!, item: { ...item, id: `${item.id}~${randomUUID()}` as Item["id"] } }));
  await database.presentation.createMany({
    data: put.map(({ presentationId, factId, item }) => ({
      id: presentationId, userId, factId, itemId: item.id, item: item as unknown as Prisma.InputJsonValue, contentVersion: version, createdAt,
    })),
  });
  return put;
}

/** One question on the first of the forty facts, or on another. */
export async function putQuestion(database: PrismaClient, userId: string, createdAt: Date, { fact = 0, type = "multiple-choice" as ItemType } = {}): Promise<PutQuestion> {
  const item = (await itemsByFact())[fact]!.find((each) => each.type === type)!;
  const [put] = await putQuestions(database, userId, [item], createdAt);
  return put!;
}
