/**
 * Optimal string alignment distance (insertions, deletions, substitutions, swaps of neighbours; no part edited twice), by code points.
 * Gives `limit + 1` for anything above `limit` (a whole number ≥ 0).
 */
export function alignmentDistance(a: string, b: string, limit: number): number {
  const from = [...a];
  const to = [...b];
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit && Math.min(...last) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[to.length]!, limit + 1);
}

/** How many letters of a name with `letters` letters may be wrong: 0 up to 3 letters, 1 up to 7, 2 up to 12, 3 above (questions.md §7.4). */
export function allowedTypos(letters: number): 0 | 1 | 2 | 3 {
  if (letters <= 3) return 0;
  if (letters <= 7) return 1;
  return letters <= 12 ? 2 : 3;
}
