import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";

export type Transaction = Prisma.TransactionClient;

const attempts = 4;
const limits = { maxWait: 15_000, timeout: 30_000 };

/** Prisma's write conflict; a key that another transaction took first, which the next attempt finds taken and can explain; and Postgres' serialisation failure and deadlock, which raw queries report by their own codes. */
const retryable = /P2034|P2002|\b40001\b|\b40P01\b|deadlock detected|could not serialize/;

function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof AppError) return false;
  const { code, meta } = error as { code?: unknown; meta?: unknown };
  return retryable.test(`${String(code)} ${JSON.stringify(meta ?? "")} ${error.message}`);
}

/** Prisma's word for a transaction that got no connection in time, or did not end in time; nothing of it was written. */
const isOverloaded = (error: unknown) => (error as { code?: unknown } | null)?.code === "P2028";

const overloaded = () => new AppError("BUSY", "Too many people are at it at this moment. Please try again shortly.");

/** All or nothing; tried again when it lost against another transaction. Throws BUSY where the database has no room for it in time. */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>, within = limits): Promise<T> {
  const database = await getDatabase();
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.$transaction(work, within);
    } catch (error) {
      if (isOverloaded(error)) throw overloaded();
      if (attempt === attempts || !isRetryable(error)) throw error;
    }
  }
}

/** Years of answers are read within it. */
const snapshotLimits = { maxWait: 15_000, timeout: 120_000, isolationLevel: "RepeatableRead" } as const;

/** Reads all as it was at one moment, while others go on writing; nobody waits for it. */
export async function inSnapshot<T>(read: (tx: Transaction) => Promise<T>): Promise<T> {
  return (await getDatabase()).$transaction(read, snapshotLimits);
}

/** Lets one transaction at a time work on a user's log, whichever tab or server it comes from. False when there is no such user. */
export async function lockUser(tx: Transaction, userId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`;
  return rows.length > 0;
}
