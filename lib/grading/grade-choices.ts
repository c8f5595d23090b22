import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { Item, ItemType, Option } from "@/lib/questions/item";
import { isSameValue } from "@/lib/questions/known-facts";
import { err, ok, type Result } from "@/lib/shared/result";
import type { Grade } from "./grade";

/** Types that have positions as their key but take another response than one option. */
const otherwiseAnswered: readonly ItemType[] = ["multiple-response", "ordering", "matching"];

/** Whether every number is a position below `length` and none stands twice. */
export const areDistinctPositions = (positions: readonly number[], length: number): boolean =>
  new Set(positions).size === positions.length && positions.every((position) => Number.isInteger(position) && position >= 0 && position < length);

/** The texts at some positions, as one line. */
export const textsAt = (item: Item, positions: readonly number[]): string => positions.map((position) => item.options[position]?.text ?? "").join(", ");

/** Grades one chosen option: 1 or 0. INVALID for an item that is answered otherwise and for an option that is not there. */
export function gradeChoice(item: Item, option: number): Result<Grade, "INVALID"> {
  if (!Array.isArray(item.key) || otherwiseAnswered.includes(item.type) || !areDistinctPositions([option], item.options.length)) return err("INVALID");
  const values = { answer: textsAt(item, item.key) };
  return item.key.includes(option)
    ? ok({ verdict: "exact", score: 1, note: { key: "exact", values } })
    : ok({ verdict: "wrong", score: 0, note: { key: "wrong", values } });
}

function isAnswerOf(fact: Fact, item: Item, { entity, value }: Option): boolean {
  if (item.direction === "inverse") return entity === fact.subject;
  return entity !== undefined ? fact.value.kind === "entity" && fact.value.entity === entity : value !== undefined && isSameValue(value, fact.value);
}

/** Whether the option of the first tested fact was picked, and no wrong one: who ticks everything has ticked that one too, and has shown nothing. */
function isFirstFactRecalled(base: FactBase, item: Item, right: readonly number[], wrongPicks: number): boolean {
  const fact = base.facts.get(item.tests[0]!);
  return fact !== undefined && wrongPicks === 0 && right.some((position) => isAnswerOf(fact, item, item.options[position]!));
}

/**
 * Grades several chosen options: right picks minus wrong picks, over the number of right options, at least 0. A wrong pick costs what a right one earns,
 * so that ticking at random or ticking everything wins little. INVALID for another type of item and for a position out of range or given twice.
 */
export function gradeChoices(base: FactBase, item: Item, options: readonly number[]): Result<Grade, "INVALID"> {
  const { key } = item;
  if (item.type !== "multiple-response" || !Array.isArray(key) || !areDistinctPositions(options, item.options.length)) return err("INVALID");
  const answer = textsAt(item, key);
  if (options.length === 0) return ok({ verdict: "wrong", score: 0, note: { key: "empty", values: { answer } } });

  const right = options.filter((option) => key.includes(option));
  const extra = options.length - right.length;
  if (extra === 0 && right.length === key.length) return ok({ verdict: "exact", score: 1, note: { key: "exact", values: { answer } } });
  const score = Math.max(0, right.length - extra) / key.length;
  const values = { found: String(right.length), total: String(key.length), extra: String(extra), answer };
  const note = { key: extra === 0 ? "foundSome" : "foundTooMany", values };
  return ok({ verdict: score > 0 ? "partial" : "wrong", score, note, isRecalled: isFirstFactRecalled(base, item, right, extra) });
}
