import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import type { Presentation, Prisma, ReviewEvent, User } from "@/lib/db/generated/client";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Feedback } from "@/lib/grading/feedback";
import type { Response, Verdict } from "@/lib/grading/grade";
import { ratingOf } from "@/lib/grading/rating";
import type { Item } from "@/lib/questions/item";
import { daysBetween, learnerDayOf } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { askAgain, gradeAgain, gradeGiven, toFeedback, type Graded } from "./answer-feedback";
import { refoldFact } from "./review-log";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

export type GivenAnswer = {
  /** Made by the client: the same answer sent again has the same id. */
  eventId: string;
  presentationId: string;
  response: Response;
  elapsedMs: number;
  /** A zone that `isTimeZone` knows; where it is missing, the learner is where the last answer came from. */
  timeZone?: string;
};

type Answering = { tx: Transaction; base: FactBase; user: User; now: Date };

const zoneOf = (user: User, given: GivenAnswer) => given.timeZone ?? user.timeZone;

const dayOf = ({ user, now }: Answering, timeZone: string) => learnerDayOf(now.getTime(), { timeZone, dayStartHour: user.dayStartHour });

async function daysUntilDue(answering: Answering, factId: string, timeZone: string): Promise<number> {
  const { tx, user } = answering;
  const state = await tx.memoryState.findUnique({ where: { userId_factId: { userId: user.id, factId } }, select: { dueOn: true } });
  return state ? daysBetween(dayOf(answering, timeZone), state.dueOn) : 0;
}

/** What was told when this was answered, as far as the content still allows; the verdict and the score are those in the log. */
async function recordedFeedback(answering: Answering, presentation: Presentation, event: ReviewEvent): Promise<Feedback> {
  const { base } = answering;
  const item = presentation.item as unknown as Item;
  const response = event.response as unknown as Response;
  const grade = gradeAgain(base, item, response, { verdict: event.verdict as Verdict, score: event.score });
  const dueInDays = await daysUntilDue(answering, event.factId, event.timeZone);
  return toFeedback(base, { item, response, grade, rating: event.rating }, dueInDays);
}

/** The order of the log is the order in which answers were taken, also when the clock was set back in between. */
async function nextInstant({ tx, user, now }: Answering, factId: string): Promise<Date> {
  const last = await tx.reviewEvent.findFirst({ where: { userId: user.id, factId }, orderBy: { answeredAt: "desc" }, select: { answeredAt: true } });
  return last && last.answeredAt >= now ? new Date(last.answeredAt.getTime() + 1) : now;
}

/** Writes the answer and gives the days until the fact comes back. */
async function record(answering: Answering, presentation: Presentation, given: GivenAnswer, graded: Graded): Promise<number> {
  const { tx, user } = answering;
  const timeZone = zoneOf(user, given);
  const learnerDay = dayOf(answering, timeZone);
  await tx.reviewEvent.create({
    data: {
      id: given.eventId,
      userId: user.id,
      presentationId: presentation.id,
      factId: presentation.factId,
      form: graded.item.type,
      response: given.response as unknown as Prisma.InputJsonValue,
      verdict: graded.grade.verdict,
      score: graded.grade.score,
      rating: graded.rating,
      elapsedMs: given.elapsedMs,
      answeredAt: await nextInstant(answering, presentation.factId),
      timeZone,
      learnerDay,
    },
  });
  await tx.presentation.update({ where: { id: presentation.id, userId: user.id }, data: { openKey: null } });
  if (timeZone !== user.timeZone) await tx.user.update({ where: { id: user.id }, data: { timeZone } });
  const state = await refoldFact(tx, user, presentation.factId);
  return state ? daysBetween(learnerDay, state.dueOn) : 0;
}

async function answerInside(answering: Answering, given: GivenAnswer): Promise<Feedback> {
  const { tx, base, user } = answering;
  const sameId = await tx.reviewEvent.findUnique({ where: { id: given.eventId }, select: { userId: true, presentationId: true } });
  if (sameId && (sameId.userId !== user.id || sameId.presentationId !== given.presentationId)) {
    throw new AppError("CONFLICT", "This answer's id has been used for another answer.");
  }
  const presentation = await tx.presentation.findFirst({
    where: { id: given.presentationId, userId: user.id },
    include: { review: true },
  });
  if (!presentation) throw new AppError("NOT_FOUND", "There is no such question.");
  if (presentation.review) return recordedFeedback(answering, presentation, presentation.review);
  const item = presentation.item as unknown as Item;
  const grade = gradeGiven(base, item, given.response);
  if (grade.verdict === "ambiguous") return askAgain(grade, await daysUntilDue(answering, presentation.factId, zoneOf(user, given)));
  const graded = { item, response: given.response, grade, rating: ratingOf(item.type, given.response, grade) };
  return toFeedback(base, graded, await record(answering, presentation, given, graded));
}

/**
 * Grades an answer and writes it to the log, once: the same event sent again, or a second answer to a question that has one, gets
 * what was recorded and writes nothing. An ambiguous answer is not an answer yet and leaves the question open.
 */
export async function answerCard(viewer: Viewer, given: GivenAnswer, now: Date): Promise<Feedback> {
  const base = await getFactBase();
  return inTransaction(async (tx) => {
    await lockUser(tx, viewer.userId);
    const user = await tx.user.findUnique({ where: { id: viewer.userId } });
    if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
    return answerInside({ tx, base, user, now }, given);
  });
}
