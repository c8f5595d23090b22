import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";
import { AppError } from "@/lib/shared/app-error";
import { planStudy } from "./study-plan";
import type { Viewer } from "./viewer";

/** What waits for a learner today. */
export type HomeSummary = {
  /** Facts to review now, today's misses included. */
  due: number;
  /** New facts there is room for today. */
  fresh: number;
  begunToday: number;
  /** Facts begun on any day. */
  begun: number;
};

export async function homeSummary(viewer: Viewer, now: Date): Promise<HomeSummary> {
  const [database, base] = await Promise.all([getDatabase(), getFactBase()]);
  const user = await database.user.findUnique({ where: { id: viewer.userId } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const { entries, begunToday } = await planStudy(database, base, user, now);
  const fresh = entries.filter((entry) => entry.why === "new").length;
  const begun = await database.memoryState.count({ where: { userId: user.id } });
  return { due: entries.length - fresh, fresh, begunToday, begun };
}
