/** Differences this small beside the figures themselves are what rounding leaves of equal ones. */
const rounding = 1e-12;

// Loops and no reduce: a class's page goes through these lists dozens of times for each item.
function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The values at these places. */
export function valuesAt(values: Float64Array, places: ArrayLike<number>): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = values[places[i]!]!;
  return picked;
}

/** The arithmetic mean; null without values. */
export const mean = (values: Float64Array): number | null => (values.length === 0 ? null : sumOf(values) / values.length);

/** The middle value, or the mean of the middle two; null without values. */
export function median(values: Float64Array): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The values less their mean; all 0 where they are equal but for rounding. */
export function deviations(values: Float64Array): Float64Array {
  const centre = mean(values) ?? 0;
  const centred = new Float64Array(values.length);
  let [widest, greatest] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    centred[i] = values[i]! - centre;
    widest = Math.max(widest, Math.abs(centred[i]!));
    greatest = Math.max(greatest, Math.abs(values[i]!));
  }
  return widest <= rounding * greatest ? centred.fill(0) : centred;
}

/** The covariance with n − 1 below the line; null for fewer than two pairs. Both lists have the same length. */
export function covariance(xs: Float64Array, ys: Float64Array): number | null {
  if (xs.length < 2) return null;
  const [dx, dy] = [deviations(xs), deviations(ys)];
  const sum = sumOfProducts(dx, dy);
  const isNothing = Math.abs(sum) <= rounding * Math.sqrt(sumOfProducts(dx, dx) * sumOfProducts(dy, dy));
  return isNothing ? 0 : sum / (xs.length - 1);
}

/** The variance with n − 1 below the line; null for fewer than two values. */
export function variance(values: Float64Array): number | null {
  if (values.length < 2) return null;
  const centred = deviations(values);
  return sumOfProducts(centred, centred) / (values.length - 1);
}

/** The root of the variance, in the values' unit; null for fewer than two values. */
export function standardDeviation(values: Float64Array): number | null {
  const square = variance(values);
  return square === null ? null : Math.sqrt(square);
}
