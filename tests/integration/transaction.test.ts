import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { inTransaction } from "@/lib/data/transaction";
import type { PrismaClient } from "@/lib/db/generated/client";
import { failed } from "@/app/api/_http/respond";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner } from "@/tests/support/factories";

describeEachDatabase("a transaction that the database has no room for in time", (db: () => PrismaClient) => {
  it("writes nothing and is refused in words, as something to try again", async () => {
    const { id } = await createLearner(db());
    const slow = inTransaction(async (tx) => {
      await tx.user.update({ where: { id }, data: { newFactsPerDay: 3 } });
      await setTimeout(400);
      await tx.user.update({ where: { id }, data: { newFactsPerDay: 4 } });
    }, { maxWait: 15_000, timeout: 100 });
    const error: unknown = await slow.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "AppError", code: "BUSY" });
    expect(failed(error).status).toBe(503);
    expect(await db().user.findUniqueOrThrow({ where: { id } })).toMatchObject({ newFactsPerDay: 10 });
  });
});
