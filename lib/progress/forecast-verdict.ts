import type { History } from "./history";
import { shareOf, type Share } from "./share";

/** `few`: too few reviews to tell; `more`: the learner knows more than was foretold. */
export type Verdict = "few" | "holds" | "more" | "less";

/** `foretold` is the mean chance in [0, 1] of a right answer, `right` what came true, `error` the standard error of their difference. */
export type ForecastVerdict = { verdict: Verdict; foretold: number; right: Share; error: number };

/** With fewer, even a difference of ten points may be chance. */
export const fewestToJudge = 60;

/** How far a forecast may be out and still be called true: the bound of the memory-model page §8 for a calibrated world. */
const tolerance = 0.02;

const z = 1.959964;

function judge(difference: number, error: number, count: number): Verdict {
  if (count < fewestToJudge) return "few";
  if (Math.abs(difference) <= Math.max(tolerance, z * error)) return "holds";
  return difference > 0 ? "more" : "less";
}

/**
 * Whether the forecasts of the reviews at these places came true on the whole. If they hold, Σ(y − Pc) has mean 0 and variance ΣPc(1 − Pc)
 * (memory-model page §3.8; each forecast is made before its answer, so that it does not matter that the model learns in between): a mean
 * difference beyond 1.96 of its standard errors, and beyond two points, is called one.
 */
export function judgeForecast({ foretold, right }: History, places: Uint32Array): ForecastVerdict {
  let [chances, variance, rightOnes] = [0, 0, 0];
  for (const i of places) {
    chances += foretold[i]!;
    variance += foretold[i]! * (1 - foretold[i]!);
    rightOnes += right[i]!;
  }
  const count = places.length;
  const share = shareOf(rightOnes, count);
  if (count === 0) return { verdict: "few", foretold: 0, right: share, error: 0 };
  const [mean, error] = [chances / count, Math.sqrt(variance) / count];
  return { verdict: judge(share.share - mean, error, count), foretold: mean, right: share, error };
}
