import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { NextRequest } from "next/server";
import { describe, expect, it, test } from "vitest";
import { checkedAuthRequest } from "@/app/api/auth/request";
import { failed } from "@/app/api/_http/respond";
import { getCards, postAnswer, type Edge } from "@/app/api/study/handlers";
import { checkHealth } from "@/lib/data/health";
import type { PrismaClient } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, givenAnswer, itemOf, morning, rightResponse, snapshot } from "@/tests/support/factories";

const site = "http://localhost:3000";
const clock = () => morning;
const edgeOf = (userId: string): Edge => ({ clock, requireUser: () => Promise.resolve({ userId }) });
const nobody: Edge = { clock, requireUser: () => Promise.reject(new AppError("UNAUTHENTICATED")) };

const getRequest = (query = "", headers: Record<string, string> = {}) => new Request(`${site}/api/study/cards${query}`, { headers });
const postRequest = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(`${site}/api/study/answers`, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

async function outcome(response: Promise<Response>) {
  const { status, headers } = await response;
  const body = (await (await response).clone().json()) as Record<string, unknown>;
  return { status, code: (body.error as { code?: string } | undefined)?.code, body, cache: headers.get("cache-control") };
}

describeEachDatabase("the study API", (db: () => PrismaClient) => {
  const learner = async () => (await createLearner(db())).id;

  async function cardFor(userId: string): Promise<string> {
    const { body } = await outcome(getCards(getRequest("?count=1"), edgeOf(userId)));
    return (body.cards as { presentationId: string }[])[0]!.presentationId;
  }

  it("hands out cards and takes their answers", async () => {
    const userId = await learner();
    const presentationId = await cardFor(userId);
    const given = givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId)));
    const { status, body, cache } = await outcome(postAnswer(postRequest(JSON.stringify(given)), edgeOf(userId)));
    expect({ status, cache }).toEqual({ status: 200, cache: "private, no-store" });
    expect(body).toMatchObject({ feedback: { isRight: true } });
    const again = await outcome(getCards(getRequest(`?count=3&holding=${await cardFor(userId)}&timeZone=Asia/Shanghai`), edgeOf(userId)));
    expect(again).toMatchObject({ status: 200, body: { cards: expect.any(Array), remaining: { due: 0, new: 9 } } });
  });

  it.each(["CST", "Mars/Olympus"])("takes an answer from a browser that says it is in %s, and counts the day where the learner was", async (timeZone) => {
    const userId = await learner();
    const presentationId = await cardFor(userId);
    const given = { ...givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId))), timeZone };
    expect(await outcome(postAnswer(postRequest(JSON.stringify(given)), edgeOf(userId)))).toMatchObject({ status: 200 });
    expect(await db().reviewEvent.findFirst()).toMatchObject({ timeZone: (await db().user.findFirst())!.timeZone });
    expect(await outcome(getCards(getRequest(`?timeZone=${timeZone}`), edgeOf(userId)))).toMatchObject({ status: 200 });
  });

  it("asks for a session", async () => {
    expect(await outcome(getCards(getRequest(), nobody))).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    expect(await outcome(postAnswer(postRequest("{}"), nobody))).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  });

  test.each(["?count=0", "?count=11", "?count=x", "?count=1.5", "?holding=abc", "?holding=%00", "?timeZone=here%00", `?holding=${Array(25).fill(randomUUID()).join(",")}`])(
    "refuses the query %s",
    async (query) => {
      const userId = await learner();
      expect(await outcome(getCards(getRequest(query), edgeOf(userId)))).toMatchObject({ status: 400, code: "INVALID" });
      expect(await db().presentation.count()).toBe(0);
    },
  );

  test.each<[string, Record<string, string>, number]>([
    ["another site's page", { origin: "https://example.org" }, 403],
    ["a page without an address", { origin: "null" }, 403],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }, 403],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["plain text", { "content-type": "text/plain" }, 415],
    ["a length that is a lie", { "content-length": "999999" }, 413],
  ])("refuses %s", async (_, headers, status) => {
    const userId = await learner();
    const presentationId = await cardFor(userId);
    const body = JSON.stringify(givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId))));
    const before = await snapshot(db());
    expect(await outcome(postAnswer(postRequest(body, headers), edgeOf(userId)))).toMatchObject({ status });
    expect(await snapshot(db())).toBe(before);
  });

  it("takes requests of its own pages", async () => {
    const userId = await learner();
    const own = { origin: site, host: "localhost:3000", "sec-fetch-site": "same-origin" };
    expect(await outcome(getCards(getRequest("", own), edgeOf(userId)))).toMatchObject({ status: 200 });
  });

  it("knows an id in whichever case it is written", async () => {
    const userId = await learner();
    const presentationId = await cardFor(userId);
    const given = givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId)));
    const held = await outcome(getCards(getRequest(`?count=10&holding=${presentationId.toUpperCase()}`), edgeOf(userId)));
    expect(JSON.stringify(held.body)).not.toContain(presentationId);
    const shouted = { ...given, eventId: given.eventId.toUpperCase(), presentationId: presentationId.toUpperCase() };
    const told = await outcome(postAnswer(postRequest(JSON.stringify(shouted)), edgeOf(userId)));
    expect(told).toMatchObject({ status: 200 });
    for (const again of [shouted, given]) expect(await outcome(postAnswer(postRequest(JSON.stringify(again)), edgeOf(userId)))).toEqual(told);
    expect(await db().reviewEvent.count()).toBe(1);
  });

  test.each([
    ["half a character", '"\\ud83d"'],
    ["two halves in the wrong order", '"\\ude80\\ud83d"'],
    ["a zero character", '"1970\\u0000"'],
  ])("refuses %s in a typed text, which the database could not store", async (_, text) => {
    const userId = await learner();
    const presentationId = await cardFor(userId);
    const item = { ...(await itemOf(db(), presentationId)), type: "short-answer", options: [], key: { text: "1970" } };
    await db().presentation.update({ where: { id: presentationId }, data: { item } });
    const body = JSON.stringify(givenAnswer(presentationId, { kind: "typed", text: "?" })).replace('"?"', text);
    expect(await outcome(postAnswer(postRequest(body), edgeOf(userId)))).toMatchObject({ status: 400, code: "INVALID" });
    expect(await db().reviewEvent.count()).toBe(0);
  });

  it("refuses a body that names the prototype", async () => {
    const userId = await learner();
    const given = givenAnswer(await cardFor(userId), { kind: "choice", option: 0 });
    const body = JSON.stringify(given).replace("{", '{"__proto__":{"userId":"x"},');
    expect(await outcome(postAnswer(postRequest(body), edgeOf(userId)))).toMatchObject({ status: 400 });
  });

  it("takes requests of its own pages through two proxies", async () => {
    const own = { origin: "https://learn.example", host: "inner:3000", "x-forwarded-host": "learn.example, middle:8080" };
    expect(await outcome(getCards(getRequest("", own), edgeOf(await learner())))).toMatchObject({ status: 200 });
  });

  it("stops reading an endless body at 16 kB", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(32));
      },
    });
    const request = new Request(`${site}/api/study/answers`, { method: "POST", body: endless, headers: { "content-type": "application/json" }, duplex: "half" } as RequestInit);
    expect(await outcome(postAnswer(request, edgeOf(await learner())))).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(64 * 1024);
  });

  test.each<[string, BodyInit]>([
    ["no JSON", "{"],
    ["nothing", ""],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00])],
    ["null", "null"],
    ["a deep nest", "[".repeat(8000)],
  ])("answers 400 to %s", async (_, body) => {
    expect(await outcome(postAnswer(postRequest(body), edgeOf(await learner())))).toMatchObject({ status: 400, code: "INVALID" });
  });

  test.each(["", " ", "Europe/Berlin; drop", "\u0000", "z".repeat(65), 7, null, {}])("answers 400 to the zone %j", async (timeZone) => {
    const userId = await learner();
    const good = givenAnswer(await cardFor(userId), { kind: "choice", option: 0 });
    expect(await outcome(postAnswer(postRequest(JSON.stringify({ ...good, timeZone })), edgeOf(userId)))).toMatchObject({ status: 400, code: "INVALID" });
    expect(await db().reviewEvent.count()).toBe(0);
  });

  it("never breaks on, and never stores anything of, a malformed answer", async () => {
    const userId = await learner();
    const presentationId = await cardFor(userId);
    const good = givenAnswer(presentationId, { kind: "choice", option: 0 });
    const before = await snapshot(db());
    const junk = fc.oneof(fc.jsonValue(), fc.string(), fc.constantFrom("\u0000", -1, 1e308, null, {}, [], "__proto__"));
    // A zone that nobody knows is taken (see above), so it has a table of its own below.
    const names = [...Object.keys(good).filter((name) => name !== "timeZone"), "extra"];
    const changed = fc.tuple(fc.constantFrom(...names), junk).map(([name, value]) => ({ ...good, [name]: value }));
    const reshaped = fc.record({ kind: fc.constantFrom("choice", "typed", "rating", "other"), option: junk, text: junk }).map((response) => ({ ...good, response }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), changed, reshaped), async (body) => {
        fc.pre(JSON.stringify(body) !== JSON.stringify({ ...good, elapsedMs: (body as typeof good | null)?.elapsedMs }));
        const { status, code } = await outcome(postAnswer(postRequest(JSON.stringify(body)), edgeOf(userId)));
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(code).not.toBe("UNEXPECTED");
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(await snapshot(db())).toBe(before);
  });

  it("answers 404 to unknown ids and to those of others, and 409 to an id used twice", async () => {
    const [one, other] = [await learner(), await learner()];
    const presentationId = await cardFor(one);
    const given = givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId)));
    const send = (body: object, userId: string) => outcome(postAnswer(postRequest(JSON.stringify(body)), edgeOf(userId)));
    expect(await send(given, other)).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect(await send({ ...given, presentationId: randomUUID() }, one)).toMatchObject({ status: 404 });
    expect(await db().reviewEvent.count()).toBe(0);
    expect(await send(given, one)).toMatchObject({ status: 200 });
    expect(await send({ ...given, presentationId: await cardFor(one) }, one)).toMatchObject({ status: 409, code: "CONFLICT" });
  });

  it("says that it is well, with the version of the content", async () => {
    expect(await checkHealth()).toEqual({ ok: true, contentVersion: expect.stringMatching(/.+/) });
  });
});

describe("the sign-in API", () => {
  const ask = async (path: string[], init: { method?: string; body?: BodyInit; headers?: Record<string, string> } = {}, query = "") => {
    try {
      const request = new NextRequest(`${site}/api/auth/${path.join("/")}${query}`, init);
      return (await checkedAuthRequest(request, path)) ? 200 : 404;
    } catch (error) {
      return failed(error).status;
    }
  };
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const json = { "content-type": "application/json" };

  test.each([
    [200, ["csrf"], {}],
    [200, ["session"], {}],
    [404, ["callback", "guest"], {}],
    [404, ["nonsense"], {}],
    [404, ["callback", "nobody"], { method: "POST", body: "a=b", headers: form }],
    [200, ["callback", "guest"], { method: "POST", body: "csrfToken=x", headers: form }],
    [200, ["callback", "password"], { method: "POST", body: '{"userName":"comet"}', headers: json }],
    [400, ["callback", "password"], { method: "POST", body: "{", headers: json }],
    [400, ["callback", "password"], { method: "POST", body: "[]", headers: json }],
    [400, ["callback", "password"], { method: "POST", body: '{"password":{"a":1}}', headers: json }],
    [400, ["callback", "password"], { method: "POST", body: '{"callbackUrl":"http://["}', headers: json }],
    [413, ["callback", "password"], { method: "POST", body: "x".repeat(20_000), headers: form }],
    [403, ["callback", "password"], { method: "POST", body: "csrfToken=x", headers: { ...form, origin: "https://example.org" } }],
    [403, ["signout"], { method: "POST", body: "csrfToken=x", headers: { ...form, "sec-fetch-site": "cross-site" } }],
    [200, ["signout"], { method: "POST", body: "csrfToken=x", headers: { ...form, origin: site, host: "localhost:3000", "sec-fetch-site": "same-origin" } }],
    [415, ["signout"], { method: "POST", body: "x", headers: { "content-type": "text/plain" } }],
    [404, ["session"], { method: "POST", body: "{}", headers: json }],
  ])("answers %i to %j", async (status, path, init) => {
    expect(await ask(path, init)).toBe(status);
  });

  it("refuses addresses that are none, in the query and in the cookie", async () => {
    expect(await ask(["csrf"], {}, "?callbackUrl=http://[")).toBe(400);
    expect(await ask(["csrf"], { headers: { cookie: "next-auth.callback-url=http%3A%2F%2F%5B" } })).toBe(400);
  });
});
