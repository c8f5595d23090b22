import type { z } from "zod";
import { demandSameOrigin, readJson, type Sent } from "@/app/api/_http/body";
import { parseInput, respond } from "@/app/api/_http/respond";
import { idSchema } from "@/app/api/study/schemas";
import { startAssigned } from "@/lib/data/assignment-start";
import type { SessionClaim } from "@/lib/auth/known-claims";
import type { DatabaseClock } from "@/lib/data/database-clock";
import { openQuestion } from "@/lib/data/quiz-open";
import { quizStatus, takeLease } from "@/lib/data/quiz-running";
import { saveUnderLock } from "@/lib/data/quiz-save";
import { saveAtOnce } from "@/lib/data/quiz-save-at-once";
import { startQuiz } from "@/lib/data/quiz-start";
import { submitQuiz } from "@/lib/data/quiz-submit";
import type { Viewer } from "@/lib/data/viewer";
import type { QuizSave, SaveReply } from "@/lib/quiz/exchange";
import { AppError } from "@/lib/shared/app-error";
import { err, ok } from "@/lib/shared/result";
import { assignedStartSchema, leaseSchema, openSchema, saveSchema, startSchema, statusQuerySchema } from "./schemas";

/** What the edge knows: who asks (or an UNAUTHENTICATED error), and by which clock quizzes go. */
export type QuizEdge = { requireUser: () => Promise<Viewer>; clock: DatabaseClock };

export type AttemptContext = { params: Promise<{ attemptId: string }> };

/** What is no id names no quiz. */
async function attemptIdOf({ params }: AttemptContext): Promise<string> {
  const parsed = idSchema.safeParse((await params).attemptId);
  if (!parsed.success) throw new AppError("NOT_FOUND", "There is no such quiz.");
  return parsed.data;
}

export const postStart = (request: Request, { requireUser, clock }: QuizEdge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    return startQuiz(viewer, parseInput(startSchema, await readJson(request)), clock);
  });

export type AssignmentContext = { params: Promise<{ assignmentId: string }> };

export const postAssignedStart = (request: Request, { params }: AssignmentContext, { requireUser, clock }: QuizEdge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    const { assignmentId } = await params;
    return startAssigned(viewer, assignmentId, parseInput(assignedStartSchema, await readJson(request)), clock);
  });

/** What is done with one attempt by a body of that shape. */
const attemptPost =
  <S extends z.ZodType>(schema: S, work: (viewer: Viewer, attemptId: string, input: z.output<S>, clock: DatabaseClock) => Promise<unknown>) =>
  (request: Request, context: AttemptContext, { requireUser, clock }: QuizEdge): Promise<Response> =>
    respond(async () => {
      demandSameOrigin(request);
      const viewer = await requireUser();
      const attemptId = await attemptIdOf(context);
      return work(viewer, attemptId, parseInput(schema, await readJson(request)), clock);
    });

export const postLease = attemptPost(leaseSchema, (viewer, attemptId, { leaseId }, clock) => takeLease(viewer, attemptId, leaseId, clock));
export const postOpen = attemptPost(openSchema, openQuestion);
export const postSubmit = attemptPost(leaseSchema, (viewer, attemptId, { leaseId }, clock) => submitQuiz(viewer, attemptId, leaseId, clock));

export const getStatus = (request: Request, context: AttemptContext, { requireUser, clock }: QuizEdge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    const attemptId = await attemptIdOf(context);
    const { leaseId } = parseInput(statusQuerySchema, Object.fromEntries(new URL(request.url).searchParams));
    return quizStatus(viewer, attemptId, leaseId, clock);
  });

/** For saves also what the session's cookie proves, before anybody has asked the database whether it still holds. */
export type SaveEdge = QuizEdge & { readSession: () => Promise<SessionClaim | null> };

type GivenSave = { attemptId: string; save: QuizSave };

export const toSave = (input: unknown): QuizSave => parseInput(saveSchema, input);

/** By one statement that checks the session as well; whatever that leaves undone goes the way of all requests. Whether a save can be read is told to nobody but a user. */
export async function keepSave(request: Sent, read: () => Promise<GivenSave>, { requireUser, readSession, clock }: SaveEdge): Promise<SaveReply> {
  demandSameOrigin(request);
  const [claim, given] = await Promise.all([readSession(), read().then(ok, err)]);
  const saved = claim && given.ok ? await saveAtOnce(claim, given.value.attemptId, given.value.save, clock) : null;
  if (saved) return saved;
  const viewer = await requireUser();
  if (!given.ok) throw given.error;
  return saveUnderLock(viewer, given.value.attemptId, given.value.save, clock);
}

export const postSave = (request: Request, context: AttemptContext, edge: SaveEdge): Promise<Response> =>
  respond(() => keepSave(request, async () => ({ attemptId: await attemptIdOf(context), save: toSave(await readJson(request)) }), edge));
