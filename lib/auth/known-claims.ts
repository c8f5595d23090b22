import "server-only";
import { createHash } from "node:crypto";

/** What a session proves: who signed in, and at which session version. */
export type SessionClaim = { userId: string; sessionVersion: number };

type Known = { claim: SessionClaim; untilMs: number };

/** To decrypt a cookie takes longer than to save an answer, and what it proves does not change; that it still holds is asked of the database each time. */
const keptMs = 60_000;
const mostKept = 5000;

/** Also across hot reloads, and the same for every bundle. */
const shared = globalThis as typeof globalThis & { hangtianClaims?: Map<string, Known> };
const claims = () => (shared.hangtianClaims ??= new Map());

type Sent = { get(name: string): string | null };

/**
 * By all that next-auth finds the cookie by, as which name it has depends on the address; where no proxy names one, it is what the framework would put in.
 * Kept as a digest, as a cookie is a key to somebody's account.
 */
function keyOf(sent: Sent): string | null {
  const cookie = sent.get("cookie");
  if (cookie === null) return null;
  const address = [sent.get("x-forwarded-proto") ?? "http", sent.get("x-forwarded-host") ?? sent.get("host")];
  return createHash("sha256").update(JSON.stringify([cookie, ...address])).digest("base64");
}

/** What the same cookies proved within the last minute. */
export function knownClaim(sent: Sent, nowMs: number): SessionClaim | null {
  const key = keyOf(sent);
  const known = key === null ? undefined : claims().get(key);
  return known && nowMs < known.untilMs ? known.claim : null;
}

export function rememberClaim(sent: Sent, claim: SessionClaim, nowMs: number): void {
  const key = keyOf(sent);
  if (key === null) return;
  const kept = claims();
  kept.delete(key);
  kept.set(key, { claim, untilMs: nowMs + keptMs });
  const [oldest] = kept.keys();
  if (kept.size > mostKept) kept.delete(oldest!);
}
