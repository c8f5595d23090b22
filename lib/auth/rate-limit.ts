import "server-only";
import type { PrismaClient } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";

const minuteMs = 60_000;

/**
 * How many attempts a window takes. A class of thirty behind one address must get in at once, so addresses have room;
 * a name is guarded closely, since guessing one password needs many tries at one name.
 */
export const attemptLimits = {
  "sign-in-name": { limit: 10, windowMs: 15 * minuteMs },
  // Those that succeed are not counted.
  "sign-in-address": { limit: 100, windowMs: 15 * minuteMs },
  "sign-up-address": { limit: 60, windowMs: 60 * minuteMs },
  "guest-address": { limit: 300, windowMs: 60 * minuteMs },
  "export-user": { limit: 30, windowMs: 60 * minuteMs },
  "what-if-user": { limit: 120, windowMs: minuteMs },
  "quiz-user": { limit: 60, windowMs: 24 * 60 * minuteMs },
  // A code is one of a hundred million; a school of some hundred pupils joins from one address, and each looks before joining.
  "join-user": { limit: 30, windowMs: 15 * minuteMs },
  "join-address": { limit: 1000, windowMs: 60 * minuteMs },
  // A class opens one link from one address; a code of 96 bits is not found by trying.
  "shared-set-address": { limit: 1000, windowMs: 60 * minuteMs },
  "class-user": { limit: 30, windowMs: 60 * minuteMs },
  // Two hundred accounts each; a school begins in an afternoon.
  "accounts-user": { limit: 20, windowMs: 60 * minuteMs },
  "password-user": { limit: 100, windowMs: 60 * minuteMs },
  // Reading a table and making its questions takes up to a second of the processor; who mends a table by its mistakes asks every few seconds.
  "own-facts-user": { limit: 120, windowMs: 10 * minuteMs },
  // Each takes the processor for some tenths of a second; a set may have 300.
  "own-pictures-user": { limit: 150, windowMs: 10 * minuteMs },
  "own-password-user": { limit: 30, windowMs: 60 * minuteMs },
} as const;
export type AttemptKind = keyof typeof attemptLimits;

type Attempt = { kind: AttemptKind; of: string; now: Date };

const keyOf = ({ kind, of }: Pick<Attempt, "kind" | "of">) => `${kind}:${of}`.slice(0, 200);

function inWords(minutes: number): string {
  if (minutes > 120) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

/** Refused because of too many attempts; says how long to wait. */
export class RateLimitError extends AppError {
  constructor(readonly minutes: number) {
    super("RATE_LIMITED", `Too many attempts. Please try again in ${inWords(minutes)}.`);
  }
}

/** Counts an attempt, in one statement so that attempts at the same moment are all counted; throws RateLimitError above the limit. */
export async function countAttempt(database: PrismaClient, attempt: Attempt): Promise<void> {
  const { limit, windowMs } = attemptLimits[attempt.kind];
  const { now } = attempt;
  const expiresAt = new Date(now.getTime() + windowMs);
  const rows = await database.$queryRaw<{ count: number; expiresAt: Date }[]>`
    INSERT INTO "RateLimit" AS r ("key", "count", "expiresAt") VALUES (${keyOf(attempt)}, 1, ${expiresAt}::timestamptz)
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN r."expiresAt" <= ${now}::timestamptz THEN 1 ELSE r."count" + 1 END,
      "expiresAt" = CASE WHEN r."expiresAt" <= ${now}::timestamptz THEN ${expiresAt}::timestamptz ELSE r."expiresAt" END
    RETURNING "count", "expiresAt"`;
  const counted = rows[0];
  if (counted && counted.count > limit) {
    const waitMs = new Date(counted.expiresAt).getTime() - now.getTime();
    throw new RateLimitError(Math.max(1, Math.ceil(waitMs / minuteMs)));
  }
}

/** Starts a count afresh, after an attempt that succeeded. */
export async function forgetAttempts(database: PrismaClient, kind: AttemptKind, of: string): Promise<void> {
  await database.rateLimit.deleteMany({ where: { key: keyOf({ kind, of }) } });
}

/** Takes one attempt out of the count, after it succeeded: whoever gets in is no reason to keep others behind the same address out. */
export async function returnAttempt(database: PrismaClient, kind: AttemptKind, of: string): Promise<void> {
  await database.rateLimit.updateMany({ where: { key: keyOf({ kind, of }), count: { gt: 0 } }, data: { count: { decrement: 1 } } });
}

/** Drops the windows that are over. */
export async function dropExpiredAttempts(database: PrismaClient, now: Date): Promise<void> {
  await database.rateLimit.deleteMany({ where: { expiresAt: { lte: now } } });
}
