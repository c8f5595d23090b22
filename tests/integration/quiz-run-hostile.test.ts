import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { getStatus, postLease, postOpen, postSave, postStart, postSubmit, type AttemptContext, type SaveEdge } from "@/app/api/quiz/handlers";
import { leaseSchema, openSchema, saveSchema, startSchema } from "@/app/api/quiz/schemas";
import { postAnswer, postReport, postUndo } from "@/app/api/study/handlers";
import { openQuestion } from "@/lib/data/quiz-open";
import { saveAnswer } from "@/lib/data/quiz-save";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { QuizSave } from "@/lib/quiz/exchange";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, rightResponse } from "@/tests/support/factories";
import { clockAt, createAttempt, msAfter, optionIdsOf, quizItems, quizSnapshot, saveOf } from "@/tests/support/quizzes";

type Post = (request: Request, context: AttemptContext, edge: SaveEdge) => Promise<Response>;

const bodyOf = (text: string) => new Request("http://localhost:3000/api/quiz", { method: "POST", body: text, headers: { "content-type": "application/json" } });

/** A value with one part of it, however deep, replaced by anything. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== "object" || value === null) return fc.anything();
  const parts = Object.entries(value).map(([name, part]) => spoilt(part).map((other) => (Array.isArray(value) ? value.map((each, i) => (String(i) === name ? other : each)) : { ...value, [name]: other })));
  const without = Object.keys(value).map((name) => fc.constant(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))));
  return fc.oneof(...parts, ...without, fc.anything(), fc.dictionary(fc.string(), fc.anything()).map((more) => ({ ...value, ...more })));
}

/** As text; what JSON cannot say (undefined, a bigint) is sent as it is written. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return fc.stringify(value);
  }
}

function isMeant(schema: typeof saveSchema | typeof openSchema | typeof leaseSchema | typeof startSchema, text: string): boolean {
  try {
    return schema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

describeEachDatabase("a hostile browser", (db: () => PrismaClient, isLast) => {
  it("is refused in words for thousands of malformed bodies, and changes nothing", async () => {
    const { id: userId } = await createLearner(db());
    const made = await createAttempt(db(), userId);
    const { attemptId, leaseId } = made;
    const edge: SaveEdge = { clock: clockAt(1000), requireUser: () => Promise.resolve({ userId }), readSession: () => Promise.resolve({ userId, sessionVersion: 0 }) };
    const start: Post = (request, _, given) => postStart(request, given);
    const targets = [
      { post: postSave as Post, schema: saveSchema, good: saveOf(made, 0, rightResponse(made.items[0]!)) },
      { post: postSave as Post, schema: saveSchema, good: saveOf(made, 2, rightResponse(made.items[2]!)) },
      { post: postOpen as Post, schema: openSchema, good: { leaseId, position: 0 } },
      { post: postLease as Post, schema: leaseSchema, good: { leaseId } },
      { post: postSubmit as Post, schema: leaseSchema, good: { leaseId } },
      { post: start, schema: startSchema, good: { attemptId: randomUUID(), setup: { ...usualSetup, scope: { kind: "topics", topics: ["engines"] }, forms: ["date"] } } },
    ];
    const bodies = fc.oneof(...targets.map(({ post, schema, good }) => fc.oneof({ weight: 8, arbitrary: spoilt(good).map(written) }, fc.string(), fc.json()).filter((text) => !isMeant(schema, text)).map((text) => ({ post, text }))));
    const before = await quizSnapshot(db());
    const check = fc.asyncProperty(bodies, async ({ post, text }) => {
      const response = await post(bodyOf(text), { params: Promise.resolve({ attemptId }) }, edge);
      expect([400, 413]).toContain(response.status);
      expect(await response.json()).toMatchObject({ error: { code: expect.stringMatching(/^(INVALID|TOO_LARGE)$/), message: expect.stringMatching(/\w/) } });
    });
    await fc.assert(check, { seed: 6, numRuns: isLast ? 10_000 : 500 });
    expect(await quizSnapshot(db())).toBe(before);
  });

  const kinds = (ids: string[], prompts: number): QuizSave["response"][] => [
    null,
    { kind: "choice", option: ids[0] ?? "xxxxxxxxxxxx" },
    { kind: "choice", option: "xxxxxxxxxxxx" },
    { kind: "choices", options: ids },
    { kind: "order", order: ids },
    { kind: "pairs", pairs: Array.from({ length: Math.max(1, prompts) }, (_, i) => ids[i] ?? null) },
    { kind: "typed", text: "x" },
    { kind: "typed", text: "x".repeat(1000) },
  ];

  it("learns nothing of a question that was not shown yet: whatever is sent for it gets the same words", async () => {
    const { id: userId } = await createLearner(db());
    const made = await createAttempt(db(), userId, { items: quizItems(), setup: { timer: { kind: "question", seconds: 60 } } });
    const before = await quizSnapshot(db());
    for (const [position, { options, prompts = [] }] of made.items.entries()) {
      const refusal = { code: "CONFLICT", message: `Question ${position + 1} is not open.` };
      const ids = optionIdsOf(made.items[position]!, position);
      expect(ids).toHaveLength(options.length);
      for (const response of kinds(ids, prompts.length)) {
        for (const isFinal of [false, true]) await expect(saveAnswer({ userId }, made.attemptId, saveOf(made, position, null, { response, isFinal }), clockAt(1000))).rejects.toMatchObject(refusal);
      }
      if (position > 0) await expect(openQuestion({ userId }, made.attemptId, { leaseId: made.leaseId, position }, clockAt(1000))).rejects.toMatchObject(refusal);
    }
    expect(await quizSnapshot(db())).toBe(before);
  });

  it("cannot answer with the options of another question, or of another quiz", async () => {
    const { id: userId } = await createLearner(db());
    const items = quizItems();
    const made = await createAttempt(db(), userId, { items });
    const before = await quizSnapshot(db());
    const edge: SaveEdge = { clock: clockAt(1000), requireUser: () => Promise.resolve({ userId }), readSession: () => Promise.resolve({ userId, sessionVersion: 0 }) };
    const other = items.findIndex(({ options }) => options.length > 0);
    for (const [position, item] of items.entries()) {
      const foreign = position === other ? optionIdsOf(item, 59) : optionIdsOf(items[other]!, other);
      for (const response of kinds(foreign, item.prompts?.length ?? 0).filter((each) => each !== null && each.kind !== "typed")) {
        const answered = await postSave(bodyOf(JSON.stringify(saveOf(made, position, null, { response }))), { params: Promise.resolve({ attemptId: made.attemptId }) }, edge);
        expect([item.type, response, answered.status, await answered.json()]).toEqual([item.type, response, 400, { error: { code: "INVALID", message: "This answer does not fit the question." } }]);
      }
    }
    expect(await quizSnapshot(db())).toBe(before);
  });

  it.each<[string, string, number]>([
    ["a body of 16 kB and a byte", " ".repeat(16 * 1024 + 1), 413],
    ["lists in lists, as deep as fits", "[".repeat(16_000), 400],
    ["objects in objects", '{"leaseId":'.repeat(1400), 400],
    ["objects in objects that are closed", `${'{"a":'.repeat(2600)}1${"}".repeat(2600)}`, 400],
    ["a number beyond all numbers", '{"leaseId":1e999}', 400],
    ["a list for an object", '[{"leaseId":"00000000-0000-4000-8000-000000000000"}]', 400],
    ["half a character", '{"leaseId":"\\ud83d"}', 400],
    ["the constructor", '{"constructor":{"prototype":{"leaseId":1}}}', 400],
  ])("is refused on every way in for %s", async (_, text, status) => {
    const { id: userId } = await createLearner(db());
    const { attemptId } = await createAttempt(db(), userId);
    const before = await quizSnapshot(db());
    const edge: SaveEdge = { clock: clockAt(1000), requireUser: () => Promise.resolve({ userId }), readSession: () => Promise.resolve({ userId, sessionVersion: 0 }) };
    const context = { params: Promise.resolve({ attemptId }) };
    for (const answered of await Promise.all([postStart(bodyOf(text), edge), ...[postLease, postSave, postOpen, postSubmit].map((post) => post(bodyOf(text), context, edge))])) {
      expect(answered.status).toBe(status);
      expect(await answered.json()).toMatchObject({ error: { message: expect.stringMatching(/\w/) } });
    }
    expect(await quizSnapshot(db())).toBe(before);
  });

  it("is told that there is no such quiz when the account was deleted in the middle of it", async () => {
    const { id: userId } = await createLearner(db());
    const made = await createAttempt(db(), userId);
    await db().user.delete({ where: { id: userId } });
    const edge: SaveEdge = { clock: clockAt(1000), requireUser: () => Promise.resolve({ userId }), readSession: () => Promise.resolve({ userId, sessionVersion: 0 }) };
    const context = { params: Promise.resolve({ attemptId: made.attemptId }) };
    const { leaseId } = made;
    const lost = { error: { code: "NOT_FOUND", message: "There is no such quiz." } };
    const ways = [postLease(bodyOf(JSON.stringify({ leaseId })), context, edge), postSave(bodyOf(JSON.stringify(saveOf(made, 0, null))), context, edge), postOpen(bodyOf(JSON.stringify({ leaseId, position: 0 })), context, edge), postSubmit(bodyOf(JSON.stringify({ leaseId })), context, edge), getStatus(new Request("http://localhost:3000/api/quiz"), context, edge)];
    for (const answered of await Promise.all(ways)) expect([answered.status, await answered.json()]).toEqual([404, lost]);
    const started = await postStart(bodyOf(JSON.stringify({ attemptId: made.attemptId, setup: usualSetup })), edge);
    expect([started.status, await started.json()]).toEqual([401, { error: { code: "UNAUTHENTICATED", message: "Please sign in again." } }]);
    expect(await db().quizAttempt.count()).toBe(0);
  });

  it("gets nothing out of studying by the ids of a quiz", async () => {
    const { id: userId } = await createLearner(db());
    const made = await createAttempt(db(), userId);
    const before = await quizSnapshot(db());
    const edge = { clock: () => msAfter(1000), requireUser: () => Promise.resolve({ userId }), readSession: () => Promise.resolve({ userId, sessionVersion: 0 }) };
    for (const presentationId of [made.attemptId, made.leaseId]) {
      const [answer, undo, report] = [
        { eventId: randomUUID(), presentationId, response: { kind: "choice", option: 0 }, elapsedMs: 1 },
        { eventId: randomUUID(), presentationId, undoes: made.attemptId },
        { reportId: randomUUID(), presentationId, reason: "wrong-answer" },
      ];
      for (const [answered, status] of [[await postAnswer(bodyOf(JSON.stringify(answer)), edge), 404], [await postUndo(bodyOf(JSON.stringify(undo)), edge), 404], [await postReport(bodyOf(JSON.stringify(report)), edge), 404]] as const) {
        expect([answered.status, await answered.json()]).toMatchObject([status, { error: { code: "NOT_FOUND" } }]);
      }
    }
    expect(await db().reviewEvent.count()).toBe(0);
    expect(await quizSnapshot(db())).toBe(before);
  });
});
