import "server-only";
import type { Item, Option } from "@/lib/questions/item";
import { answerKindOf } from "@/lib/questions/study-card";
import { analyseItems } from "@/lib/statistics/analyse-items";
import type { ItemStatistics } from "@/lib/statistics/item-statistics";
import type { AnalysedItem, ResponseRow } from "@/lib/statistics/responses";
import type { TestStatistics } from "@/lib/statistics/test-statistics";
import { itemsOf } from "./assignment-paper";
import { noSuchAssignment } from "./class-access";
import { readResponses, type AttemptChoice, type TypedAnswers } from "./item-analysis-attempts";
import type { Transaction } from "./transaction";

/** What an option is, wherever it stands. */
export const keyOfOption = ({ entity, text }: Option): string => entity ?? text;

const kindOf = ({ type, options, prompts }: Item) => answerKindOf({ form: type, options: options.map(({ text }) => text), ...(prompts && { prompts: [] }) });

export function toAnalysedItem(item: Item): AnalysedItem {
  const { id, tests, template, options, key } = item;
  const isChosen = kindOf(item) === "choice" || kindOf(item) === "choices";
  return { itemId: id, factId: tests[0]!, template, maxPoints: 1, options: isChosen && Array.isArray(key) ? options.map((option, i) => ({ key: keyOfOption(option), isRight: key.includes(i) })) : [] };
}

/** A paper with what was answered; `statistics` in the order of `items`. What is `leftOut` of the marks is no part of the test: its figures are as if it were. */
export type PaperFigures = { items: Item[]; leftOut: ReadonlySet<string>; contentVersion: string; typed: TypedAnswers; test: TestStatistics; statistics: ItemStatistics[] };

function analyseWithout(leftOut: ReadonlySet<string>, items: readonly AnalysedItem[], rows: readonly ResponseRow[]): Pick<PaperFigures, "test" | "statistics"> {
  const { test, items: statistics } = analyseItems(items, rows);
  if (leftOut.size === 0) return { test, statistics };
  const places = items.flatMap(({ itemId }, place) => (leftOut.has(itemId) ? [] : [place]));
  const pick = <T>(values: readonly T[]) => places.map((place) => values[place]!);
  const counting = analyseItems(pick(items), rows.map(({ attemptId, scores, chosen }) => ({ attemptId, scores: pick(scores), chosen: pick(chosen) })));
  return { test: counting.test, statistics: statistics.map((whole, place) => counting.items[places.indexOf(place)] ?? { ...whole, intendedWeight: null, effectiveWeight: null }) };
}

/** NOT_FOUND where there is no such paper. The caller knows that the viewer may see it. */
export async function analysePaper(tx: Transaction, assignmentId: string, revision: number, choice: AttemptChoice): Promise<PaperFigures> {
  const paper = await tx.assignmentPaper.findUnique({ where: { assignmentId_revision: { assignmentId, revision } } });
  if (!paper) throw noSuchAssignment();
  const items = itemsOf(paper);
  const { rows, typed } = await readResponses(tx, { assignmentId, revision, itemIds: items.map(({ id }) => id) }, choice);
  const leftOut = new Set(paper.leftOut);
  return { items, leftOut, contentVersion: paper.contentVersion, typed, ...analyseWithout(leftOut, items.map(toAnalysedItem), rows) };
}
