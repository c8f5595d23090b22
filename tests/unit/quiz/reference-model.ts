import type { Save } from "@/lib/quiz/attempt";
import type { QuizTimer } from "@/lib/quiz/quiz-setup";
import type { Accommodation } from "@/lib/quiz/time-limit";

/** The quiz of a test: it begins at instant 0. */
export type Plan = { timer: QuizTimer; isLockIn: boolean; count: number; accommodation: Accommodation };

/** `look`: somebody, or the sweeper, reads the attempt. */
export type Wish =
  | { kind: "save"; save: Save }
  | { kind: "open"; position: number }
  | { kind: "submit" | "look" }
  | { kind: "accommodate"; accommodation: Accommodation };

export type Request = { at: number; wish: Wish };

/** What the request is told, and whether it changed what is kept: `over` stands for all that comes too late. */
export type Told = "done" | "nothing new" | "over" | "locked" | "not open";

type Judged = Request & { told: Told };

/** What has been asked so far and how it was judged, oldest first. The rules below read nothing else. */
export type History = { plan: Plan; judged: readonly Judged[] };

const month = 30 * 24 * 60 * 60 * 1000;

const done = ({ judged }: History) => judged.filter(({ told }) => told === "done");

const extraNow = (history: History): Accommodation => {
  const given = done(history).flatMap(({ wish }) => (wish.kind === "accommodate" ? [wish.accommodation] : []));
  return given.at(-1) ?? history.plan.accommodation;
};

/** When the paper's time is up; nothing is told of the grace, which is added where it counts. */
export const paperUp = (history: History): number | null => {
  const { timer } = history.plan;
  const { multiplier, extraMs, isUnlimited } = extraNow(history);
  return timer.kind === "paper" && !isUnlimited ? timer.seconds * multiplier * 1000 + extraMs : null;
};

const lastTaken = (history: History): number => {
  const up = paperUp(history);
  return up === null ? month : up + 30_000;
};

export const openedAt = (history: History, position: number): number | null => {
  if (position >= history.plan.count) return null;
  if (history.plan.timer.kind !== "question") return 0;
  return done(history).find(({ wish }) => wish.kind === "open" && wish.position === position)?.at ?? null;
};

/** When a question's own time is up; null where it has none or is not open. */
export const questionUp = (history: History, position: number): number | null => {
  const [opened, { timer, count }, extra] = [openedAt(history, position), history.plan, extraNow(history)];
  if (opened === null || timer.kind !== "question" || extra.isUnlimited) return null;
  return opened + timer.seconds * extra.multiplier * 1000 + Math.round(extra.extraMs / count);
};

const savesOf = (history: History, position: number): Save[] => done(history).flatMap(({ wish }) => (wish.kind === "save" && wish.save.position === position ? [wish.save] : []));

/** Question by question, whether it had been followed by another and its time was long up when more time was given. */
function wasPassed(history: History, position: number): boolean {
  return history.judged.some((given, i) => {
    if (given.told !== "done" || given.wish.kind !== "accommodate") return false;
    const then = { ...history, judged: history.judged.slice(0, i) };
    const up = questionUp(then, position);
    const isFollowed = done(then).some(({ wish }) => wish.kind === "open" && wish.position > position);
    return isFollowed && up !== null && given.at > up + 5000;
  });
}

const isForGood = (history: History, position: number): boolean =>
  wasPassed(history, position) || ((history.plan.isLockIn || history.plan.timer.kind === "question") && savesOf(history, position).some(({ isFinal }) => isFinal));

type End = { at: number; isHandedIn: boolean };

/** The first thing that ended the attempt: that it was handed in, or that something came after its time. */
function endOf({ plan, judged }: History): End | null {
  for (const [i, { at, wish, told }] of judged.entries()) {
    const before = { plan, judged: judged.slice(0, i) };
    if (at > lastTaken(before) && wish.kind !== "save") return { at: paperUp(before) ?? month, isHandedIn: false };
    if (wish.kind === "submit" && told === "done") return { at, isHandedIn: true };
  }
  return null;
}

function judgeSave(history: History, save: Save, at: number): Told {
  if (save.position >= history.plan.count) return "not open";
  if (savesOf(history, save.position).some(({ sequence }) => sequence >= save.sequence)) return "nothing new";
  if (endOf(history) || at > lastTaken(history)) return "over";
  if (openedAt(history, save.position) === null) return "not open";
  if (isForGood(history, save.position)) return "locked";
  const up = questionUp(history, save.position);
  return up !== null && at > up + 5000 ? "over" : "done";
}

function judgeOpen(history: History, position: number, at: number): Told {
  if (position >= history.plan.count) return "not open";
  if (endOf(history) || at > lastTaken(history)) return "over";
  if (openedAt(history, position) !== null) return "nothing new";
  if (position === 0) return "done";
  const up = questionUp(history, position - 1);
  return isForGood(history, position - 1) || (up !== null && at > up) ? "done" : "not open";
}

function judge(history: History, { at, wish }: Request): Told {
  if (wish.kind === "save") return judgeSave(history, wish.save, at);
  if (wish.kind === "open") return judgeOpen(history, wish.position, at);
  if (wish.kind === "look") return "nothing new";
  return endOf(history) || at > lastTaken(history) ? "over" : "done";
}

export const withRequest = (history: History, request: Request): History => ({ ...history, judged: [...history.judged, { ...request, told: judge(history, request) }] });

export type Outcome = {
  state: "in_progress" | "submitted" | "abandoned";
  closedAt: number | null;
  deadline: number | null;
  answers: { openedAt: number | null; response: Save["response"]; sequence: number; isFinal: boolean; isFlagged: boolean; savedAt: number | null }[];
};

const textOf = (response: Save["response"]) => (response?.kind === "typed" ? response.text : null);

/** When the words of a typed answer became others than those of the save before it. */
function changedAt(history: History, position: number): number | null {
  const saves = done(history).flatMap(({ at, wish }) => (wish.kind === "save" && wish.save.position === position ? [{ at, text: textOf(wish.save.response) }] : []));
  return saves.findLast(({ text }, i) => text !== (saves[i - 1]?.text ?? null))?.at ?? null;
}

/** What stands in the end, from the history alone. */
export function outcomeOf(history: History): Outcome {
  const end = endOf(history);
  const answers = Array.from({ length: history.plan.count }, (_, position) => {
    const kept = savesOf(history, position).reduce<Save | null>((newest, each) => (newest && newest.sequence > each.sequence ? newest : each), null);
    const savedAt = changedAt(history, position);
    return {
      openedAt: openedAt(history, position), response: kept?.response ?? null, sequence: kept?.sequence ?? 0,
      isFinal: isForGood(history, position), isFlagged: kept?.isFlagged ?? false, savedAt,
    };
  });
  const isEmpty = answers.every(({ response }) => response === null);
  const state = end === null ? "in_progress" : !end.isHandedIn && isEmpty ? "abandoned" : "submitted";
  return { state, closedAt: end?.at ?? null, deadline: paperUp(history), answers };
}
