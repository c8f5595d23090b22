import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { factHistory } from "@/lib/data/fact-history";
import { progressReport } from "@/lib/data/progress";
import { recallSummary } from "@/lib/data/recall-summary";
import { openCards } from "@/lib/data/study";
import { whatIf } from "@/lib/data/what-if";
import type { PrismaClient } from "@/lib/db/generated/client";
import { mayBeAsked } from "@/lib/facts/fact-query";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { createOwnSet, engineTable, tableFrom } from "@/tests/support/own-facts";

type Viewer = { userId: string };

const askable = getFactBase().content.facts.filter(mayBeAsked).length;

describeEachDatabase("progress on own cards and tables", (db: () => PrismaClient) => {
  async function studied() {
    const viewer: Viewer = { userId: (await createLearner(db())).id };
    const set = await createOwnSet(db(), viewer.userId);
    const { cards } = await openCards(viewer, { count: 12, holding: [], scope: { kind: "set", id: set.id }, mode: "mix", now: morning });
    for (const [i, { presentationId }] of cards.entries()) {
      const item = await itemOf(db(), presentationId);
      await answerCard(viewer, givenAnswer(presentationId, i < 9 ? rightResponse(item) : wrongResponse(item)), morning);
    }
    return { viewer, set, cards };
  }

  it("tells of the set what is known, by what it asks for, what comes and what is hard", async () => {
    const { viewer, set } = await studied();
    const later = daysLater(30);
    const report = await progressReport(viewer, { setId: set.id }, later);
    expect(report.filter).toEqual({ kind: "set", id: set.id, name: "Bells and arcs" });
    expect(report.now).toMatchObject({ facts: 28, begun: 12, topics: [{ id: "own", facts: 28, begun: 12 }], slipping: null, map: { islands: [] } });
    expect(report.now.recalled).toBeGreaterThan(1);
    expect(report.now.types.map(({ name, facts }) => [name, facts])).toEqual(expect.arrayContaining([["Engines", 24], ["Terms", 4]]));
    expect(report.coming.due).toBe(12);
    expect(report.answers).toBe(12);
    expect(report.weak.facts.every(({ id, statement }) => id.startsWith(`own.${set.id}.`) && statement.length > 0)).toBe(true);
    expect(report.weak.hard).toBeGreaterThan(0);
  });

  it("counts in everything what was begun, and nothing of what was not", async () => {
    const { viewer } = await studied();
    const later = daysLater(30);
    const report = await progressReport(viewer, null, later);
    expect(report.now).toMatchObject({ facts: askable + 12, begun: 12 });
    expect(report.coming.days[0]!.planned).toBe(12);
    expect(await recallSummary(viewer, later)).toMatchObject({ facts: askable + 12 });
    expect(await whatIf(viewer, { desiredRetention: 0.9, dailyBudget: 20 }, later)).toBeDefined();
    const other = { userId: (await createLearner(db())).id };
    await createOwnSet(db(), other.userId);
    expect((await progressReport(other, null, later)).now).toMatchObject({ facts: askable, begun: 0 });
  });

  it("tells what is taken for what within a table", async () => {
    const viewer: Viewer = { userId: (await createLearner(db())).id };
    const set = await createOwnSet(db(), viewer.userId, { cards: [], tables: [tableFrom(engineTable)] });
    const named: string[] = [];
    for (let day = 0; named.length < 2 && day < 6; day++) {
      const { cards } = await openCards(viewer, { count: 24, holding: [], scope: { kind: "set", id: set.id }, mode: "learn", now: daysLater(day) });
      for (const { presentationId } of cards) {
        const item = await itemOf(db(), presentationId);
        if (item.type !== "multiple-choice" || !item.options.every(({ entity }) => entity)) continue;
        await answerCard(viewer, givenAnswer(presentationId, wrongResponse(item)), daysLater(day));
        named.push(item.options[0]!.text);
      }
      await db().presentation.updateMany({ data: { openKey: null } });
    }
    expect(named.length).toBeGreaterThan(0);
    const { pairs, confused } = (await progressReport(viewer, { setId: set.id }, daysLater(7))).weak;
    expect(confused).toBeGreaterThan(0);
    expect(pairs.every(({ one, other, studyIds }) => one.name !== other.name && studyIds.every((id) => id.startsWith("own.")))).toBe(true);
  });

  it("has a page for each fact, without a way to explore it, and no more than their answers once the set is out of reach", async () => {
    const { viewer, set, cards } = await studied();
    const factId = cards[0]!.factId;
    const history = await factHistory(viewer, factId, daysLater(3));
    expect(history).toMatchObject({ id: factId, subject: null, count: 1, mayBeAsked: true, statement: expect.stringContaining("zenithal pass") });
    expect(history.standing).toMatchObject({ reviews: 1 });
    const other = { userId: (await createLearner(db())).id };
    await expect(factHistory(other, factId, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(progressReport(other, { setId: set.id }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().factSet.delete({ where: { id: set.id } });
    expect(await factHistory(viewer, factId, daysLater(3))).toMatchObject({ statement: null, mayBeAsked: false, count: 1, standing: null });
    const report = await progressReport(viewer, null, daysLater(30));
    expect(report.answers).toBe(12);
    expect(report.now).toMatchObject({ facts: askable, begun: 0 });
    expect(report.coming.due).toBe(0);
  });
});
