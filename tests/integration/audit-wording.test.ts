import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { openCards } from "@/lib/data/study";
import type { PrismaClient } from "@/lib/db/generated/client";
import { generateItemsForFact } from "@/lib/questions/generate";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, rightResponse } from "@/tests/support/factories";

describeEachDatabase("a fact with few wordings", (db: () => PrismaClient) => {
  it("is not asked in the same one twice running, though one seed makes only some of them", async () => {
    const base = getFactBase();
    const scarce = ["change-4.part_of", "change-5.launched_by", "change-6.part_of"];
    const wordingsOf = (factId: string, seeds: number[]) => new Set(seeds.flatMap((seed) => generateItemsForFact(base, factId as never, { seed }).items.map(({ template }) => template))).size;
    expect(scarce.map((factId) => wordingsOf(factId, [1, 2, 3, 4, 5, 6, 7, 8]) > 1)).toEqual([true, true, true]);
    const viewer = { userId: (await createLearner(db())).id };
    const asked: Record<string, string[]> = {};
    for (let day = 0; day < 8; day++) {
      const { cards } = await openCards(viewer, { count: 3, holding: [], scope: { kind: "facts", ids: scarce }, now: daysLater(30 * day) });
      for (const { factId, presentationId } of cards) {
        const item = await itemOf(db(), presentationId);
        (asked[factId] ??= []).push(item.template);
        await answerCard(viewer, givenAnswer(presentationId, rightResponse(item)), daysLater(30 * day));
      }
    }
    expect(Object.values(asked).map((wordings) => wordings.length)).toEqual([8, 8, 8]);
    const repeated = Object.values(asked).flatMap((wordings) => wordings.filter((wording, i) => wording === wordings[i - 1]));
    // Each repeat has a chance of one in eight thousand at most: twelve further seeds that all make the same wording.
    expect(repeated.length).toBeLessThan(2);
  });
});
