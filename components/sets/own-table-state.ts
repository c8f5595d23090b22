import type { TableMistake } from "@/lib/own-facts/mistakes";
import type { ColumnKind } from "@/lib/own-facts/own-limits";
import type { ShownColumn, ShownReading } from "@/lib/own-facts/show-reading";

/** A table as it stands in the form. Rows ("lines") and columns ("positions") count from 1, as the server does. */
export type TableState = {
  cells: readonly (readonly string[])[];
  columns: readonly ShownColumn[];
  choices: Readonly<Record<number, { kind: ColumnKind }>>;
  mistakes: readonly TableMistake[];
  mistakeCount: number;
  kept: ReadonlyMap<string, string>;
  facts: number;
  /** Lines that stay in view: those that had a mistake, and new ones. */
  pinned: ReadonlySet<number>;
  /** Nothing was changed since the server read it. */
  isChecked: boolean;
};

export type TableAction =
  /** `sent`: the cells that the server was sent; null for a text that was pasted. */
  | { type: "read"; reading: ShownReading; sent: TableState["cells"] | null }
  | { type: "typed"; line: number; position: number; text: string }
  | { type: "kind-chosen"; position: number; kind: ColumnKind }
  | { type: "line-added" }
  | { type: "line-removed"; line: number }
  | { type: "column-left-out"; position: number }
  | { type: "pinned"; line: number };

const mostPinned = 50;

export const cellKey = (line: number, position: number): string => `${line} ${position}`;

/** The table as it is kept, before anything is changed. */
export const keptTable = (cells: string[][], columns: ShownColumn[]): TableState => ({
  cells, columns, choices: {}, mistakes: [], mistakeCount: 0, kept: new Map(), facts: 0, pinned: new Set(), isChecked: true,
});

function read(before: TableState | null, { cells, columns, mistakes, mistakeCount, kept, facts }: ShownReading): TableState {
  const lines = [...new Set(mistakes.flatMap(({ row }) => row ?? []))].slice(0, mostPinned);
  return {
    cells, columns, mistakes, mistakeCount, facts, choices: before?.choices ?? {}, isChecked: true,
    kept: new Map(kept.map(([line, position, text]) => [cellKey(line, position), text])),
    pinned: new Set([...(before?.pinned ?? []), ...lines]),
  };
}

/** Mistakes without those that may be mended by now; the same list where there are none of them. */
function without({ mistakes, mistakeCount }: TableState, isGone: (mistake: TableMistake) => boolean): Pick<TableState, "mistakes" | "mistakeCount"> {
  const left = mistakes.filter((mistake) => !isGone(mistake));
  return left.length === mistakes.length ? { mistakes, mistakeCount } : { mistakes: left, mistakeCount: mistakeCount - (mistakes.length - left.length) };
}

function typed(state: TableState, line: number, position: number, text: string): TableState {
  const row = [...(state.cells[line - 1] ?? [])];
  while (row.length < position) row.push("");
  row[position - 1] = text;
  const key = cellKey(line, position);
  // The same map where nothing goes from it: rows that know it need not be drawn anew.
  const kept = state.kept.has(key) ? new Map([...state.kept].filter(([each]) => each !== key)) : state.kept;
  const cells = state.cells.map((each, i) => (i === line - 1 ? row : each));
  return { ...state, cells, kept, isChecked: false, ...without(state, (mistake) => mistake.row === line && mistake.column === position) };
}

function leftOut(state: TableState, position: number): TableState {
  const places = (at: number) => (at > position ? at - 1 : at);
  const choices = Object.fromEntries(Object.entries(state.choices).flatMap(([at, choice]) => (Number(at) === position ? [] : [[places(Number(at)), choice]])));
  return {
    ...state, choices, isChecked: false, kept: new Map(),
    cells: state.cells.map((row) => row.filter((_, i) => i !== position - 1)),
    columns: state.columns.flatMap((column) => (column.position === position ? [] : [{ ...column, position: places(column.position) }])),
    ...without(state, ({ column }) => column !== null && column >= position),
  };
}

/** What was typed while the answer was on its way stays, and is still to be checked. */
function answered(state: TableState | null, { reading, sent }: TableAction & { type: "read" }): TableState {
  const next = read(state, reading);
  return state && sent && state.cells !== sent ? { ...next, cells: state.cells, isChecked: false } : next;
}

/** What becomes of the table; null before one was read. */
export function changeTable(state: TableState | null, action: TableAction): TableState | null {
  if (action.type === "read") return answered(state, action);
  if (!state) return state;
  switch (action.type) {
    case "typed": return typed(state, action.line, action.position, action.text);
    case "kind-chosen": {
      const { position, kind } = action;
      return { ...state, isChecked: false, choices: { ...state.choices, [position]: { kind } }, columns: state.columns.map((column) => (column.position === position ? { ...column, kind } : column)) };
    }
    case "line-added": return { ...state, isChecked: false, cells: [...state.cells, [""]], pinned: new Set([...state.pinned, state.cells.length + 1]) };
    case "line-removed": {
      const pinned = new Set(state.pinned);
      pinned.delete(action.line);
      return { ...state, isChecked: false, pinned, cells: state.cells.map((row, i) => (i === action.line - 1 ? [] : row)), ...without(state, ({ row }) => row === action.line) };
    }
    case "column-left-out": return leftOut(state, action.position);
    case "pinned": return state.pinned.has(action.line) ? state : { ...state, pinned: new Set([...state.pinned, action.line]) };
  }
}

/** The lines that are shown: the first `count` that say something, and all that are pinned; and how many are not. */
export function shownLines({ cells, pinned }: Pick<TableState, "cells" | "pinned">, count: number): { lines: number[]; hidden: number } {
  const filled = cells.flatMap((row, i) => (i > 0 && (pinned.has(i + 1) || row.some((cell) => cell.trim() !== "")) ? [i + 1] : []));
  const lines = filled.filter((line, i) => i < count || pinned.has(line));
  return { lines, hidden: filled.length - lines.length };
}
