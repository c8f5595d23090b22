import type { Unsettled } from "@/components/answer/sender";
import type { ClosedQuiz, QuizQuestion, QuizSave, QuizStatus, RunningQuiz, SaveReply } from "@/lib/quiz/exchange";

/** `refused`: the server will never take it, and says why. */
export type Reply<T> = { kind: "ok"; value: T } | { kind: "refused"; status: number; words: string } | Extract<Unsettled, { kind: "later" }>;

const longestWaitMs = 15_000;

/** Whether trying again may help. */
const isPassing = (status: number) => status === 408 || status === 429 || status >= 500;

async function ask<T>(attemptId: string, path: string, body?: object): Promise<Reply<T>> {
  try {
    const response = await fetch(`/api/quiz/attempts/${attemptId}/${path}`, {
      ...(body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), keepalive: true }),
      cache: "no-store",
      signal: AbortSignal.timeout(longestWaitMs),
    });
    if (response.ok) return { kind: "ok", value: (await response.json()) as T };
    if (response.status === 401) return { kind: "later", isExpired: true };
    if (isPassing(response.status)) return response.status >= 500 ? { kind: "later", isFault: true } : { kind: "later" };
    const { error } = (await response.json()) as { error: { message: string } };
    return { kind: "refused", status: response.status, words: error.message };
  } catch {
    return { kind: "later" };
  }
}

export const takeLease = (attemptId: string, leaseId: string) => ask<RunningQuiz | ClosedQuiz>(attemptId, "lease", { leaseId });
export const fetchStatus = (attemptId: string, leaseId: string) => ask<QuizStatus>(attemptId, `status?${new URLSearchParams({ leaseId })}`);
export const postSave = (attemptId: string, save: QuizSave) => ask<SaveReply>(attemptId, "saves", save);
export const openQuestion = (attemptId: string, leaseId: string, position: number) => ask<QuizStatus & { question: QuizQuestion }>(attemptId, "open", { leaseId, position });
export const submitQuiz = (attemptId: string, leaseId: string) => ask<{ state: string }>(attemptId, "submit", { leaseId });
