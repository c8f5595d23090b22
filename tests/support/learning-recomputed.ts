import type { ReviewEvent, UndoEvent } from "@/lib/db/generated/client";
import type { Rating } from "@/lib/scheduling/engine";
import { evidenceForm, type QuestionType } from "@/lib/scheduling/evidence-form";
import { recallOn, type Answer, type MemoryRule } from "@/lib/scheduling/fact-state";
import { addAnswer, emptyMemory, foldLog } from "@/lib/scheduling/learner-memory";

/*
 * What the band "Am I learning?" tells, once more, in plain loops over the rows of the log: neither lib/progress nor the history it reads is used.
 * Days are counted by Date; only the memory itself is lib/scheduling's.
 */

const dayMs = 86_400_000;
export const indexOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs;
export const isoOf = (index: number) => new Date(index * dayMs).toISOString().slice(0, 10);

type Row = ReviewEvent & { index: number };
export type Log = { events: readonly ReviewEvent[]; undos: readonly UndoEvent[] };

/** Rows that nothing took back, by their instants and then their ids. */
export function standingRows({ events, undos }: Log): Row[] {
  const rows: Row[] = [];
  for (const event of events) {
    let isUndone = false;
    for (const undo of undos) if (undo.undoes === event.id && undo.presentationId === event.presentationId) isUndone = true;
    if (!isUndone) rows.push({ ...event, index: indexOf(event.learnerDay) });
  }
  return rows.sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime() || (a.id < b.id ? -1 : 1));
}

function answerOf({ id, factId, answeredAt, learnerDay, form, optionCount, rating, elapsedMs, usualMs, questionEase }: Row): Answer {
  const outcome = form === "flashcard" ? (rating as Rating) : rating > 1 ? "right" : "wrong";
  const evidence = { ...evidenceForm(form as QuestionType, optionCount ?? undefined), outcome, questionEase, elapsedMs, ...(usualMs === null ? {} : { usualMs }) } as const;
  return { id, factId, atMs: answeredAt.getTime(), learnerDay, evidence };
}

type Told = Row & { kind: "new" | "review" | "practice"; intervalDays: number; isRight: boolean };

/** What each row was to the memory, told by the days of the rows before it on the same fact. */
export function toldRows(rows: readonly Row[], rule: MemoryRule): Told[] {
  const lastScored = new Map<string, number>();
  let memory = emptyMemory(rule);
  return rows.map((row) => {
    const last = lastScored.get(row.factId);
    const kind = last === undefined ? "new" : row.index > last ? "review" : "practice";
    const intervalDays = memory.facts.get(row.factId)?.intervalDays ?? 0;
    if (kind !== "practice") lastScored.set(row.factId, row.index);
    memory = addAnswer(memory, answerOf(row), rule);
    return { ...row, kind, intervalDays, isRight: row.rating > 1 };
  });
}

export function dayFigures(rows: readonly Told[], day: number) {
  const figures = { day: isoOf(day), new: 0, review: 0, practice: 0, answeringMs: 0 };
  for (const { index, kind, elapsedMs } of rows) {
    if (index !== day) continue;
    figures[kind] += 1;
    figures.answeringMs += elapsedMs > 60_000 ? 60_000 : elapsedMs;
  }
  return figures;
}

/** Right answers, all, and the two chances that are just 1.959964 standard errors away from what was seen. */
export function shareFigures(rows: readonly Told[]) {
  const [n, right, z2] = [rows.length, rows.filter(({ isRight }) => isRight).length, 1.959964 ** 2];
  if (n === 0) return { right, count: n, share: 0, low: 0, high: 1 };
  const [a, b, c] = [n + z2, -(2 * right + z2), (right * right) / n];
  const root = Math.sqrt(b * b - 4 * a * c);
  return { right, count: n, share: right / n, low: (-b - root) / (2 * a), high: (-b + root) / (2 * a) };
}

export function retentionFigures(rows: readonly Told[], first: number, last: number) {
  const reviews = rows.filter(({ kind, index }) => kind === "review" && index >= first && index <= last);
  return {
    all: shareFigures(reviews),
    young: shareFigures(reviews.filter(({ intervalDays }) => intervalDays < 21)),
    mature: shareFigures(reviews.filter(({ intervalDays }) => intervalDays >= 21)),
  };
}

/** By folding all that was answered before the first answer of a later day. */
export function growthFigures(rows: readonly Row[], day: number, counts: (factId: string) => boolean, rule: MemoryRule) {
  const earlier: Answer[] = [];
  for (const row of rows) {
    if (row.index > day) break;
    earlier.push(answerOf(row));
  }
  const { facts, calibration } = foldLog(earlier, rule);
  let [begun, recalled] = [0, 0];
  for (const [factId, fact] of facts) {
    if (!counts(factId)) continue;
    begun += 1;
    recalled += recallOn(fact, isoOf(day), calibration, rule.engine);
  }
  return { day: isoOf(day), begun, recalled };
}

/** Day by day through the calendar: a day holds when it has an answer, or when it was never lived for lack of 24 hours. */
export function streakFigures(rows: readonly Row[], today: number, now: Date) {
  const times = new Map<number, number[]>();
  for (const { index, answeredAt } of rows) times.set(index, [...(times.get(index) ?? []), answeredAt.getTime()]);
  const lastOn = (day: number) => Math.max(...(times.get(day) ?? [-Infinity]));
  const firstOn = (day: number) => Math.min(...(times.get(day) ?? [day === today ? now.getTime() : Infinity]));
  let [run, longest] = [0, 0];
  for (let day = Math.min(...times.keys()); day <= today; day++) {
    if (times.has(day)) run += 1;
    else if (day < today && firstOn(day + 1) - lastOn(day - 1) > dayMs) run = 0;
    longest = Math.max(longest, run);
  }
  return { current: run, longest };
}
