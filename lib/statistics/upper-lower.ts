/** Kelley (1939): with the outer 27 % the difference stands out best from its error. */
const outerShare = 0.27;

/** Below this a group has fewer than nine people, and one of them moves the difference by more than a tenth. */
export const fewestForUpperLower = 30;

/** Sums of thirds and tenths that are equal differ by less than this (points). */
const sameTotal = 1e-9;

/**
 * The mean score of the first `size` places in this order. People with the same total share their places: whoever stands at the edge counts in part, so that nothing
 * depends on the order in which equals come.
 */
function meanOfFirst(order: readonly number[], scores: Float64Array, totals: Float64Array, size: number): number {
  let [sum, left] = [0, size];
  for (let from = 0; left > 0 && from < order.length; ) {
    let [to, tied] = [from, 0];
    for (; to < order.length && Math.abs(totals[order[to]!]! - totals[order[from]!]!) < sameTotal; to++) tied += scores[order[to]!]!;
    const taken = Math.min(left, to - from);
    sum += (tied * taken) / (to - from);
    left -= taken;
    from = to;
  }
  return sum / size;
}

/**
 * D, from −1 to 1 for scores in [0, 1]: the mean score of the 27 % with the highest totals less that of the 27 % with the lowest (Ebel 1954; Kelley 1939).
 * Null under 30 attempts. Both lists go by attempt.
 */
export function upperLowerDifference(scores: Float64Array, totals: Float64Array): number | null {
  if (scores.length < fewestForUpperLower) return null;
  const rising = Array.from(totals.keys()).sort((a, b) => totals[a]! - totals[b]!);
  const size = outerShare * scores.length;
  return meanOfFirst(rising.toReversed(), scores, totals, size) - meanOfFirst(rising, scores, totals, size);
}
