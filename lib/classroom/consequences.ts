import type { WorkSchedule } from "./schedule";

/** What of an assignment's terms bears on those who have begun. `questions`, `timeLimit` and `rules` are compared only: any text that differs when they do. */
export type WorkTerms = WorkSchedule & {
  questions: string;
  timeLimit: string;
  rules: string;
  /** For each pupil, without those that a teacher adds for one; null for any number. */
  attempts: number | null;
  counted: string;
  /** Whether those who have handed in see the answers now. */
  showsAnswers: boolean;
  /** The share to recall; null for a quiz. */
  goal: number | null;
  /** Ids of the pupils who have it. */
  pupils: ReadonlySet<string>;
};

/** `attempts`: how many were begun. `runsUntilMs`: when the time of the one under way is up, null without a limit; undefined where none is under way. `limitMs`: when it would be up but for the window's end. */
export type PupilWork = { userId: string; attempts: number; doneAtMs: number | null; runsUntilMs?: number | null; limitMs?: number | null };

/** What a change of work means for what is done already, and for how many. */
export const consequenceCodes = [
  "keep-former-questions", "now-late", "no-longer-late", "time-limit-from-now", "rules-from-now", "ends-earlier", "ends-later", "ends-now",
  "closes-now", "opens-again", "begun-before-it-opens", "more-attempts-than-allowed", "other-attempt-counts", "answers-shown", "answers-hidden",
  "goal-kept", "no-longer-theirs", "given-to-more",
] as const;
export type ConsequenceCode = (typeof consequenceCodes)[number];

/** `count` of pupils; 0 where it concerns whoever comes. */
export type Consequence = { code: ConsequenceCode; count: number };

const isLate = (doneAtMs: number | null, dueAtMs: number | null) => doneAtMs !== null && dueAtMs !== null && doneAtMs > dueAtMs;
const isClosed = ({ closesAtMs }: WorkSchedule, nowMs: number) => closesAtMs !== null && closesAtMs <= nowMs;

/** When the time of an attempt under way is up under a window's end; Infinity for never. */
const endUnder = (work: PupilWork, closesAtMs: number | null) => Math.min(work.limitMs ?? Infinity, closesAtMs ?? Infinity);

type Counted = [code: ConsequenceCode, isSo: boolean, concerns: (work: PupilWork) => boolean];

function timesOf(before: WorkTerms, after: WorkTerms, nowMs: number): Counted[] {
  const isRunning = ({ runsUntilMs }: PupilWork) => runsUntilMs !== undefined;
  const now = (work: PupilWork) => work.runsUntilMs ?? Infinity;
  const hasMoved = before.closesAtMs !== after.closesAtMs;
  return [
    ["now-late", true, ({ doneAtMs }) => !isLate(doneAtMs, before.dueAtMs) && isLate(doneAtMs, after.dueAtMs)],
    ["no-longer-late", true, ({ doneAtMs }) => isLate(doneAtMs, before.dueAtMs) && !isLate(doneAtMs, after.dueAtMs)],
    ["ends-now", hasMoved, (work) => isRunning(work) && endUnder(work, after.closesAtMs) <= nowMs],
    ["ends-earlier", hasMoved, (work) => isRunning(work) && endUnder(work, after.closesAtMs) > nowMs && endUnder(work, after.closesAtMs) < now(work)],
    ["ends-later", hasMoved, (work) => isRunning(work) && endUnder(work, after.closesAtMs) > now(work)],
    ["begun-before-it-opens", after.opensAtMs !== null && after.opensAtMs > nowMs, ({ attempts }) => attempts > 0],
  ];
}

function rulesOf(before: WorkTerms, after: WorkTerms): Counted[] {
  const most = after.attempts ?? Infinity;
  return [
    ["keep-former-questions", before.questions !== after.questions, ({ attempts }) => attempts > 0],
    ["time-limit-from-now", before.timeLimit !== after.timeLimit, ({ attempts }) => attempts > 0],
    ["rules-from-now", before.rules !== after.rules, ({ attempts }) => attempts > 0],
    ["more-attempts-than-allowed", before.attempts !== after.attempts, ({ attempts }) => attempts > most],
    ["other-attempt-counts", before.counted !== after.counted, ({ attempts }) => attempts > 1],
    ["answers-shown", !before.showsAnswers && after.showsAnswers, ({ doneAtMs }) => doneAtMs !== null],
    ["answers-hidden", before.showsAnswers && !after.showsAnswers, ({ doneAtMs }) => doneAtMs !== null],
    ["goal-kept", before.goal !== after.goal, ({ doneAtMs }) => doneAtMs !== null],
    ["no-longer-theirs", true, ({ userId, attempts, doneAtMs }) => (attempts > 0 || doneAtMs !== null) && before.pupils.has(userId) && !after.pupils.has(userId)],
  ];
}

/** What a change from one set of terms to the other does to what pupils have done by `nowMs` (ms), in the order of `consequenceCodes`; only what concerns somebody, or the time. */
export function consequencesOf(before: WorkTerms, after: WorkTerms, work: readonly PupilWork[], nowMs: number): Consequence[] {
  const counted = [...timesOf(before, after, nowMs), ...rulesOf(before, after)].map(([code, isSo, concerns]): Consequence => ({ code, count: isSo ? work.filter(concerns).length : 0 }));
  const added = [...after.pupils].filter((userId) => !before.pupils.has(userId)).length;
  const found = [...counted, { code: "given-to-more" as const, count: added }].filter(({ count }) => count > 0);
  const [wasClosed, isNowClosed] = [isClosed(before, nowMs), isClosed(after, nowMs)];
  if (!wasClosed && isNowClosed) found.push({ code: "closes-now", count: 0 });
  if (wasClosed && !isNowClosed) found.push({ code: "opens-again", count: 0 });
  return found.sort((a, b) => consequenceCodes.indexOf(a.code) - consequenceCodes.indexOf(b.code));
}
