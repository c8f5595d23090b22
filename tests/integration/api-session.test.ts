import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { getCards, getNextDue, postAnswer, postUndo, type Edge } from "@/app/api/study/handlers";
import type { PrismaClient } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, givenAnswer, itemOf, morning, rightResponse, snapshot } from "@/tests/support/factories";

const site = "http://localhost:3000/api/study";
const edgeOf = (userId: string): Edge => ({ clock: () => morning, requireUser: () => Promise.resolve({ userId }) });
const nobody: Edge = { clock: () => morning, requireUser: () => Promise.reject(new AppError("UNAUTHENTICATED")) };
const get = (path: string) => new Request(`${site}/${path}`);
const post = (path: string, body: object) => new Request(`${site}/${path}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });

async function outcome(response: Promise<Response>) {
  const { status } = await response;
  const body = (await (await response).clone().json()) as Record<string, unknown>;
  return { status, code: (body.error as { code?: string } | undefined)?.code, body };
}

describeEachDatabase("the API of a session", (db: () => PrismaClient) => {
  const learner = async () => (await createLearner(db())).id;

  async function answerOne(userId: string, more: object = {}) {
    const { body } = await outcome(getCards(get("cards?count=1"), edgeOf(userId)));
    const { presentationId } = (body.cards as { presentationId: string }[])[0]!;
    const given = { ...givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId))), ...more };
    expect(await outcome(postAnswer(post("answers", given), edgeOf(userId)))).toMatchObject({ status: 200 });
    return { eventId: randomUUID(), presentationId, undoes: given.eventId };
  }

  it("takes an answer back, and says the same however often it is asked to", async () => {
    const userId = await learner();
    const undo = await answerOne(userId);
    for (let i = 0; i < 2; i++) expect(await outcome(postUndo(post("undos", undo), edgeOf(userId)))).toMatchObject({ status: 200, body: { undone: undo.undoes } });
    expect(await db().memoryState.count()).toBe(0);
    expect(await db().undoEvent.count()).toBe(1);
  });

  it("takes nobody else's answer back", async () => {
    const undo = await answerOne(await learner());
    const before = await snapshot(db());
    expect(await outcome(postUndo(post("undos", undo), edgeOf(await learner())))).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect(await outcome(postUndo(post("undos", undo), nobody))).toMatchObject({ status: 401 });
    await db().user.deleteMany({ where: { presentations: { none: {} } } });
    expect(await snapshot(db())).toBe(before);
  });

  test.each<[string, object]>([
    ["no id", { eventId: undefined }],
    ["an id that is none", { undoes: "the last one" }],
    ["a word too many", { at: "2020-01-01" }],
  ])("refuses an undo with %s", async (_, change) => {
    const userId = await learner();
    const undo = await answerOne(userId);
    expect(await outcome(postUndo(post("undos", { ...undo, ...change }), edgeOf(userId)))).toMatchObject({ status: 400, code: "INVALID" });
    expect(await db().undoEvent.count()).toBe(0);
  });

  it("refuses an age that is no number of milliseconds, and takes a great one for as old as can be", async () => {
    const userId = await learner();
    const { body } = await outcome(getCards(get("cards?count=1"), edgeOf(userId)));
    const { presentationId } = (body.cards as { presentationId: string }[])[0]!;
    const given = givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId)));
    for (const ageMs of [-1, "long ago", null]) {
      expect(await outcome(postAnswer(post("answers", { ...given, ageMs }), edgeOf(userId)))).toMatchObject({ status: 400 });
    }
    expect(await outcome(postAnswer(post("answers", { ...given, ageMs: 1e15 }), edgeOf(userId)))).toMatchObject({ status: 200 });
    const shown = await db().presentation.findFirstOrThrow();
    expect((await db().reviewEvent.findFirstOrThrow()).answeredAt.getTime()).toBeGreaterThanOrEqual(shown.createdAt.getTime());
  });

  it("deals what was asked for", async () => {
    const userId = await learner();
    const { body } = await outcome(getCards(get("cards?count=5&how=flashcards"), edgeOf(userId)));
    expect(new Set((body.cards as { form: string }[]).map(({ form }) => form))).toEqual(new Set(["flashcard"]));
    const { body: asked } = await outcome(getCards(get("cards?count=5&how=learn"), edgeOf(userId)));
    expect((asked.cards as { form: string }[]).map(({ form }) => form)).not.toContain("flashcard");
    const one = (asked.cards as { factId: string }[])[0]!.factId;
    const { body: named } = await outcome(getCards(get(`cards?count=5&what=facts:${one}`), edgeOf(userId)));
    expect((named.cards as { factId: string }[]).map(({ factId }) => factId)).toEqual([one]);
  });

  test.each(["what=everything", "what=topic:", "what=facts:a%2C%2Cb", "how=backwards"])("refuses %s", async (query) => {
    expect(await outcome(getCards(get(`cards?${query}`), edgeOf(await learner())))).toMatchObject({ status: 400, code: "INVALID" });
  });

  it("does not find an entity that there is not", async () => {
    expect(await outcome(getCards(get("cards?what=entity:no-such-thing"), edgeOf(await learner())))).toMatchObject({ status: 404 });
  });

  it("says when the next facts come back, and how many, but not of suspended ones", async () => {
    const userId = await learner();
    const next = async () => (await outcome(getNextDue(get("next-due"), edgeOf(userId)))).body.next;
    expect(await next()).toBeNull();
    await answerOne(userId);
    await answerOne(userId);
    const [first, second] = await db().memoryState.findMany({ orderBy: [{ dueOn: "asc" }, { factId: "asc" }] });
    await db().memoryState.updateMany({ where: { factId: first!.factId }, data: { dueOn: "2026-11-25" } });
    await db().memoryState.updateMany({ where: { factId: second!.factId }, data: { dueOn: "2026-11-28" } });
    expect(await next()).toEqual({ inDays: 2, count: 1 });
    await db().memoryState.updateMany({ data: { dueOn: "2026-11-24" } });
    expect(await next()).toEqual({ inDays: 1, count: 2 });
    await db().factChoice.upsert({ where: { userId_factId: { userId, factId: first!.factId } }, create: { userId, factId: first!.factId, suspendedAt: morning }, update: { suspendedAt: morning } });
    expect(await next()).toEqual({ inDays: 1, count: 1 });
    expect(await outcome(getNextDue(get("next-due"), edgeOf(await learner())))).toMatchObject({ body: { next: null } });
    expect(await outcome(getNextDue(get("next-due"), nobody))).toMatchObject({ status: 401 });
  });
});
