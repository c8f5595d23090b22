import { deviations } from "./moments";

/** What is left of how values lie when place and spread are taken away; null where it is not defined. */
export type Shape = { skewness: number | null; kurtosis: number | null };

/**
 * Skewness k₃/k₂^(3/2), for three values or more, and kurtosis k₄/k₂² (0 for the normal distribution), for four or more, by Fisher's k-statistics (1930), as Moodle's
 * "Quiz statistics calculations" has them; null where all values are equal.
 */
export function shapeOf(values: Float64Array): Shape {
  const n = values.length;
  let [m2, m3, m4] = [0, 0, 0];
  for (const d of deviations(values)) {
    m2 += (d * d) / n;
    m3 += (d * d * d) / n;
    m4 += (d * d * d * d) / n;
  }
  if (n < 3 || m2 === 0) return { skewness: null, kurtosis: null };
  const k2 = (n * m2) / (n - 1);
  const k3 = (n * n * m3) / ((n - 1) * (n - 2));
  const k4 = (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3));
  return { skewness: k3 / k2 ** 1.5, kurtosis: n < 4 ? null : k4 / (k2 * k2) };
}
