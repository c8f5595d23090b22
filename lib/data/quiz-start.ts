import "server-only";
import { randomInt } from "node:crypto";
import { countAttempt } from "@/lib/auth/rate-limit";
import { getDatabase } from "@/lib/db/database";
import type { User } from "@/lib/db/generated/client";
import { versionsOf } from "@/lib/own-facts/fact-bases";
import type { Item } from "@/lib/questions/item";
import { toAccommodation } from "@/lib/quiz/extra-time";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";
import { isTimeZone, learnerDayOf } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import type { DatabaseClock } from "./database-clock";
import { allQuarantined } from "./question-health";
import { assembleFacts } from "./quiz-assembly";
import { createAttempt, findStarted, findTaker, type StartedQuiz } from "./quiz-create";
import { factsOfScope } from "./quiz-scope";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `attemptId` is made by the client: a start that is repeated gives the same attempt. */
export type QuizStart = { attemptId: string; setup: QuizSetup; timeZone?: string };

/** More are not finished anyway. */
export const mostUnfinished = 5;

let lastPaper: Promise<unknown> = Promise.resolve();

/** Papers are made one after the other, each in a turn of the process of its own: while a whole class starts, somebody's save waits for one paper and not for all. */
function inTurn<T>(make: () => T): Promise<T> {
  const made = lastPaper.then(() => new Promise((resolve) => setImmediate(resolve))).then(make);
  lastPaper = made.catch(() => undefined);
  return made;
}

const toStarted = ({ attemptId, count }: StartedQuiz): StartedQuiz => ({ attemptId, count });

type Paper = { items: Item[]; scopeName: string | null; contentVersion: string };

/** Facts that the learner has put aside and questions that are under review are not put. */
async function makePaper(tx: Transaction, user: User, { setup, timeZone }: QuizStart, now: Date): Promise<Paper> {
  const today = learnerDayOf(now.getTime(), { timeZone: timeZone ?? user.timeZone, dayStartHour: user.dayStartHour });
  const { facts, name, bases } = await factsOfScope(tx, { userId: user.id }, today, setup.scope);
  const suspended = await tx.factChoice.findMany({ where: { userId: user.id, suspendedAt: { not: null } }, select: { factId: true } });
  const aside = new Set(suspended.map(({ factId }) => bases.fact(factId)?.id));
  const quarantined = await allQuarantined(tx);
  const asked = facts.filter(({ id }) => !aside.has(id));
  const paper = await inTurn(() => assembleFacts(bases, asked, setup, { seed: randomInt(2 ** 32), quarantined }));
  if (!paper.ok) throw new AppError("CONFLICT", "No question fits this choice.");
  return { items: paper.value, scopeName: name, contentVersion: versionsOf(bases) };
}

/** Counted where nobody else can start another for this learner; one whose time is up is finished, and what a class is given is not counted. */
async function demandRoom(tx: Transaction, userId: string, now: Date): Promise<void> {
  const unfinished = await tx.quizAttempt.count({ where: { userId, assignmentId: null, state: "in_progress", closesAt: { gte: now } } });
  if (unfinished >= mostUnfinished) throw new AppError("RATE_LIMITED", `You have ${unfinished} unfinished quizzes. Please hand one of them in first.`);
}

/**
 * Begins a quiz with a paper of its own; its time runs from the end of making it. Throws NOT_FOUND for a scope that is not there, CONFLICT where no question fits
 * or the id is another's, RATE_LIMITED beyond `mostUnfinished` or a day's number of starts.
 */
export async function startQuiz(viewer: Viewer, given: QuizStart, clock: DatabaseClock): Promise<StartedQuiz> {
  const database = await getDatabase();
  const started = await findStarted(database, viewer, given.attemptId);
  if (started) return toStarted(started);
  const user = await findTaker(database, viewer);
  const timeZone = given.timeZone !== undefined && isTimeZone(given.timeZone) ? given.timeZone : user.timeZone;
  const start = { ...given, timeZone };
  const now = await clock(database);
  await demandRoom(database, user.id, now);
  await countAttempt(database, { kind: "quiz-user", of: user.id, now });
  // Made without a lock, as it takes long.
  const paper = await makePaper(database, user, start, now);
  return inTransaction(async (tx) => {
    await lockUser(tx, user.id);
    const repeated = await findStarted(tx, viewer, given.attemptId);
    if (repeated) return toStarted(repeated);
    const startedAt = await clock(tx);
    await demandRoom(tx, user.id, startedAt);
    const accommodation = toAccommodation(await findTaker(tx, viewer));
    return createAttempt(tx, { ...start, ...paper, userId: user.id, accommodation, startedAt, assignedTo: null });
  });
}
