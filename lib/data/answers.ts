import "server-only";
import type { Presentation, ReviewEvent, UndoEvent } from "@/lib/db/generated/client";
import type { Feedback } from "@/lib/grading/feedback";
import type { Response, Verdict } from "@/lib/grading/grade";
import { ratingOf } from "@/lib/grading/rating";
import type { Item } from "@/lib/questions/item";
import { daysBetween, learnerDayOf } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { askAgain, gradeAgain, gradeGiven, toFeedback } from "./answer-feedback";
import { basesOfFacts } from "./fact-bases";
import { findLearner } from "./learner";
import { recordAnswers } from "./record-answer";
import { inTransaction, lockUser } from "./transaction";
import type { Viewer } from "./viewer";
import type { Answering } from "./write-events";

export type GivenAnswer = {
  /** Made by the client: the same answer sent again has the same id. */
  eventId: string;
  presentationId: string;
  response: Response;
  elapsedMs: number;
  /** How long ago it was given, by the browser's own clock; now, unless it says so. */
  ageMs?: number;
  /** A zone that `isTimeZone` knows; where it is missing, the learner is where the last answer came from. */
  timeZone?: string;
};

type Learning = Omit<Answering, "bases">;

type Shown = Presentation & { reviews: ReviewEvent[]; undos: UndoEvent[] };

async function daysUntilDue({ tx, learner, now }: Learning, factId: string, timeZone: string): Promise<number> {
  const state = await tx.memoryState.findUnique({ where: { userId_factId: { userId: learner.id, factId } }, select: { dueOn: true } });
  return state ? daysBetween(learnerDayOf(now.getTime(), { timeZone, dayStartHour: learner.dayStartHour }), state.dueOn) : 0;
}

/** What was told when this was answered, as far as the content still allows; the verdict and the score are those in the log. */
async function recordedFeedback(answering: Answering, presentation: Presentation, event: ReviewEvent): Promise<Feedback> {
  const base = answering.bases.of(presentation.factId);
  const item = presentation.item as unknown as Item;
  const response = event.response as unknown as Response;
  const grade = gradeAgain(base, item, response, { verdict: event.verdict as Verdict, score: event.score });
  const dueInDays = await daysUntilDue(answering, event.factId, event.timeZone);
  return toFeedback(base, { item, response, grade, rating: event.rating }, dueInDays);
}

async function findShown({ tx, learner }: Learning, { eventId, presentationId }: GivenAnswer): Promise<Shown> {
  const sameId = await tx.reviewEvent.findUnique({ where: { id: eventId }, select: { userId: true, presentationId: true } });
  if (sameId && (sameId.userId !== learner.id || sameId.presentationId !== presentationId)) {
    throw new AppError("CONFLICT", "This answer's id has been used for another answer.");
  }
  const shown = await tx.presentation.findFirst({ where: { id: presentationId, userId: learner.id }, include: { reviews: true, undos: true } });
  if (!shown) throw new AppError("NOT_FOUND", "There is no such question.");
  return shown;
}

async function answerInside(learning: Learning, given: GivenAnswer): Promise<Feedback> {
  const { tx, learner } = learning;
  const { reviews, undos, ...presentation } = await findShown(learning, given);
  const bases = await basesOfFacts(tx, { userId: learner.id }, [presentation.factId]);
  const [answering, base] = [{ ...learning, bases }, bases.of(presentation.factId)];
  const undone = new Set(undos.map(({ undoes }) => undoes));
  const recorded = reviews.find(({ id }) => id === given.eventId) ?? reviews.find(({ id }) => !undone.has(id));
  if (recorded) return recordedFeedback(answering, presentation, recorded);
  const item = presentation.item as unknown as Item;
  const { eventId, response, elapsedMs, ageMs = 0, timeZone = learner.timeZone } = given;
  const grade = gradeGiven(base, item, response);
  if (grade.verdict === "ambiguous") return askAgain(grade, await daysUntilDue(answering, presentation.factId, timeZone));
  const graded = { item, response, grade, rating: ratingOf(item.type, response, grade) };
  await recordAnswers(answering, [{ ...graded, eventId, presentation, elapsedMs, ageMs, timeZone, earlier: reviews[0], isUndone: undone.has(eventId) }]);
  return toFeedback(base, graded, await daysUntilDue(answering, presentation.factId, timeZone));
}

/**
 * Grades an answer and writes it to the log, once: the same event sent again, or a second answer to a question that has one, gets
 * what was recorded and writes nothing. An answer that was taken back leaves room for another. An ambiguous answer is not an answer yet
 * and leaves the question open.
 */
export async function answerCard(viewer: Viewer, given: GivenAnswer, now: Date): Promise<Feedback> {
  return inTransaction(async (tx) => {
    await lockUser(tx, viewer.userId);
    return answerInside({ tx, learner: await findLearner(tx, viewer.userId), now }, given);
  });
}
