import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "@/lib/questions/item";
import { err, ok, type Result } from "@/lib/shared/result";
import { areDistinctPositions, textsAt } from "./grade-choices";
import type { Grade } from "./grade";

/** Two options in the order the learner gave them, which is the wrong way round. */
type Swap = [earlier: number, later: number];

/** Every pair that stands the wrong way round. */
function swapsOf(order: readonly number[], key: readonly number[]): Swap[] {
  const place = new Map(key.map((option, at) => [option, at]));
  return order.flatMap((earlier, i) => order.slice(i + 1).filter((later) => place.get(earlier)! > place.get(later)!).map((later): Swap => [earlier, later]));
}

/** Whether the subject of the first tested fact stands right against all the others. */
function isFirstFactRecalled(base: FactBase, item: Item, swaps: readonly Swap[]): boolean {
  const subject = base.facts.get(item.tests[0]!)?.subject;
  const option = item.options.findIndex(({ entity }) => entity !== undefined && entity === subject);
  return option !== -1 && !swaps.flat().includes(option);
}

/**
 * Grades an order by Kendall's tau (M. Kendall, 1938): pairs that stand right minus pairs that stand wrong, over all pairs, at least 0. It counts what was asked,
 * which of two comes first; a place too late for one option does not make all that follow it wrong. A random order has 0 on average.
 * INVALID for another type of item, and for anything but every position once.
 */
export function gradeOrder(base: FactBase, item: Item, order: readonly number[]): Result<Grade, "INVALID"> {
  const { key, options } = item;
  if (item.type !== "ordering" || !Array.isArray(key) || order.length !== options.length || !areDistinctPositions(order, options.length)) return err("INVALID");
  const answer = textsAt(item, key);
  const swaps = swapsOf(order, key);
  const [first] = swaps;
  if (!first) return ok({ verdict: "exact", score: 1, note: { key: "exact", values: { answer } } });

  const pairs = (order.length * (order.length - 1)) / 2;
  const score = Math.max(0, pairs - 2 * swaps.length) / pairs;
  // Neighbours say most plainly what was mixed up, and every wrong order has two that stand wrong.
  const [earlier, later] = swaps.find(([a, b]) => order.indexOf(b) === order.indexOf(a) + 1) ?? first;
  const values = { first: textsAt(item, [earlier]), second: textsAt(item, [later]), right: String(pairs - swaps.length), total: String(pairs), answer };
  const note = { key: swaps.length === 1 ? "orderSwapped" : "orderSome", values };
  return ok({ verdict: score > 0 ? "partial" : "wrong", score, note, isRecalled: isFirstFactRecalled(base, item, swaps) });
}
