import "server-only";
import { Prisma, type Presentation, type ReviewEvent } from "@/lib/db/generated/client";
import type { Response } from "@/lib/grading/grade";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import type { Answer } from "@/lib/scheduling/fact-state";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { medianMs } from "@/lib/scheduling/pace";
import type { Graded } from "./answer-feedback";
import type { Learner } from "./learner";
import { easesOf } from "./question-health";
import { evidenceOf, readLatestTimes } from "./review-log";
import type { Transaction } from "./transaction";

/** Room for what an answer is recorded by; `bases`: what the facts of the answers belong to. */
export type Answering = { tx: Transaction; bases: FactBases; learner: Learner; now: Date };

/** An answer that is right or wrong, to a question of this learner's. */
export type Recorded = Graded & {
  eventId: string;
  presentation: Presentation;
  response: Response;
  elapsedMs: number;
  /** How long it has waited since it was given. */
  ageMs: number;
  timeZone: string;
  /** An answer to the same question that was taken back. */
  earlier?: Pick<ReviewEvent, "questionEase">;
  /** Taken back before it arrived. */
  isUndone: boolean;
};

/** An answer with its place in the log: whether there is none later, and on which of the learner's days it was given. */
export type Placed = { recorded: Recorded; at: Date; day: string; isLast: boolean };

/** An answer that has waited no longer was not waiting at all. */
const atHandMs = 5000;

type Place = Pick<ReviewEvent, "id" | "answeredAt">;

const givenAt = (now: Date, { presentation, ageMs }: Recorded) => new Date(Math.min(now.getTime(), Math.max(presentation.createdAt.getTime(), now.getTime() - ageMs)));

/** Answers at hand are put in the order in which they are taken, also when the clock was set back in between. */
function placeAfter({ learner, now }: Answering, recorded: Recorded, last: Place | null): Placed {
  const { eventId, ageMs, timeZone } = recorded;
  const given = givenAt(now, recorded);
  const day = learnerDayOf(given.getTime(), { timeZone, dayStartHour: learner.dayStartHour });
  if (!last) return { recorded, at: given, day, isLast: true };
  if (ageMs < atHandMs && last.answeredAt >= now) return { recorded, at: new Date(last.answeredAt.getTime() + 1), day, isLast: true };
  const wait = given.getTime() - last.answeredAt.getTime();
  return { recorded, at: given, day, isLast: wait > 0 || (wait === 0 && eventId > last.id) };
}

/** Puts answers in the order in which they were given, and each into its place in the log. */
export async function placeAnswers(answering: Answering, list: readonly Recorded[]): Promise<Placed[]> {
  const { tx, learner, now } = answering;
  let last: Place | null = await tx.reviewEvent.findFirst({ where: { userId: learner.id }, orderBy: [{ answeredAt: "desc" }, { id: "desc" }], select: { id: true, answeredAt: true } });
  const inOrder = [...list].sort((a, b) => givenAt(now, a).getTime() - givenAt(now, b).getTime() || (a.eventId < b.eventId ? -1 : 1));
  return inOrder.map((recorded) => {
    const placed = placeAfter(answering, recorded, last);
    if (placed.isLast) last = { id: recorded.eventId, answeredAt: placed.at };
    return placed;
  });
}

/** Things to choose from, to order or to match; null where the answer is typed or recalled. */
const optionCountOf = ({ item }: Recorded) => (item.options.length > 0 ? item.options.length : null);

const paceKey = (recorded: Recorded) => `${recorded.item.type} ${optionCountOf(recorded) === null}`;

/** The learner's usual time for each form; what is recorded together does not count for each other. */
async function usualTimes({ tx, learner }: Answering, list: readonly Placed[]): Promise<Map<string, number | null>> {
  const times = new Map<string, number | null>();
  for (const { recorded, at } of list) {
    const key = paceKey(recorded);
    if (times.has(key)) continue;
    const latest = await readLatestTimes(tx, learner.id, { form: recorded.item.type, isTyped: optionCountOf(recorded) === null, before: at });
    times.set(key, medianMs(latest) ?? null);
  }
  return times;
}

const toJson = (value: unknown) => (value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue));

/** Writes answers to the log, each with what its fact said; `values` are in the order of the list. */
export async function writeEvents(answering: Answering, list: readonly Placed[], values: readonly unknown[]): Promise<Answer[]> {
  const { tx, learner } = answering;
  const usual = await usualTimes(answering, list);
  // What an answer showed of the question must not weigh in when it is taken back and given anew.
  const eases = await easesOf(tx, list.filter(({ recorded }) => !recorded.earlier).map(({ recorded }) => recorded.item.id));
  const lines = list.map(({ recorded, at, day }, i) => {
    const { eventId, presentation, item, response, grade, rating, elapsedMs, timeZone, earlier } = recorded;
    const { factId } = presentation;
    const questionEase = earlier?.questionEase ?? eases.get(item.id) ?? 0;
    const weighed = { form: item.type, optionCount: optionCountOf(recorded), rating, elapsedMs, usualMs: usual.get(paceKey(recorded)) ?? null, questionEase };
    const told = { response: response as unknown as Prisma.InputJsonValue, verdict: grade.verdict, score: grade.score, factValue: toJson(values[i]) };
    const data = { id: eventId, userId: learner.id, presentationId: presentation.id, factId, ...told, ...weighed, answeredAt: at, timeZone, learnerDay: day };
    return { data, answer: { id: eventId, factId, atMs: at.getTime(), learnerDay: day, evidence: evidenceOf(weighed) } };
  });
  await tx.reviewEvent.createMany({ data: lines.map(({ data }) => data) });
  return lines.map(({ answer }) => answer);
}
