import { percentOf, type GradebookCell, type GradebookColumn, type GradebookRow } from "@/lib/classroom/gradebook";
import type { WorkStatus } from "@/lib/classroom/work";

/** A cell as it is sent to the browser: there may be thousands. The last part is made of `overridden` and `noted`. */
export type ShownCell = [status: WorkStatus, percent: number | null, marks: number] | null;
export const marks = { overridden: 1, noted: 2 } as const;

export type ShownRow = { userId: string; name: string; average: number | null; cells: readonly ShownCell[] };

const shownPercent = (share: number | null) => (share === null ? null : percentOf(share));

const toShownCell = (cell: GradebookCell | null): ShownCell =>
  cell && [cell.status, shownPercent(cell.share), (cell.isOverridden ? marks.overridden : 0) + (cell.hasNote ? marks.noted : 0)];

const toShownRow = ({ userId, name, average, cells }: GradebookRow): ShownRow => ({ userId, name, average: shownPercent(average), cells: cells.map(toShownCell) });

/** Thousands of cells in one text: React would send each by itself, and read each by itself again. */
export const writeRows = (rows: readonly GradebookRow[]): string => JSON.stringify(rows.map(toShownRow));
export const readRows = (text: string): ShownRow[] => JSON.parse(text) as ShownRow[];

/** `due` as a day, where there is one; `isFocus`: shown where there is room for one column only. */
export type ShownColumn = { id: string; title: string; due: string | null; average: number | null; isFocus: boolean };

/** The newest that is open already has the focus. */
export function toShownColumns(works: readonly GradebookColumn[], timeZone: string): ShownColumn[] {
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone });
  const focus = works.find(({ phase }) => phase !== "ahead") ?? works[0];
  return works.map((work) => ({ id: work.id, title: work.title, due: work.dueAtMs === null ? null : day.format(work.dueAtMs), average: shownPercent(work.average), isFocus: work === focus }));
}

/** Whom and what a panel is about. */
export type CellPlace = { userId: string; workId: string };
