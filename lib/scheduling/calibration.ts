import type { CalibrationConstants } from "./constants";

/** How much longer than the engine says a learner remembers: `mu` is ln c, with its variance. One for each learner. */
export type Calibration = { mu: number; variance: number };

/** Nothing known of the learner yet. */
export const uncalibrated = ({ initialVariance }: CalibrationConstants): Calibration => ({ mu: 0, variance: initialVariance });

/** c, by which the engine's stabilities and intervals are multiplied; within e^±2.5. */
export const factorOf = ({ mu }: Calibration): number => Math.exp(mu);

/** What was foretold of an answer: the chance of a right one, and ∂Pc/∂μ. */
export type Expectation = { right: number; slope: number };

/**
 * The calibration after a scored answer, by an extended Kalman filter (memory-model page §4): K = P·H/(H²P + Pc(1−Pc)), μ += K(y−Pc),
 * P = (1−KH)P + q, and |μ| within the limit. An answer that was certain teaches nothing.
 */
export function calibrate(calibration: Calibration, { right, slope }: Expectation, wasRight: boolean, { drift, limit }: CalibrationConstants): Calibration {
  const { mu, variance } = calibration;
  const spread = slope * slope * variance + right * (1 - right);
  if (spread <= 0) return calibration;
  const gain = (variance * slope) / spread;
  const moved = mu + gain * ((wasRight ? 1 : 0) - right);
  return { mu: Math.min(limit, Math.max(-limit, moved)), variance: (1 - gain * slope) * variance + drift };
}
