import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { attemptLimits } from "@/lib/auth/rate-limit";
import { HttpLearner } from "@/tests/support/http-learner";
import { startServer, type AppServer } from "@/tests/support/server";

describe("sign-in over HTTP", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "hangtian-auth-"));
  let server: AppServer;

  beforeAll(async () => {
    server = await startServer({ dataDir });
  });
  afterAll(async () => {
    await server?.end("SIGTERM");
    rmSync(dataDir, { recursive: true, force: true });
  });

  const newLearner = () => new HttpLearner(server.url);
  const session = async (learner: HttpLearner) => ((await (await learner.fetch("/api/auth/session")).json()) as { userId?: string }).userId;
  const errorOf = async (response: Response) => new URL(((await response.json()) as { url: string }).url).searchParams.get("error");

  it("makes one guest for one browser, in a cookie that scripts cannot read", async () => {
    const learner = newLearner();
    const response = await learner.signIn("guest", { timeZone: "Europe/Berlin" });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).toMatch(/next-auth\.session-token=[^;]+;.*HttpOnly; SameSite=Lax/);
    const userId = await session(learner);
    expect(userId).toMatch(/^[\da-f-]{36}$/);
    await learner.signIn("guest");
    expect(await session(learner)).toBe(userId);
  });

  it("makes no guest without next-auth's token, nor by GET", async () => {
    const learner = newLearner();
    await learner.fetch("/api/auth/callback/guest", { method: "POST", body: new URLSearchParams({ json: "true" }) });
    expect((await learner.fetch("/api/auth/callback/guest")).status).toBe(404);
    expect(await session(learner)).toBeUndefined();
  });

  it("says that name and password do not fit, and in the end how many minutes to wait", async () => {
    const learner = newLearner();
    const wrong = () => learner.signIn("password", { userName: "comet", password: "wrong password" });
    for (let i = 0; i < attemptLimits["sign-in-name"].limit; i++) {
      const response = await wrong();
      expect([response.status, await errorOf(response)]).toEqual([401, "CredentialsSignin"]);
    }
    expect(await errorOf(await wrong())).toBe("RATE_LIMITED:15");
    expect(await session(learner)).toBeUndefined();
  });

  it("asks for a session, and ends it at sign-out", async () => {
    const learner = newLearner();
    expect((await learner.fetch("/api/study/cards")).status).toBe(401);
    await learner.signIn("guest");
    expect(await learner.openCards(2)).toHaveLength(2);
    const { csrfToken } = (await (await learner.fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    await learner.fetch("/api/auth/signout", { method: "POST", body: new URLSearchParams({ csrfToken, json: "true" }) });
    expect((await learner.fetch("/api/study/cards")).status).toBe(401);
  });

  test.each<[string, string, RequestInit, number]>([
    ["broken JSON", "/api/auth/callback/password", { method: "POST", body: "{", headers: { "content-type": "application/json" } }, 400],
    ["a large form", "/api/auth/callback/password", { method: "POST", body: new URLSearchParams({ password: "x".repeat(20_000) }) }, 413],
    ["an address that is none", "/api/auth/csrf?callbackUrl=http://[", {}, 400],
    ["an unknown provider", "/api/auth/callback/nobody", { method: "POST", body: new URLSearchParams() }, 404],
    ["an unknown action", "/api/auth/nonsense", {}, 404],
    ["a forged session", "/api/study/cards", { headers: { cookie: "next-auth.session-token=forged" } }, 401],
    ["another method", "/api/study/answers", { method: "PUT" }, 405],
    ["no session and no body", "/api/study/answers", { method: "POST" }, 401],
  ])("answers in order to %s", async (_, path, init, status) => {
    expect((await fetch(`${server.url}${path}`, { redirect: "manual", ...init })).status).toBe(status);
  });

  it("says that it is well", async () => {
    expect(await (await fetch(`${server.url}/api/health`)).json()).toEqual({ ok: true, contentVersion: expect.stringMatching(/.+/) });
  });
});
