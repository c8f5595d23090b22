import type { Gradebook, GradebookCell, GradebookColumn, GradebookRow } from "./gradebook";
import { workStatuses, type WorkStatus } from "./work";

/** What of the gradebook is shown, in which order; it stands in the page's address. `sort`: "name", "average" or the id of an assignment; `workId`: the one assignment that is shown. */
export type GradebookView = { sort: string; isDescending: boolean; status: WorkStatus | null; workId: string | null; hasFormer: boolean };

export const usualView: GradebookView = { sort: "name", isDescending: false, status: null, workId: null, hasFormer: false };

type Parameters = Record<string, string | string[] | undefined>;

/** The view that an address asks for. What it says of no sense, or of assignments that are not there, is left out. */
export function readView(parameters: Parameters, workIds: readonly string[]): GradebookView {
  const { sort, order, status, work, former } = parameters;
  const isSort = sort === "average" || (typeof sort === "string" && workIds.includes(sort));
  return {
    sort: isSort ? sort : "name",
    isDescending: order === "down",
    status: workStatuses.find((each) => each === status) ?? null,
    workId: workIds.find((id) => id === work) ?? null,
    hasFormer: former === "shown",
  };
}

/** The parameters of an address that asks for the view; what is usual is left out. */
export function writeView({ sort, isDescending, status, workId, hasFormer }: GradebookView): Record<string, string> {
  return {
    ...(sort !== "name" && { sort }),
    ...(isDescending && { order: "down" }),
    ...(status && { status }),
    ...(workId && { work: workId }),
    ...(hasFormer && { former: "shown" }),
  };
}

const names = new Intl.Collator("en", { numeric: true });
const byName = (a: GradebookRow, b: GradebookRow) => names.compare(a.name, b.name) || (a.userId < b.userId ? -1 : 1);

/** By a figure; whoever has none comes last in either direction. Equals stand by name. */
function byFigure(figureOf: (row: GradebookRow) => number | null, isDescending: boolean): (a: GradebookRow, b: GradebookRow) => number {
  const up = isDescending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [figureOf(a), figureOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return up * (x - y) || byName(a, b);
  };
}

function orderOf({ works }: Gradebook, { sort, isDescending }: GradebookView): (a: GradebookRow, b: GradebookRow) => number {
  if (sort === "average") return byFigure(({ average }) => average, isDescending);
  const index = works.findIndex(({ id }) => id === sort);
  if (index >= 0) return byFigure(({ cells }) => cells[index]?.share ?? null, isDescending);
  return isDescending ? (a, b) => byName(b, a) : byName;
}

/** What is seen of a gradebook: former pupils apart. */
export type ShownGradebook = { works: readonly GradebookColumn[]; rows: readonly GradebookRow[]; former: readonly GradebookRow[] };

const withCells = (row: GradebookRow, cells: readonly (GradebookCell | null)[]): GradebookRow => ({ ...row, cells });

/**
 * The gradebook as the view has it. A row stays if one of the shown cells has the status that is asked for, and, where one assignment is shown, if it is that pupil's.
 * Averages stay those of all work.
 */
export function viewGradebook(gradebook: Gradebook, view: GradebookView): ShownGradebook {
  const shown = gradebook.works.flatMap(({ id }, index) => (view.workId === null || view.workId === id ? [index] : []));
  const rows = [...gradebook.rows].sort(orderOf(gradebook, view)).map((row) => withCells(row, shown.map((index) => row.cells[index]!)));
  const asked = rows.filter(({ cells }) => (view.workId === null || cells[0] !== null) && (view.status === null || cells.some((cell) => cell?.status === view.status)));
  return {
    works: shown.map((index) => gradebook.works[index]!),
    rows: asked.filter(({ isFormer }) => !isFormer),
    former: view.hasFormer ? asked.filter(({ isFormer }) => isFormer) : [],
  };
}
