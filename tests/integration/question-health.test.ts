import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { answerCard } from "@/lib/data/answers";
import { verifyMemory } from "@/lib/data/memory";
import { clearQuestion, listQuarantined, quarantinedIn } from "@/lib/data/question-health";
import { undoAnswer } from "@/lib/data/undos";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { itemsByFact, putQuestion, putQuestions, type PutQuestion } from "@/tests/support/questions";

describeEachDatabase("the record of a question", (db: () => PrismaClient) => {
  /** Somebody who has learnt the first of the facts by another question. */
  async function knower(): Promise<string> {
    const { id: userId } = await createLearner(db());
    const { presentationId, item } = await putQuestion(db(), userId, morning, { type: "short-answer" });
    await answerCard({ userId }, givenAnswer(presentationId, rightResponse(item)), morning);
    return userId;
  }

  const suspect = async (): Promise<Item> => (await itemsByFact())[0]!.find(({ type }) => type === "multiple-choice")!;

  /** The question under its own id, as the session puts it. */
  async function put(userId: string, now: Date): Promise<PutQuestion> {
    const item = await suspect();
    const [question] = await putQuestions(db(), userId, [item], now);
    await db().presentation.update({ where: { id: question!.presentationId }, data: { itemId: item.id, item: item as object } });
    return { ...question!, item };
  }

  async function answer(userId: string, how = wrongResponse, { now = daysLater(1), elapsedMs = 4000 } = {}): Promise<{ presentationId: string; eventId: string }> {
    const { presentationId, item } = await put(userId, now);
    const given = givenAnswer(presentationId, how(item), { elapsedMs });
    await answerCard({ userId }, given, now);
    return given;
  }

  const record = async () => db().questionHealth.findUnique({ where: { itemId: (await suspect()).id } });

  it("puts a question aside that learners who know the fact answer wrongly again and again", async () => {
    const { tests: [factId], id } = await suspect();
    for (let i = 0; i < 7; i++) await answer(await knower());
    expect(await quarantinedIn(db(), factId!)).toEqual(new Set());
    await answer(await knower());
    expect(await quarantinedIn(db(), factId!)).toEqual(new Set([id]));
    expect(await quarantinedIn(db(), "another-fact")).toEqual(new Set());
    const [line, ...more] = await listQuarantined({ limit: 10 });
    expect(more).toEqual([]);
    expect(line).toMatchObject({ itemId: id, factId, answers: 8, quarantinedAt: daysLater(1), clearedAt: null, item: { stem: (await suspect()).stem } });
    expect(line!.z).toBeLessThan(-2.5);
  });

  it("leaves a question alone that is answered as foretold, and says how easy it has turned out", async () => {
    for (let i = 0; i < 10; i++) await answer(await knower(), rightResponse);
    expect(await record()).toMatchObject({ answers: 10, quarantinedAt: null });
    const { ease } = (await record())!;
    expect(ease).toBeGreaterThan(0);
    const { eventId } = await answer(await knower(), rightResponse);
    expect(await db().reviewEvent.findUnique({ where: { id: eventId } })).toMatchObject({ questionEase: ease });
  });

  it("takes no note of a first meeting with the fact, of practice, of haste, nor of a second try", async () => {
    const { id: stranger } = await createLearner(db());
    await answer(stranger);
    const practising = await knower();
    await answer(practising, wrongResponse, { now: morning });
    await answer(await knower(), wrongResponse, { elapsedMs: 300 });
    expect(await record()).toBeNull();
    const undecided = await knower();
    const { presentationId, eventId } = await answer(undecided);
    const noted = await record();
    expect(noted).toMatchObject({ answers: 1 });
    await undoAnswer({ userId: undecided }, { eventId: randomUUID(), presentationId, undoes: eventId }, daysLater(1));
    const again = givenAnswer(presentationId, rightResponse(await suspect()));
    await answerCard({ userId: undecided }, again, daysLater(1));
    expect(await record()).toEqual(noted);
    expect(await db().reviewEvent.findUnique({ where: { id: again.eventId } })).toMatchObject({ questionEase: 0 });
    expect((await verifyMemory(undecided)).differing).toEqual([]);
  });

  it("counts each of many answers at the same moment", async () => {
    const learners = await Promise.all(Array.from({ length: 6 }, knower));
    await Promise.all(learners.map((userId) => answer(userId, rightResponse)));
    expect(await record()).toMatchObject({ answers: 6 });
  });

  it("is begun anew when somebody has looked at the question, who may put it aside only once", async () => {
    const { id } = await suspect();
    for (let i = 0; i < 8; i++) await answer(await knower());
    expect(await clearQuestion(id, daysLater(2))).toBe(true);
    expect(await clearQuestion(id, daysLater(2))).toBe(false);
    expect(await clearQuestion("no-such-question", daysLater(2))).toBe(false);
    expect(await listQuarantined({ limit: 10 })).toEqual([]);
    expect(await record()).toMatchObject({ answers: 0, quarantinedAt: null, clearedAt: daysLater(2) });
    for (let i = 0; i < 8; i++) await answer(await knower());
    expect(await listQuarantined({ limit: 10 })).toMatchObject([{ itemId: id, clearedAt: daysLater(2) }]);
  });
});
