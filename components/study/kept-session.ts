import type { StudyLength } from "@/lib/questions/study-request";
import type { Outgoing } from "./outbox";
import type { Given } from "./session-state";
import type { AskedFor } from "./study-api";

/** What a session was before a reload, and whose. */
type KeptSession = AskedFor & { learner: string; history: readonly Given[]; length: StudyLength };

export type Restored = { history: readonly Given[]; length: StudyLength };

type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const key = "hangtian.session";

/** So many answers can be taken back after a reload; of those before only what came of them is kept, as a card may hold a whole map. */
const mostWithCard = 50;

/** Keeps a session where it outlives a reload of its tab. */
export function keepSession(storage: TabStorage | null, { history, ...session }: KeptSession): void {
  const kept = history.map((given, i) => (i < history.length - mostWithCard ? { ...given, card: null } : given));
  try {
    storage?.setItem(key, JSON.stringify({ ...session, history: kept }));
  } catch {
    // Full or not allowed: better none than an older one.
    forgetSession(storage);
  }
}

export function forgetSession(storage: TabStorage | null): void {
  try {
    storage?.removeItem(key);
  } catch {
    // What cannot be removed cannot be read either.
  }
}

const isGiven = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && "eventId" in value && "presentationId" in value && "card" in value && "feedback" in value;

function read(storage: TabStorage | null): KeptSession | null {
  try {
    const value = JSON.parse(storage?.getItem(key) ?? "null") as KeptSession | null;
    return value && Array.isArray(value.history) && value.history.every(isGiven) ? value : null;
  } catch {
    return null;
  }
}

type Known = AskedFor & {
  learner: string;
  /** The answer that the server has as the last one of today. */
  lastAnswer: string | null;
  /** What waits to be sent. */
  waiting: readonly Outgoing[];
};

/** The session as it was before a reload; null where it was another's or about something else, its day is over, or the learner has gone on elsewhere. */
export function restoreSession(storage: TabStorage | null, { learner, what, how, lastAnswer, waiting }: Known): Restored | null {
  const kept = read(storage);
  if (!kept || kept.learner !== learner || kept.what !== what || kept.how !== how) return null;
  const isWaiting = new Set(waiting.map(({ eventId }) => eventId));
  const own = new Set([...kept.history.map(({ eventId }) => eventId), ...waiting.flatMap((each) => ("undoes" in each ? [each.undoes] : []))]);
  if (kept.history.some(({ feedback }) => feedback) && (lastAnswer === null || !own.has(lastAnswer))) return null;
  // An answer that another tab has sent meanwhile: what came of it was not heard here, so that nothing before it is the last one any more.
  const lost = kept.history.findLastIndex(({ eventId, feedback }) => feedback === null && !isWaiting.has(eventId));
  return { history: kept.history.slice(lost + 1), length: kept.length };
}
