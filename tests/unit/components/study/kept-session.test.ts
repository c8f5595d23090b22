import { describe, expect, it } from "vitest";
import { forgetSession, keepSession, restoreSession } from "@/components/study/kept-session";
import type { Outgoing } from "@/components/study/outbox";
import type { Given } from "@/components/study/session-state";
import type { StudyCard } from "@/lib/questions/study-card";

const card = { presentationId: "p", factId: "f", form: "flashcard", stem: "?", options: [], asks: { kind: "name" }, isNew: false } satisfies StudyCard;
const feedback = { verdict: "exact", isRight: true, score: 1, note: { key: "exact", values: {} }, answer: { text: "", statement: "", sources: [] }, about: [], dueInDays: 1 } as const;
const heard = (eventId: string): Given => ({ eventId, presentationId: `p-${eventId}`, card, feedback: { ...feedback, about: [] } as unknown as Given["feedback"] });
const unheard = (eventId: string): Given => ({ ...heard(eventId), feedback: null });
const sending = (eventId: string): Outgoing => ({ eventId, presentationId: `p-${eventId}`, response: { kind: "rating", rating: 3 }, elapsedMs: 1, timeZone: "UTC", givenAt: 1 });
const takingBack = (undoes: string): Outgoing => ({ eventId: `u-${undoes}`, presentationId: `p-${undoes}`, undoes, givenAt: 1 });

const session = { learner: "me", what: "due", how: "mix", length: { unit: "cards", count: 10 } } as const;

function createStorage(most = Infinity) {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > most) throw new DOMException("full", "QuotaExceededError");
      texts.set(key, text);
    },
    removeItem: (key: string) => void texts.delete(key),
  };
}

function restoreAfter(history: readonly Given[], known: Partial<Parameters<typeof restoreSession>[1]>) {
  const storage = createStorage();
  keepSession(storage, { ...session, history });
  return restoreSession(storage, { learner: "me", what: "due", how: "mix", lastAnswer: null, waiting: [], ...known });
}

describe("a session over a reload", () => {
  it("is as it was, with its length, while the last answer the server has is one of its own", () => {
    const history = [heard("e1"), heard("e2")];
    for (const lastAnswer of ["e1", "e2"]) expect(restoreAfter(history, { lastAnswer })).toEqual({ history, length: session.length });
  });

  it("is as it was while its answers and what takes them back are still on their way", () => {
    expect(restoreAfter([unheard("e1")], { waiting: [sending("e1")] })?.history).toEqual([unheard("e1")]);
    expect(restoreAfter([heard("e1"), unheard("e2")], { lastAnswer: "e1", waiting: [sending("e2")] })?.history).toHaveLength(2);
    expect(restoreAfter([heard("e1")], { lastAnswer: "e2", waiting: [takingBack("e2")] })?.history).toHaveLength(1);
  });

  it.each([
    ["the learner has gone on elsewhere", { lastAnswer: "other" }],
    ["its day is over", { lastAnswer: null }],
    ["it was another learner's", { lastAnswer: "e1", learner: "you" }],
    ["it was about something else", { lastAnswer: "e1", what: "weak" }],
    ["it asked in another way", { lastAnswer: "e1", how: "learn" }],
  ])("is gone when %s", (_, known) => {
    expect(restoreAfter([heard("e1")], known)).toBeNull();
  });

  it("takes nothing back past an answer of which it never heard what came of it", () => {
    expect(restoreAfter([heard("e1"), unheard("e2"), heard("e3")], { lastAnswer: "e3" })?.history).toEqual([heard("e3")]);
  });

  it("counts all answers and holds the cards of the last fifty", () => {
    const history = Array.from({ length: 60 }, (_, i) => heard(`e${i}`));
    const restored = restoreAfter(history, { lastAnswer: "e59" })!.history;
    expect(restored.map(({ card }) => card !== null)).toEqual(history.map((_, i) => i >= 10));
  });

  it("is not kept where there is no room or no storage, nor read where it is none", () => {
    const storage = createStorage(400);
    const known = { learner: "me", what: "due", how: "mix", lastAnswer: "e1", waiting: [] };
    storage.texts.set("hangtian.session", "{not json");
    expect(restoreSession(storage, known)).toBeNull();
    storage.texts.set("hangtian.session", JSON.stringify({ ...session, history: [{ eventId: "e1" }] }));
    expect(restoreSession(storage, known)).toBeNull();
    keepSession(storage, { ...session, history: [heard("e1"), heard("e2")] });
    expect(storage.texts.size).toBe(0);
    keepSession(null, { ...session, history: [heard("e1")] });
    forgetSession(null);
    expect(restoreSession(null, known)).toBeNull();
  });
});
