import { startAsGuest } from "@/components/account/auth-request";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";

/** `told`: the server's own words, for what depends on the choice or on the quizzes begun before. */
export type StartProblem = { kind: "failed" | "offline" | "expired" | "gone" | "tooManyGuests" } | { kind: "told"; words: string };

export type StartOutcome = { ok: true; attemptId: string } | { ok: false; problem: StartProblem };

type Reply = { attemptId: string } | { error: { code: string; message: string } };

const longestWaitMs = 20_000;

const failedAs = (problem: StartProblem): StartOutcome => ({ ok: false, problem });

function outcomeOf(reply: Reply): StartOutcome {
  if ("attemptId" in reply) return { ok: true, attemptId: reply.attemptId };
  const { code, message } = reply.error;
  if (code === "CONFLICT" || code === "RATE_LIMITED") return failedAs({ kind: "told", words: message });
  if (code === "UNAUTHENTICATED") return failedAs({ kind: "expired" });
  return failedAs({ kind: code === "NOT_FOUND" ? "gone" : "failed" });
}

async function post(address: string, body: object): Promise<StartOutcome> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, timeZone }),
      signal: AbortSignal.timeout(longestWaitMs),
    });
    return outcomeOf((await response.json()) as Reply);
  } catch {
    return failedAs({ kind: navigator.onLine ? "failed" : "offline" });
  }
}

/** Begins a quiz; whoever has no account becomes a guest first. The same id again is the same quiz. */
export async function startQuiz(attemptId: string, setup: QuizSetup, isSignedIn: boolean): Promise<StartOutcome> {
  if (!isSignedIn) {
    const guest = await startAsGuest();
    // A session that began in another tab is as good as a new one.
    if (!guest.ok && guest.code !== "CONFLICT") return failedAs({ kind: guest.code === "RATE_LIMITED" ? "tooManyGuests" : "failed" });
  }
  return post("/api/quiz/attempts", { attemptId, setup });
}

/** Begins a quiz that a class is given, or gives the attempt that is under way. The same id again is the same attempt. */
export const startAssignedQuiz = (attemptId: string, assignmentId: string): Promise<StartOutcome> => post(`/api/quiz/assignments/${assignmentId}/attempts`, { attemptId });
