import type { Response } from "@/lib/grading/grade";
import { err, ok, type Result } from "@/lib/shared/result";
import type { QuizTimer } from "./quiz-setup";
import { graceMs, longestOpenMs, paperDeadline, questionDeadline, type Accommodation } from "./time-limit";

/** How sure a learner is of an answer, from 1 (a guess) to 3 (sure); asked for by certainty-based marking. */
export type Certainty = 1 | 2 | 3;

/** One place of a paper, and what was saved for it. */
export type Slot = {
  /** When the question was first handed out; null while it was not. */
  openedAtMs: number | null;
  response: Response | null;
  certainty: Certainty | null;
  isFlagged: boolean;
  /** Answered for good: it can no longer be changed. */
  isFinal: boolean;
  /** The highest number of a save that was taken; 0 before the first. */
  sequence: number;
  /** As the browser measured it; informative only. */
  elapsedMs: number;
  /** When the response was last changed: to flag a question is not to answer it. */
  savedAtMs: number | null;
};

/** `abandoned`: time was up before anything was answered. */
export const attemptStates = ["in_progress", "submitted", "graded", "abandoned"] as const;
export type AttemptState = (typeof attemptStates)[number];

/** An attempt at a quiz, without its questions. All instants are of the server's clock. */
export type Attempt = {
  state: AttemptState;
  timer: QuizTimer;
  isLockIn: boolean;
  accommodation: Accommodation;
  startedAtMs: number;
  /** When time is up for the paper (see `paperDeadline`); null without a limit. */
  deadlineAtMs: number | null;
  closedAtMs: number | null;
  slots: readonly Slot[];
};

/** What a browser wants kept for a place; `sequence` rises with each save of that place. */
export type Save = Pick<Slot, "response" | "certainty" | "isFlagged" | "isFinal" | "sequence" | "elapsedMs"> & { position: number };

/** `CLOSED`: handed in. `LATE`: time was up. `LOCKED`: answered for good. `NOT_OPEN`: there is no such question, or it was not shown yet. */
export type Refusal = "CLOSED" | "LATE" | "LOCKED" | "NOT_OPEN";

/** From when on nothing more is taken. */
export const closesAtMs = ({ deadlineAtMs, startedAtMs }: Pick<Attempt, "deadlineAtMs" | "startedAtMs">): number =>
  deadlineAtMs === null ? startedAtMs + longestOpenMs : deadlineAtMs + graceMs.paper;

/** The attempt as it is now: closed with what was saved, if its time is up. The time it was closed is when time was up, whenever somebody looks. */
export function expire(attempt: Attempt, nowMs: number): Attempt {
  if (attempt.state !== "in_progress" || nowMs <= closesAtMs(attempt)) return attempt;
  const isAnswered = attempt.slots.some(({ response }) => response !== null);
  return { ...attempt, state: isAnswered ? "submitted" : "abandoned", closedAtMs: attempt.deadlineAtMs ?? closesAtMs(attempt) };
}

function refusalOf(attempt: Attempt, nowMs: number): Refusal | undefined {
  if (attempt.state !== "in_progress") return "CLOSED";
  return nowMs > closesAtMs(attempt) ? "LATE" : undefined;
}

/** Whether a question's own time has been up for longer than so. */
function isTimedOut({ timer, accommodation, slots }: Attempt, { openedAtMs }: Slot, nowMs: number, longerThanMs: number): boolean {
  const deadline = openedAtMs === null ? null : questionDeadline(openedAtMs, timer, accommodation, slots.length);
  return deadline !== null && nowMs > deadline + longerThanMs;
}

const withSlot = (attempt: Attempt, position: number, slot: Slot): Attempt => ({ ...attempt, slots: attempt.slots.map((old, i) => (i === position ? slot : old)) });

/** By what they say, in whatever order a database gives their parts. */
const isSame = (a: Response | null, b: Response | null) => JSON.stringify(Object.entries(a ?? {}).sort()) === JSON.stringify(Object.entries(b ?? {}).sort());

/**
 * The attempt with a save taken. One that is repeated, or older than what is kept, changes nothing and is no error, also after the end: it has been dealt with.
 */
export function save(attempt: Attempt, { position, ...saved }: Save, nowMs: number): Result<Attempt, Refusal> {
  const slot = attempt.slots[position];
  if (!slot) return err("NOT_OPEN");
  if (saved.sequence <= slot.sequence) return ok(attempt);
  const refusal = refusalOf(attempt, nowMs);
  if (refusal) return err(refusal);
  if (slot.openedAtMs === null) return err("NOT_OPEN");
  if (slot.isFinal) return err("LOCKED");
  if (isTimedOut(attempt, slot, nowMs, graceMs.question)) return err("LATE");
  const isFinal = saved.isFinal && (attempt.isLockIn || attempt.timer.kind === "question");
  return ok(withSlot(attempt, position, { ...slot, ...saved, isFinal, savedAtMs: isSame(slot.response, saved.response) ? slot.savedAtMs : nowMs }));
}

/** Opens a question whose time is limited: the one before it must be answered for good, or out of time. Opened again it stays as it is. */
export function open(attempt: Attempt, position: number, nowMs: number): Result<Attempt, Refusal> {
  const slot = attempt.slots[position];
  if (!slot) return err("NOT_OPEN");
  const refusal = refusalOf(attempt, nowMs);
  if (refusal) return err(refusal);
  if (slot.openedAtMs !== null) return ok(attempt);
  const before = position === 0 ? undefined : attempt.slots[position - 1]!;
  const isOver = before === undefined || before.isFinal || isTimedOut(attempt, before, nowMs, 0);
  return isOver ? ok(withSlot(attempt, position, { ...slot, openedAtMs: nowMs })) : err("NOT_OPEN");
}

/** Hands the attempt in. Once it is closed, whatever closed it, this changes nothing: a second submit gets the result of the first. */
export function submit(attempt: Attempt, nowMs: number): Attempt {
  const current = expire(attempt, nowMs);
  return current.state === "in_progress" ? { ...current, state: "submitted", closedAtMs: nowMs } : current;
}

/** A question that timed out and was followed by another is over, whatever time is given later. */
function sealPassed(attempt: Attempt, nowMs: number): Slot[] {
  const last = attempt.slots.findLastIndex(({ openedAtMs }) => openedAtMs !== null);
  return attempt.slots.map((slot, position) => (position < last && isTimedOut(attempt, slot, nowMs, graceMs.question) ? { ...slot, isFinal: true } : slot));
}

/**
 * A running attempt with more (or less) time from now on, as if it had been so from its start. One that is over stays over: it is expired by its old time first.
 * `windowEndsAtMs` is the end of the window it may be taken in; null without one.
 */
export function accommodate(attempt: Attempt, accommodation: Accommodation, windowEndsAtMs: number | null, nowMs: number): Attempt {
  const current = expire(attempt, nowMs);
  if (current.state !== "in_progress") return current;
  const deadlineAtMs = paperDeadline(current.startedAtMs, current.timer, accommodation, windowEndsAtMs);
  return { ...current, accommodation, deadlineAtMs, slots: sealPassed(current, nowMs) };
}
