import "server-only";
import { getDatabase } from "@/lib/db/database";
import { daysBetween, learnerDayOf } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import type { Viewer } from "./viewer";

/** When the next facts come back: whole learner's days from today (1 or more), and how many on that day. */
export type NextDue = { inDays: number; count: number };

/** The first day after today on which a fact is planned; null where nothing is. Suspended facts do not come back. */
export async function nextDue({ userId }: Viewer, { timeZone, now }: { timeZone?: string; now: Date }): Promise<NextDue | null> {
  const database = await getDatabase();
  const user = await database.user.findUnique({ where: { id: userId }, select: { timeZone: true, dayStartHour: true } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const today = learnerDayOf(now.getTime(), { ...user, ...(timeZone && { timeZone }) });
  const suspended = await database.factChoice.findMany({ where: { userId, suspendedAt: { not: null } }, select: { factId: true } });
  const isAsked = { userId, factId: { notIn: suspended.map(({ factId }) => factId) } };
  const first = await database.memoryState.findFirst({ where: { ...isAsked, dueOn: { gt: today } }, orderBy: { dueOn: "asc" }, select: { dueOn: true } });
  if (!first) return null;
  return { inDays: daysBetween(today, first.dueOn), count: await database.memoryState.count({ where: { ...isAsked, dueOn: first.dueOn } }) };
}
