import type { Feedback } from "@/lib/grading/feedback";
import type { StudyCard } from "@/lib/questions/study-card";
import type { OutgoingAnswer } from "./outbox";
import type { FetchProblem } from "./session-reducer";

export type CardPage = { cards: StudyCard[]; remaining: { due: number; new: number } };

export type PostOutcome =
  | { kind: "graded"; feedback: Feedback }
  /** The server will never take it: the words say why. */
  | { kind: "refused"; reason: string }
  | { kind: "later" };

const longestWaitMs = 20_000;

const isPassing = (status: number) => status === 401 || status === 408 || status === 429 || status >= 500;

export async function postAnswer(answer: OutgoingAnswer): Promise<PostOutcome> {
  try {
    const response = await fetch("/api/study/answers", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(answer),
      keepalive: true,
      signal: AbortSignal.timeout(longestWaitMs),
    });
    if (isPassing(response.status)) return { kind: "later" };
    const body = (await response.json()) as { feedback: Feedback } | { error: { message: string } };
    return "feedback" in body ? { kind: "graded", feedback: body.feedback } : { kind: "refused", reason: body.error.message };
  } catch {
    return { kind: "later" };
  }
}

export async function fetchCards(count: number, holding: string[]): Promise<CardPage | FetchProblem> {
  try {
    const query = new URLSearchParams({ count: String(count), holding: holding.join(",") });
    const response = await fetch(`/api/study/cards?${query}`, { cache: "no-store", signal: AbortSignal.timeout(longestWaitMs) });
    if (response.status === 401) return "expired";
    return response.ok ? ((await response.json()) as CardPage) : "failed";
  } catch {
    return navigator.onLine ? "failed" : "offline";
  }
}
