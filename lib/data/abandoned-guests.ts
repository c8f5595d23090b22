import "server-only";
import { inTransaction, type Transaction } from "./transaction";

const keptMs = 30 * 86_400_000;

/** So that whoever triggers the clean-up does not wait for all of it. */
const droppedAtOnce = 100;

const madeNothing = { reviewEvents: { none: {} }, factSets: { none: {} }, factChoices: { none: {} }, memberships: { none: {} } };

/** A quiz that nobody answered in time is nothing made. */
const hasNotBeenBack = (before: Date) => ({
  presentations: { none: { createdAt: { gte: before } } },
  quizAttempts: { none: { OR: [{ state: { not: "abandoned" } }, { startedAt: { gte: before } }] } },
});

/** Locked, so that none of them can answer from here on; those who are studying at this moment are passed over. */
async function lockAbandoned(tx: Transaction, before: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u."id" FROM "User" u
    WHERE u."userName" IS NULL AND u."createdAt" < ${before}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM "ReviewEvent" e WHERE e."userId" = u."id")
      AND NOT EXISTS (SELECT 1 FROM "FactSet" s WHERE s."ownerId" = u."id")
      AND NOT EXISTS (SELECT 1 FROM "FactChoice" c WHERE c."userId" = u."id")
      AND NOT EXISTS (SELECT 1 FROM "ClassMember" m WHERE m."userId" = u."id")
      AND NOT EXISTS (SELECT 1 FROM "QuizAttempt" q WHERE q."userId" = u."id" AND (q."state" <> 'abandoned' OR q."startedAt" >= ${before}::timestamptz))
      AND NOT EXISTS (SELECT 1 FROM "Presentation" p WHERE p."userId" = u."id" AND p."createdAt" >= ${before}::timestamptz)
    ORDER BY u."createdAt" LIMIT ${droppedAtOnce} FOR UPDATE OF u SKIP LOCKED`;
  return rows.map(({ id }) => id);
}

/** Removes guests who came over 30 days ago, never answered, made no set, decided nothing about a fact, took no quiz, joined no class, and have not been back since; a hundred at a time. */
export async function dropAbandonedGuests(now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs);
  await inTransaction(async (tx) => {
    const ids = await lockAbandoned(tx, before);
    if (ids.length === 0) return;
    // Asked again under the lock: an answer may have come in between looking and locking.
    await tx.user.deleteMany({ where: { id: { in: ids }, userName: null, ...madeNothing, ...hasNotBeenBack(before) } });
  });
}
