import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { takeSave } from "@/app/api/quiz/front";
import { rememberClaim } from "@/lib/auth/known-claims";
import type { PrismaClient } from "@/lib/db/generated/client";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner } from "@/tests/support/factories";
import { createAttempt, msAfter, quizSnapshot, saveOf } from "@/tests/support/quizzes";

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer };
type Answered = { status: number; headers: Record<string, unknown>; body: string };

/** What the framework would have answered. */
const toFramework = 299;

describeEachDatabase("saves that go past the framework", (db: () => PrismaClient) => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((given, response) => void (takeSave(given, response) || response.writeHead(toFramework).end()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void server.close());

  async function ask(path: string, { method = "POST", headers = {}, body = "" }: Sent = {}): Promise<Answered> {
    const { port } = server.address() as AddressInfo;
    const length = "transfer-encoding" in headers ? {} : { "content-length": String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const asking = request({ port, host: "127.0.0.1", path, method, headers: { "content-type": "application/json", ...length, ...headers } }, (response) => {
        text(response).then((answered) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answered }), reject);
      });
      asking.once("error", reject).end(body);
    });
  }

  /** Somebody with a quiz that has just begun, whose cookie this process knows. */
  async function begun() {
    const { id: userId } = await createLearner(db());
    const made = await createAttempt(db(), userId);
    const startedAt = new Date();
    await db().quizAttempt.update({ where: { id: made.attemptId }, data: { startedAt, deadlineAt: msAfter(600_000, startedAt), closesAt: msAfter(630_000, startedAt) } });
    const cookie = `session=${userId}`;
    const { port } = server.address() as AddressInfo;
    const address = new Map([["cookie", cookie], ["host", `127.0.0.1:${port}`]]);
    rememberClaim({ get: (name) => address.get(name) ?? null }, { userId, sessionVersion: 0 }, Date.now());
    const path = `/api/quiz/attempts/${made.attemptId}/saves`;
    return { userId, made, cookie, path, save: (sequence = 1) => JSON.stringify(saveOf(made, 0, null, { sequence, isFlagged: true })) };
  }

  it("are kept, and answered as the framework answers them", async () => {
    const { made, path, cookie, save } = await begun();
    const { status, headers, body } = await ask(path, { headers: { cookie }, body: save() });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ "cache-control": "private, no-store", "content-type": "application/json" });
    expect(JSON.parse(body)).toMatchObject({ isOpen: true, isHolder: true, position: 0, sequence: 1, clock: { limitMs: 600_000, question: null } });
    expect(await db().quizSlot.findFirstOrThrow({ where: { attemptId: made.attemptId, position: 0 } })).toMatchObject({ sequence: 1, isFlagged: true });
    expect(JSON.parse((await ask(path, { headers: { cookie }, body: save() })).body)).toMatchObject({ sequence: 1 });
  });

  test.each<[string, (cookie: string) => Sent, number]>([
    ["another site's page", (cookie) => ({ headers: { cookie, origin: "https://example.org" } }), 403],
    ["a form", (cookie) => ({ headers: { cookie, "content-type": "text/plain" } }), 415],
    ["no JSON", (cookie) => ({ headers: { cookie }, body: "{" }), 400],
    ["no UTF-8", (cookie) => ({ headers: { cookie }, body: Buffer.from([0x22, 0xff, 0x22]) }), 400],
    ["no save", (cookie) => ({ headers: { cookie }, body: "{}" }), 400],
    ["a cookie that this process does not know", () => ({ headers: { cookie: "session=other" } }), toFramework],
    ["no cookie", () => ({}), toFramework],
    ["the same cookie at another address", (cookie) => ({ headers: { cookie, "x-forwarded-host": "example.org" } }), toFramework],
    ["a body in pieces", (cookie) => ({ headers: { cookie, "transfer-encoding": "chunked" } }), toFramework],
    ["a large body", (cookie) => ({ headers: { cookie }, body: " ".repeat(16_385) }), toFramework],
    ["another method", (cookie) => ({ headers: { cookie }, method: "PUT" }), toFramework],
  ])("change nothing with %s", async (_name, sent, status) => {
    const { path, cookie, save } = await begun();
    const before = await quizSnapshot(db());
    expect(await ask(path, { body: save(), ...sent(cookie) })).toMatchObject({ status });
    expect(await quizSnapshot(db())).toBe(before);
  });

  it("are for the one whose quiz it is, while the session holds", async () => {
    const [own, other] = [await begun(), await begun()];
    const before = await quizSnapshot(db());
    expect(await ask(own.path, { headers: { cookie: other.cookie }, body: own.save() })).toMatchObject({ status: 404, body: JSON.stringify({ error: { code: "NOT_FOUND", message: "There is no such quiz." } }) });
    await db().user.update({ where: { id: own.userId }, data: { sessionVersion: 1 } });
    expect(await ask(own.path, { headers: { cookie: own.cookie }, body: own.save() })).toMatchObject({ status: 401 });
    await db().user.update({ where: { id: other.userId }, data: { isOneTime: true } });
    expect(await ask(other.path, { headers: { cookie: other.cookie }, body: other.save() })).toMatchObject({ status: 401 });
    expect(await ask("/api/quiz/attempts/x/saves", { headers: { cookie: other.cookie } })).toMatchObject({ status: toFramework });
    expect(await quizSnapshot(db())).toBe(before);
  });
});
