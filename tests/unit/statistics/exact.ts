/**
 * The definitions a second time, in exact fractions of whole numbers, by other ways than the code's: pairs instead of means (cov = Σ(xᵢ − xⱼ)(yᵢ − yⱼ) over pairs/(n(n − 1))),
 * power sums instead of deviations, ranks by counting instead of sorting. Values are whole numbers.
 */
export type Fraction = { over: bigint; under: bigint };

const fraction = (over: bigint, under: bigint): Fraction => ({ over, under });
export const toNumber = ({ over, under }: Fraction): number => Number(over) / Number(under);

const sum = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);
export const powerSum = (values: readonly bigint[], power: bigint): bigint => sum(values.map((value) => value ** power));

export function exactCovariance(xs: readonly bigint[], ys: readonly bigint[]): Fraction | null {
  const n = BigInt(xs.length);
  if (n < 2n) return null;
  let pairs = 0n;
  for (let i = 0; i < xs.length; i++) for (let j = 0; j < i; j++) pairs += (xs[i]! - xs[j]!) * (ys[i]! - ys[j]!);
  return fraction(pairs, n * (n - 1n));
}

export const exactVariance = (xs: readonly bigint[]): Fraction | null => exactCovariance(xs, xs);

/** 100·cov/√(var·var), by the square of it, which is a fraction. */
export function exactIndex(xs: readonly bigint[], ys: readonly bigint[]): number | null {
  const [cov, vx, vy] = [exactCovariance(xs, ys), exactVariance(xs), exactVariance(ys)];
  if (!cov || vx!.over === 0n || vy!.over === 0n) return null;
  const size = 100 * Math.sqrt(toNumber(fraction(cov.over ** 2n * vx!.under * vy!.under, cov.under ** 2n * vx!.over * vy!.over)));
  return cov.over < 0n ? -size : size;
}

const permutations = <T>(values: readonly T[]): T[][] =>
  values.length <= 1 ? [[...values]] : values.flatMap((value, i) => permutations(values.toSpliced(i, 1)).map((rest) => [value, ...rest]));

/** With cov_max as the greatest of all orders in which these could have come together; for up to seven values. */
export function exactEfficiency(xs: readonly bigint[], ys: readonly bigint[]): number | null {
  const cov = exactCovariance(xs, ys);
  if (!cov) return null;
  const most = permutations(ys).reduce((best, order) => {
    const { over } = exactCovariance(xs, order)!;
    return over > best ? over : best;
  }, cov.over);
  return most === 0n ? null : toNumber(fraction(100n * cov.over, most));
}

/** k₃/k₂^(3/2) and k₄/k₂² from power sums (Kendall & Stuart, The Advanced Theory of Statistics 1, 12.9). */
export function exactShape(values: readonly bigint[]): { skewness: number | null; kurtosis: number | null } {
  const n = BigInt(values.length);
  const [s1, s2, s3, s4] = [1n, 2n, 3n, 4n].map((power) => powerSum(values, power)) as [bigint, bigint, bigint, bigint];
  const k2 = n < 2n ? 0 : toNumber(fraction(n * s2 - s1 ** 2n, n * (n - 1n)));
  if (n < 3n || k2 === 0) return { skewness: null, kurtosis: null };
  const k3 = toNumber(fraction(2n * s1 ** 3n - 3n * n * s1 * s2 + n ** 2n * s3, n * (n - 1n) * (n - 2n)));
  if (n < 4n) return { skewness: k3 / k2 ** 1.5, kurtosis: null };
  const over = -6n * s1 ** 4n + 12n * n * s1 ** 2n * s2 - 3n * n * (n - 1n) * s2 ** 2n - 4n * n * (n + 1n) * s1 * s3 + n ** 2n * (n + 1n) * s4;
  return { skewness: k3 / k2 ** 1.5, kurtosis: toNumber(fraction(over, n * (n - 1n) * (n - 2n) * (n - 3n))) / k2 ** 2 };
}

/** α as p/(p − 1) times the share of var T that the covariances between items make up; columns go by item. */
export function exactAlpha(columns: readonly (readonly bigint[])[]): number | null {
  const p = BigInt(columns.length);
  if (p < 2n || columns[0]!.length < 2) return null;
  let [between, all] = [0n, 0n];
  columns.forEach((x, i) => columns.forEach((y, j) => {
    const { over } = exactCovariance(x, y)!;
    all += over;
    if (i !== j) between += over;
  }));
  return all === 0n ? null : toNumber(fraction(100n * p * between, (p - 1n) * all));
}

/** cov(x, T) of each item as the sum of its covariances with all items; its share of the roots of those that are not below 0. */
export function exactWeights(columns: readonly (readonly bigint[])[]): (number | null)[] {
  const shared = columns.map((x) => (x.length < 2 ? null : sum(columns.map((y) => exactCovariance(x, y)!.over))));
  const roots = shared.map((over) => (over === null || over < 0n ? null : Math.sqrt(Number(over))));
  const all = roots.reduce<number>((total, root) => total + (root ?? 0), 0);
  return roots.map((root) => (root === null || all === 0 ? null : (100 * root) / all));
}

/** D by what part of each person is in the 27 %: 27n hundredths of places, less those who stand before them, shared among their equals. `most` is what a score of 1 is worth. */
export function exactUpperLower(scores: readonly bigint[], totals: readonly bigint[], most: bigint): number | null {
  if (scores.length < 30) return null;
  const places = 0.27 * scores.length;
  const meanOf = (isBefore: (a: bigint, b: bigint) => boolean) =>
    scores.reduce((all, score, i) => {
      const before = totals.filter((other) => isBefore(other, totals[i]!)).length;
      const equals = totals.filter((other) => other === totals[i]!).length;
      return all + (Number(score) / Number(most)) * Math.min(1, Math.max(0, (places - before) / equals));
    }, 0) / places;
  return meanOf((a, b) => a > b) - meanOf((a, b) => a < b);
}
