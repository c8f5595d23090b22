import "server-only";
import { getDatabase } from "@/lib/db/database";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { planStudy } from "./study-plan";
import { allThatIsDue } from "./study-scope";
import type { Viewer } from "./viewer";

/** What waits for a learner today. */
export type HomeSummary = {
  /** Facts to review now, today's misses included; no more than a thousand are counted. */
  due: number;
  /** New facts there is room for today. */
  fresh: number;
  begunToday: number;
  /** Facts begun on any day; no more than ten thousand are counted. */
  begun: number;
};

const mostCounted = 10_000;

/** Begun facts looked at one by one, so that those that have left the content are not counted. */
const looked = 100;

export async function homeSummary(viewer: Viewer, now: Date): Promise<HomeSummary> {
  const database = await getDatabase();
  const user = await database.user.findUnique({ where: { id: viewer.userId } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const today = learnerDayOf(now.getTime(), user);
  const { remaining, begunToday } = await planStudy(database, { learner: user, today, scope: allThatIsDue(), mode: "mix", looked });
  const [counted] = await database.$queryRaw<{ begun: number }[]>`
    SELECT count(*)::int AS "begun" FROM (SELECT 1 FROM "MemoryState" WHERE "userId" = ${user.id}::uuid LIMIT ${mostCounted}) m`;
  return { due: remaining.due, fresh: remaining.new, begunToday, begun: counted?.begun ?? 0 };
}
