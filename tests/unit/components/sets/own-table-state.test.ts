import { describe, expect, it } from "vitest";
import { changeTable, shownLines, type TableAction, type TableState } from "@/components/sets/own-table-state";
import type { ShownReading } from "@/lib/own-facts/show-reading";

const reading: ShownReading = {
  cells: [["Rocket", "height (m)", "site"], ["A", "tall", "X"], [], ["B", "5", "Y and Z"], ["C", "6", "X"]],
  columns: [{ position: 2, heading: "height", kind: "quantity", symbol: "m" }, { position: 3, heading: "site", kind: "entity" }],
  mistakes: [{ row: 2, column: 2, code: "wrong-kind", value: "tall" }, { row: 4, column: 3, code: "two-values", value: "Y and Z" }],
  mistakeCount: 2, kept: [[5, 2, "6 m"]], rows: 3, facts: 0,
};
const after = (...actions: TableAction[]) => actions.reduce<TableState | null>(changeTable, null)!;
const read: TableAction = { type: "read", reading, sent: null };

describe("a table in the form", () => {
  it("loses the mistake of a cell that is written anew, and counts as not checked", () => {
    const state = after(read, { type: "typed", line: 2, position: 2, text: "57" });
    expect(state).toMatchObject({ mistakeCount: 1, mistakes: [{ row: 4 }], isChecked: false });
    expect(state.cells[1]).toEqual(["A", "57", "X"]);
  });

  it("keeps the rows that are not typed in as they are, so that they are not drawn anew", () => {
    const before = after(read);
    const state = changeTable(before, { type: "typed", line: 5, position: 1, text: "D" })!;
    expect(state.mistakes).toBe(before.mistakes);
    expect(state.kept).toBe(before.kept);
    expect(state.cells[1]).toBe(before.cells[1]);
    expect(changeTable(before, { type: "typed", line: 5, position: 2, text: "7" })!.kept.size).toBe(0);
  });

  it("takes text beyond the end of a row", () => {
    expect(after(read, { type: "line-added" }, { type: "typed", line: 6, position: 3, text: "X" }).cells[5]).toEqual(["", "", "X"]);
  });

  it("empties a row that is removed, so that the others keep their numbers", () => {
    const state = after(read, { type: "line-removed", line: 2 });
    expect(state.cells.map(([name]) => name)).toEqual(["Rocket", undefined, undefined, "B", "C"]);
    expect(state).toMatchObject({ mistakeCount: 1, mistakes: [{ row: 4 }] });
  });

  it("moves what was chosen along with the columns behind one that is left out", () => {
    const state = after(read, { type: "kind-chosen", position: 3, kind: "text" }, { type: "column-left-out", position: 2 });
    expect(state).toMatchObject({ choices: { 2: { kind: "text" } }, columns: [{ position: 2, heading: "site", kind: "text" }] });
    expect(state.cells[3]).toEqual(["B", "Y and Z"]);
  });

  it("keeps choices over a reading, and what is typed is not lost by it", () => {
    expect(after(read, { type: "kind-chosen", position: 3, kind: "text" }, read)).toMatchObject({ choices: { 3: { kind: "text" } }, isChecked: true });
  });
});

describe("an answer of the server", () => {
  it("that comes after more was typed leaves that as it is, to be checked again", () => {
    const sent = after(read);
    const typed = changeTable(sent, { type: "typed", line: 2, position: 2, text: "57" })!;
    const answered = changeTable(typed, { type: "read", reading, sent: sent.cells })!;
    expect(answered.cells[1]).toEqual(["A", "57", "X"]);
    expect(answered.isChecked).toBe(false);
    expect(changeTable(sent, { type: "read", reading, sent: sent.cells })).toMatchObject({ isChecked: true });
  });
});

describe("the lines in view", () => {
  const cells = [["Rocket"], ...Array.from({ length: 1000 }, (_, i) => [`R${i}`])];

  it("are the first, and those that need a look", () => {
    const { lines, hidden } = shownLines({ cells, pinned: new Set([900, 3]) }, 20);
    expect(lines).toEqual([...Array.from({ length: 20 }, (_, i) => i + 2), 900]);
    expect(hidden).toBe(979);
  });

  it("leave out blank rows but for new ones", () => {
    expect(shownLines({ cells: [["a"], ["b"], [], [""]], pinned: new Set([4]) }, 20)).toEqual({ lines: [2, 4], hidden: 0 });
  });

  it("do not lose a row whose mistake is being mended far down", () => {
    const far = { ...reading, cells, mistakes: [{ row: 700, column: 1, code: "formula" as const, value: "=1" }], mistakeCount: 1 };
    const state = after({ type: "read", reading: far, sent: null }, { type: "typed", line: 700, position: 1, text: "x" });
    expect(shownLines(state, 20).lines).toContain(700);
  });
});
