import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";
import type { Prisma, QuizAttempt, QuizSlot } from "@/lib/db/generated/client";
import type { Response, Verdict } from "@/lib/grading/grade";
import { responseWords } from "@/lib/grading/response-words";
import type { Item } from "@/lib/questions/item";
import { faceOf, keyTextOf } from "@/lib/questions/present";
import type { QuestionFace } from "@/lib/questions/study-card";
import type { Certainty } from "@/lib/quiz/attempt";
import { isTimeUp, outcomesOf, shareOfPoints, spentMs, type ResultOutcome } from "@/lib/quiz/results";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { toAttempt, toSlot } from "./quiz-attempt-rows";
import { setupOf } from "./quiz-title";
import { demandPupil } from "./pupil-page";
import type { Viewer } from "./viewer";

/** An answer in words; `given` is null where there is none, `certainty` where it was not asked for. */
export type PupilAnswer = {
  number: number; form: Item["type"]; question: string; claim: string | null; given: string | null; answer: string;
  outcome: ResultOutcome; isLeftOut: boolean; points: number; mostPoints: number; certainty: Certainty | null; elapsedMs: number;
};

/** An attempt that is closed. `share` of the points, in [0, 1]. */
export type AnsweredAttempt = { id: string; title: string; assignmentId: string; number: number; startedAt: Date; closedAt: Date; spentMs: number; points: number; mostPoints: number; share: number; answers: PupilAnswer[] };

const isClosed: Prisma.QuizAttemptWhereInput = { state: { in: ["graded", "abandoned"] } };

function toAnswer(slot: QuizSlot, outcome: ResultOutcome, isCertaintyAsked: boolean): PupilAnswer {
  const item = slot.item as unknown as Item;
  const response = slot.response as Response | null;
  return {
    number: slot.position + 1,
    form: item.type,
    question: item.stem,
    claim: item.claim && !item.stem.includes(item.claim.text) ? item.claim.text : null,
    given: response && responseWords(item, response),
    answer: keyTextOf(item),
    outcome,
    isLeftOut: slot.isLeftOut,
    points: slot.points ?? 0,
    mostPoints: slot.mostPoints ?? 0,
    certainty: isCertaintyAsked && response ? ((slot.certainty ?? 1) as Certainty) : null,
    elapsedMs: slot.elapsedMs,
  };
}

type AttemptRow = QuizAttempt & { slots: QuizSlot[]; assignment: { title: string } | null };

function toAnswered(row: AttemptRow, number: number): AnsweredAttempt {
  const slots = row.slots.map((slot) => ({ ...toSlot(slot), verdict: slot.verdict as Verdict | null, score: slot.score ?? 0 }));
  const attempt = toAttempt(row, slots);
  const outcomes = outcomesOf(slots, row.state === "abandoned" || isTimeUp(attempt));
  const isCertaintyAsked = setupOf(row).marking === "certainty";
  const [points, mostPoints] = [row.points ?? 0, row.mostPoints ?? 0];
  const answers = row.slots.map((slot, i) => toAnswer(slot, outcomes[i]!, isCertaintyAsked));
  return { id: row.id, title: row.assignment!.title, assignmentId: row.assignmentId!, number, startedAt: row.startedAt, closedAt: row.closedAt!, spentMs: spentMs(attempt), points, mostPoints, share: shareOfPoints(points, mostPoints), answers };
}

const withSlots = { slots: { orderBy: { position: "asc" } }, assignment: { select: { title: true } } } satisfies Prisma.QuizAttemptInclude;

/** All that somebody answered in a class's quizzes, the earliest attempt first. Nothing that they did elsewhere. Throws as `demandPupil` does. */
export async function pupilAnswers(viewer: Viewer, classId: string, userId: string): Promise<{ name: string; attempts: AnsweredAttempt[] }> {
  const database = await getDatabase();
  const { row, pupil } = await demandPupil(database, viewer, classId, userId);
  const where = { userId: pupil.userId, assignment: { classId: row.id, isPublished: true } };
  const begun = await database.quizAttempt.findMany({ where, orderBy: [{ startedAt: "asc" }, { id: "asc" }], select: { id: true, assignmentId: true } });
  const rows = await database.quizAttempt.findMany({ where: { ...where, ...isClosed }, orderBy: [{ startedAt: "asc" }, { id: "asc" }], include: withSlots });
  const numberOf = ({ id, assignmentId }: QuizAttempt) => begun.filter((each) => each.assignmentId === assignmentId).findIndex((each) => each.id === id) + 1;
  return { name: pupil.name, attempts: rows.map((each) => toAnswered(each, numberOf(each))) };
}

/** One attempt with its questions as they were put; what was drawn too. */
export type PupilAttemptPage = { name: string; timeZone: string; attempt: AnsweredAttempt; faces: Pick<QuestionFace, "options" | "prompts" | "figure" | "described">[] };

/** A closed attempt of a pupil at work of this class, whether or not the pupil may see its answers yet. Throws as `demandPupil` does, NOT_FOUND for any other attempt. */
export async function pupilAttempt(viewer: Viewer, classId: string, userId: string, attemptId: string): Promise<PupilAttemptPage> {
  const [database, base] = [await getDatabase(), getFactBase()];
  const { row, pupil } = await demandPupil(database, viewer, classId, userId);
  const ofWork = { userId: pupil.userId, assignment: { classId: row.id, isPublished: true } };
  const found = isUuid(attemptId) ? await database.quizAttempt.findFirst({ where: { ...ofWork, ...isClosed, id: attemptId }, include: withSlots }) : null;
  if (!found) throw new AppError("NOT_FOUND", "There is no such attempt.");
  const number = await database.quizAttempt.count({ where: { ...ofWork, assignmentId: found.assignmentId, OR: [{ startedAt: { lt: found.startedAt } }, { startedAt: found.startedAt, id: { lte: found.id } }] } });
  const { timeZone } = await database.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { timeZone: true } });
  const faces = found.slots.map(({ item }) => {
    const { options, prompts, figure, described } = faceOf(base, item as unknown as Item);
    return { options, ...(prompts && { prompts }), ...(figure && { figure }), ...(described !== undefined && { described }) };
  });
  return { name: pupil.name, timeZone, attempt: toAnswered(found, number), faces };
}
