import "server-only";
import type { User } from "@/lib/db/generated/client";
import { longestAnswerMs, type DayLoad } from "@/lib/scheduling/intake";
import type { LearnerToday } from "./due-facts";
import { isStanding } from "./standing-answers";
import type { Transaction } from "./transaction";

/** What an answer usually takes is told by so many of the latest. */
const latestAnswers = 50;

/** What the learner has done today, and how long an answer usually takes. */
export type DayDone = Pick<DayLoad, "answers" | "answeringMs" | "begunToday" | "usualMs">;

export async function loadDayDone(tx: Transaction, { userId, today }: LearnerToday): Promise<DayDone> {
  const [done] = await tx.$queryRaw<DayDone[]>`
    SELECT count(*)::int AS "answers", COALESCE(sum(LEAST("elapsedMs", ${longestAnswerMs}::int)), 0)::float8 AS "answeringMs",
      (SELECT count(*)::int FROM "MemoryState" WHERE "userId" = ${userId}::uuid AND "firstDay" = ${today}) AS "begunToday",
      (SELECT avg(LEAST("elapsedMs", ${longestAnswerMs}::int))::float8 FROM (
        SELECT "elapsedMs" FROM "ReviewEvent" WHERE "userId" = ${userId}::uuid ORDER BY "answeredAt" DESC, "id" DESC LIMIT ${latestAnswers}) l) AS "usualMs"
    FROM "ReviewEvent" e WHERE "userId" = ${userId}::uuid AND "learnerDay" = ${today}
      AND ${isStanding()}`;
  return done!;
}

/** What the learner's own choice says of a day. */
export const budgetOf = ({ dailyBudget, dailyBudgetUnit, newFactsPerDay }: Pick<User, "dailyBudget" | "dailyBudgetUnit" | "newFactsPerDay">): Pick<DayLoad, "budget" | "unit" | "newFactsPerDay"> => ({
  budget: dailyBudget,
  unit: dailyBudgetUnit === "cards" ? "cards" : "minutes",
  newFactsPerDay,
});
