import { beforeEach, expect, it, test } from "vitest";
import { knownClaim, rememberClaim } from "@/lib/auth/known-claims";

const sentWith = (headers: Record<string, string>) => ({ get: (name: string) => headers[name] ?? null });
const own = { cookie: "session=a", host: "localhost:3000" };
const claim = { userId: "a", sessionVersion: 2 };

const kept = () => (globalThis as { hangtianClaims?: Map<string, unknown> }).hangtianClaims;

beforeEach(() => kept()?.clear());

it("knows for a minute what a cookie proved, however often it is asked meanwhile", () => {
  rememberClaim(sentWith(own), claim, 1000);
  for (const nowMs of [1000, 30_000, 60_999]) expect(knownClaim(sentWith(own), nowMs)).toEqual(claim);
  expect(knownClaim(sentWith(own), 61_000)).toBeNull();
});

it("begins the minute anew when the cookie has been read again", () => {
  rememberClaim(sentWith(own), claim, 0);
  rememberClaim(sentWith(own), { ...claim, sessionVersion: 3 }, 60_000);
  expect(knownClaim(sentWith(own), 119_999)).toMatchObject({ sessionVersion: 3 });
  expect(kept()?.size).toBe(1);
});

test.each<[string, Record<string, string>]>([
  ["another cookie", { ...own, cookie: "session=b" }],
  ["another host", { ...own, host: "localhost:3001" }],
  ["https, where the cookie has another name", { ...own, "x-forwarded-proto": "https" }],
  ["another forwarded host", { ...own, "x-forwarded-host": "example.org" }],
  ["no cookie", { host: own.host }],
  ["a cookie that names the host itself", { cookie: `${own.cookie}","http","${own.host}`, host: "" }],
])("knows nothing by %s", (_name, headers) => {
  rememberClaim(sentWith(own), claim, 0);
  expect(knownClaim(sentWith(headers), 1)).toBeNull();
});

it("takes what the framework puts in for what it stands for", () => {
  rememberClaim(sentWith({ ...own, "x-forwarded-host": own.host, "x-forwarded-proto": "http" }), claim, 0);
  expect(knownClaim(sentWith(own), 1)).toEqual(claim);
});

it("remembers nothing of a request without a cookie", () => {
  rememberClaim(sentWith({ host: own.host }), claim, 0);
  expect(kept()?.size ?? 0).toBe(0);
});

it("keeps five thousand at most, the latest, and no cookie as it was sent", () => {
  const cookieOf = (i: number) => sentWith({ ...own, cookie: `session=${i}` });
  for (let i = 0; i <= 5000; i++) rememberClaim(cookieOf(i), { userId: String(i), sessionVersion: 0 }, 0);
  expect(kept()?.size).toBe(5000);
  expect(knownClaim(cookieOf(0), 1)).toBeNull();
  expect(knownClaim(cookieOf(1), 1)).toMatchObject({ userId: "1" });
  expect(knownClaim(cookieOf(5000), 1)).toMatchObject({ userId: "5000" });
  expect([...kept()!.keys()].join()).not.toContain("session");
});
