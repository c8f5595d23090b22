import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { HttpLearner } from "@/tests/support/http-learner";
import { startServer, type AppServer } from "@/tests/support/server";

type Sent = { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer };
type Answered = { status: number; headers: Record<string, unknown>; body: string };

/** How a body is sent, and over which connection, is the server's and not the answer's. */
const ofTransport = ["date", "connection", "keep-alive", "content-length", "transfer-encoding", "vary"];

describe("a save over HTTP", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "hangtian-front-"));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let server: AppServer;
  let cookie: string;
  let attemptId: string;

  beforeAll(async () => {
    server = await startServer({ dataDir });
    ({ cookie, attemptId } = await begin());
  });
  afterAll(async () => {
    agent.destroy();
    await server?.end("SIGTERM");
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** A guest with a quiz that has just begun; by beginning it the server has come to know the cookie. */
  async function begin() {
    const learner = new HttpLearner(server.url);
    await learner.signIn("guest");
    const attemptId = randomUUID();
    const body = JSON.stringify({ attemptId, setup: { ...usualSetup, timer: { kind: "none" } } });
    const started = await learner.fetch("/api/quiz/attempts", { method: "POST", body, headers: { "content-type": "application/json" } });
    expect(started.status).toBe(200);
    return { cookie: learner.cookie, attemptId };
  }

  const pathOf = (id = attemptId) => `/api/quiz/attempts/${id}/saves`;
  const save = (more: object = {}) => JSON.stringify({ leaseId: attemptId, position: 0, sequence: 1, response: null, certainty: null, isFlagged: true, isFinal: false, elapsedMs: 10, ...more });

  function ask(path: string, { method = "POST", headers = {}, body = save() }: Sent = {}): Promise<Answered> {
    const { hostname, port } = new URL(server.url);
    const length = "transfer-encoding" in headers ? {} : { "content-length": Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const asking = request({ hostname, port, path, method, agent, headers: { "content-type": "application/json", cookie, ...length, ...headers } }, (response) => {
        text(response).then((answered) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answered }), reject);
      });
      asking.once("error", reject).end(body);
    });
  }

  /** By a query the framework is asked for the same. */
  const asFramework = (path: string) => `${path}?`;
  const isOfFront = ({ headers }: Answered) => "content-length" in headers && !("vary" in headers);
  const comparable = ({ status, headers, body }: Answered) => ({ status, body, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTransport.includes(name))) });

  test.each<[string, () => Sent & { path?: string }]>([
    ["is kept", () => ({})],
    ["names a quiz in capitals", () => ({ path: pathOf(attemptId.toUpperCase()) })],
    ["comes from the app's own page", () => ({ headers: { origin: server.url, "sec-fetch-site": "same-origin" } })],
    ["comes from another site", () => ({ headers: { origin: "https://example.org" } })],
    ["comes from another site of the same owner", () => ({ headers: { "sec-fetch-site": "same-site" } })],
    ["comes from nowhere", () => ({ headers: { origin: "null" } })],
    ["is a form", () => ({ headers: { "content-type": "application/x-www-form-urlencoded" } })],
    ["is text", () => ({ headers: { "content-type": "text/plain;application/json" } })],
    ["is of no type", () => ({ headers: { "content-type": "" } })],
    ["has a character set", () => ({ headers: { "content-type": "Application/JSON; charset=utf-8" } })],
    ["has no body", () => ({ body: "" })],
    ["is half of one", () => ({ body: save().slice(0, 40) })],
    ["is not UTF-8", () => ({ body: Buffer.from([0x22, 0xff, 0x22]) })],
    ["begins with a byte order mark", () => ({ body: `\u{FEFF}${save()}` })],
    ["has a word too many", () => ({ body: save({ at: 0 }) })],
    ["has a sequence too great", () => ({ body: save({ sequence: 2 ** 31 }) })],
    ["has a name that objects have", () => ({ body: save().replace("{", '{"__proto__":{"a":1},') })],
    ["is for no place", () => ({ body: save({ position: 59 }) })],
    ["does not fit the question", () => ({ body: save({ sequence: 9, response: { kind: "choice", option: "abcdefghijkl" } }) })],
    ["is for no quiz", () => ({ path: pathOf(randomUUID()) })],
    ["is for what cannot be a quiz", () => ({ path: pathOf("11111111-1111-0111-0111-111111111111"), body: "{" })],
    ["is as large as may be", () => ({ body: save().padEnd(16_384) })],
    ["is too large", () => ({ body: save().padEnd(16_385) })],
    ["is in pieces and too large", () => ({ body: save().padEnd(70_000), headers: { "transfer-encoding": "chunked" } })],
    ["has a wrong cookie", () => ({ headers: { cookie: "next-auth.session-token=x" } })],
    ["has no cookie", () => ({ headers: { cookie: "" } })],
    ["has its cookie under the name for https", () => ({ headers: { cookie: cookie.replaceAll("next-auth.session", "__Secure-next-auth.session") } })],
    ["came by https", () => ({ headers: { "x-forwarded-proto": "https" } })],
    ["claims another address", () => ({ headers: { "x-forwarded-for": "10.0.0.1", "x-forwarded-host": "example.org" } })],
    ["is got", () => ({ method: "GET", body: "" })],
    ["is put", () => ({ method: "PUT" })],
    ["is asked what may be done", () => ({ method: "OPTIONS", body: "" })],
  ])("that %s is answered alike with and without the framework", async (_name, sent) => {
    const { path = pathOf(), ...given } = sent();
    const [front, framework] = [await ask(path, given), await ask(asFramework(path), given)];
    expect(isOfFront(framework)).toBe(false);
    expect(comparable(front)).toEqual(comparable(framework));
  });

  test.each([
    "/API/quiz/attempts/{}/saves", "//api/quiz/attempts/{}/saves", "/api/quiz//attempts/{}/saves", "/api/quiz/attempts/../attempts/{}/saves", "/api/quiz/%61ttempts/{}/saves",
    "/api/quiz/attempts/{}%2Fsaves", "/api/quiz/attempts/{}/saves/", "/api/quiz/attempts/{}/saves%00", "/api/quiz/attempts/{}/saves#saves",
  ])("at %s is for the framework", async (path) => {
    expect(isOfFront(await ask(path.replace("{}", attemptId)))).toBe(false);
  });

  it("goes past the framework for whoever has just begun, also after one that was refused before it was read", async () => {
    expect(await ask(pathOf(), { headers: { origin: "https://example.org" }, body: save().padEnd(16_384) })).toMatchObject({ status: 403 });
    const next = await ask(pathOf());
    expect([next.status, isOfFront(next)]).toEqual([200, true]);
  });

  /** Sends so much of a save over a connection of its own, and goes. */
  async function breakOff(path: string, length: number): Promise<void> {
    const { hostname, port, host } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port) });
    const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${save().length}\r\n\r\n`;
    await new Promise<void>((resolve) => socket.write(head + save().slice(0, length), () => resolve()));
    // What the server has begun to read is what matters, so the next answer comes first.
    await ask(pathOf());
    socket.destroy();
  }

  it("that breaks off is nothing to tell the log, and keeps nobody from saving", async () => {
    const before = server.output();
    for (const length of [0, 1, 60, save().length]) {
      await breakOff(pathOf(), length);
      await breakOff(asFramework(pathOf()), length);
    }
    // A request that broke off is noticed before later ones are answered.
    for (let i = 0; i < 5; i++) expect(await ask(pathOf())).toMatchObject({ status: 200 });
    expect(server.output()).toBe(before);
  });
});
