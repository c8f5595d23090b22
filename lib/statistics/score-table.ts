import { valuesAt } from "./moments";
import type { AnalysedItem, ResponseRow } from "./responses";

/** One item's column. The lists in points go by those who reached the item; `rows` says which attempts they are. */
export type ItemColumn = {
  rows: Uint32Array;
  points: Float64Array;
  totals: Float64Array;
  /** The totals without this item's points: R = T − x. */
  rests: Float64Array;
  blank: number;
  unreached: number;
};

/** The attempts by columns. `everyPoints` has each item's points for all attempts, 0 where it was not reached or not given. */
export type ScoreTable = { totals: Float64Array; everyPoints: Float64Array[]; columns: ItemColumn[]; hasOnePaper: boolean };

function columnOf(index: number, rows: readonly ResponseRow[], points: Float64Array, totals: Float64Array): ItemColumn {
  const reached = new Uint32Array(rows.length);
  let [count, blank, unreached] = [0, 0, 0];
  for (let row = 0; row < rows.length; row++) {
    const score = rows[row]!.scores[index];
    if (score === "unreached") unreached++;
    if (score === "unreached" || score === "not-given") continue;
    if (score === "blank") blank++;
    reached[count++] = row;
  }
  const places = reached.slice(0, count);
  const [own, all] = [valuesAt(points, places), valuesAt(totals, places)];
  return { rows: places, points: own, totals: all, rests: all.map((total, i) => total - own[i]!), blank, unreached };
}

/** The table of these attempts at these items; throws where a row has not exactly one score for each item. */
export function tabulate(items: readonly AnalysedItem[], rows: readonly ResponseRow[]): ScoreTable {
  const totals = new Float64Array(rows.length);
  const everyPoints = items.map(() => new Float64Array(rows.length));
  let hasOnePaper = true;
  rows.forEach(({ attemptId, scores }, row) => {
    if (scores.length !== items.length) throw new Error(`tabulate: attempt ${attemptId} has ${scores.length} scores for ${items.length} items`);
    scores.forEach((score, i) => {
      if (score === "not-given") hasOnePaper = false;
      if (typeof score !== "number") return;
      everyPoints[i]![row] = score * items[i]!.maxPoints;
      totals[row]! += everyPoints[i]![row]!;
    });
  });
  return { totals, everyPoints, columns: items.map((_, i) => columnOf(i, rows, everyPoints[i]!, totals)), hasOnePaper };
}
