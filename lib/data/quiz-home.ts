import "server-only";
import { getDatabase } from "@/lib/db/database";
import { Prisma, type QuizAttempt } from "@/lib/db/generated/client";
import type { ExtraTime } from "@/lib/quiz/extra-time";
import { mostPointsBy } from "@/lib/quiz/marking";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import type { DatabaseClock } from "./database-clock";
import { basesOfSets } from "./fact-bases";
import { gradeAttempt } from "./quiz-grade";
import { setupOf, titleOf, type QuizTitle } from "./quiz-title";
import { factsOfSet } from "./set-facts";
import { listTopics } from "./study-choices";
import { findMistakes } from "./study-scope";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `leftMs` is by the server's clock, for the whole paper; null without such a limit. */
export type UnfinishedQuiz = { attemptId: string; title: QuizTitle; count: number; answered: number; startedAt: Date; leftMs: number | null };

/** `points` are null where nothing was answered before time was up. */
export type RecentQuiz = { attemptId: string; title: QuizTitle; startedAt: Date; points: number | null; mostPoints: number; count: number };

/** What a quiz can be about, with how many facts there are. */
export type QuizChoices = { topics: { id: string; facts: number }[]; sets: { id: string; name: string; facts: number }[]; mistakes: number };

/** `extraTime`: what the viewer is given more in every quiz; null where that is nothing. */
export type QuizHome = { unfinished: UnfinishedQuiz[]; recent: RecentQuiz[]; choices: QuizChoices; extraTime: ExtraTime | null };

const topicChoices = () => listTopics().map(({ topic, facts }) => ({ id: topic, facts }));

/** Whatever ended while nobody looked gets its points first. */
async function finishEnded(tx: Transaction, viewer: Viewer, now: Date, clock: DatabaseClock): Promise<void> {
  const isEnded = { OR: [{ state: "submitted" }, { state: "in_progress", closesAt: { lt: now } }] };
  const ended = await tx.quizAttempt.findMany({ where: { userId: viewer.userId, ...isEnded }, orderBy: { startedAt: "asc" }, select: { id: true } });
  for (const { id } of ended) await gradeAttempt(viewer, id, clock);
}

type CountedAttempt = QuizAttempt & { _count: { slots: number } };

async function countAnswered(tx: Transaction, attempts: readonly CountedAttempt[]): Promise<Map<string, number>> {
  const where = { attemptId: { in: attempts.map(({ id }) => id) }, response: { not: Prisma.AnyNull } };
  const counted = await tx.quizSlot.groupBy({ by: ["attemptId"], where, _count: { _all: true } });
  return new Map(counted.map(({ attemptId, _count }) => [attemptId, _count._all]));
}

async function findUnfinished(tx: Transaction, { userId }: Viewer, now: Date): Promise<UnfinishedQuiz[]> {
  const attempts = await tx.quizAttempt.findMany({ where: { userId, state: "in_progress" }, orderBy: { startedAt: "desc" }, include: { _count: { select: { slots: true } } } });
  const answered = await countAnswered(tx, attempts);
  return attempts.map((attempt) => {
    const { id, startedAt, deadlineAt, _count } = attempt;
    const leftMs = deadlineAt && Math.max(0, deadlineAt.getTime() - now.getTime());
    return { attemptId: id, title: titleOf(attempt), count: _count.slots, answered: answered.get(id) ?? 0, startedAt, leftMs };
  });
}

/** Older ones are no longer looked for here. */
const mostRecent = 20;

async function findRecent(tx: Transaction, { userId }: Viewer): Promise<RecentQuiz[]> {
  const closed = { userId, state: { not: "in_progress" } };
  const attempts = await tx.quizAttempt.findMany({ where: closed, orderBy: { startedAt: "desc" }, take: mostRecent, include: { _count: { select: { slots: true } } } });
  return attempts.map((attempt) => {
    const { id, startedAt, points, mostPoints, _count } = attempt;
    const most = mostPoints ?? _count.slots * mostPointsBy(setupOf(attempt).marking);
    return { attemptId: id, title: titleOf(attempt), startedAt, points, mostPoints: most, count: _count.slots };
  });
}

async function findChoices(tx: Transaction, { userId }: Viewer, now: Date): Promise<Pick<QuizHome, "choices" | "extraTime">> {
  const user = await tx.user.findUnique({ where: { id: userId }, include: { factSets: { omit: { ownFacts: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] } } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const mistakes = await findMistakes(tx, { userId, today: learnerDayOf(now.getTime(), user) });
  const bases = await basesOfSets(tx, user.factSets);
  const sets = user.factSets.map((set) => ({ id: set.id, name: set.name, facts: factsOfSet(bases, set).length }));
  const { timeMultiplier, extraMinutes, hasNoTimeLimit } = user as typeof user & ExtraTime;
  const extraTime = hasNoTimeLimit || timeMultiplier > 1 || extraMinutes > 0 ? { timeMultiplier, extraMinutes, hasNoTimeLimit } : null;
  return { choices: { topics: topicChoices(), sets, mistakes: mistakes.length }, extraTime };
}

/** What the viewer can take up again, look back on, and choose from; somebody without an account, who has taken none, chooses from topics. */
export async function quizHome(viewer: Viewer | null, clock: DatabaseClock): Promise<QuizHome> {
  if (!viewer) return { unfinished: [], recent: [], choices: { topics: topicChoices(), sets: [], mistakes: 0 }, extraTime: null };
  const database = await getDatabase();
  const now = await clock(database);
  await finishEnded(database, viewer, now, clock);
  const [unfinished, recent, chosenFrom] = [await findUnfinished(database, viewer, now), await findRecent(database, viewer), await findChoices(database, viewer, now)];
  return { unfinished, recent, ...chosenFrom };
}
