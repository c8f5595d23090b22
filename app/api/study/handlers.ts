import { demandSameOrigin, readJson } from "@/app/api/_http/body";
import { parseInput, respond } from "@/app/api/_http/respond";
import { answerCard } from "@/lib/data/answers";
import { nextDue } from "@/lib/data/next-due";
import { reportQuestion } from "@/lib/data/reports";
import { openCards } from "@/lib/data/study";
import { undoAnswer } from "@/lib/data/undos";
import type { Viewer } from "@/lib/data/viewer";
import type { Clock } from "@/lib/shared/clock";
import { answerSchema, cardsQuerySchema, nextDueQuerySchema, reportSchema, undoSchema } from "./schemas";

/** What the edge knows: who asks (or an UNAUTHENTICATED error) and what time it is. */
export type Edge = { requireUser: () => Promise<Viewer>; clock: Clock };

export const getCards = (request: Request, { requireUser, clock }: Edge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    const query = parseInput(cardsQuerySchema, Object.fromEntries(new URL(request.url).searchParams));
    return openCards(viewer, { ...query, now: clock() });
  });

export const postAnswer = (request: Request, { requireUser, clock }: Edge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    const given = parseInput(answerSchema, await readJson(request));
    return { feedback: await answerCard(viewer, given, clock()) };
  });

export const postUndo = (request: Request, { requireUser, clock }: Edge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    const given = parseInput(undoSchema, await readJson(request));
    await undoAnswer(viewer, given, clock());
    return { undone: given.undoes };
  });

export const getNextDue = (request: Request, { requireUser, clock }: Edge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    const query = parseInput(nextDueQuerySchema, Object.fromEntries(new URL(request.url).searchParams));
    return { next: await nextDue(viewer, { ...query, now: clock() }) };
  });

export const postReport = (request: Request, { requireUser, clock }: Edge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    const given = parseInput(reportSchema, await readJson(request));
    await reportQuestion(viewer, given, clock());
    return { reported: given.reportId };
  });
