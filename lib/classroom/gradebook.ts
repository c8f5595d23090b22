import { phaseOf, type WorkPhase, type WorkSchedule } from "./schedule";
import { countedShare, statusOf, type CountedAttempt, type WorkStatus } from "./work";

/** Somebody who learns in the class, or did. Instants are milliseconds. */
export type GradedPupil = { userId: string; name: string; isFormer: boolean; joinedAtMs: number };

/** Published work of the class. `isForAll`: everybody has it, or those only whose record says that they were chosen. */
export type GradedWork = { id: string; title: string; kind: "quiz" | "study"; schedule: WorkSchedule; isForAll: boolean; counted: CountedAttempt };

/**
 * What is known of one pupil's work. `shares` in [0, 1], one for each attempt in the order in which they were begun, null for one that is not graded; of studying one at most:
 * the share of the facts that would be recalled. `score`: the teacher's word in place of what is reckoned.
 */
export type WorkRecord = { isBegun: boolean; doneAtMs: number | null; shares: readonly (number | null)[]; isChosen: boolean; isExcused: boolean; score: number | null; note: string };

export const nothingDone: WorkRecord = { isBegun: false, doneAtMs: null, shares: [], isChosen: false, isExcused: false, score: null, note: "" };

/** `share`: what is shown, in [0, 1]; null where there is none. `counts`: what goes into the pupil's average; null where the cell is left out of it. */
export type GradebookCell = { status: WorkStatus; share: number | null; reckoned: number | null; isOverridden: boolean; attempts: number; hasNote: boolean; counts: number | null };

/** Null where the work is not the pupil's. */
export type GradebookRow = { userId: string; name: string; isFormer: boolean; cells: readonly (GradebookCell | null)[]; average: number | null };

/** `average` of those who are pupils now. */
export type GradebookColumn = Pick<GradedWork, "id" | "title" | "kind"> & { dueAtMs: number | null; phase: WorkPhase; average: number | null };

/** The cells of a row stand in the order of `works`. */
export type Gradebook = { works: readonly GradebookColumn[]; rows: readonly GradebookRow[]; average: number | null };

/** Facts of study are answered by many who were not given it. */
const cameToSomething = (kind: GradedWork["kind"], { isBegun, doneAtMs, isExcused, score, note }: WorkRecord) => (kind === "quiz" && isBegun) || doneAtMs !== null || isExcused || score !== null || note !== "";

/** Whether the pupil has the work. Whoever joined when it was closed has not, and of former pupils it stands only where something came of it. */
export function isGivenTo({ kind, isForAll, schedule: { closesAtMs } }: Pick<GradedWork, "kind" | "isForAll" | "schedule">, { isFormer, joinedAtMs }: Pick<GradedPupil, "isFormer" | "joinedAtMs">, record: WorkRecord): boolean {
  if (cameToSomething(kind, record)) return true;
  return !isFormer && (isForAll || record.isChosen) && (closesAtMs === null || joinedAtMs < closesAtMs);
}

/**
 * What counts in a pupil's average: the teacher's score above all; of a quiz the share of the points, or 0 where it was missed and is closed. Left out are: what is excused, what can still be
 * handed in, what is not graded yet, and studying, whose share is no mark but what would be recalled.
 */
function countOf(cell: Omit<GradebookCell, "counts">, kind: GradedWork["kind"], phase: WorkPhase): number | null {
  if (cell.status === "excused") return null;
  if (cell.isOverridden) return cell.share;
  if (kind === "study") return null;
  return cell.status === "missed" && phase === "closed" ? 0 : cell.share;
}

/** One pupil's cell of one piece of work at `nowMs`. An excuse leaves no score standing. */
export function cellOf({ kind, schedule, counted }: Pick<GradedWork, "kind" | "schedule" | "counted">, record: WorkRecord, nowMs: number): GradebookCell {
  const phase = phaseOf(schedule, nowMs);
  const status = statusOf(record, schedule.dueAtMs, phase);
  const reckoned = countedShare(record.shares, kind === "quiz" ? counted : "last");
  const isOverridden = record.score !== null && !record.isExcused;
  const share = record.isExcused ? null : (record.score ?? reckoned);
  const cell = { status, share, reckoned, isOverridden, attempts: kind === "quiz" ? record.shares.length : 0, hasNote: record.note !== "" };
  return { ...cell, counts: countOf(cell, kind, phase) };
}

/** The mean of what is not null; null where all is. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Of studying the mean of what would be recalled, of a quiz the mean of what counts. */
function columnOf({ id, title, kind, schedule }: GradedWork, cells: readonly (GradebookCell | null)[], nowMs: number): GradebookColumn {
  const values = cells.map((cell) => cell && (kind === "study" ? cell.share : cell.counts));
  return { id, title, kind, dueAtMs: schedule.dueAtMs, phase: phaseOf(schedule, nowMs), average: meanOf(values) };
}

/** The whole gradebook at `nowMs`: everything that is shown or exported of it comes from here. `recordOf` may know nothing of a pupil's work. */
export function reckonGradebook(pupils: readonly GradedPupil[], works: readonly GradedWork[], recordOf: (workId: string, userId: string) => WorkRecord | undefined, nowMs: number): Gradebook {
  const rows = pupils.map((pupil) => {
    const cells = works.map((work) => {
      const record = recordOf(work.id, pupil.userId) ?? nothingDone;
      return isGivenTo(work, pupil, record) ? cellOf(work, record, nowMs) : null;
    });
    const { userId, name, isFormer } = pupil;
    return { userId, name, isFormer, cells, average: meanOf(cells.map((cell) => cell && cell.counts)) };
  });
  const current = rows.filter(({ isFormer }) => !isFormer);
  const columns = works.map((work, index) => columnOf(work, current.map(({ cells }) => cells[index]!), nowMs));
  return { works: columns, rows, average: meanOf(current.map(({ average }) => average)) };
}

/** A share as it is shown and exported: whole per cent, halves upwards. */
export const percentOf = (share: number): number => Math.round(100 * share);
