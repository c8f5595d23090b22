import "server-only";
import type { Transaction } from "./transaction";

/** What time it is for a quiz. Tests set it; everything else takes `databaseClock`. */
export type DatabaseClock = (tx: Transaction) => Promise<Date>;

/** The database's own clock, the same for every process; unlike `now()` it goes on within a transaction, so that waiting for a lock counts. */
export const databaseClock: DatabaseClock = async (tx) => {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`;
  return new Date(row!.now);
};
