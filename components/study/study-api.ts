import type { Unsettled } from "@/components/answer/sender";
import type { Feedback } from "@/lib/grading/feedback";
import type { Outgoing } from "./outbox";
import type { SessionCard } from "./session-card";
import type { FetchProblem } from "./session-state";

export type CardPage = { cards: SessionCard[]; remaining: { due: number; new: number } };

/** Why an answer is not taken, in the words of the catalogue. */
export type Refusal = "withdrawn" | "unknown" | "undo" | "decision" | "other";

export type PostOutcome =
  | { kind: "graded"; feedback: Feedback }
  | { kind: "undone" }
  /** A fact was put aside or taken up. */
  | { kind: "decided" }
  /** The server will never take it. */
  | { kind: "refused"; reason: Refusal }
  /** Held is another learner's, who has to be back before it can be taken. */
  | Unsettled;

const longestWaitMs = 20_000;

const refusals: Partial<Record<string, Refusal>> = { CONFLICT: "withdrawn", NOT_FOUND: "unknown" };

/** Whether trying again may help; a question that was taken back too often (429) stays answered. */
const isPassing = (status: number, isUndo: boolean) => status === 408 || (status === 429 && !isUndo) || status >= 500;

/** Where it goes, and what is sent: this device's clock may be wrong, but it knows how long an answer has waited. */
function requestOf({ givenAt, learner: _, ...outgoing }: Outgoing): { path: string; body: object } {
  if ("undoes" in outgoing) return { path: "/api/study/undos", body: outgoing };
  const ageMs = Math.max(0, Date.now() - givenAt);
  if ("response" in outgoing) return { path: "/api/study/answers", body: { ...outgoing, ageMs } };
  const { do: what, factId, timeZone } = outgoing;
  return { path: "/api/study/facts", body: what === "bury" ? { do: what, factId, timeZone, ageMs } : { do: what, factId } };
}

type Reply = { feedback: Feedback } | { undone: string } | { done: string } | { error: { code: string } };

function outcomeOf(reply: Reply, outgoing: Outgoing): PostOutcome {
  const [isUndo, isDecision] = ["undoes" in outgoing, "do" in outgoing];
  if ("feedback" in reply) return { kind: "graded", feedback: reply.feedback };
  if ("undone" in reply) return { kind: "undone" };
  if ("done" in reply) return { kind: "decided" };
  return { kind: "refused", reason: isUndo ? "undo" : isDecision ? "decision" : (refusals[reply.error.code] ?? "other") };
}

/**
 * Sends what the learner who is here gave, or another in this browser: that is taken where their progress has come together, and kept for them otherwise.
 */
export async function postFor(learner: string, outgoing: Outgoing): Promise<PostOutcome> {
  const outcome = await postOutgoing(outgoing);
  return outcome.kind === "refused" && outgoing.learner !== undefined && outgoing.learner !== learner ? { kind: "held" } : outcome;
}

async function postOutgoing(outgoing: Outgoing): Promise<PostOutcome> {
  const { path, body } = requestOf(outgoing);
  const isUndo = "undoes" in outgoing;
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      keepalive: true,
      signal: AbortSignal.timeout(longestWaitMs),
    });
    if (response.status === 401) return { kind: "later", isExpired: true };
    if (isPassing(response.status, isUndo)) return response.status >= 500 ? { kind: "later", isFault: true } : { kind: "later" };
    return outcomeOf((await response.json()) as Reply, outgoing);
  } catch {
    return { kind: "later" };
  }
}

/** What to study, as it stands in the address. */
export type AskedFor = { what: string; how: string };

type CardsWanted = AskedFor & { count: number; holding: string[] };

export async function fetchCards({ count, holding, what, how }: CardsWanted): Promise<CardPage | FetchProblem> {
  try {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const query = new URLSearchParams({ count: String(count), holding: holding.join(","), timeZone, what, how });
    const response = await fetch(`/api/study/cards?${query}`, { cache: "no-store", signal: AbortSignal.timeout(longestWaitMs) });
    if (response.status === 401) return "expired";
    return response.ok ? ((await response.json()) as CardPage) : "failed";
  } catch {
    return navigator.onLine ? "failed" : "offline";
  }
}
