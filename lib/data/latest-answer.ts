import "server-only";
import { getDatabase } from "@/lib/db/database";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { isStanding } from "./standing-answers";
import type { Viewer } from "./viewer";

type Row = { id: string; learnerDay: string; timeZone: string; dayStartHour: number };

/** The id of the learner's last answer that counts; null where there is none yet on the day that it is where that was given. */
export async function latestAnswerToday({ userId }: Viewer, now: Date): Promise<string | null> {
  const database = await getDatabase();
  const [last] = await database.$queryRaw<Row[]>`
    SELECT e."id"::text AS "id", e."learnerDay", e."timeZone", (SELECT "dayStartHour" FROM "User" WHERE "id" = ${userId}::uuid) AS "dayStartHour"
    FROM "ReviewEvent" e WHERE e."userId" = ${userId}::uuid AND ${isStanding()}
    ORDER BY e."answeredAt" DESC, e."id" DESC LIMIT 1`;
  return last && last.learnerDay >= learnerDayOf(now.getTime(), last) ? last.id : null;
}
