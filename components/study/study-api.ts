import type { Feedback } from "@/lib/grading/feedback";
import type { OutgoingAnswer } from "./outbox";
import type { SessionCard } from "./session-card";
import type { FetchProblem } from "./session-reducer";

export type CardPage = { cards: SessionCard[]; remaining: { due: number; new: number } };

/** Why an answer is not taken, in the words of the catalogue. */
export type Refusal = "withdrawn" | "unknown" | "other";

export type PostOutcome =
  | { kind: "graded"; feedback: Feedback }
  /** The server will never take it. */
  | { kind: "refused"; reason: Refusal }
  /** Kept and tried again; `isExpired`: not before someone has signed in. */
  | { kind: "later"; isExpired?: true };

const longestWaitMs = 20_000;

const refusals: Partial<Record<string, Refusal>> = { CONFLICT: "withdrawn", NOT_FOUND: "unknown" };

const isPassing = (status: number) => status === 408 || status === 429 || status >= 500;

export async function postAnswer(answer: OutgoingAnswer): Promise<PostOutcome> {
  try {
    const response = await fetch("/api/study/answers", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(answer),
      keepalive: true,
      signal: AbortSignal.timeout(longestWaitMs),
    });
    if (response.status === 401) return { kind: "later", isExpired: true };
    if (isPassing(response.status)) return { kind: "later" };
    const body = (await response.json()) as { feedback: Feedback } | { error: { code: string } };
    return "feedback" in body ? { kind: "graded", feedback: body.feedback } : { kind: "refused", reason: refusals[body.error.code] ?? "other" };
  } catch {
    return { kind: "later" };
  }
}

export async function fetchCards(count: number, holding: string[]): Promise<CardPage | FetchProblem> {
  try {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const query = new URLSearchParams({ count: String(count), holding: holding.join(","), timeZone });
    const response = await fetch(`/api/study/cards?${query}`, { cache: "no-store", signal: AbortSignal.timeout(longestWaitMs) });
    if (response.status === 401) return "expired";
    return response.ok ? ((await response.json()) as CardPage) : "failed";
  } catch {
    return navigator.onLine ? "failed" : "offline";
  }
}
