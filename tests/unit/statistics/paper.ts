import type { AnalysedItem, ItemScore, ResponseRow } from "@/lib/statistics/responses";

/** Items without options, with these points. */
export const itemsOf = (maxPoints: readonly number[]): AnalysedItem[] =>
  maxPoints.map((points, i) => ({ itemId: `item ${i + 1}`, factId: `fact ${i + 1}`, template: "template", maxPoints: points, options: [] }));

/** Attempts with these scores, and nothing chosen. */
export const rowsOf = (scores: readonly (readonly ItemScore[])[]): ResponseRow[] =>
  scores.map((row, i) => ({ attemptId: `attempt ${i + 1}`, scores: row, chosen: row.map(() => []) }));

/** An item with one right option `a` and three wrong ones; 1 point. */
export const choiceItem = (itemId: string, more: Partial<AnalysedItem> = {}): AnalysedItem => ({
  itemId, factId: `fact of ${itemId}`, template: "choice", maxPoints: 1, options: ["a", "b", "c", "d"].map((key) => ({ key, isRight: key === "a" })), ...more,
});

/** Attempts at choice items, each written as the keys chosen by item: "abca"; "-" is blank, "." not reached, " " not given. */
export const chosenRows = (lines: readonly string[]): ResponseRow[] =>
  lines.map((line, i) => ({
    attemptId: `attempt ${i + 1}`,
    scores: [...line].map((key) => (key === "-" ? "blank" : key === "." ? "unreached" : key === " " ? "not-given" : key === "a" ? 1 : 0)),
    chosen: [...line].map((key) => (/[a-z]/.test(key) ? [key] : [])),
  }));
