import "server-only";
import { randomBytes } from "node:crypto";
import type { Item } from "@/lib/questions/item";
import type { Transaction } from "./transaction";

/** Told by nothing: neither by the place nor by what the option says. */
const optionId = () => randomBytes(9).toString("base64url");

/** Freezes the questions of an attempt, in their order; `openedAt` where all are shown from the start. A class begins at once, so all go as one text in one statement. */
export async function writePaper(tx: Transaction, attemptId: string, items: readonly Item[], openedAt: Date | null): Promise<void> {
  const json = JSON.stringify(items.map((item, position) => ({ position, factId: item.tests[0]!, itemId: item.id, item, optionIds: item.options.map(optionId) })));
  await tx.$executeRaw`
    INSERT INTO "QuizSlot" ("attemptId", "position", "factId", "itemId", "item", "optionIds", "openedAt")
    SELECT ${attemptId}::uuid, s."position", s."factId", s."itemId", s."item", s."optionIds", ${openedAt}::timestamptz
    FROM json_to_recordset(${json}::json) AS s("position" int, "factId" text, "itemId" text, "item" jsonb, "optionIds" text[])`;
}
