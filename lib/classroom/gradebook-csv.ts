import { csvLine } from "@/lib/shared/csv";
import { percentOf, type GradebookCell, type GradebookRow } from "./gradebook";
import type { ShownGradebook } from "./gradebook-view";
import type { WorkStatus } from "./work";

/** What stands in the file beside names and figures. */
export type GradebookWords = { name: string; former: string; isFormer: string; average: string; score: (title: string) => string; status: (title: string) => string; statuses: Record<WorkStatus, string> };

const byteOrderMark = "\uFEFF";

const figure = (share: number | null): number | "" => (share === null ? "" : percentOf(share));
const cellsOf = (cell: GradebookCell | null, { statuses }: GradebookWords): (string | number)[] => (cell ? [figure(cell.share), statuses[cell.status]] : ["", ""]);

/**
 * The gradebook as it is shown, for a spreadsheet: with the mark of UTF-8, a line for each pupil in the order of the screen, shares in whole per cent, two columns for each assignment. Whether
 * somebody is a former pupil stands there only if there are some.
 */
export function gradebookCsv({ works, rows, former }: ShownGradebook, words: GradebookWords): string {
  const hasFormer = former.length > 0;
  const head = [words.name, ...(hasFormer ? [words.former] : []), words.average, ...works.flatMap(({ title }) => [words.score(title), words.status(title)])];
  const line = ({ name, isFormer, average, cells }: GradebookRow) => [name, ...(hasFormer ? [isFormer ? words.isFormer : ""] : []), figure(average), ...cells.flatMap((cell) => cellsOf(cell, words))];
  return byteOrderMark + [head, ...[...rows, ...former].map(line)].map(csvLine).join("");
}
