import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { getStatus, postLease, postOpen, postSave, postStart, postSubmit, type SaveEdge } from "@/app/api/quiz/handlers";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { AppError } from "@/lib/shared/app-error";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, rightResponse, wrongResponse } from "@/tests/support/factories";
import { told, walk } from "@/tests/support/quiz-told";
import { clockAt, createAttempt, quizItems, quizSnapshot, saveOf, type AttemptInput } from "@/tests/support/quizzes";

const site = "http://localhost:3000/api/quiz/attempts";
const post = (body: unknown, headers: Record<string, string> = {}) =>
  new Request(site, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });
const get = (query = "", headers: Record<string, string> = {}) => new Request(`${site}/x/status${query}`, { headers });
const of = (attemptId: string) => ({ params: Promise.resolve({ attemptId }) });
const edgeOf = (userId: string, ms = 1000): SaveEdge => ({ clock: clockAt(ms), requireUser: () => Promise.resolve({ userId }), readSession: () => Promise.resolve({ userId, sessionVersion: 0 }) });
const nobody: SaveEdge = { clock: clockAt(0), requireUser: () => Promise.reject(new AppError("UNAUTHENTICATED")), readSession: () => Promise.resolve(null) };

async function outcome(answered: Promise<Response>) {
  const response = await answered;
  const text = await response.text();
  const body = JSON.parse(text) as Record<string, unknown> & { error?: { code: string; message: string } };
  return { status: response.status, code: body.error?.code, message: body.error?.message, body, sent: `${text}\n${JSON.stringify([...response.headers])}`, cache: response.headers.get("cache-control") };
}

/** What a learner must not be able to read of an item, anywhere (`parts`) or as a value of its own (`values`: ids that are words as well). What stands in the question for all to see is no secret. */
function secretsOf(item: Item, visible: string): { parts: string[]; values: string[] } {
  const entities = [...item.options, ...(item.prompts ?? []), ...(Array.isArray(item.key) ? [] : [item.key])].flatMap(({ entity }) => entity ?? []);
  const certificates = item.options.flatMap(({ certificate }) => (certificate ? [JSON.stringify(certificate)] : []));
  const key = Array.isArray(item.key) || visible.includes(item.key.text) ? [] : [item.key.text];
  return { parts: [item.id, item.template, ...item.tests, ...item.asserts, ...certificates, ...key], values: [item.predicate, ...entities] };
}

const visibleOf = ({ stem, options, prompts, described }: Item) => [stem, described ?? "", ...options.map(({ text }) => text), ...(prompts ?? []).map(({ text }) => text)].join("\n");

describeEachDatabase("the quiz API", (db: () => PrismaClient) => {
  async function begun(input?: AttemptInput) {
    const userId = (await createLearner(db())).id;
    const made = await createAttempt(db(), userId, input);
    return { userId, made, context: () => of(made.attemptId), edge: edgeOf(userId) };
  }

  it("takes a quiz from its start to its end", async () => {
    const userId = (await createLearner(db())).id;
    const [attemptId, leaseId] = [randomUUID(), randomUUID()];
    const setup = { ...usualSetup, count: 5, forms: ["multiple-choice"], scope: { kind: "topics", topics: ["engines"] } };
    const started = await outcome(postStart(post({ attemptId: attemptId.toUpperCase(), setup, timeZone: "Asia/Shanghai" }), edgeOf(userId, 0)));
    expect(started).toMatchObject({ status: 200, body: { attemptId, count: 5 }, cache: "private, no-store" });
    const leased = await outcome(postLease(post({ leaseId }), of(attemptId), edgeOf(userId)));
    const { questions } = leased.body as { questions: { options: { id: string }[] }[] };
    for (const [position, { options }] of questions.entries()) {
      const save = { leaseId, position, sequence: 1, response: { kind: "choice", option: options[0]!.id }, certainty: null, isFlagged: false, isFinal: false, elapsedMs: 1234.5 };
      expect(await outcome(postSave(post(save), of(attemptId), edgeOf(userId)))).toMatchObject({ status: 200, body: { isOpen: true, isHolder: true, position, sequence: 1, clock: { leftMs: 599_000 } } });
    }
    expect(await outcome(getStatus(get(`?leaseId=${leaseId}`), of(attemptId), edgeOf(userId)))).toMatchObject({ status: 200, body: { isOpen: true, isHolder: true } });
    for (let i = 0; i < 2; i++) expect(await outcome(postSubmit(post({ leaseId }), of(attemptId), edgeOf(userId)))).toMatchObject({ status: 200, body: { state: "graded" } });
    expect(await outcome(postLease(post({ leaseId }), of(attemptId), edgeOf(userId)))).toMatchObject({ status: 200, body: { isOpen: false, closed: "graded" } });
  });

  it("tells nobody but the learner that there is such a quiz", async () => {
    const { made } = await begun();
    const other = edgeOf((await createLearner(db())).id);
    const before = await quizSnapshot(db());
    const save = saveOf(made, 0, null);
    const { leaseId } = made;
    for (const id of [made.attemptId, randomUUID(), "x", "%00", "../../study"]) {
      const outcomes = [postLease(post({ leaseId }), of(id), other), getStatus(get(), of(id), other), postSave(post(save), of(id), other), postOpen(post({ leaseId, position: 0 }), of(id), other), postSubmit(post({ leaseId }), of(id), other)];
      for (const each of outcomes) expect(await outcome(each)).toMatchObject({ status: 404, code: "NOT_FOUND", message: "There is no such quiz." });
    }
    expect(await outcome(postStart(post({ attemptId: made.attemptId, setup: usualSetup }), other))).toMatchObject({ status: 409, message: "This quiz could not be started. Please start it again." });
    expect(await quizSnapshot(db())).toBe(before);
  });

  test.each<[string, Record<string, string>, number]>([
    ["another site's page", { origin: "https://example.org" }, 403],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }, 403],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["a length that is a lie", { "content-length": "999999" }, 413],
  ])("refuses %s", async (_, headers, status) => {
    const { made, context, edge } = await begun();
    const before = await quizSnapshot(db());
    const { leaseId } = made;
    const outcomes = [postLease(post({ leaseId }, headers), context(), edge), postSave(post(saveOf(made, 0, null), headers), context(), edge), postSubmit(post({ leaseId }, headers), context(), edge), postStart(post({ attemptId: randomUUID(), setup: usualSetup }, headers), edge)];
    for (const each of outcomes) expect(await outcome(each)).toMatchObject({ status });
    expect(await quizSnapshot(db())).toBe(before);
  });

  it("asks for a session", async () => {
    const { made } = await begun();
    for (const each of [postStart(post({}), nobody), postSave(post({}), of(made.attemptId), nobody), getStatus(get(), of(made.attemptId), nobody)]) expect(await outcome(each)).toMatchObject({ status: 401 });
  });

  it("refuses in words what is no save, and keeps what it had", async () => {
    const { made, context, edge } = await begun();
    const good = saveOf(made, 0, rightResponse(made.items[0]!));
    const bad = [
      ...["", "null", "[]", "{", '"x"', JSON.stringify(good).replace("{", '{"__proto__":{"x":1},')],
      ...[{ position: -1 }, { position: 60 }, { position: 0.5 }, { position: "0" }, { sequence: 0 }, { sequence: 2 ** 31 }, { sequence: 1.5 }, { certainty: 0 }, { certainty: 4 }, { isFlagged: 1 }, { leaseId: "x" }, { elapsedMs: -1 }, { elapsedMs: null }, { savedAt: "2020-01-01" }, { now: 0 }],
      ...[{ kind: "rating", rating: 4 }, { kind: "choice", option: 0 }, { kind: "choice", option: "nothing" }, { kind: "choice" }, { kind: "order", order: Array(13).fill("q0-0-xxxxxxx") }, { kind: "typed", text: "\u0000" }, { kind: "typed", text: "\ud83d" }, { kind: "typed", text: "x".repeat(1001) }, 7, "x"].map((response) => ({ response })),
    ].map((each) => (typeof each === "string" ? each : { ...good, ...each }));
    const before = await quizSnapshot(db());
    for (const body of bad) {
      const refusal = await outcome(postSave(post(body), context(), edge));
      expect({ body, status: refusal.status, code: refusal.code }).toEqual({ body, status: 400, code: "INVALID" });
      expect(refusal.message).toMatch(/\w/);
    }
    expect(await quizSnapshot(db())).toBe(before);
    expect(await outcome(postSave(post({ ...good, elapsedMs: 1e300 }), context(), edge))).toMatchObject({ status: 200 });
    expect(await db().quizSlot.findFirst({ where: { sequence: 1 } })).toMatchObject({ elapsedMs: 86_400_000 });
  });

  test.each<[string, unknown]>([
    ["more questions than there may be", { count: 61 }], ["fewer than there may be", { count: 4 }], ["flashcards", { forms: ["flashcard"] }], ["no form", { forms: [] }], ["a limit of a second", { timer: { kind: "paper", seconds: 1 } }],
    ["no topic", { scope: { kind: "topics", topics: [] } }], ["an odd topic", { scope: { kind: "topics", topics: ["a b"] } }], ["more than was asked", { seed: 1 }], ["an unknown scheme", { marking: "generous" }],
  ])("starts no quiz with %s", async (_, more) => {
    const userId = (await createLearner(db())).id;
    expect(await outcome(postStart(post({ attemptId: randomUUID(), setup: { ...usualSetup, ...(more as object) } }), edgeOf(userId)))).toMatchObject({ status: 400, code: "INVALID" });
    expect(await db().quizAttempt.count()).toBe(0);
  });

  it.each(["paper", "question"] as const)("keeps the key back in every reply before the end, with a limit for each %s", async (kind) => {
    const items = quizItems();
    const { made, context, edge } = await begun({ items, setup: { timer: { kind, seconds: 300 } } });
    const { leaseId } = made;
    const replies: Awaited<ReturnType<typeof outcome>>[] = [];
    const ask = async (reply: Promise<Response>) => void replies.push(await outcome(reply));
    await ask(postLease(post({ leaseId }), context(), edge));
    for (const [position, item] of items.entries()) {
      await ask(postOpen(post({ leaseId, position: position + 1 }), context(), edge));
      await ask(postOpen(post({ leaseId, position }), context(), edge));
      const right = rightResponse(item);
      // A right text that the learner typed comes back to the learner.
      await ask(postSave(post(saveOf(made, position, right.kind === "typed" ? wrongResponse(item) : right)), context(), edge));
      await ask(postSave(post(saveOf(made, position, wrongResponse(item), { sequence: 2, isFinal: true })), context(), edge));
      await ask(postSave(post(saveOf(made, position, { kind: "typed", text: "?".repeat(201) }, { sequence: 3 })), context(), edge));
    }
    await ask(postLease(post({ leaseId }), context(), edge));
    await ask(getStatus(get(`?leaseId=${leaseId}`), context(), edge));
    await ask(postSubmit(post({ leaseId: randomUUID() }), context(), edge));
    await ask(postSubmit(post({ leaseId }), context(), edge));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 400, 409]));
    expect(replies.filter(({ body }) => "questions" in body).at(-1)!.body.questions).toHaveLength(items.length);

    const { names, texts } = walk(replies.map(({ body, code }) => (code ? {} : body)));
    expect([...names].filter((name) => !told.has(name))).toEqual([]);
    expect(texts.filter((text) => items.some(({ seed }) => seed > 99 && text === String(seed)))).toEqual([]);
    // Coastlines are the same in every question, and full of numbers.
    const [sent, all] = [replies.map((reply) => reply.sent.replaceAll(/"M[-\d][^"]*"/g, "")).join("\n"), new Set(texts)];
    const visible = items.map(visibleOf).join("\n");
    for (const item of items) {
      const { parts, values } = secretsOf(item, visible);
      expect(parts.filter((secret) => sent.includes(secret))).toEqual([]);
      expect(values.filter((secret) => all.has(secret) && !visible.includes(secret))).toEqual([]);
    }
  });

  it("names options anew in every quiz, by nothing that tells what they are", async () => {
    const userId = (await createLearner(db())).id;
    const setup = { ...usualSetup, count: 5, forms: ["true-false"], scope: { kind: "topics", topics: ["engines"] } };
    const ids: string[] = [];
    for (let i = 0; i < 2; i++) {
      const { body } = await outcome(postStart(post({ attemptId: randomUUID(), setup }), edgeOf(userId)));
      const { optionIds } = (await db().quizSlot.findFirst({ where: { attemptId: body.attemptId as string } }))!;
      ids.push(...optionIds);
    }
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[\w-]{12}$/);
  });
});
