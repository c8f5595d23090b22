import { expect, it, test } from "vitest";
import { postAnswer, type Edge } from "@/app/api/study/handlers";
import { getFactBase } from "@/lib/content/fact-base";
import { openCards } from "@/lib/data/study";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Feedback } from "@/lib/grading/feedback";
import type { Response as Given } from "@/lib/grading/grade";
import type { Item } from "@/lib/questions/item";
import { toStudyCard, keyTextOf } from "@/lib/questions/present";
import { answerKindOf } from "@/lib/questions/study-card";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, givenAnswer, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { formNames, itemOfForm, presentItem } from "@/tests/support/items";

describeEachDatabase("every form in a session", (db: () => PrismaClient) => {
  const edgeOf = (userId: string): Edge => ({ clock: () => morning, requireUser: () => Promise.resolve({ userId }) });
  const learner = async () => (await createLearner(db())).id;

  async function send(userId: string, presentationId: string, response: unknown) {
    const body = JSON.stringify(givenAnswer(presentationId, response as Given));
    const request = new Request("http://localhost:3000/api/study/answers", { method: "POST", body, headers: { "content-type": "application/json" } });
    const answered = await postAnswer(request, edgeOf(userId));
    return { status: answered.status, ...((await answered.json()) as { feedback: Feedback }) };
  }

  async function give(item: Item, response: unknown) {
    const userId = await learner();
    return send(userId, await presentItem(db(), userId, item), response);
  }

  test.each(formNames)("%s: the card keeps the key back, and a right and a wrong answer are told apart", async (name) => {
    const item = itemOfForm(name);
    const card = toStudyCard(getFactBase(), item, { presentationId: "p", isNew: true });
    const sent = Object.keys(JSON.parse(JSON.stringify(card)) as object);
    expect(sent.filter((field) => ["key", "seed", "claim", "tests", "asserts", "features"].includes(field))).toEqual([]);
    expect(JSON.stringify(card)).not.toMatch(/"(certificates?|entity|value|fact)":/);
    expect(answerKindOf(card)).toBe(rightResponse(item).kind);

    const right = await give(item, rightResponse(item));
    expect(right).toMatchObject({ status: 200, feedback: { isRight: true, score: 1 } });
    expect(right.feedback.answer.text).toBe(keyTextOf(item));
    expect(right.feedback.answer.sources.length).toBeGreaterThan(0);
    expect(new Set([right.feedback.answer.statement, ...(right.feedback.answer.more ?? [])]).size).toBeLessThanOrEqual(item.tests.length);
    const wrong = await give(item, wrongResponse(item));
    expect(wrong).toMatchObject({ status: 200, feedback: { isRight: false, dueInDays: 0 } });
    expect(wrong.feedback.key).toEqual(Array.isArray(item.key) ? item.key : undefined);
  });

  test.each<[string, string, unknown]>([
    ["multiple-response", "an option that is not there", { kind: "choices", options: [0, 19] }],
    ["multiple-response", "an option twice", { kind: "choices", options: [0, 0] }],
    ["multiple-response", "more places than there are", { kind: "choices", options: Array.from({ length: 13 }, (_, i) => i) }],
    ["multiple-response", "one choice", { kind: "choice", option: 0 }],
    ["ordering", "an order with one missing", { kind: "order", order: [0, 1] }],
    ["ordering", "halves", { kind: "order", order: [0.5, 1, 2, 3] }],
    ["ordering", "a negative place", { kind: "order", order: [-1, 0, 1, 2] }],
    ["matching", "too few pairs", { kind: "pairs", pairs: [0] }],
    ["matching", "one option for all", { kind: "pairs", pairs: [0, 0, 0] }],
    ["matching", "more than was asked", { kind: "pairs", pairs: [0, null, 1], extra: true }],
    ["multiple-choice", "several choices", { kind: "choices", options: [0] }],
  ])("%s: refuses %s, and the question stays open", async (name, _, response) => {
    const item = itemOfForm(name);
    const userId = await learner();
    const presentationId = await presentItem(db(), userId, item);
    expect(await send(userId, presentationId, response)).toMatchObject({ status: 400, error: { code: "INVALID" } });
    expect(await db().reviewEvent.count()).toBe(0);
    expect(await send(userId, presentationId, rightResponse(item))).toMatchObject({ feedback: { isRight: true } });
  });

  it("says of half an answer that it is partly right, and marks what was chosen", async () => {
    const item = itemOfForm("multiple-response");
    const [first] = item.key as number[];
    expect(await give(item, { kind: "choices", options: [first] })).toMatchObject({ feedback: { verdict: "partial", key: item.key } });
    const matching = itemOfForm("matching");
    const pairs = (matching.key as number[]).map((option, i) => (i === 0 ? null : option));
    expect(await give(matching, { kind: "pairs", pairs })).toMatchObject({ feedback: { verdict: "partial" } });
  });

  it("deals forms by the strength of the memory: options first, then more is asked", async () => {
    const easy: readonly string[] = ["multiple-choice", "true-false", "picture", "map"];
    const countEasy = async (stabilityDays: number, lastDay: string) => {
      let count = 0;
      for (const turn of [1, 2, 3]) {
        const { id: userId } = await createLearner(db(), { id: `00000000-0000-4000-8000-0000000${turn}${String(stabilityDays).padStart(4, "0")}` });
        const facts = getFactBase().content.facts.filter(({ ask }) => ask === true).slice(0, 600).filter((_, i) => i % 20 === 0);
        const state = { userId, difficulty: 5, reviewCount: 3, lapseCount: 0, firstDay: "2026-06-01", lastDay, dueOn: "2026-11-22", stabilityDays };
        await db().memoryState.createMany({ data: facts.map(({ id }) => ({ ...state, factId: id })) });
        const { cards } = await openCards({ userId }, { count: 10, holding: [], now: morning });
        expect(cards).toHaveLength(10);
        count += cards.filter(({ form }) => easy.includes(form)).length;
      }
      return count;
    };
    expect(await countEasy(1, "2026-11-20")).toBeGreaterThan(2 * (await countEasy(60, "2026-09-24")));
  });
});
