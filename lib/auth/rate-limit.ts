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
  "sign-in-address": { limit: 100, windowMs: 15 * minuteMs },
  "sign-up-address": { limit: 60, windowMs: 60 * minuteMs },
  "guest-address": { limit: 300, windowMs: 60 * minuteMs },
} as const;
export type AttemptKind = keyof typeof attemptLimits;

type Attempt = { kind: AttemptKind; of: string; now: Date };

const keyOf = ({ kind, of }: Pick<Attempt, "kind" | "of">) => `${kind}:${of}`.slice(0, 200);

const inWords = (minutes: number) => (minutes === 1 ? "1 minute" : `${minutes} minutes`);

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

/** Drops the windows that are over. */
export async function dropExpiredAttempts(database: PrismaClient, now: Date): Promise<void> {
  await database.rateLimit.deleteMany({ where: { expiresAt: { lte: now } } });
}
